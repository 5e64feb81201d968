import { looksLikeName } from "../people/names"
import { sliceRich, trimRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"
import { type Cell, columnsOf, isRule } from "../text/table"
import { columnsByLooks, type MinutesColumns } from "./table-by-looks"

const COLUMNS = {
  number: /^(?:#|n[o°º]\.?|nr\.?|num(?:ber)?|item (?:no\.?|#|number)|ref\.?)$/i,
  title:
    /^(?:agenda(?: items?| points?)?|items?|topics?|subjects?|points?|headings?|(?:matters?|business|items?|topics?)(?: (?:taken up|discussed|arising|considered))?|sujets?|traktand(?:um|en)|thema)$/i,
  notes:
    /^(?:(?:summary of|main|key) )?(?:discussions?|deliberations?|notes?|minutes?|proceedings|remarks|comments|details|record|narrative|débats|diskussion|desarrollo)(?:(?: ?[/&,] ?| and )[\p{L}, ]{3,30})?$|^(?:who )?said(?: what)?$|^what (?:was said|we said|was discussed|happened)$/iu,
  task: /^(?:actions?(?: (?:required|points?|items?|agreed|to take|by))?|(?:what is |what['’]s )?to be done|tasks?|to[- ]?dos?|follow[- ]?ups?|what next|next steps?)$/i,
  decision:
    /^(?:(?:what was )?(?:decided|resolved|agreed)|decisions?|resolutions?|agreements?)(?: (?:taken|made|reached))?$/iu,
  outcome:
    /^what (?:came|became) of it$|^(?:decisions?|outcomes?|resolutions?|conclusions?|results?)(?:(?: ?[/&,] ?| and )[\p{L}, ]{3,30})?$/iu,
  owner:
    /^(?:who|whom|by whom|responsible|responsibility|owners?|by|lead|person(?:s|\/s|\(s\))?(?: (?:in charge|responsible))?|in charge)$/i,
  due: /^(?:when|by when|until|due(?: date)?|deadline|date|time ?frame|timeline|target(?: date)?)$/i,
}
/** A cell of the notes that is shorter says too little to be what was said. */
const FEWEST = 40
/** So many titles in rows of their own that it is how the table is set. */
const LEAST = 2

/**
 * Takes a table apart in which a whole meeting is set, a row for each item: the item becomes a heading,
 * and what stands beside it the paragraphs below. The title may also stand in a row of its own above
 * those, "1. Opening", in the column of what was said. Other tables stay as they are.
 */
export function withMinutesTables(lines: readonly Line[]): Line[] {
  const unfolded: Line[] = []
  for (let i = 0; i < lines.length; i++) {
    const head = lines[i]
    if (!head) break
    const named = headOf(head)
    const rows: Line[] = []
    for (let at = i + 1; isHead(lines, i) && isRow(lines[at]) && !isHead(lines, at); at++)
      rows.push(lines[at] as Line)
    const looks = byLooks(head, rows)
    const columns = named && looks ? { ...looks, ...named } : (named ?? looks)
    if (!columns || !tellsAll(rows, columns)) unfolded.push(head)
    else {
      unfolded.push(...rows.flatMap((row) => unfold(row, columns)))
      i += rows.length
    }
  }
  return unfolded
}

type Columns = MinutesColumns

const isRow = (line: Line | undefined) => line?.whole.text.startsWith("|") === true

/** The first row of a table; one right behind another has a gap in front of it and a rule below. */
const isHead = (lines: readonly Line[], at: number) =>
  isRow(lines[at]) &&
  (!isRow(lines[at - 1]) ||
    (lines[at]?.gap === true && isRule(lines[at + 1]?.whole.text.slice(0, 200) ?? "")))

function byLooks(head: Line, rows: readonly Line[]): Columns | null {
  const told = rows.filter(({ whole }) => !isRule(whole.text))
  return columnsByLooks(
    cellsOf(head.whole.text),
    told.map(({ whole }) => cellsOf(whole.text)),
  )
}

function headOf(line: Line): Columns | null {
  if (!line.whole.text.startsWith("|") || line.level > 0 || line.whole.text.length > 400)
    return null
  const columns = columnsOf(cellsOf(line.whole.text), COLUMNS)
  if (columns?.notes === undefined) return null
  return columns.title !== undefined || columns.task !== undefined ? columns : null
}

function tellsAll(rows: readonly Line[], columns: Columns): boolean {
  const { title, notes, due, task } = columns
  if (title === undefined && rows.filter((row) => titleAlone(row, columns)).length < LEAST)
    return false
  if (due !== undefined && task === undefined) return false
  return rows.some(({ whole }) => (cellsOf(whole.text)[notes ?? -1]?.text.length ?? 0) >= FEWEST)
}

/** "| 1. Opening | |": a numbered title in the column of the notes, with nothing beside it. */
function titleAlone({ whole: { text } }: Line, { notes }: Columns): Cell | null {
  if (text.length > 200) return null
  const cells = cellsOf(text)
  const [cell, other] = cells.filter((each) => each.text !== "")
  if (!cell || other || cell !== cells[notes ?? -1]) return null
  const isTitle = /^\d{1,3}(?:\.\d{1,3}){0,2}[.)]?\s{1,4}\p{Lu}[^|]{1,100}(?<![.!?;,:])$/u
  return isTitle.test(cell.text) ? cell : null
}

/** "J. Mbanefo 29 October 2021" beside a row: whose that is, and not another task. */
const saysWho = (text: string) =>
  text !== "" && text.split(/\s+/).length <= 9 && !/\b(?:to|will|shall|must)\b|[.!?]$/i.test(text)

/** "A. Lind, 30/09/2022", "Ana Lind": people, and perhaps a day behind them. */
function saysWhoAndWhen(text: string): boolean {
  const [, name = "", day = ""] =
    /^([^,:(]{2,40}?)(?:,\s|\s\(|:\s|$)(.{0,30})$/u.exec(text.trim()) ?? []
  const people = name.split(/\s(?:and|&)\s|\s?\/\s?/)
  return (
    people.every((each) => each.includes(" ") && looksLikeName(each)) &&
    (day === "" || /\d/.test(day))
  )
}

/** The cells between the bars of a row, however long it is. */
function cellsOf(text: string): Cell[] {
  const cells: Cell[] = []
  let from = 1
  for (let to = text.indexOf("|", 1); to >= 0; to = text.indexOf("|", from)) {
    const raw = text.slice(from, to)
    const start = from + raw.length - raw.trimStart().length
    cells.push({ from: start, to: start + raw.trim().length, text: raw.trim() })
    from = to + 1
  }
  return cells
}

function unfold(row: Line, columns: Columns): Line[] {
  const { text } = row.whole
  if (isRule(text)) return []
  const cells = cellsOf(text)
  const lines: Line[] = []
  const title = cells[columns.title ?? -1]
  const number = cells[columns.number ?? -1]
  const task = cells[columns.task ?? -1]
  const decision = cells[columns.decision ?? -1]
  const add = (from: number, to: number, more: Partial<Line> = {}) => {
    const words = trimRich(sliceRich(row.whole, from, to))
    const base = { n: row.n, from: row.from, to: row.to, indent: 0, gap: true, breaks: false }
    if (words.text) lines.push({ ...shapeOf(base, words), ...more })
  }
  const addParts = (cell: Cell, more?: Partial<Line>) => {
    for (const { from, to } of partsOf(cell)) add(from, to, more)
  }
  /** As many tasks as people and days beside them: each has its own. False where they do not match. */
  const addTasks = (cell: Cell): boolean => {
    const beside = [cells[columns.owner ?? -1], cells[columns.due ?? -1]].filter(
      (each) => each !== undefined && each.text !== "",
    ) as Cell[]
    const at = cell.text.includes(" / ") ? undefined : /; /g
    const tasks = partsOf(cell, at)
    const told = tasks.map(({ from, to }) => saysWhoAndWhen(text.slice(from, to)))
    // "Send the list; A. Lind, 30/09/2022": whose it is, and by when, on a line of its own.
    if (told.some((says) => says) && !told[0]) {
      for (const [index, own] of tasks.entries())
        add(own.from, own.to, { task: true, ...(told[index] && { margin: true }) })
      return true
    }
    const behind = beside.map((each) => partsOf(each, at))
    const isLast = beside.every(({ from }) => from > cell.from)
    if (tasks.length < 2 || !isLast || behind.some(({ length }) => length !== tasks.length))
      return false
    for (const [index, own] of tasks.entries()) {
      add(own.from, own.to, { task: true })
      for (const parts of behind) {
        const part = parts[index]
        if (part) add(part.from, part.to, { task: true, margin: true })
      }
    }
    return true
  }
  const alone = title ? null : titleAlone(row, columns)
  if (alone) {
    add(alone.from, alone.to, { level: 3 })
    return lines
  }
  const notes = cells[columns.notes ?? -1]
  if (!title && notes?.text && task && saysWho(task.text)) {
    add(notes.from, notes.to, { task: true })
    add(task.from, task.to, { task: true, margin: true })
    return lines
  }
  const first = number?.text && title && number.from < title.from ? number : title
  if (first && title?.text) add(first.from, title.to, { level: 3 })
  const beside = cells.filter((cell) => cell !== title && !(cell === number && title?.text))
  const last = cells.findLast(({ text }) => text !== "")
  for (const cell of beside) {
    if (cell === task && addTasks(cell)) break
    // Who is to do it, and by when, stand behind what is to be done, and are read with it.
    if (cell === task && last && task.text && !task.text.includes(" / ")) {
      add(task.from, last.to, { task: true })
      break
    }
    addParts(
      cell,
      cell === task
        ? { task: true }
        : cell === decision && /\p{L}/u.test(cell.text)
          ? { outcome: true }
          : undefined,
    )
  }
  return lines
}

/** What stands on the lines of a cell, between strokes. */
function partsOf(cell: Cell, at = / [/] /g): { from: number; to: number }[] {
  const cuts = [...cell.text.matchAll(at)].map(({ index }) => cell.from + index)
  const ends = [...cuts, cell.to]
  return ends.map((to, index) => ({
    from: index === 0 ? cell.from : (ends[index - 1] ?? 0) + (at.source.length > 4 ? 3 : 2),
    to,
  }))
}
