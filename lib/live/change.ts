import * as Y from "yjs"
import type { Transaction } from "@/db/client"
import type { Authorship } from "@/lib/minutes/authorship"
import { appendUpdates } from "./append"
import type { LiveText } from "./kind"
import { readAuthorship } from "./read-authorship"
import type { StoredState } from "./stored"
import { noteWriters, readAuthors, writtenIn } from "./writers"

/**
 * Step: what `write` does to a shared text that the caller holds is kept as `authorId`'s: whoever is
 * writing at this moment sees it. Returns what a revision of it has to know.
 */
export async function changeState(
  tx: Transaction,
  text: LiveText,
  { doc, last }: StoredState,
  authorId: string | null,
  write: (doc: Y.Doc) => void,
): Promise<{ upto: number; authorship: Authorship }> {
  const before = Y.encodeStateVector(doc)
  const state = Y.decodeStateVector(before)
  write(doc)
  const bytes = Y.encodeStateAsUpdate(doc, before)
  const written = writtenIn(bytes, state).map((each) => ({ ...each, authorId }))
  await noteWriters(tx, text, written)
  const { last: upto } = await appendUpdates(tx, text, last, [{ authorId, bytes }])
  return { upto, authorship: readAuthorship(doc, await readAuthors(tx, text)) }
}
