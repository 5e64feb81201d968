import { sql } from "drizzle-orm"
import * as Y from "yjs"
import type { Reader, Transaction } from "@/db/client"
import { type LiveText, named } from "./kind"

/** What is new from one device: its client number, and the clock from which on. */
export type Written = { clientId: number; fromClock: number }

/** Who wrote what a device wrote at one of its clocks; null for the portal, or when nobody is known. */
export type AuthorOf = (client: number, clock: number) => string | null

/** What `update` brings that a text in `state` does not have yet, by device. */
export function writtenIn(update: Uint8Array, state: ReadonlyMap<number, number>): Written[] {
  const { from, to } = Y.parseUpdateMeta(update)
  return [...to].flatMap(([clientId, end]) => {
    const known = state.get(clientId) ?? 0
    return end > known ? [{ clientId, fromClock: Math.max(known, from.get(clientId) ?? 0) }] : []
  })
}

// The driver hands out numbers of eight bytes as text.
type Row = { client_id: string; from_clock: number; author_id: string | null }

/** Step: notes who brought what devices wrote, where it is not the one who brought what came before. */
export async function noteWriters(
  tx: Transaction,
  text: LiveText,
  written: readonly (Written & { authorId: string | null })[],
): Promise<void> {
  if (written.length === 0) return
  const { writers, key } = named(text)
  const ids = [...new Set(written.map(({ clientId }) => clientId))]
  const known = await tx.execute<Row>(sql`
    select distinct on (client_id) client_id, author_id from ${writers}
    where ${key} = ${text.id} and client_id in ${ids}
    order by client_id, from_clock desc`)
  const latest = new Map(known.map((row) => [Number(row.client_id), row.author_id]))
  const rows = written.filter(({ clientId, authorId }) => {
    const isSame = latest.get(clientId) === authorId
    latest.set(clientId, authorId)
    return !isSame
  })
  if (rows.length === 0) return
  const values = rows.map(
    ({ clientId, fromClock, authorId }) =>
      sql`(${text.id}::uuid, ${clientId}::bigint, ${fromClock}::integer, ${authorId}::uuid)`,
  )
  await tx.execute(sql`
    insert into ${writers} (${key}, client_id, from_clock, author_id)
    values ${sql.join(values, sql`, `)}
    on conflict (${key}, client_id, from_clock) do update set author_id = excluded.author_id`)
}

/** Who wrote what, of all devices that ever wrote in a text. */
export async function readAuthors(reader: Reader, text: LiveText): Promise<AuthorOf> {
  const { writers, key } = named(text)
  const rows = await reader.execute<Row>(sql`
    select client_id, from_clock, author_id from ${writers}
    where ${key} = ${text.id} order by client_id, from_clock desc`)
  const stretches = new Map<number, Row[]>()
  for (const row of rows) {
    const client = Number(row.client_id)
    stretches.set(client, [...(stretches.get(client) ?? []), row])
  }
  return (client, clock) =>
    stretches.get(client)?.find(({ from_clock }) => from_clock <= clock)?.author_id ?? null
}
