import { readEntry } from "../people/entry"
import { joinRich, sliceRich, trimRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"
import { type Cell, cellsOf, isRule } from "../text/table"
import { peopleHeading } from "./people-heading"
import { columnsOf as tableColumnsOf } from "./roll-table"

/**
 * Takes a table apart whose columns are lists of people ("Present | By phone | Apologies"): each list
 * becomes its label with the names below it.
 */
export function withPeopleColumns(lines: readonly Line[]): Line[] {
  const unfolded: Line[] = []
  for (let i = 0; i < lines.length; i++) {
    const head = lines[i]
    if (!head) break
    const rows = upToNextHead(rowsBelow(lines, i))
    const written = labelsOf(head)
    // "Attendee | Present?": a column of marks says of each of them whether they came.
    const marked = written?.some((_, column) => holdsMarks(rows, column)) === true
    const labels = marked ? null : (written ?? placesOf(head, rows))
    const ticked = rows.length > 0 ? withMarks(head, rows) : null
    const named = !labels && !ticked && rows.length > 0 ? withNames(head, rows) : null
    if (ticked || named) {
      unfolded.push(...(ticked ?? named ?? []))
      i += rows.length
    } else if (!labels || rows.length === 0) unfolded.push(head)
    else {
      for (const [column, label] of labels.entries()) {
        const isList = peopleHeading(`${label.text}:`) !== null
        const more: Pick<Line, "place" | "beside"> = isList
          ? labels.some((each) => peopleHeading(`${each.text}:`) === null)
            ? { beside: true }
            : {}
          : { place: true }
        unfolded.push(...lineOf(head, label, isList, more))
        for (const row of rows) {
          const cell = isRule(row.whole.text) ? null : cellsOf(row.whole.text)?.[column]
          if (cell?.text) unfolded.push(...lineOf(row, cell, false, more))
        }
      }
      i += rows.length
    }
  }
  return unfolded
}

function holdsMarks(rows: readonly Line[], column: number): boolean {
  const cells = rows
    .filter(({ whole }) => !isRule(whole.text))
    .map(({ whole }) => cellsOf(whole.text)?.[column]?.text ?? "")
    .filter((cell) => cell !== "")
  return (
    cells.length >= 2 && cells.every((cell) => /^(?:[^\p{L}\p{N}]{1,3}|:\w{1,24}:|x)$/iu.test(cell))
  )
}

/** The rows below the head of a table; none where a line is no row. */
function rowsBelow(lines: readonly Line[], index: number): Line[] {
  const rows: Line[] = []
  const [before, head] = [lines[index - 1], lines[index]]
  if (!head?.whole.text.startsWith("|")) return rows
  if (before?.whole.text.startsWith("|") && !head.gap && !labelsOf(head)) return rows
  for (let row = lines[index + 1]; row?.whole.text.startsWith("|") && !row.gap; ) {
    rows.push(row)
    row = lines[index + rows.length + 1]
  }
  return rows
}

/** The rows above one that is the head of further lists: "In attendance | Apologies" below the members. */
function upToNextHead(rows: readonly Line[]): Line[] {
  const next = rows.findIndex((row, index) => index > 0 && labelsOf(row) !== null)
  return next < 0 ? [...rows] : rows.slice(0, next)
}

/** A mark, perhaps with a remark behind it: "✔ (to 19:00)". */
const MARK = /^(?:x|✓|✔|✅|☑|☒|•|●|\*|1|y|yes|ja|oui|sí|si)(?:[,;]?\s.{1,60}|\(.{1,60})?$/iu
/** Columns apart: "Trustees | Present | Apologies", with a mark beside each name in one of them. */
function withMarks(head: Line, rows: readonly Line[]): Line[] | null {
  const labels = headOf(head)
  const lists = labels?.map((cell, index) => (index > 0 ? peopleHeading(`${cell.text}:`) : null))
  const told = lists?.flatMap((list, column) => (list && !list.weak ? [column] : [])) ?? []
  const filled = rows.filter(({ whole }) => !isRule(whole.text))
  const cells = filled.map(({ whole }) => cellsOf(whole.text) ?? [])
  const marks = cells.flatMap((row) => told.map((at) => row[at]?.text ?? ""))
  if (!labels || told.length < 2 || !marks.some((mark) => MARK.test(mark))) return null
  if (!marks.every((mark) => mark === "" || MARK.test(mark))) return null
  const place = { place: true as const }
  /** The person of a row, and everything beside them, which names nobody. */
  const rowOf = (index: number, names: boolean) => {
    const row = filled[index]
    const own = (cells[index] ?? []).filter((cell, at) => cell.text !== "" && !told.includes(at))
    if (row && names)
      return joinedLine(row, own).concat(
        told.flatMap((at) => {
          const mark = cells[index]?.[at]
          return mark?.text ? lineOf(row, mark, false, place) : []
        }),
      )
    return row
      ? (cells[index] ?? []).flatMap((cell) =>
          cell.text === "" ? [] : lineOf(row, cell, false, place),
        )
      : []
  }
  // Beside "Apologies" the column "Absent" has those who sent none.
  const apologies = told.filter((at) => lists?.[at]?.list === "regrets")
  const unexcused = apologies.length > 1 ? /^absent/i : null
  const listed = told.filter((at) => !unexcused?.test(labels[at]?.text ?? ""))
  const columns = cells.map((row) => listed.find((at) => MARK.test(row[at]?.text ?? "")))
  const lines = labels.flatMap((cell, column) =>
    listed.includes(column) ? [] : lineOf(head, cell, false, place),
  )
  for (const [index, column] of columns.entries())
    if (column === undefined) lines.push(...rowOf(index, false))
  for (const column of listed) {
    const label = labels[column]
    if (label) lines.push(...lineOf(head, label, true, {}))
    for (const [index, own] of columns.entries())
      if (own === column) lines.push(...rowOf(index, true))
  }
  return lines
}

/** "Elected members | Officers | Residents": columns under labels of any words, filled with whole names. */
function withNames(head: Line, rows: readonly Line[]): Line[] | null {
  const labels = headOf(head)
  if (!labels || labels.length < 2 || tableColumnsOf(head.whole.text)) return null
  const filled = rows.filter(({ whole }) => !isRule(whole.text))
  const names = filled.flatMap(({ whole }) =>
    (cellsOf(whole.text) ?? []).flatMap(({ text }) =>
      text === "" ? [] : text.split(/;\s/).map((part) => readEntry(part)),
    ),
  )
  const people = names.filter((entry) => entry?.name.includes(" ") === true)
  if (people.length < 4 || people.length < names.length) return null
  // One row alone is a list where several stand in its cells.
  if (filled.length < 2 && people.length < labels.length * 2) return null
  return labels.flatMap((label, column) => [
    ...lineOf(head, label, true, { people: true }),
    ...filled.flatMap((row) => {
      const cell = cellsOf(row.whole.text)?.[column]
      return cell?.text ? lineOf(row, cell, false, {}) : []
    }),
  ])
}

/** The cells of a line that may be such a head. */
function headOf({ whole: { text }, level }: Line): Cell[] | null {
  if (!text.startsWith("|") || text.length > 300 || level > 0 || /\d/.test(text)) return null
  return cellsOf(text)
}

function labelsOf(line: Line): Cell[] | null {
  const text = line.whole.text
  if (!text.startsWith("|") || text.length > 300 || line.level > 0) return null
  const cells = cellsOf(text)
  const lists = cells?.map((cell) => peopleHeading(`${cell.text}:`)) ?? []
  if (!cells || /\d/.test(text)) return null
  const kinds = new Set(lists.flatMap((list) => (list && !list.weak ? list.list : [])))
  // "Institution | Present | Apologies": the first column tells where the others belong.
  const [first, ...others] = lists
  const placed = first === null && others.length > 0 && others.every((list) => list !== null)
  if (placed && kinds.size === 2) return cells
  if (!lists.every((list) => list !== null)) return null
  // "Name | Role | Present" is a table of people with one column of each.
  const strong = lists.filter((list) => list && !list.weak).length
  return strong >= 2 || (strong === 1 && lists.length === 2) ? cells : null
}

/** "Partner | In the room | Online": the first column tells where the whole names in the others belong. */
function placesOf(head: Line, rows: readonly Line[]): Cell[] | null {
  const cells = headOf(head)
  const [, ...others] = cells ?? []
  if (!cells || others.length < 2 || peopleHeading(`${cells[0]?.text ?? ""}:`)) return null
  if (!others.every(({ text }) => peopleHeading(`${text}:`))) return null
  const people = rows
    .filter(({ whole }) => !isRule(whole.text))
    .flatMap(({ whole }) => (cellsOf(whole.text) ?? []).slice(1))
    .flatMap(({ text }) => (text === "" ? [] : text.split(/[,;]\s/)))
  const named = people.filter((text) => readEntry(text)?.name.includes(" "))
  return named.length >= 3 && named.length * 4 >= people.length * 3 ? cells : null
}

/** "Ana Lind – parents (chair)": whoever a row names, and what the other cells say of them. */
function joinedLine(row: Line, cells: readonly Cell[]): Line[] {
  const parts = cells.map((cell) => trimRich(sliceRich(row.whole, cell.from, cell.to)))
  const words = joinRich(
    parts,
    parts.slice(1).map(() => " – "),
  )
  if (!words.text) return []
  const base = { n: row.n, from: row.from, to: row.to, indent: 2, gap: false, breaks: true }
  return [shapeOf(base, words)]
}

function lineOf(
  row: Line,
  cell: Cell,
  gap: boolean,
  more: Pick<Line, "place" | "beside" | "people">,
): Line[] {
  const words = trimRich(sliceRich(row.whole, cell.from, cell.to))
  if (!words.text) return []
  const base = { n: row.n, from: row.from, to: row.to, indent: gap ? 0 : 2, gap, breaks: true }
  return [{ ...shapeOf(base, words), ...(gap && { label: true as const }), ...more }]
}
