import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { mappingChanges, mappings } from "@/db/schema/mapping"
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
  await tx.insert(mappingChanges).values(
    changes.map((one, place) => ({
      ...one,
      mappingId: held.id,
      change: first + place,
      authorId: personOf(actor),
      way,
    })),
  )
  await tx.execute(sql`select pg_notify(${mappingChannel}, ${held.id})`)
  return counted.change
}
