import type { Reader } from "@/db/client"
import { findRevisionText } from "@/lib/documents/find-revision"
import { blockWords, footnotesOf } from "@/lib/documents/model"
import { inlineText } from "@/lib/minutes/model"
import { findQuote, squeezed } from "./anchors/find-quote"
import type { Quote } from "./model"

type Place = { place: string | null } & Quote

/** How far into a text a thread stands, in characters without white space; endless where it does not. */
export type StandsAt = (thread: Place) => number

/** Where threads stand, and in which section; null where that is none that has a heading. */
export type TextOrder = { standsAt: StandsAt; sectionAt: (thread: Place) => string | null }

/**
 * Where threads stand in a document as its revision `number` has it: sections by their headings,
 * passages by their words, for all of its passages stand in one part. Does not authorize.
 */
export async function documentOrder(
  reader: Reader,
  documentId: string,
  number: number,
): Promise<TextOrder> {
  const text = await findRevisionText(reader, documentId, number)
  const headings = new Map<string, number>()
  let words = ""
  for (const block of text?.content ?? []) {
    if (block.type === "heading") headings.set(block.attrs.id, words.length)
    words += squeezed(blockWords(block))
  }
  const notes = words.length
  for (const { content } of text ? footnotesOf(text) : []) words += squeezed(inlineText(content))
  const standsAt: StandsAt = ({ place, quote, ...around }) => {
    if (place === null) return -1
    if (quote === "") return headings.get(place) ?? Number.POSITIVE_INFINITY
    const at = findQuote(words, quote, around, 0)?.from ?? words.indexOf(squeezed(quote))
    return at < 0 ? Number.POSITIVE_INFINITY : at
  }
  const sectionAt = (thread: Place) => {
    if (thread.quote === "") return thread.place
    const at = standsAt(thread)
    if (at >= notes) return null
    return [...headings].findLast(([, start]) => start <= at)?.[0] ?? null
  }
  return { standsAt, sectionAt }
}
