import { runsOf } from "@/lib/minutes/plain-lines"
import { cellText, isHeads } from "./editable"
import {
  type DocumentPlain,
  type DocumentTable,
  documentLimits,
  type TableCell,
  type TableRow,
} from "./model"

const cellsOf = (text: string) =>
  text
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
const isRule = (text: string) => /^\|(?:\s*-{3,}\s*\|)+$/.test(text)

/** Whether lines of a plain field are a table. */
export const isTable = (lines: readonly string[]) => lines.every((each) => /^\|.*\|$/.test(each))

/** Reads the words of a cell that is not as it was; `before` is the one in whose place it stands. */
type ReadCell = (text: string, before: TableCell | undefined) => DocumentPlain

/**
 * A table as it was typed, in the place of `before`, of `cells` that were there. A cell whose words are unchanged stays as it was, with its lists and its
 * emphasis. The cells of the first row are heads where a rule stands under them; the heads of rows, which
 * the field does not show, stay heads.
 */
export function readTable(
  lines: readonly string[],
  before: DocumentTable | undefined,
  cells: readonly TableCell[],
  read: ReadCell,
): DocumentTable {
  const hasHeads = lines[1] !== undefined && isRule(lines[1])
  const rows = lines.filter((_, at) => !(hasHeads && at === 1)).map(cellsOf)
  const width = Math.min(documentLimits.columns, Math.max(...rows.map((cells) => cells.length)))
  const typed = rows.map((cells) =>
    Array.from({ length: width }, (_, column) =>
      (column === width - 1 ? cells.slice(column) : cells.slice(column, column + 1)).join(" "),
    ),
  )
  const old = before?.content ?? []
  const columns = columnsOf(typed, old)
  const rowOf = pairRows(typed, old, columns)
  const left = new Map<string, TableCell[]>()
  for (const cell of cells) left.set(cellText(cell), [...(left.get(cellText(cell)) ?? []), cell])
  return {
    type: "table",
    content: typed.map((texts, at) => {
      const row = rowOf[at]
      // Heads of columns are those over which the rule stood.
      const wasHeads = row !== undefined && row === old[0] && isHeads(row)
      return {
        type: "tableRow",
        content: texts.map((text, column) => {
          const place = columns[column] ?? -1
          const was = row?.content[place]
          const isHead =
            (hasHeads && at === 0) ||
            (was && !wasHeads ? was.type === "tableHeader" : isHeadOfRows(old, place))
          const type = isHead ? "tableHeader" : "tableCell"
          const same = was && cellText(was) === text ? was : left.get(text)?.shift()
          return same && text !== ""
            ? { ...same, type }
            : { type, content: [read(text.replaceAll("\\|", "|"), was)] }
        }),
      }
    }),
  }
}

/** Whether all cells of a column under the heads of the table are heads of their rows. */
function isHeadOfRows(rows: readonly TableRow[], column: number): boolean {
  const [first, ...rest] = rows
  const under = first && isHeads(first) ? rest : rows
  return under.length > 0 && under.every((row) => row.content[column]?.type === "tableHeader")
}

/** For each typed column the old one: the one at its place, or of its first words where the width is another. */
function columnsOf(typed: string[][], old: readonly TableRow[]): number[] {
  const [first = []] = typed
  const names = old[0]?.content.map(cellText) ?? []
  if (names.length === first.length) return names.map((_, column) => column)
  return first.map((name, column) => {
    const at = name === "" ? -1 : names.indexOf(name)
    return at < 0 && column === 0 && !first.includes(names[0] ?? "") ? 0 : at
  })
}

/** For each typed row the old one: of the same words in the columns of both, or changed in its place. */
function pairRows(
  typed: readonly string[][],
  old: readonly TableRow[],
  columns: readonly number[],
): (TableRow | undefined)[] {
  const both = columns.flatMap((place, column) => (place < 0 ? [] : [{ place, column }]))
  const units = old.map((row) => ({
    chunk: both.map(({ place }) => textOf(row.content[place])).join(" | "),
    blocks: [row],
  }))
  const chunks = typed.map((cells) => both.map(({ column }) => cells[column] ?? "").join(" | "))
  return runsOf(units, chunks).flatMap((run) => {
    if ("kept" in run) return run.kept
    const rows = run.replaced.flatMap(({ blocks }) => blocks)
    return run.typed.map((_, at) => (rows.length === run.typed.length ? rows[at] : undefined))
  })
}

const textOf = (cell: TableCell | undefined) => (cell ? cellText(cell) : "")
