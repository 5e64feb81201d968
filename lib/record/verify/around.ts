import { sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import type { Difference } from "./model"

/** Compares stored files with the hash that was taken when they were stored. */
export async function fileDifferences(
  reader: Reader,
): Promise<{ files: number; differences: Difference[] }> {
  const rows = await reader.execute<{ what: string; same: boolean }>(sql`
    select 'report.' || format || ' of meeting ' || number || ', version ' || version as what,
      encode(sha256(file), 'hex') = report_files.sha256 as same
      from report_files join reports on reports.id = report_id
    union all
    select 'file ' || name || ' of a document', encode(sha256(file), 'hex') = sha256 from document_files`)
  const differences = rows
    .filter(({ same }) => !same)
    .map(({ what }) => ({ where: what, what: "its bytes are not those that were stored" }))
  return { files: rows.length, differences }
}

/** Versions that the trail of events tells of, and that are gone. */
export async function lostDifferences(reader: Reader): Promise<Difference[]> {
  const rows = await reader.execute<{ where: string; at: string }>(sql`
    select groups.slug || ', meeting ' || (data ->> 'number') || ', version ' || (data ->> 'version') as where,
      to_char(at at time zone 'UTC', 'YYYY-MM-DD') as at
      from events join groups on groups.id = events.group_id
      where events.name in ('report.published', 'report.corrected', 'report.withdrawn')
        and not exists (select from reports
          where meeting_id::text = events.subject_id and version = (data ->> 'version')::int)
      order by events.id`)
  return rows.map(({ where, at }) => ({
    where,
    what: `the trail says that it was published on ${at}, and it is gone`,
  }))
}

/** Guards of the database that somebody has switched off. */
export async function guardDifferences(reader: Reader): Promise<Difference[]> {
  const rows = await reader.execute<{ table: string; guard: string }>(sql`
    select relname as table, tgname as guard
      from pg_trigger join pg_class on pg_class.oid = tgrelid
      where not tgisinternal and tgenabled <> 'O' and relnamespace = 'public'::regnamespace
      order by 1, 2`)
  return rows.map(({ table, guard }) => ({
    where: `table ${table}`,
    what: `its guard ${guard} is switched off`,
  }))
}
