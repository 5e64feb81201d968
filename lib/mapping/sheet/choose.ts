import type { CellSave } from "../model"
import type { Standing } from "./model"
import { isPlain, type PlannedCell, type PlannedLine, type SheetPlan } from "./status"

/** New rows, and cells of new rows and of known ones, as they are to be written. */
export type Chosen = { rows: { id: string; areaId: string }[]; cells: CellSave[] }

export type Choice = {
  /** `12` for line 12 as a new row, also beside the one that has its number; `12.suggests` for a cell of that. */
  take: ReadonlySet<string>
  /** Whether to take every cell that may be taken unseen. */
  all: boolean
  /** For each area that the mapping does not have, in the order of the plan, an area's id or "". */
  areas: readonly string[]
}

/** What was chosen of a plan. What cannot be taken is not, whoever asks for it. */
export function chooseCells(plan: SheetPlan, standing: Standing, choice: Choice): Chosen {
  const chosen: Chosen = { rows: [], cells: [] }
  const rowOf = new Map(standing.rows.map((row) => [row.id, row]))
  for (const line of plan.lines) {
    if (!line.open) continue
    const row = line.row ? rowOf.get(line.row.id) : undefined
    const isTaken = choice.take.has(String(line.line))
    if (row) {
      const cells = line.cells.filter(
        (cell) =>
          cell.open &&
          (choice.take.has(`${line.line}.${cell.field}`) || (choice.all && isPlain(line, cell))),
      )
      chosen.cells.push(
        ...cells.map((cell) => saveOf(row.id, cell, row.revisions[cell.field] ?? 0)),
      )
    }
    const fresh = row ? line.asNew : line.cells
    const areaId = line.area.id ?? areaFor(line, plan, standing, choice)
    if (!isTaken || !fresh || !areaId) continue
    const id = crypto.randomUUID()
    chosen.rows.push({ id, areaId })
    chosen.cells.push(...fresh.filter(({ open }) => open).map((cell) => saveOf(id, cell, 0)))
  }
  return chosen
}

function areaFor(
  { area }: PlannedLine,
  { unknownAreas }: SheetPlan,
  { areas }: Standing,
  choice: Choice,
): string | null {
  const wanted = choice.areas[unknownAreas.indexOf(area.said)]
  return areas.find(({ id }) => id === wanted)?.id ?? null
}

const saveOf = (rowId: string, { field, value }: PlannedCell, base: number) =>
  ({ rowId, field, base, value }) as CellSave
