import { sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import type { AnnexEntry } from "./model"

/** What was published of the row in which an activity of the annex stood. */
export type ToldInAnnex = Pick<AnnexEntry, "area" | "suggests">

/**
 * Step: what the annex of the newest edition says of rows, by the number of the row and the id of the
 * activity; where it does not tell of one any more, what the edition says that moved it.
 */
export async function findToldInAnnex(
  reader: Reader,
  mappingId: string,
  rows: readonly number[],
): Promise<ReadonlyMap<string, ToldInAnnex>> {
  if (rows.length === 0) return new Map()
  const found = await reader.execute<{ key: string } & ToldInAnnex>(sql`
    with asked as (
      select e.number, e.content from editions e
      where e.mapping_id = ${mappingId} and (
        e.number = (select max(number) from editions where mapping_id = ${mappingId})
        or e.id in (
          select a.edition_id from annex_activities a join mapping_rows r on r.id = a.row_id
          where r.mapping_id = ${mappingId} and r.number = any(${sql.param(rows)}::int[])
            and a.returned_at is null))
    )
    select distinct on (key) (entry ->> 'row') || ' ' || (entry -> 'activity' ->> 'id') as key,
      entry ->> 'area' as area, entry ->> 'suggests' as suggests
    from asked, jsonb_array_elements(asked.content -> 'annex') as entry
    where (entry ->> 'row')::int = any(${sql.param(rows)}::int[])
    order by key, asked.number desc`)
  return new Map(found.map(({ key, area, suggests }) => [key, { area, suggests }]))
}
