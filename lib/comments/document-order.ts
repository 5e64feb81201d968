import type { Reader } from "@/db/client"
import { findRevisionText } from "@/lib/documents/find-revision"
import { blockWords, footnotesOf } from "@/lib/documents/model"
import { inlineText } from "@/lib/minutes/model"
import { squeezed } from "./anchors/find-quote"

/** How far into a text a thread stands, in characters without white space; endless where it does not. */
export type StandsAt = (thread: { place: string | null; quote: string }) => number

/**
 * Where threads stand in a document as its revision `number` has it: sections by their headings,
 * passages by their words, for all of its passages stand in one part. Does not authorize.
 */
export async function documentOrder(
  reader: Reader,
  documentId: string,
  number: number,
): Promise<StandsAt> {
  const text = await findRevisionText(reader, documentId, number)
  const headings = new Map<string, number>()
  let words = ""
  for (const block of text?.content ?? []) {
    if (block.type === "heading") headings.set(block.attrs.id, words.length)
    words += squeezed(blockWords(block))
  }
  for (const { content } of text ? footnotesOf(text) : []) words += squeezed(inlineText(content))
  return ({ place, quote }) => {
    if (place === null) return -1
    const at = quote === "" ? (headings.get(place) ?? -1) : words.indexOf(squeezed(quote))
    return at < 0 ? Number.POSITIVE_INFINITY : at
  }
}
