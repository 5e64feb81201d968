import type { Reader } from "@/db/client"
import { findRevisionText } from "@/lib/documents/find-revision"
import { sectionsOf } from "@/lib/documents/sections"
import { findQuote, squeezed } from "./anchors/find-quote"
import type { Quote } from "./model"

type Place = { place: string | null } & Quote

/** How far into a text a thread stands, in characters without white space; endless where it does not. */
export type StandsAt = (thread: Place) => number

/** Where threads stand, and in which section; null where it stands in none. */
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
  const starts = new Map<string, number>()
  const runs: { id: string; from: number }[] = []
  let words = ""
  const add = (id: string, written: string) => {
    runs.push({ id, from: words.length })
    words += squeezed(written)
  }
  const sections = text ? sectionsOf(text) : []
  for (const { id, words: written } of sections) {
    starts.set(id, words.length)
    add(id, written)
  }
  for (const { id, notes } of sections) if (notes !== "") add(id, notes)
  const standsAt: StandsAt = ({ place, quote, ...around }) => {
    if (place === null) return -1
    if (quote === "") return starts.get(place) ?? Number.POSITIVE_INFINITY
    const at = findQuote(words, quote, around, 0)?.from ?? words.indexOf(squeezed(quote))
    return at < 0 ? Number.POSITIVE_INFINITY : at
  }
  const sectionAt = (thread: Place) => {
    if (thread.quote === "") return thread.place
    const at = standsAt(thread)
    return at < words.length ? (runs.findLast(({ from }) => from <= at)?.id ?? null) : null
  }
  return { standsAt, sectionAt }
}
