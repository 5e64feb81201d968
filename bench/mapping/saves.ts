import { eq } from "drizzle-orm"
import { mappingRows } from "@/db/schema/mapping"
import { saveCells } from "@/lib/mapping/cells/save-cells"
import { database } from "@/lib/platform/database"
import { startSending } from "@/lib/platform/jobs"
import type { Filled } from "./fill"

const warm = 50
const rounds = 400

/** Milliseconds of each bare `UPDATE` of a cell, and of each save of one, in turn on one database. */
export async function timeSaves({ people, mappingId, rowIds }: Filled, name: string) {
  const [, actor] = people
  if (!actor) throw new Error("Nobody is there to save")
  await startSending()
  const bare: number[] = []
  const saved: number[] = []
  for (let round = 0; round < warm + rounds; round++) {
    const rowId = rowIds[(round * 7) % rowIds.length] ?? ""
    const other = rowIds[(round * 7 + 3) % rowIds.length] ?? ""
    const value = `${name}, round ${round}`
    const began = performance.now()
    await database().update(mappingRows).set({ suggests: value }).where(eq(mappingRows.id, other))
    const between = performance.now()
    const base = (await revisionOf(rowId)) ?? 0
    const asked = performance.now()
    await saveCells(actor, {
      ...{ mappingId, way: "grid" as const },
      cells: [{ rowId, field: "suggests", base, value }],
    })
    const done = performance.now()
    if (round < warm) continue
    bare.push(between - began)
    saved.push(done - asked)
  }
  return { bare, saved }
}

async function revisionOf(rowId: string): Promise<number> {
  const [row] = await database()
    .select({ revisions: mappingRows.revisions })
    .from(mappingRows)
    .where(eq(mappingRows.id, rowId))
  return (row?.revisions as { suggests?: number } | undefined)?.suggests ?? 0
}
