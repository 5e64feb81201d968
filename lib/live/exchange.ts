import { sql } from "drizzle-orm"
import * as Y from "yjs"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { knowPassages } from "@/lib/comments/anchors/keep-places"
import { Passages } from "@/lib/comments/anchors/passages"
import { notFound, Refusal } from "@/lib/platform/errors"
import { appendUpdates } from "./append"
import { devicesOfOthers } from "./devices"
import { foreignIn, tryUpdate, unfitDocument } from "./fits"
import { keepTextPlaces } from "./keep-places"
import { type LiveText, named } from "./kind"
import { lockState } from "./lock"
import type { Exchanged, exchange } from "./protocol"
import { putBack, watchLosses } from "./rescue"
import { measure, tooLarge } from "./size"
import { findState, type StoredState } from "./stored"
import { textRef } from "./text-ref"
import { noteWriters, writtenIn } from "./writers"

export type ToExchange = z.output<typeof exchange>
type Answer = Exclude<Exchanged, { refused: string }>

/** What a text has besides its shared state. */
type Beside = {
  /** Another one when something beside the text changed. */
  mark: string
  open: () => Promise<StoredState>
  /** Writes the rows that follow from the text. */
  writeRows: (doc: Y.Doc) => Promise<void>
}

const decode = (text: string) => new Uint8Array(Buffer.from(text, "base64"))
const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64")

/**
 * Step: what the line does, in one request: keeps what a page wrote and gives it what it lacks. Refuses
 * with `invalid` what does not fit, whole. The caller has authorized.
 */
export async function exchangeText(
  tx: Transaction,
  text: LiveText,
  authorId: string | null,
  { schema, state, seen, update }: ToExchange,
  beside: Beside,
): Promise<Answer> {
  const { mark: meeting } = beside
  if (schema !== text.kind.schema) {
    throw new Refusal("invalid", "minutes.schema", { theirs: schema, ours: text.kind.schema })
  }
  const standing = await findHead(tx, text)
  if (standing && update === null && standing.last === seen) {
    const at = standing.at.toISOString()
    return { update: null, state: null, last: seen, at, meeting }
  }
  const opened = await beside.open()
  const held =
    update === null ? opened : await bring(tx, text, authorId, decode(update), beside.writeRows)
  return {
    update: encode(missing(held.doc, decode(state))),
    state: encode(Y.encodeStateVector(held.doc)),
    last: held.last,
    at: held.changedAt.toISOString(),
    meeting,
  }
}

function missing(doc: Y.Doc, state: Uint8Array): Uint8Array {
  try {
    return Y.encodeStateAsUpdate(doc, state)
  } catch {
    throw new Refusal("invalid", "minutes.malformed", { where: "state" })
  }
}

async function findHead(tx: Transaction, text: LiveText) {
  const { states, key } = named(text)
  const [head] = await tx.execute<{ last: number; changed_at: string }>(
    sql`select last, changed_at from ${states} where ${key} = ${text.id}`,
  )
  return head && { last: head.last, at: new Date(head.changed_at) }
}

async function bring(
  tx: Transaction,
  text: LiveText,
  authorId: string | null,
  bytes: Uint8Array,
  writeRows: Beside["writeRows"],
): Promise<StoredState> {
  const { form, end, mend } = text.kind
  await lockState(tx, text)
  const stored = await findState(tx, text, { gc: false })
  if (!stored) throw notFound()
  const { doc, last } = stored
  unfitDocument(form, doc)
  const known = Y.decodeStateVector(Y.encodeStateVector(doc))
  const others = devicesOfOthers(text.id, authorId)
  const passages = new Passages(doc)
  await knowPassages(tx, textRef(text), passages)
  const losses = watchLosses(doc, bytes, end)
  const mends: ReturnType<typeof mend>[] = []
  doc.once("afterTransaction", (transaction) => mends.push(mend(transaction)))
  const unfit =
    foreignIn(bytes, doc, others) ?? tryUpdate(form, doc, bytes) ?? tooLarge(measure(doc))
  if (unfit?.kind === "tooLarge") throw new Refusal("invalid", "minutes.tooLarge")
  if (unfit) throw new Refusal("invalid", "minutes.malformed", { where: unfit.name })
  const written = writtenIn(bytes, known).map((each) => ({ ...each, authorId }))
  const brought = Y.encodeStateVector(doc)
  const lost = losses()
  putBack(doc, lost, null)
  for (const set of mends) set?.(doc, null)
  const back = Y.encodeStateAsUpdate(doc, brought)
  const isMended = lost.length > 0 || mends.some((set) => set !== null)
  written.push(
    ...writtenIn(back, Y.decodeStateVector(brought)).map((one) => ({ ...one, authorId })),
  )
  await noteWriters(tx, text, written)
  await writeRows(doc)
  const updates = [bytes, ...(isMended ? [back] : [])].map((each) => ({ authorId, bytes: each }))
  const { last: newest, at } = await appendUpdates(tx, text, last, updates)
  await keepTextPlaces(tx, text, passages)
  return { ...stored, last: newest, changedAt: at }
}
