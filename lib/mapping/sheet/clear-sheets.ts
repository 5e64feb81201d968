import { sql } from "drizzle-orm"
import type { Reader } from "@/db/client"

/** How many tables of a mapping are kept: those that were only looked at, and those that were taken over. */
export const sheetsKept = { shown: 20, taken: 50 } as const

/**
 * Step: lets go of the oldest tables of a mapping beyond those that are kept. Nothing was taken of a table
 * that was only looked at; what was taken of one stands in the history of each cell.
 */
export async function clearSheets(db: Reader, mappingId: string): Promise<void> {
  await db.execute(sql`
    delete from mapping_sheets where id in (
      select id from (
        select id, taken_at is null as shown, row_number() over (
          partition by taken_at is null order by created_at desc, id) as place
        from mapping_sheets where mapping_id = ${mappingId}
      ) as ordered
      where place > case when shown then ${sheetsKept.shown}::int else ${sheetsKept.taken}::int end)`)
}
