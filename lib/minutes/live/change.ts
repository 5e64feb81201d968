import * as Y from "yjs"
import type { Transaction } from "@/db/client"
import { keepPlaces, knowPassages } from "@/lib/comments/anchors/keep-places"
import { Passages } from "@/lib/comments/anchors/passages"
import type { TextRef } from "@/lib/comments/model"
import type { Authorship } from "../authorship"
import type { MinutesText } from "../model"
import { appendUpdates } from "./append"
import { writeBlocks } from "./blocks"
import { readAuthorship } from "./read-document"
import type { StoredDocument } from "./stored"
import { documentOf, writeText } from "./write-document"
import { noteWriters, readAuthors, writtenIn } from "./writers"

/**
 * Step: makes a text what the minutes say, in the rows of their blocks and in the shared document, where
 * there is one: whoever is writing at this moment sees it, and what they are typing stays. The caller
 * holds the minutes and the document. Returns what a revision of it has to know.
 */
export async function changeText(
  tx: Transaction,
  meetingId: string,
  document: StoredDocument | null,
  text: MinutesText,
  authorId: string | null,
): Promise<{ upto?: number; authorship?: Authorship }> {
  await writeBlocks(tx, meetingId, text.sections)
  const ref: TextRef = { kind: "minutes", meetingId }
  if (!document) {
    await keepPlaces(tx, ref, new Passages(documentOf(text)), { isShared: false })
    return {}
  }
  const { doc, last } = document
  const passages = new Passages(doc)
  await knowPassages(tx, ref, passages)
  const before = Y.encodeStateVector(doc)
  writeText(doc, text)
  const shared = await keepDocument(tx, meetingId, { doc, last }, before, authorId)
  await keepPlaces(tx, ref, passages)
  return shared
}

/**
 * Step: keeps what was written in a shared document since it was in the state `before`, as written by
 * `authorId`. The caller holds the document. Returns what a revision of it has to know.
 */
export async function keepDocument(
  tx: Transaction,
  meetingId: string,
  { doc, last }: Pick<StoredDocument, "doc" | "last">,
  before: Uint8Array,
  authorId: string | null,
): Promise<{ upto: number; authorship: Authorship }> {
  const bytes = Y.encodeStateAsUpdate(doc, before)
  const state = Y.decodeStateVector(before)
  const written = writtenIn(bytes, state).map((each) => ({ ...each, authorId }))
  await noteWriters(tx, meetingId, written)
  const { last: upto } = await appendUpdates(tx, meetingId, last, [{ authorId, bytes }])
  return { upto, authorship: readAuthorship(doc, await readAuthors(tx, meetingId)) }
}
