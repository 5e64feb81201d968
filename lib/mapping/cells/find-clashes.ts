import { and, desc, eq, inArray, or } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { mappingChanges } from "@/db/schema/mapping"
import { people } from "@/db/schema/people"
import { type CellSave, type Clash, joinable } from "../model"
import { bothOf } from "./both-of"
import { cellsOf, revisionsOf, type StoredRow } from "./row-cells"

/** Step: what stands in cells that were changed since their editor saw them, with who did and when. */
export async function findClashes(
  tx: Transaction,
  cells: readonly CellSave[],
  rows: ReadonlyMap<string, StoredRow>,
): Promise<Clash[]> {
  const last = await tx
    .selectDistinctOn([mappingChanges.rowId, mappingChanges.field], {
      rowId: mappingChanges.rowId,
      field: mappingChanges.field,
      at: mappingChanges.at,
      by: people.name,
    })
    .from(mappingChanges)
    .leftJoin(people, eq(people.id, mappingChanges.authorId))
    .where(
      or(
        ...[...new Set(cells.map(({ rowId }) => rowId))].map((rowId) =>
          and(
            eq(mappingChanges.rowId, rowId),
            inArray(
              mappingChanges.field,
              cells.filter((cell) => cell.rowId === rowId).map(({ field }) => field),
            ),
          ),
        ),
      ),
    )
    .orderBy(mappingChanges.rowId, mappingChanges.field, desc(mappingChanges.change))
  return cells.flatMap(({ rowId, field, value: mine }) => {
    const row = rows.get(rowId)
    const change = last.find((one) => one.rowId === rowId && one.field === field)
    if (!row || !change) return []
    const value = cellsOf(row)[field]
    const isCrowded = joinable.includes(field) && bothOf(field, value, mine) === null
    return {
      ...{ rowId, field, revision: revisionsOf(row)[field] ?? 0, value },
      ...{ by: change.by, at: change.at.toISOString() },
      ...(isCrowded && { oneOnly: true }),
    }
  })
}
