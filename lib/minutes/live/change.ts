import * as Y from "yjs"
import type { Transaction } from "@/db/client"
import type { Authorship } from "../authorship"
import type { MinutesText } from "../model"
import { appendUpdates } from "./append"
import { writeBlocks } from "./blocks"
import { readAuthorship } from "./read-document"
import type { StoredDocument } from "./stored"
import { writeText } from "./write-document"
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
  if (!document) return {}
  const { doc, last } = document
  const before = Y.encodeStateVector(doc)
  const state = Y.decodeStateVector(before)
  writeText(doc, text)
  const bytes = Y.encodeStateAsUpdate(doc, before)
  const written = writtenIn(bytes, state).map((each) => ({ ...each, authorId }))
  await noteWriters(tx, meetingId, written)
  const { last: upto } = await appendUpdates(tx, meetingId, last, [{ authorId, bytes }])
  return { upto, authorship: readAuthorship(doc, await readAuthors(tx, meetingId)) }
}
