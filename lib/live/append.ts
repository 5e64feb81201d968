import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { liveChannel, nameOf } from "./channel"
import { type LiveText, named } from "./kind"

/** One change to a shared text, and who brought it; null for the portal itself. */
export type Update = { authorId: string | null; bytes: Uint8Array }

/**
 * Step: puts changes behind number `last` of a text that the caller holds, and tells every server with
 * the commit. Returns the newest number and the instant of writing.
 */
export async function appendUpdates(
  tx: Transaction,
  text: LiveText,
  last: number,
  updates: readonly Update[],
): Promise<{ last: number; at: Date }> {
  const { states, updates: log, key } = named(text)
  const rows = updates.map(
    ({ authorId, bytes }, place) =>
      sql`(${text.id}::uuid, ${last + place + 1}::integer, ${bytes}::bytea, ${authorId}::uuid)`,
  )
  await tx.execute(
    sql`insert into ${log} (${key}, number, update, author_id) values ${sql.join(rows, sql`, `)}`,
  )
  const newest = last + rows.length
  const [written] = await tx.execute<{ changed_at: string }>(sql`
    update ${states} set last = ${newest}, changed_at = clock_timestamp()
    where ${key} = ${text.id} returning changed_at`)
  if (!written) throw new Error(`A text has no shared state: ${text.kind.name} ${text.id}`)
  const notice = `${nameOf(text.kind.name, text.id)}:${newest}`
  await tx.execute(sql`select pg_notify(${liveChannel}, ${notice})`)
  return { last: newest, at: new Date(written.changed_at) }
}
