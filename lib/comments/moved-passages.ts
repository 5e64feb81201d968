import { inArray } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { threads } from "@/db/schema/threads"
import { sharedText } from "@/lib/documents/live/kind"
import { readText } from "@/lib/documents/live/read-text"
import { sectionsOf } from "@/lib/documents/sections"
import { findState, updatesSince } from "@/lib/live/stored"
import { type Anchor, aroundOf, resolve, shareWords } from "./anchors/anchor"
import { flattenIn } from "./anchors/flat"
import { passageColumns } from "./anchors/passage-columns"
import { orderOf, type TextOrder } from "./document-order"
import type { Quote } from "./model"

/** Where a thread stands in a text, and under which of its sections; null where it is about none. */
export type StandsUnder = { at: number; under: string | null }

/** How many passages are looked for before others are served: there may be a thousand. */
const atOnce = 50

/** Where passages stood when they were last looked for, as long as the revision stands. */
const placed = new WeakMap<TextOrder, Map<string, StandsUnder | null>>()

/**
 * Where passages stood when they were last looked for in a text: enough to tell on which page each is, as
 * somebody who types does not change that, and each letter would search for all of them anew. Those that are
 * shown are asked for by `movedPassages`. Does not authorize.
 */
export async function placedPassages(
  reader: Reader,
  documentId: string,
  saved: TextOrder,
  threadIds: readonly string[],
): Promise<ReadonlyMap<string, StandsUnder | null>> {
  const known = placed.get(saved) ?? new Map<string, StandsUnder | null>()
  const ids = threadIds.filter((id) => !known.has(id))
  await movedPassages(reader, documentId, saved, ids)
  return placed.get(saved) ?? known
}

/** A text as it is written together at one moment, with what it says of passages. */
type Live = {
  order: TextOrder
  sections: readonly string[]
  wordsOf: (fragment: string, anchor: Anchor) => Quote | null
}

/** Texts that are kept: everybody who reads a text asks for it each time that something is said. */
const kept = new Map<string, Promise<Live | null>>()
const mostKept = 4
/** Behind every number of a change: asked from there on, only the number of the last is told. */
const newest = 2_147_483_647

/**
 * Where passages of a document stand that its last revision (`saved`) does not have as they were quoted:
 * somebody edited them, or they were written since. Their ends say it, in the text that is written together;
 * in sections that the revision has. Does not authorize.
 */
export async function movedPassages(
  reader: Reader,
  documentId: string,
  saved: TextOrder,
  threadIds: readonly string[],
): Promise<Map<string, StandsUnder>> {
  if (threadIds.length === 0) return new Map()
  const [rows, live] = await Promise.all([
    reader
      .select(passageColumns)
      .from(threads)
      .where(inArray(threads.id, [...threadIds])),
    liveText(reader, documentId),
  ])
  const known = placed.get(saved) ?? new Map<string, StandsUnder | null>()
  placed.set(saved, known)
  const found = new Map<string, StandsUnder>()
  for (const [nth, { id, place, ...anchor }] of rows.entries()) {
    if (nth > 0 && nth % atOnce === 0) await new Promise((resolved) => setImmediate(resolved))
    const stands = movedTo(live, saved, place, anchor)
    known.set(id, stands)
    if (stands) found.set(id, stands)
  }
  return found
}

/** Null where what stands there by now are other words, which are not what the thread is about. */
function movedTo(
  live: Live | null,
  saved: TextOrder,
  place: string | null,
  anchor: Anchor,
): StandsUnder | null {
  const words = live && place !== null ? live.wordsOf(place, anchor) : null
  if (words && !shareWords(words.quote, anchor.quote)) return null
  const stands = live && words ? placeOf({ place, ...words }, live, saved) : null
  return stands ?? { at: Number.POSITIVE_INFINITY, under: null }
}

function placeOf(
  passage: Quote & { place: string | null },
  live: Live,
  saved: TextOrder,
): StandsUnder | null {
  const known = saved.standsAt(passage)
  if (Number.isFinite(known)) return { at: known, under: saved.sectionAt(passage) }
  const now = live.order.standsAt(passage)
  if (!Number.isFinite(now)) return null
  const section = live.order.sectionAt(passage)
  const upto = section === null ? [] : live.sections.slice(0, live.sections.indexOf(section) + 1)
  const under = upto.findLast((id) => Number.isFinite(startOf(saved, id))) ?? null
  if (under === null) return { at: 0, under: null }
  const at = startOf(saved, under) + now - startOf(live.order, under)
  // What was written since makes a section longer: it is not yet in the next one for that.
  return { at: Math.min(at, saved.endOf(under) - 0.5), under }
}

const startOf = ({ standsAt }: TextOrder, section: string): number =>
  standsAt({ place: section, quote: "", before: "", after: "" })

async function liveText(reader: Reader, documentId: string): Promise<Live | null> {
  const shared = sharedText(documentId)
  const { last } = await updatesSince(reader, shared, newest)
  const key = `${documentId} ${last}`
  const read = kept.get(key) ?? readLive(reader, documentId)
  kept.delete(key)
  kept.set(key, read)
  read.catch(() => kept.delete(key))
  const [oldest] = kept.keys()
  if (oldest !== undefined && kept.size > mostKept) kept.delete(oldest)
  return read
}

async function readLive(reader: Reader, documentId: string): Promise<Live | null> {
  const state = await findState(reader, sharedText(documentId))
  if (!state) return null
  const { doc } = state
  const text = readText(doc)
  const flats = new Map<string, ReturnType<typeof flattenIn>>()
  return {
    order: orderOf(text),
    sections: sectionsOf(text).map(({ id }) => id),
    wordsOf: (fragment, anchor) => {
      const flat = flats.get(fragment) ?? flattenIn(doc, fragment)
      flats.set(fragment, flat)
      const place = resolve(doc, flat, anchor)
      return place && { quote: flat.text.slice(place.from, place.to), ...aroundOf(flat, place) }
    },
  }
}
