import { eq, sql } from "drizzle-orm"
import * as Y from "yjs"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { minutesDocuments } from "@/db/schema/live-minutes"
import { agendaTurns, meetings } from "@/db/schema/meetings"
import { keepPlaces, knowPassages } from "@/lib/comments/anchors/keep-places"
import { Passages } from "@/lib/comments/anchors/passages"
import type { Actor } from "@/lib/platform/actor"
import { personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { TEXT_SCHEMA } from "../model"
import { appendUpdates } from "./append"
import { writeBlocks } from "./blocks"
import { devicesOfOthers } from "./devices"
import { foreignIn, tryUpdate, unfitDocument } from "./fits"
import { lockDocument } from "./lock-document"
import { openDocument } from "./open"
import { type Apart, joinOwners, ownersApart } from "./owners"
import type { Exchanged, exchange } from "./protocol"
import { readDocument } from "./read-document"
import { putBack, watchLosses } from "./rescue"
import { measure, tooLarge } from "./size"
import { findDocument, type StoredDocument } from "./stored"
import { noteWriters, writtenIn } from "./writers"

type Given = z.output<typeof exchange> & { meetingId: string }

const decode = (text: string) => new Uint8Array(Buffer.from(text, "base64"))
const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64")

/**
 * What the line does, in one request: keeps what a page wrote and gives it what it lacks. When it
 * resolves, what was brought is committed. Refuses with `invalid` what does not fit, whole.
 */
export async function exchangeMinutes(
  actor: Actor,
  { meetingId, schema, state, seen, update }: Given,
): Promise<Exclude<Exchanged, { refused: string }>> {
  return transaction(async (tx) => {
    const meeting = await findMeeting(tx, meetingId)
    authorize(actor, "minutes.edit", meeting)
    if (schema !== TEXT_SCHEMA) {
      throw new Refusal("invalid", "minutes.schema", { theirs: schema, ours: TEXT_SCHEMA })
    }
    const standing = await findHead(tx, meetingId)
    if (standing && update === null && standing.last === seen) {
      const at = standing.at.toISOString()
      return { update: null, state: null, last: seen, at, meeting: meeting.mark }
    }
    const opened = await openDocument(tx, meetingId)
    const held = update === null ? opened : await bring(tx, meetingId, actor, decode(update))
    return {
      update: encode(missing(held.doc, decode(state))),
      state: encode(Y.encodeStateVector(held.doc)),
      last: held.last,
      at: held.changedAt.toISOString(),
      meeting: meeting.mark,
    }
  })
}

function missing(doc: Y.Doc, state: Uint8Array): Uint8Array {
  try {
    return Y.encodeStateAsUpdate(doc, state)
  } catch {
    throw new Refusal("invalid", "minutes.malformed", { where: "state" })
  }
}

async function findMeeting(tx: Transaction, meetingId: string) {
  // The mark is another one as soon as anything beside the text is.
  const turns = tx
    .select({ at: sql`max(greatest(${agendaTurns.startedAt}, ${agendaTurns.endedAt}))` })
    .from(agendaTurns)
    .where(eq(agendaTurns.meetingId, meetings.id))
  const [meeting] = await tx
    .select({
      groupId: meetings.groupId,
      noteTakerId: meetings.noteTakerId,
      mark: sql<string>`concat_ws('.', ${meetings.revision}, ${meetings.agendaRevision}, ${meetings.attendanceRevision}, (${turns}))`,
    })
    .from(meetings)
    .where(eq(meetings.id, meetingId))
  if (!meeting) throw notFound()
  return meeting
}

async function findHead(tx: Transaction, meetingId: string) {
  const [head] = await tx
    .select({ last: minutesDocuments.last, at: minutesDocuments.changedAt })
    .from(minutesDocuments)
    .where(eq(minutesDocuments.meetingId, meetingId))
  return head
}

async function bring(
  tx: Transaction,
  meetingId: string,
  actor: Actor,
  bytes: Uint8Array,
): Promise<StoredDocument> {
  await lockDocument(tx, meetingId)
  const stored = await findDocument(tx, meetingId, { gc: false })
  if (!stored) throw notFound()
  const { doc, last } = stored
  unfitDocument(doc)
  const known = Y.decodeStateVector(Y.encodeStateVector(doc))
  const authorId = personOf(actor)
  const others = devicesOfOthers(meetingId, authorId)
  const passages = new Passages(doc)
  await knowPassages(tx, { kind: "minutes", meetingId }, passages)
  const losses = watchLosses(doc, bytes)
  const apart: Apart[] = []
  doc.once("afterTransaction", (transaction) => apart.push(...ownersApart(transaction)))
  const unfit = foreignIn(bytes, doc, others) ?? tryUpdate(doc, bytes) ?? tooLarge(measure(doc))
  if (unfit?.kind === "tooLarge") throw new Refusal("invalid", "minutes.tooLarge")
  if (unfit) throw new Refusal("invalid", "minutes.malformed", { where: unfit.name })
  const written = writtenIn(bytes, known).map((each) => ({ ...each, authorId }))
  const brought = Y.encodeStateVector(doc)
  const lost = losses()
  putBack(doc, lost, null)
  joinOwners(doc, apart, null)
  const back = Y.encodeStateAsUpdate(doc, brought)
  written.push(
    ...writtenIn(back, Y.decodeStateVector(brought)).map((one) => ({ ...one, authorId })),
  )
  await noteWriters(tx, meetingId, written)
  await writeBlocks(tx, meetingId, readDocument(doc).sections)
  const updates = [bytes, ...(lost.length + apart.length > 0 ? [back] : [])].map((each) => ({
    authorId,
    bytes: each,
  }))
  const { last: newest, at } = await appendUpdates(tx, meetingId, last, updates)
  await keepPlaces(tx, { kind: "minutes", meetingId }, passages)
  return { ...stored, last: newest, changedAt: at }
}
