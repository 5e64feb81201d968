import { isSame } from "../cells/write-cells"
import { type Activity, type CellField, type CellValues, cellFields } from "../model"
import { areaCalled, type SheetLine } from "./lines"
import type { Earlier, Standing, StandingRow } from "./model"
import { comparable, cut, earlierKey } from "./model"
import { columnsRead, keepsOut, readField } from "./read-field"
import type { JoinedMatch } from "./same-suggestion"
import type { Doubt, PlannedCell, PlannedLine } from "./status"
import { type Around, allWords, columnsOfField, fieldText, type SheetWords, textIn } from "./texts"

/** A row before anybody wrote in it. */
export const emptyCells = (area: string): CellValues => ({
  ...{ area, suggests: "", activities: [], synergies: [], status: "open" },
  ...{ citation: { mandate: "", paragraph: "" }, scope: { scope: "proposed", reason: "" } },
  ...{ responsible: null, confirmed: null },
})

/** What lines are laid beside. `of` is the change of the mapping that the file is of, where it says so. */
type About = { standing: Standing; around: Around; words: SheetWords; of: number | null }

/** What a line would do. */
export function planLine(
  { line, row, doubts: found, repeated, gathered, joins }: JoinedMatch,
  about: About,
): Omit<PlannedLine, "mark"> {
  const { standing } = about
  const doubts = [...found]
  const said = line.texts.area ?? ""
  const area = { said, id: areaCalled(said, standing.areas)?.id ?? null }
  const cellsFor = (one: StandingRow | null) => planCells(line, one, area, about)
  const planned = cellsFor(row)
  const cells = gathered ? planned.filter(isBesideGathered) : planned
  if (!row) doubts.push(...ofNewRow(area, cells))
  if (!row && line.areaAbove) doubts.push({ key: "areaAbove", value: said })
  const out = [...doubts, ...cells.flatMap((cell) => cell.doubts)].some(keepsOut)
  const stays = out || repeated || row?.retired != null
  const isCopy = doubts.some(({ key }) => key === "sameNumber")
  const asNew = !out && (isCopy || (!stays && doubts.some(mayBeNew))) ? cellsFor(null) : null
  const doubtful = doubts.length > 0 || cells.some((cell) => cell.doubts.length > 0)
  const plainState = row ? (cells.length > 0 ? "changed" : "unchanged") : "new"
  const isTold = gathered ? adds(planned, row) : repeated
  const isSaid = row && cells.length === 0 && !isTold
  return {
    line: line.line,
    state: out ? "refused" : isSaid ? "unchanged" : doubtful ? "doubtful" : plainState,
    row: row ? { id: row.id, number: row.number } : null,
    area,
    cells: stays ? cells.map((cell) => ({ ...cell, open: false })) : cells,
    asNew,
    doubts: isSaid ? [] : doubts,
    joins: stays || !cells.some(({ field, open }) => field === "activities" && open) ? null : joins,
    open: isCopy ? asNew !== null : !stays && (row ? cells.some(({ open }) => open) : true),
  }
}

/** Of a line whose activities are read with those of another: its other words, and what keeps it out. */
const isBesideGathered = ({ field, empties, doubts }: PlannedCell) =>
  !empties && (field !== "activities" || doubts.some(keepsOut))

/** Whether a line has an activity that its row does not have. */
function adds(cells: readonly PlannedCell[], row: StandingRow | null): boolean {
  const said = cells.find(({ field }) => field === "activities")?.value as Activity[] | undefined
  const stands = (one: Activity) => row?.cells.activities.some((other) => isSame(one, other))
  return said !== undefined && !said.every(stands)
}

/** Whether a line may be another row than the one that was found. */
const mayBeNew = ({ key }: Doubt) => key === "otherWords" || key === "otherArea"

