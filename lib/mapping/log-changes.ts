import { type SQL, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { type Actor, personOf } from "@/lib/platform/actor"
import type { HeldMapping } from "./hold"
import type { CellField, Deed, Way } from "./model"

/** The channel on which every server hears that a mapping changed, or who is in it: its id. */
export const mappingChannel = "mapping_changed"

/** A change that is about to be committed; `revision` is what a cell has since. */
export type NewChange = {
  rowId?: string
  areaId?: string
  field: CellField | Deed
  revision?: number
  before?: unknown
  after?: unknown
}

/**
 * Step: writes changes of a held mapping into its history, each with the next number, and tells everybody
 * who looks at it when the transaction is committed. One statement, because every cell that is typed
 * waits for it. Returns the number of the last one.
 */
export async function logChanges(
  tx: Transaction,
  held: HeldMapping,
  { actor, way, changes }: { actor: Actor; way: Way; changes: readonly NewChange[] },
): Promise<number> {
  const given = changes.map(({ rowId, areaId, field, revision, before, after }, place) => ({
    ...{ place, field, before, after },
    ...{ row_id: rowId, area_id: areaId, revision: revision ?? 0 },
  }))
  const [counted] = await tx.execute<{ change: string }>(sql`
    with counted as (
      update mappings set change = change + ${changes.length}::int where id = ${held.id}
      returning id, change - ${changes.length}::int + 1 as first, change
    ), written as (
      insert into mapping_changes
        (mapping_id, change, row_id, area_id, field, revision, before, after, author_id, way)
      select counted.id, counted.first + n.place, n.row_id, n.area_id, n.field, n.revision,
        n.before, n.after, ${personOf(actor)}::uuid, ${way}
      from counted, jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb) as n(
        place int, row_id uuid, area_id uuid, field text, revision int, before jsonb, after jsonb)
    )
    select change, pg_notify(${mappingChannel}, id::text) from counted`)
  if (!counted) throw new Error(`Mapping ${held.id} is not there`)
  return Number(counted.change)
}

/**
 * The parts of a statement that write the change of one cell into the history as `logChanges` does:
 * the part `edited` says what became of which row, and `counted` what number the change has. The caller
 * selects `toldOf` from it.
 */
export function partsOfLog(
  mappingId: string,
  { actor, way, field }: { actor: Actor; way: Way; field: CellField },
): SQL {
  return sql`counted as (
      update mappings as m set change = m.change + 1 from edited where m.id = ${mappingId}
      returning m.id, m.group_id, m.change, edited.*
    ), logged as (
      insert into mapping_changes
        (mapping_id, change, row_id, field, revision, before, after, author_id, way)
      select id, change, row_id, ${field}, revision, before, after, ${personOf(actor)}::uuid, ${way}
      from counted
    )`
}

/** Tells everybody who looks at the mapping of `counted`, with the commit. */
export const toldOf: SQL = sql`pg_notify(${mappingChannel}, counted.id::text)`
