import { sql } from "drizzle-orm"
import * as Y from "yjs"
import type { Reader, Transaction } from "@/db/client"
import { type LiveText, named } from "./kind"
import type { StoredState } from "./stored"

/**
 * Step: folds all that was written into the snapshot of a text. The caller holds it, and has made what
 * was written since the last revision one, so that who wrote it stays known.
 */
export async function foldState(
  tx: Transaction,
  text: LiveText,
  { doc, last }: StoredState,
): Promise<void> {
  const { states, key } = named(text)
  const snapshot = Y.encodeStateAsUpdate(doc)
  await tx.execute(sql`
    update ${states} set snapshot = ${snapshot}::bytea, snapshot_upto = ${last}
    where ${key} = ${text.id}`)
}

/** Lets single changes go that a snapshot holds which was committed. Resolves to how many went. */
export async function dropFolded(reader: Reader, text: LiveText): Promise<number> {
  const { states, updates, key } = named(text)
  const gone = await reader.execute(sql`
    delete from ${updates} u using ${states} d
    where u.${key} = ${text.id} and d.${key} = u.${key} and u.number <= d.snapshot_upto
    returning u.number`)
  return gone.length
}