/** The cells that a line would change of a row, or fill of a new one. */
function planCells(
  line: SheetLine,
  row: StandingRow | null,
  area: PlannedLine["area"],
  about: About,
): PlannedCell[] {
  const { standing, around, words } = about
  const now = row?.cells ?? emptyCells(area.id ?? "")
  const shown = (field: CellField, cells: CellValues) => fieldText(field, cells, words, around)
  const cells: PlannedCell[] = []
  for (const field of cellFields) {
    if (!columnsRead[field].some((column) => column in line.texts)) continue
    if (field === "area" && (!row || area.said === "")) continue
    if (isUnchanged(field, line, row, around)) continue
    const read = readField(field, line, row?.cells ?? null, standing)
    const { value, readable, doubts, empties } = read
    if (readable && isSame(value, now[field])) continue
    if (!row && empties) continue
    const after = readable ? shown(field, { ...now, [field]: value }) : saidIn(field, line)
    const before = row ? shown(field, now) : ""
    const doubt = row && changedSince(field, line, row, value, about)
    if (doubt) doubts.push(doubt)
    const isList = row && field === "activities" && readable && !empties
    const lost = isList && !doubt ? lostIn(value, now) : ""
    if (lost !== "") doubts.push({ key: "fewer", value: lost })
    cells.push({ field, before, after, value, open: readable, doubts, empties })
  }
  return cells
}

/** The titles of the activities of a row that a list does not have. */
const lostIn = (value: unknown, { activities }: CellValues) =>
  activities
    .filter(({ id }) => !(value as Activity[]).some((one) => one.id === id))
    .map(({ title }) => title)
    .join(", ")
    .slice(0, 200)

/**
 * Whether somebody changed the cell since the file was taken out: the file says of which change it is, or
 * it says what the cell held before.
 */
function changedSince(
  field: CellField,
  line: SheetLine,
  row: StandingRow,
  value: unknown,
  { standing, around, of }: About,
): Doubt | null {
  const earlier = standing.earlier?.get(earlierKey(row.id, field)) ?? []
  const [newest] = earlier
  if (of !== null) return newest && newest.change > of ? doubtOf("since", newest) : null
  const older = earlier.find((one) => {
    const then = { ...row, cells: { ...row.cells, [field]: one.value } as CellValues }
    return isSame(bare(value), bare(one.value)) || isUnchanged(field, line, then, around)
  })
  return older ? doubtOf("older", older) : null
}

const doubtOf = (key: "older" | "since", { by, day }: Earlier): Doubt => ({
  ...{ key, value: by ?? "nobody", day },
})

/** A value without the ids that activities are given anew each time. */
const bare = (value: unknown) =>
  Array.isArray(value) ? value.map((one) => ({ ...Object(one), id: "" })) : value

/** What is doubtful or wrong about a new row as a whole. */
function ofNewRow(area: PlannedLine["area"], cells: readonly PlannedCell[]): Doubt[] {
  const says = cells.some(({ field }) => ["suggests", "activities", "synergies"].includes(field))
  if (!says) return [{ key: "nothing", value: "" }]
  return area.id === null ? [{ key: "area", value: area.said }] : []
}

/** Whether all columns of a cell say what we would write of it, in one of our languages. */
function isUnchanged(
  field: CellField,
  line: SheetLine,
  row: StandingRow | null,
  around: Around,
): boolean {
  if (!row) return false
  if (
    field === "activities" &&
    ["kind", "years", "link", "body"].some((each) => each in line.texts)
  )
    return false
  const own = columnsOfField[field].filter((column) => column in line.texts)
  if (
    own.length === 0 ||
    own.length < columnsRead[field].filter((each) => each in line.texts).length
  )
    return false
  return own.every((column) => {
    if (column === "number") return true
    // A `\\` that only says that a sign is itself makes no difference: Word shows the sign.
    const bare = (text: string) =>
      comparable(column === "synergies" ? text.replace(/\\(?=[^\p{L}\p{N}]|\d)/gu, "") : text)
    const said = bare(line.texts[column] ?? "")
    return allWords.some((words) => {
      const text = textIn(column, row.cells, words, around)
      return said === bare(text) || said === bare(cut(text))
    })
  })
}

const saidIn = (field: CellField, line: SheetLine) =>
  columnsRead[field].flatMap((column) => line.texts[column] || []).join(" · ")
