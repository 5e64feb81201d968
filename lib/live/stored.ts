import { sql } from "drizzle-orm"
import * as Y from "yjs"
import type { Reader } from "@/db/client"
import { groupedBy } from "@/lib/platform/grouped"
import { type LiveKind, type LiveText, named } from "./kind"

/** The shared state of a text as it is stored, with its newest number. */
export type StoredState = { id: string; last: number; changedAt: Date; doc: Y.Doc }

type Row = { id: string; last: number; changed_at: string; number: number; bytes: Uint8Array }

/**
 * The stored state, or null before the first time that the text was opened for writing. Without `gc` what
 * was deleted since the snapshot is remembered.
 */
export async function findState(
  reader: Reader,
  { kind, id }: LiveText,
  { gc = true } = {},
): Promise<StoredState | null> {
  return (await findStates(reader, kind, [id], { gc })).get(id) ?? null
}

/**
 * The stored states of several texts of a kind, by what each is the text of; none for those that were never
 * opened for writing. Read by one statement, so that a snapshot that is put in place meanwhile can hide nothing.
 */
export async function findStates(
  reader: Reader,
  kind: LiveKind,
  ids: readonly string[],
  { gc = true } = {},
): Promise<Map<string, StoredState>> {
  if (ids.length === 0) return new Map()
  const { states, updates, key } = named({ kind })
  const rows = await reader.execute<Row & { of: string }>(sql`
    select ${key} as of, id, last, changed_at, 0 as number, snapshot as bytes
    from ${states} where ${key} in ${ids}
    union all
    select u.${key}, d.id, d.last, d.changed_at, u.number, u.update from ${updates} u
    join ${states} d on d.${key} = u.${key} and u.number > d.snapshot_upto
    where u.${key} in ${ids}
    order by number`)
  const found = new Map<string, StoredState>()
  for (const [of, [first, ...later]] of groupedBy(rows, (row) => row.of)) {
    if (!first) continue
    const doc = new Y.Doc({ gc })
    // One transaction: types are looked at once, not after every row.
    doc.transact(() => {
      for (const { bytes } of [first, ...later]) Y.applyUpdate(doc, bytes)
    })
    const { id, last, changed_at: changedAt } = first
    found.set(of, { id, last, changedAt: new Date(changedAt), doc })
  }
  return found
}

/**
 * What was stored behind number `seen`, up to the newest: its updates, or, when a snapshot took their
 * place meanwhile, the whole state.
 */
export async function updatesSince(
  reader: Reader,
  text: LiveText,
  seen: number,
): Promise<{ last: number; updates: Uint8Array[] }> {
  const { states, updates: log, key } = named(text)
  const rows = await reader.execute<Row>(sql`
    select last, 0 as number, case when snapshot_upto > ${seen} then snapshot end as bytes
    from ${states} where ${key} = ${text.id}
    union all
    select d.last, u.number, u.update from ${log} u
    join ${states} d on d.${key} = u.${key}
    where u.${key} = ${text.id} and u.number > greatest(d.snapshot_upto, ${seen})
    order by number`)
  const updates = rows.flatMap(({ bytes }) => (bytes ? [bytes] : []))
  return { last: rows[0]?.last ?? seen, updates }
}
