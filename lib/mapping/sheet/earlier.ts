import { sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import type { RawTable } from "@/lib/imports/tables/model"
import type { Locale } from "@/lib/platform/locales"
import type { CellField } from "../model"
import { type Earlier, earlierKey, type Standing } from "./model"
import { planSheet } from "./plan"
import type { SheetPlan } from "./status"

/** So many of the newest changes of a cell are looked through. */
const mostChanges = 200

/**
 * What a table would change of a mapping, as `planSheet` says it, with the history of the cells that
 * differ: a file that is older than they are says what they held before. Does not authorize.
 */
export async function planWithHistory(
  reader: Reader,
  table: RawTable,
  standing: Standing,
  locale: Locale,
): Promise<SheetPlan> {
  const plan = planSheet(table, standing, locale)
  const cells = plan.lines.flatMap(({ row, cells: planned }) =>
    row ? planned.map(({ field }) => ({ rowId: row.id, field })) : [],
  )
  if (cells.length === 0) return plan
  return planSheet(table, { ...standing, earlier: await readEarlier(reader, cells) }, locale)
}

type Found = {
  rowId: string
  field: CellField
  value: unknown
  change: string
  at: string
  by: string | null
}

async function readEarlier(
  reader: Reader,
  cells: readonly { rowId: string; field: CellField }[],
): Promise<ReadonlyMap<string, Earlier[]>> {
  const found = await reader.execute<Found>(sql`
    select asked."rowId", asked.field, past.before as value, past.change, p.name as by,
      to_char(past.at at time zone 'UTC', 'YYYY-MM-DD') as at
    from jsonb_to_recordset(${JSON.stringify(cells)}::text::jsonb) as asked("rowId" uuid, field text)
    cross join lateral (
      select before, at, author_id, change from mapping_changes
      where row_id = asked."rowId" and field = asked.field
      order by change desc limit ${mostChanges}
    ) as past
    left join people p on p.id = past.author_id
    order by past.change desc`)
  const earlier = new Map<string, Earlier[]>()
  for (const { rowId, field, value, change, by, at } of found) {
    const key = earlierKey(rowId, field)
    const known = earlier.get(key) ?? []
    if (known.length === 0) earlier.set(key, known)
    known.push({ value, change: Number(change), by, day: at })
  }
  return earlier
}
