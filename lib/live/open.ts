import { sql } from "drizzle-orm"
import * as Y from "yjs"
import type { Transaction } from "@/db/client"
import { notFound } from "@/lib/platform/errors"
import { type LiveText, named } from "./kind"
import { findState, type StoredState } from "./stored"
import { noteWriters } from "./writers"

/**
 * Step: the shared state of a text; made once, when nobody has opened it before, of what `hold` returns:
 * the current revision, which it holds. `not_found` where it returns null. Does not authorize.
 */
export async function openState(
  tx: Transaction,
  text: LiveText,
  hold: () => Promise<{ doc: Y.Doc; authorId: string | null } | null>,
): Promise<StoredState> {
  const standing = await findState(tx, text, { gc: false })
  if (standing) return standing
  // Two servers may come here at once: the second waits, and then finds the first one's.
  const current = await hold()
  if (!current) throw notFound()
  const made = await findState(tx, text, { gc: false })
  if (made) return made
  const { doc, authorId } = current
  const { states, key } = named(text)
  const snapshot = Y.encodeStateAsUpdate(doc)
  const [written] = await tx.execute<{ id: string; changed_at: string }>(sql`
    insert into ${states} (${key}, snapshot, schema)
    values (${text.id}, ${snapshot}::bytea, ${text.kind.schema}) returning id, changed_at`)
  if (!written) throw new Error("A shared state was not written")
  await noteWriters(tx, text, [{ clientId: doc.clientID, fromClock: 0, authorId }])
  return { id: written.id, changedAt: new Date(written.changed_at), last: 0, doc }
}
