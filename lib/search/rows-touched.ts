import { sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { type Source, sourceOf } from "./sources"

/**
 * The rows of a mapping that an event changed, and those of an area whose names it changed: what the
 * history of the mapping says of the same transaction, which bears the same instant. With a row that
 * stands under another area, or under another name of it, the comments on it. Their order is nothing.
 */
export async function rowsTouchedBy(reader: Reader, eventId: number): Promise<Source[]> {
  const found = await reader.execute<{ kind: "row" | "comment"; id: string }>(sql`
    with changed as (
      select c.row_id, c.area_id, c.field from events e
      join mapping_changes c on c.mapping_id = e.subject_id::uuid and c.at = e.at
      where e.id = ${eventId} and e.subject_type = 'mapping'),
    filed as (
      select r.id from changed c join mapping_rows r on r.area_id = c.area_id where c.field = 'edited'
      union select row_id from changed where field = 'area')
    select 'row' as kind, row_id::text as id from changed where row_id is not null and field <> 'moved'
    union select 'row', id::text from filed
    union select 'comment', c.id::text from filed
      join threads t on t.row_id = filed.id join comments c on c.thread_id = t.id`)
  return found.map(({ kind, id }) => sourceOf(kind, id))
}
