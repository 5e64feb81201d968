import { and, eq, inArray, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { documents } from "@/db/schema/documents"
import { meetings } from "@/db/schema/meetings"
import { threads } from "@/db/schema/threads"
import { isUnknown } from "@/lib/comments/anchors/anchor"
import { Passages } from "@/lib/comments/anchors/passages"
import type { TextRef } from "@/lib/comments/model"
import { findRevisionText } from "@/lib/documents/find-revision"
import { sharedText } from "@/lib/documents/live/kind"
import { sharedOf } from "@/lib/documents/live/write-text"
import { minutesOf } from "@/lib/minutes/live/kind"
import { documentOf } from "@/lib/minutes/live/write-document"
import { emptyText } from "@/lib/minutes/model"
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
  const state = await findState(tx, live)
  const doc = state?.doc ?? (await savedDoc(tx, text))
  // Whoever writes and comments at once may be heard of before what they wrote is kept.
  const isAhead = (ends: Parameters<typeof isUnknown>[1]) => state !== null && isUnknown(doc, ends)
  await keepTextPlaces(tx, live, new Passages(doc), { isShared: state !== null, ids, isAhead })
}

/** What was last saved of a text that nobody opened for writing; empty before minutes are started. */
async function savedDoc(tx: Transaction, text: Written) {
  if (text.kind === "minutes") {
    const current = await getCurrentText(tx, text.meetingId)
    return documentOf(current?.text ?? emptyText([]))
  }
  const [document] = await tx
    .select({ revision: documents.revision })
    .from(documents)
    .where(eq(documents.id, text.documentId))
  const saved = document && (await findRevisionText(tx, text.documentId, document.revision))
  if (!saved) throw new Error(`Document ${text.documentId} points at no revision`)
  return sharedOf(saved)
}
