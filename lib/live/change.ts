import * as Y from "yjs"
import type { Transaction } from "@/db/client"
import { knowPassages } from "@/lib/comments/anchors/keep-places"
import { Passages } from "@/lib/comments/anchors/passages"
import type { Authorship } from "@/lib/minutes/authorship"
import { appendUpdates } from "./append"
import { keepTextPlaces } from "./keep-places"
import type { LiveText } from "./kind"
import { readAuthorship } from "./read-authorship"
import type { StoredState } from "./stored"
import { textRef } from "./text-ref"
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
  const passages = new Passages(doc)
  await knowPassages(tx, textRef(text), passages)
  const before = Y.encodeStateVector(doc)
  write(doc)
  const shared = await keepState(tx, text, { doc, last }, before, authorId)
  await keepTextPlaces(tx, text, passages)
  return shared
}

/**
 * Step: keeps what was written in a shared text since it was in the state `before`, as written by
 * `authorId`. The caller holds the text. Returns what a revision of it has to know.
 */
export async function keepState(
  tx: Transaction,
  text: LiveText,
  { doc, last }: Pick<StoredState, "doc" | "last">,
  before: Uint8Array,
  authorId: string | null,
): Promise<{ upto: number; authorship: Authorship }> {
  const bytes = Y.encodeStateAsUpdate(doc, before)
  const state = Y.decodeStateVector(before)
  const written = writtenIn(bytes, state).map((each) => ({ ...each, authorId }))
  await noteWriters(tx, text, written)
  const { last: upto } = await appendUpdates(tx, text, last, [{ authorId, bytes }])
  return { upto, authorship: readAuthorship(doc, await readAuthors(tx, text)) }
}
