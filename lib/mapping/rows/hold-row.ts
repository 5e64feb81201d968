import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { mappingRows } from "@/db/schema/mapping"
import { notFound, Refusal } from "@/lib/platform/errors"
import type { StoredRow } from "../cells/row-cells"
import { type HeldMapping, holdMapping } from "../hold"

/** Step: holds the mapping of a row and returns both as they stand. `not_found` without such a row. */
export async function holdRow(
  tx: Transaction,
  rowId: string,
): Promise<{ held: HeldMapping; row: StoredRow }> {
  const [named] = await tx
    .select({ mappingId: mappingRows.mappingId })
    .from(mappingRows)
    .where(eq(mappingRows.id, rowId))
  if (!named) throw notFound()
  const held = await holdMapping(tx, named.mappingId)
  const [row] = await tx.select().from(mappingRows).where(eq(mappingRows.id, rowId))
  if (!row) throw notFound()
  return { held, row }
}

/** Refuses with `conflict` what is done to a retired row, with why it was retired. */
export function refuseRetired({ retiredAt, number, retiredReason: reason }: StoredRow): void {
  if (retiredAt) throw new Refusal("conflict", "mapping.rowRetired", { number, reason })
}
