import { and, eq, exists, inArray, not, notInArray, or, sql } from "drizzle-orm"
import type { Reader, Transaction } from "@/db/client"
import { documents } from "@/db/schema/documents"
import { agendaItems, meetings } from "@/db/schema/meetings"
import { threads } from "@/db/schema/threads"
import { isUnknown } from "@/lib/comments/anchors/anchor"
import { everWritten, flattenIn } from "@/lib/comments/anchors/flat"
import { passageColumns } from "@/lib/comments/anchors/passage-columns"
import { Passages } from "@/lib/comments/anchors/passages"
import type { Quote, TextRef } from "@/lib/comments/model"
import { findRevisionText } from "@/lib/documents/find-revision"
import { sharedText } from "@/lib/documents/live/kind"
import { sharedOf } from "@/lib/documents/live/write-text"
import { titlesOf } from "@/lib/documents/sections"
import { minutesOf } from "@/lib/minutes/live/kind"
import { documentOf } from "@/lib/minutes/live/write-document"
import { CLOSING, emptyText, OPENING } from "@/lib/minutes/model"
import { getCurrentText } from "@/lib/minutes/queries"
import { keepTextPlaces } from "./keep-places"
import type { LiveText } from "./kind"
import { lockState } from "./lock"
import { findState } from "./stored"

type Written = Exclude<TextRef, { kind: "row" }>

const liveText = (text: Written): LiveText =>
  text.kind === "minutes" ? minutesOf(text.meetingId) : sharedText(text.documentId)

/**
 * Step: keeps what a text belongs to, until the transaction ends, from whoever wants it alone. A new thread
 * holds it anyway; it is held before the consultation, as whoever ends or publishes a review does, or the
 * two would wait for each other.
 */
export async function holdWhose(tx: Transaction, text: TextRef): Promise<void> {
  if (text.kind === "row") return
  await (text.kind === "minutes"
    ? tx.execute(sql`select from ${meetings} where id = ${text.meetingId} for key share`)
    : tx.execute(sql`select from ${documents} where id = ${text.documentId} for key share`))
}

/**
 * Step: keeps a text from being changed by others until the transaction ends, so that where a new thread
 * stands in it stays true. Everybody who holds a text holds its meeting or document before.
 */
export async function holdPlaces(tx: Transaction, text: TextRef): Promise<void> {
  if (text.kind === "row") return
  await holdWhose(tx, text)
  await lockState(tx, liveText(text))
}

/** Step: writes of a thread that was just begun where it stands, or that it stands nowhere. The caller holds the places. */
export async function placeThread(tx: Transaction, text: TextRef, threadId: string): Promise<void> {
  await placeThreads(tx, text, [threadId])
}

/** Whether the passage of a thread is of words that are not kept yet where its text is written together. */
export async function saidAhead(reader: Reader, text: Written, threadId: string): Promise<boolean> {
  const [thread] = await reader
    .select({ start: threads.anchorStart, end: threads.anchorEnd })
    .from(threads)
    .where(eq(threads.id, threadId))
  if (!thread?.start || !thread.end) return false
  const state = await findState(reader, liveText(text))
  return state !== null && isUnknown(state.doc, thread)
}

/**
 * What the text of a passage says as it is written together, and has said since its changes were last folded:
 * the words between the ends of the passage, where they stand, and all that was ever written around them. Of
 * `isAhead` words nothing has arrived yet. Null for a text that nobody opened for writing.
 */
export async function saidTogether(
  reader: Reader,
  text: Written,
  threadId: string,
): Promise<{ isAhead: boolean; passage: Quote | null; written: string[] } | null> {
  const state = await findState(reader, liveText(text), { gc: false })
  const [row] = await reader.select(passageColumns).from(threads).where(eq(threads.id, threadId))
  if (!state || !row || row.place === null) return null
  const { place, start } = row
  if (isUnknown(state.doc, row)) return { isAhead: true, passage: null, written: [] }
  const passages = new Passages(state.doc)
  const stands = start !== null && passages.put(threadId, place, row)
  return {
    isAhead: false,
    passage: stands ? passages.quoteOf(threadId) : null,
    written: [passages.flat(place).text, everWritten(state.doc, place)],
  }
}

/** What parts of a text say as it is written together at this moment; nothing where it is not. */
export async function liveWords(
  reader: Reader,
  text: Written,
  places: readonly string[],
): Promise<string[]> {
  const state = places.length > 0 ? await findState(reader, liveText(text)) : null
  return state ? places.map((place) => flattenIn(state.doc, place).text) : []
}

/** Step: writes which threads on items and sections of minutes stand nowhere, now that the agenda was changed. */
export async function placeAgendaThreads(tx: Transaction, meetingId: string): Promise<void> {
  const onAgenda = and(
    eq(threads.meetingId, meetingId),
    inArray(threads.about, ["item", "section"]),
  )
  const rows = await tx.select({ id: threads.id }).from(threads).where(onAgenda)
  if (rows.length === 0) return
  await placeThreads(
    tx,
    { kind: "minutes", meetingId },
    rows.map(({ id }) => id),
  )
}

async function placeThreads(tx: Transaction, text: TextRef, ids: readonly string[]): Promise<void> {
  if (text.kind === "row") return
  const live = liveText(text)
  // Everybody who comments waits for this, so a text is read only where its words are asked for.
  if (!(await needWords(tx, text, ids))) {
    const unread = () => {
      throw new Error("A thread on the agenda asked for the text")
    }
    return keepTextPlaces(tx, live, new Passages(unread), { ids })
  }
  const state = await findState(tx, live)
  if (!state) {
    const { make, titles } = await saved(tx, text)
    return keepTextPlaces(tx, live, new Passages(make), { isShared: false, ids, titles })
  }
  const { doc } = state
  // Whoever writes and comments at once may be heard of before what they wrote is kept.
  const isAhead = (ends: Parameters<typeof isUnknown>[1]) => isUnknown(doc, ends)
  await keepTextPlaces(tx, live, new Passages(doc), { isShared: true, ids, isAhead })
}

/** Whether any of these threads stands on words, or on a section that is no item of the agenda. */
async function needWords(tx: Transaction, text: Written, ids: readonly string[]): Promise<boolean> {
  const onSections = eq(threads.about, "section")
  const onAgenda = exists(
    tx
      .select({ id: agendaItems.id })
      .from(agendaItems)
      .where(
        and(
          eq(agendaItems.meetingId, threads.meetingId),
          eq(sql`${agendaItems.id}::text`, threads.place),
        ),
      ),
  )
  const outside =
    text.kind === "minutes"
      ? and(onSections, notInArray(threads.place, [OPENING, CLOSING]), not(onAgenda))
      : onSections
  const onWords = and(inArray(threads.id, [...ids]), or(eq(threads.about, "passage"), outside))
  return (await tx.$count(threads, onWords)) > 0
}

/** What was last saved of a text that nobody opened for writing; empty before minutes are started. */
async function saved(tx: Transaction, text: Written) {
  if (text.kind === "minutes") {
    const current = await getCurrentText(tx, text.meetingId)
    return { make: () => documentOf(current?.text ?? emptyText([])), titles: undefined }
  }
  const [document] = await tx
    .select({ revision: documents.revision })
    .from(documents)
    .where(eq(documents.id, text.documentId))
  const written = document && (await findRevisionText(tx, text.documentId, document.revision))
  if (!written) throw new Error(`Document ${text.documentId} points at no revision`)
  return { make: () => sharedOf(written), titles: () => titlesOf(written) }
}
