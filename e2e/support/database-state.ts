import { sql } from "drizzle-orm"
import type { Database } from "@/db/client"

/** Every table of a database, with how many rows it has and a hash over all of them. */
export type State = Record<string, { rows: number; hash: string }>

/** All that stands in the database, with the jobs that wait; as the owner of the tables. */
export async function stateOf(owner: Database): Promise<State> {
  const tables = await owner.execute<{ name: string }>(sql`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
    where schemaname = 'public' or (schemaname = 'pgboss' and tablename like 'job%')
    order by name`)
  const each = tables.map(
    ({ name }) => sql`select ${name}::text as name, count(*)::int as rows,
      coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as hash
      from only ${sql.raw(name)} t`,
  )
  const found = await owner.execute<{ name: string; rows: number; hash: string }>(
    sql.join(each, sql` union all `),
  )
  return Object.fromEntries(found.map(({ name, rows, hash }) => [name, { rows, hash }]))
}

/** How many rows each table has more than before; a table that only changed is there with 0. */
export function changesOf(before: State, after: State): Record<string, number> {
  return Object.fromEntries(
    Object.entries(after)
      .filter(([name, { hash }]) => hash !== before[name]?.hash)
      .map(([name, { rows }]) => [name, rows - (before[name]?.rows ?? 0)]),
  )
}
