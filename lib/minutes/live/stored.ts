import { sql } from "drizzle-orm"
import * as Y from "yjs"
import type { Reader } from "@/db/client"

/** The shared document of a meeting's minutes as it is stored: its newest number, and its state. */
export type StoredDocument = { id: string; last: number; changedAt: Date; doc: Y.Doc }

type Row = { id: string; last: number; changed_at: string; number: number; bytes: Uint8Array }

/**
 * The stored document, or null before the first time that the minutes were opened. Read by one
 * statement, so that a snapshot that is put in place meanwhile can hide nothing. Without `gc` what was
 * deleted since the snapshot is remembered.
 */
export async function findDocument(
  reader: Reader,
  meetingId: string,
  { gc = true } = {},
): Promise<StoredDocument | null> {
  const rows = await reader.execute<Row>(sql`
    select id, last, changed_at, 0 as number, snapshot as bytes
    from minutes_documents where meeting_id = ${meetingId}
    union all
    select d.id, d.last, d.changed_at, u.number, u.update from minutes_updates u
    join minutes_documents d on d.meeting_id = u.meeting_id and u.number > d.snapshot_upto
    where u.meeting_id = ${meetingId}
    order by number`)
  const [first] = rows
  if (!first) return null
  const doc = new Y.Doc({ gc })
  // One transaction: types are looked at once, not after every row.
  doc.transact(() => {
    for (const { bytes } of rows) Y.applyUpdate(doc, bytes)
  })
  const { id, last, changed_at: changedAt } = first
  return { id, last, changedAt: new Date(changedAt), doc }
}

/**
 * What was stored behind number `seen`, up to the newest: its updates, or, when a snapshot took their
 * place meanwhile, the whole state.
 */
export async function updatesSince(
  reader: Reader,
  meetingId: string,
  seen: number,
): Promise<{ last: number; updates: Uint8Array[] }> {
  const rows = await reader.execute<Row>(sql`
    select last, 0 as number, case when snapshot_upto > ${seen} then snapshot end as bytes
    from minutes_documents where meeting_id = ${meetingId}
    union all
    select d.last, u.number, u.update from minutes_updates u
    join minutes_documents d on d.meeting_id = u.meeting_id
    where u.meeting_id = ${meetingId} and u.number > greatest(d.snapshot_upto, ${seen})
    order by number`)
  const updates = rows.flatMap(({ bytes }) => (bytes ? [bytes] : []))
  return { last: rows[0]?.last ?? seen, updates }
}
