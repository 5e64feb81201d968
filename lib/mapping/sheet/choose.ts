import { Refusal } from "@/lib/platform/errors"
import { type Activity, type CellSave, mappingLimits } from "../model"
import type { Standing } from "./model"
import { isPlain, type PlannedCell, type PlannedLine, type SheetPlan } from "./status"

/** New rows, and cells of new rows and of known ones, as they are to be written. */
export type Chosen = { rows: { id: string; areaId: string }[]; cells: CellSave[] }

export type Choice = {
  /** `12` for line 12 as a new row, also beside the one that has its number; `12.suggests` for a cell of that, `12.join` to add its activities to the line above that suggests the same. */
  take: ReadonlySet<string>
  /** Whether to take every cell that may be taken unseen. */
  all: boolean
  /** For each area that the mapping does not have an area's id, or "". */
  areas: ReadonlyMap<string, string>
}

/** What was chosen of a plan. What cannot be taken is not, whoever asks for it. */
export function chooseCells(plan: SheetPlan, standing: Standing, choice: Choice): Chosen {
  const chosen: Chosen = { rows: [], cells: [] }
  const newRows = new Map<number, string>()
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
    const areaId = line.area.id ?? areaFor(line, standing, choice)
    if (!isTaken && line.joins !== null && choice.take.has(`${line.line}.join`))
      join(chosen, line, { rowId: newRows.get(line.joins), take: choice.take })
    if (!isTaken || !fresh || !areaId) continue
    const id = crypto.randomUUID()
    newRows.set(line.line, id)
    chosen.rows.push({ id, areaId })
    chosen.cells.push(...fresh.filter(({ open }) => open).map((cell) => saveOf(id, cell, 0)))
  }
  return chosen
}

/** Adds the activities of a line to a new row above it: one that was ticked, and whose area is known. */
function join(
  { cells }: Chosen,
  { line, joins, cells: said }: PlannedLine,
  { rowId, take }: { rowId: string | undefined; take: Choice["take"] },
): void {
  if (rowId === undefined) {
    const why = take.has(String(joins)) ? "mapping.joinNoArea" : "mapping.joinAlone"
    throw new Refusal("invalid", why, { line, to: String(joins) })
  }
  const more = said.flatMap(({ field, value }) =>
    field === "activities" ? (value as Activity[]) : [],
  )
  const at = cells.findIndex((cell) => cell.rowId === rowId && cell.field === "activities")
  const known = cells[at]?.field === "activities" ? (cells[at].value as Activity[]) : []
  if (known.length + more.length > mappingLimits.activities)
    throw new Refusal("invalid", "mapping.tooManyActivities")
  const cell: CellSave = { rowId, field: "activities", base: 0, value: [...known, ...more] }
  cells.splice(at < 0 ? cells.length : at, at < 0 ? 0 : 1, cell)
}

function areaFor({ area }: PlannedLine, { areas }: Standing, choice: Choice): string | null {
  const wanted = choice.areas.get(area.said)
  return areas.find(({ id }) => id === wanted)?.id ?? null
}

const saveOf = (rowId: string, { field, value }: PlannedCell, base: number) =>
  ({ rowId, field, base, value }) as CellSave
