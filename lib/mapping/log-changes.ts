import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { mappings } from "@/db/schema/mapping"
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
 * who looks at it when the transaction is committed. Returns the number of the last one.
 */
export async function logChanges(
  tx: Transaction,
  held: HeldMapping,
  { actor, way, changes }: { actor: Actor; way: Way; changes: readonly NewChange[] },
): Promise<number> {
  const [counted] = await tx
    .update(mappings)
    .set({ change: sql`${mappings.change} + ${changes.length}` })
    .where(eq(mappings.id, held.id))
    .returning({ change: mappings.change })
  if (!counted) throw new Error(`Mapping ${held.id} is not there`)
  const first = counted.change - changes.length + 1
  const given = changes.map((one, place) => ({
    change: first + place,
    row_id: one.rowId ?? null,
    area_id: one.areaId ?? null,
    field: one.field,
    revision: one.revision ?? 0,
    before: one.before ?? null,
    after: one.after ?? null,
  }))
  // One parameter, whatever their number: a table that is brought in changes tens of thousands of cells.
  await tx.execute(sql`
    insert into mapping_changes
      (mapping_id, change, row_id, area_id, field, revision, before, after, author_id, way)
    select ${held.id}, n.change, n.row_id, n.area_id, n.field, n.revision, n.before, n.after,
      ${personOf(actor)}::uuid, ${way}
    from jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb) as n(
      change bigint, row_id uuid, area_id uuid, field text, revision integer,
      before jsonb, after jsonb)`)
  await tx.execute(sql`select pg_notify(${mappingChannel}, ${held.id})`)
  return counted.change
}
