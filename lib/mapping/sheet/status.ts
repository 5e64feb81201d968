import type { CellField, CellValues } from "../model"

/**
 * Why something of a row has to be looked at, or keeps it out. `value` is what the file says; of older
 * words who changed them, with the day (`YYYY-MM-DD`).
 */
export type Doubt = {
  key:
    | DoubtKey
    /** What keeps a row out. */
    | ProblemKey
  value: string
  day?: string
}

/** What is doubtful: it can be taken all the same where there is something to take. */
export type DoubtKey =
  | "area"
  | "areaAbove"
  | "person"
  | "samePerson"
  | "kind"
  | "year"
  | "status"
  | "scope"
  | "scopeReason"
  | "mayNotDecide"
  | "day"
  | "dayOrMonth"
  | "dayNumber"
  | "dayAhead"
  | "noSuchRow"
  | "retired"
  | "repeated"
  | "sameNumber"
  | "gathered"
  | "fewer"
  | "alike"
  | "sameAs"
  | "sameAsLine"
  | "otherArea"
  | "otherWords"
  | "older"
  | "since"
  | "formula"
  | "cut"

export type ProblemKey = "tooLong" | "tooMany" | "link" | "unstorable" | "nothing" | "notFitting"

/** A cell that would be another. `value` is null where there is nothing that could be taken. */
export type PlannedCell = {
  field: CellField
  before: string
  after: string
  value: CellValues[CellField] | null
  /** Whether it can be taken over. */
  open: boolean
  /** What is doubtful about it. */
  doubts: Doubt[]
  /** Whether it would leave nothing there. */
  empties: boolean
}

export type LineState = "new" | "changed" | "unchanged" | "doubtful" | "refused"

/** What a line of a file would do to the table. */
export type PlannedLine = {
  /** Its number in the file, as programs show it. */
  line: number
  state: LineState
  /** The row that it is; null for a new one. */
  row: { id: string; number: number } | null
  /** What the file calls its area, and the area's id where that is known. */
  area: { said: string; id: string | null }
  /** The cells of a new row, or those that would change. */
  cells: PlannedCell[]
  /** The cells of the row that it could be instead, where the row that is found says something else, or elsewhere. */
  asNew: PlannedCell[] | null
  doubts: Doubt[]
  /** The new row above it that suggests the same, and to whose activities its own can be added. */
  joins: number | null
  /** The mark of what it would do. */
  mark: string
  /** Whether it can be taken over at all: a new row as a whole, a known one cell by cell. */
  open: boolean
}

/** What a table of somebody would do, line by line. */
export type SheetPlan = {
  lines: PlannedLine[]
  /** Heads of columns that are not known, and whose cells are therefore left out. */
  unknownHeads: string[]
  /** Names of areas that the mapping does not have, as the file says them. */
  unknownAreas: string[]
  /** Rows of the mapping that the file does not name; they stay as they are. None where it is a part. */
  absent: number
  /** Whether the file says of itself that it holds some rows of a table alone. */
  part: boolean
  /** The mark of this plan: one that says anything else has another. */
  mark: string
}

/** Whether a change may be taken with all others: nothing about it is doubtful, and it empties no cell. */
export const isPlain = (
  { open, doubts }: Pick<PlannedLine, "open" | "doubts">,
  cell: PlannedCell,
): boolean => open && cell.open && !cell.empties && doubts.length === 0 && cell.doubts.length === 0

/** How many cells of rows that stand there may be taken so. */
export const countPlain = (lines: readonly PlannedLine[]): number =>
  lines
    .filter(({ row }) => row !== null)
    .reduce((sum, line) => sum + line.cells.filter((cell) => isPlain(line, cell)).length, 0)

/** Whether a new row is ticked from the start: it overwrites nothing, and may only want an area. */
export const takenUnasked = ({ row, open, doubts }: Omit<PlannedLine, "mark">): boolean =>
  row === null && open && doubts.every(({ key }) => key === "area")
