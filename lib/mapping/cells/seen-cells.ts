import { and, eq, or } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { mappingChanges } from "@/db/schema/mapping"
import { type CellField, cellFields, type Revisions } from "../model"
import { cellsOf, revisionsOf, type StoredRow } from "./row-cells"

/**
 * Step: what stood in the cells of a row at the revisions that somebody saw, as its history tells it. A cell whose
 * revision is not known to the history counts as it stands.
 */
export async function seenCells(
  tx: Transaction,
  row: StoredRow,
  base: Revisions,
): Promise<Record<CellField, unknown>> {
  const seen: Record<CellField, unknown> = cellsOf(row)
  const older = cellFields.filter((field) => {
    const at = base[field]
    return at !== undefined && at < (revisionsOf(row)[field] ?? 0)
  })
  if (older.length === 0) return seen
  const next = await tx
    .select({ field: mappingChanges.field, before: mappingChanges.before })
    .from(mappingChanges)
    .where(
      and(
        eq(mappingChanges.rowId, row.id),
        or(
          ...older.map((field) =>
            and(
              eq(mappingChanges.field, field),
              eq(mappingChanges.revision, (base[field] ?? 0) + 1),
            ),
          ),
        ),
      ),
    )
  for (const field of older) {
    const change = next.find((one) => one.field === field)
    if (change) seen[field] = change.before
  }
  return seen
}
