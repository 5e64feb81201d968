import { saveCells } from "@/lib/mapping/cells/save-cells"
import { connection } from "@/lib/platform/database"
import { startSending } from "@/lib/platform/jobs"
import { type Figures, median, percentile } from "../figures"
import type { Filled } from "./fill"

const warm = 200
const rounds = 5
const inRound = 400

/**
 * A cell saved by what the page calls, beside one bare `UPDATE` of a cell: a statement of its own, committed
 * by itself, kept ready by the driver, over the same pool, of the same table. They are timed in turn, in
 * milliseconds; the ratios are told of all, and how far those of single rounds lie apart.
 */
export async function timeSaves(filled: Filled): Promise<Figures> {
  await startSending()
  await timeRound(filled, { from: 0, count: warm })
  const all: Times[] = []
  for (let round = 0; round < rounds; round++)
    all.push(await timeRound(filled, { from: warm + round * inRound, count: inRound }))
  const bare = all.flatMap((one) => one.bare)
  const saved = all.flatMap((one) => one.saved)
  const ms = (value: number) => ({ value, unit: "ms" })
  const ofRounds = all.map((one) => percentile(one.saved, 95) / percentile(one.bare, 95))
  return {
    figures: {
      "a bare UPDATE, median": ms(median(bare)),
      "a bare UPDATE, 95 of 100": ms(percentile(bare, 95)),
      "a cell saved, median": ms(median(saved)),
      "a cell saved, 95 of 100": ms(percentile(saved, 95)),
    },
    ratios: {
      "a cell saved to a bare UPDATE, median": median(saved) / median(bare),
      "a cell saved to a bare UPDATE, 95 of 100": percentile(saved, 95) / percentile(bare, 95),
      "the same, lowest of the rounds": Math.min(...ofRounds),
      "the same, highest of the rounds": Math.max(...ofRounds),
    },
  }
}

type Times = { bare: number[]; saved: number[] }

async function timeRound(
  { people, mappingId, rowIds }: Filled,
  { from, count }: { from: number; count: number },
): Promise<Times> {
  const [, actor] = people
  if (!actor) throw new Error("Nobody is there to save")
  const { sql } = connection()
  const times: Times = { bare: [], saved: [] }
  for (let place = from; place < from + count; place++) {
    const rowId = rowIds[(place * 7) % rowIds.length] ?? ""
    const other = rowIds[(place * 7 + 3) % rowIds.length] ?? ""
    const value = `Saved as number ${place}`
    const [row] =
      await sql`select revisions->'suggests' as base from mapping_rows where id = ${rowId}`
    const began = performance.now()
    await sql`update mapping_rows set suggests = ${value} where id = ${other}`
    const between = performance.now()
    await saveCells(actor, {
      ...{ mappingId, way: "grid" as const },
      cells: [{ rowId, field: "suggests", base: Number(row?.base ?? 0), value }],
    })
    times.bare.push(between - began)
    times.saved.push(performance.now() - between)
  }
  return times
}
