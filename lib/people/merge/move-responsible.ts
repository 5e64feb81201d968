import { asc, eq, inArray, or } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { mappingRows, mappings } from "@/db/schema/mapping"
import { memberships } from "@/db/schema/members"
import { revisionsOf } from "@/lib/mapping/cells/row-cells"
import { updateRows } from "@/lib/mapping/cells/update-rows"
import { holdMapping } from "@/lib/mapping/hold"
import { logChanges } from "@/lib/mapping/log-changes"
import { recordEdited } from "@/lib/mapping/record-edited"
import type { Actor } from "@/lib/platform/actor"
import type { Pair } from "./pair"

/** Step: the rows of mappings that the merged person answers for, as changes of those cells. */
export async function moveResponsible(
  tx: Transaction,
  { kept, merged }: Pair,
  actor: Actor,
): Promise<void> {
  const rows = await tx
    .select()
    .from(mappingRows)
    .where(eq(mappingRows.responsibleId, merged))
    .orderBy(asc(mappingRows.mappingId), asc(mappingRows.number))
  const moved = rows.map((row) => ({
    ...{ ...row, responsibleId: kept },
    revisions: { ...revisionsOf(row), responsible: (revisionsOf(row).responsible ?? 0) + 1 },
  }))
  if (moved.length === 0) return
  await updateRows(tx, moved)
  for (const mappingId of new Set(moved.map((row) => row.mappingId))) {
    const here = moved.filter((row) => row.mappingId === mappingId)
    const held = await holdMapping(tx, mappingId)
    await logChanges(tx, held, {
      ...{ actor, way: "merge" },
      changes: here.map(({ id, revisions }) => ({
        ...{ rowId: id, field: "responsible", revision: revisions.responsible },
        ...{ before: merged, after: kept },
      })),
    })
    const numbers = here.map(({ number }) => number)
    await recordEdited(tx, held, { actor, rows: numbers, fields: ["responsible"] })
  }
}

/**
 * Step: holds the mappings in which the merged person answers for a row, or may be made to. Comes before
 * every other lock of a merge, because whoever saves a cell holds the mapping before the people in it.
 */
export async function holdMappingsOf(tx: Transaction, { merged }: Pair): Promise<void> {
  const answeredFor = tx
    .select({ id: mappingRows.mappingId })
    .from(mappingRows)
    .where(eq(mappingRows.responsibleId, merged))
  const groups = tx
    .select({ id: memberships.groupId })
    .from(memberships)
    .where(eq(memberships.personId, merged))
  await tx
    .select({ id: mappings.id })
    .from(mappings)
    .where(or(inArray(mappings.id, answeredFor), inArray(mappings.groupId, groups)))
    .orderBy(asc(mappings.id))
    .for("update")
}
