import type { Reader } from "@/db/client"
import { findRevisionText } from "@/lib/documents/find-revision"
import type { DocumentText } from "@/lib/documents/model"
import { sectionsOf } from "@/lib/documents/sections"
import { findQuote, type Squeezed, squeeze, squeezed } from "./anchors/find-quote"
import type { Quote } from "./model"

type Place = { place: string | null } & Quote

/** How far into a text a thread stands, in characters without white space; endless where it does not. */
export type StandsAt = (thread: Place) => number

/** Where threads stand, and in which section; null where it stands in none. `endOf` is where a section ends. */
export type TextOrder = {
  standsAt: StandsAt
  sectionAt: (thread: Place) => string | null
  endOf: (section: string) => number
}

/** Orders that are kept: everybody who reads a text asks for it each time that something is said. */
const kept = new Map<string, Promise<TextOrder>>()
const mostKept = 32
/** Passages whose place in one text is kept. */
const mostPassages = 5_000

/**
 * Where threads stand in a document as its revision `number` has it: sections by their headings,
 * passages by their words, for all of its passages stand in one part. A revision is written once, so what
 * was found in it is kept. Does not authorize.
 */
export async function documentOrder(
  reader: Reader,
  documentId: string,
  number: number,
): Promise<TextOrder> {
  const key = `${documentId} ${number}`
  const order = kept.get(key) ?? readOrder(reader, documentId, number, () => kept.delete(key))
  kept.delete(key)
  kept.set(key, order)
  const [oldest] = kept.keys()
  if (oldest !== undefined && kept.size > mostKept) kept.delete(oldest)
  return order
}

/** `gone` when there is no such revision, or it could not be read. */
async function readOrder(
  reader: Reader,
  documentId: string,
  number: number,
  gone: () => void,
): Promise<TextOrder> {
  try {
    const text = await findRevisionText(reader, documentId, number)
    if (!text) gone()
    return orderOf(text)
  } catch (error) {
    gone()
    throw error
  }
}

/** Where threads stand in a text of a document; nowhere without one. */
export function orderOf(text: DocumentText | null): TextOrder {
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
  let whole: Squeezed | null = null
  const passages = new Map<string, number>()
  const standsAt: StandsAt = ({ place, quote, before, after }) => {
    if (place === null) return -1
    if (quote === "") return starts.get(place) ?? Number.POSITIVE_INFINITY
    const passage = JSON.stringify([quote, before, after])
    const known = passages.get(passage)
    if (known !== undefined) return known
    whole ??= squeeze(words)
    const found = findQuote(whole, quote, { before, after }, 0)?.from
    const at = found ?? words.indexOf(squeezed(quote))
    const stands = at < 0 ? Number.POSITIVE_INFINITY : at
    // Somebody who types makes a passage anew with every letter.
    if (passages.size >= mostPassages) passages.clear()
    passages.set(passage, stands)
    return stands
  }
  const sectionAt = (thread: Place) => {
    if (thread.quote === "") return thread.place
    const at = standsAt(thread)
    return at < words.length ? (runs.findLast(({ from }) => from <= at)?.id ?? null) : null
  }
  const endOf = (section: string) => {
    const from = starts.get(section) ?? Number.POSITIVE_INFINITY
    return [...starts.values()].find((start) => start > from) ?? Number.POSITIVE_INFINITY
  }
  return { standsAt, sectionAt, endOf }
}
