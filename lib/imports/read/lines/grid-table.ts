import { joinRich, type Rich, sliceRich, trimRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"
import { rowsOfDrawn } from "./drawn-rows"

/** The border of a table drawn in characters: "+------+-----+", or "------+-----" without its edges. */
const BORDER = /^(?:\+(?:[-=]{2,200}\+){2,12}|[-=]{2,200}(?:\+[-=]{2,200}){1,12})$/
/** So many borders that they stand between the rows. */
const LEAST = 4
const hasEdges = (border: Line) => border.whole.text.startsWith("+")
/** A cell that opens with its heading: "WATER SAFETY" above what was said of it. */
const isInCapitals = (text: string) => !/\p{Ll}/u.test(text) && /\p{Lu}{3}/u.test(text)

/**
 * Takes a table apart that is drawn in characters, whose cells go over several lines: every cell is a
 * paragraph, the number of a row stands in front of the heading of its item, and tasks are marked so. One
 * that lists people, items or tasks becomes rows between bars.
 */
export function withGridTables(lines: readonly Line[]): Line[] {
  const unfolded: Line[] = []
  for (let i = 0; i < lines.length; i++) {
    const border = lines[i]
    if (!border) break
    const table: Line[] = []
    while (BORDER.test(border.whole.text) && isOfGrid(lines[i + table.length], hasEdges(border)))
      table.push(lines[i + table.length] as Line)
    if (!isWhole(table)) unfolded.push(border)
    else {
      unfolded.push(...unfold(table))
      i += table.length - 1
    }
  }
  return unfolded
}

/** Without edges a border below the head alone leaves every line a row; more of them part the rows. */
function isWhole(table: readonly Line[]): boolean {
  const [first] = table
  if (!first || table.length < 3) return false
  return hasEdges(first) || table.filter(({ whole }) => BORDER.test(whole.text)).length >= LEAST
}

function isOfGrid(line: Line | undefined, edges: boolean): boolean {
  if (!line) return false
  const { text } = line.whole
  return BORDER.test(text) || (edges ? /^\|.*\|$/.test(text) : !line.gap && text.includes("|"))
}

function unfold(table: readonly Line[]): Line[] {
  const rows: Line[][] = []
  const edges = table[0] !== undefined && hasEdges(table[0])
  for (const line of table) {
    if (BORDER.test(line.whole.text)) rows.push([])
    else rows.at(-1)?.push(line)
  }
  const filled = rows.filter((row) => row.length > 0)
  const listed = edges ? rowsOfDrawn(filled) : null
  if (listed) return listed
  const [head] = filled
  const labels = head ? cellsOf(head, edges).map((cell) => joinRich(cell).text.toLowerCase()) : []
  const titles = labels.findIndex((label) =>
    /^(?:agenda )?(?:item|topic|subject|point)s?$/.test(label),
  )
  const tasks = labels.findIndex((label) => /^actions?\b|^tasks?\b|^to[- ]?do|^who\b/.test(label))
  const named =
    tasks >= 0 || labels.some((label) => /^(?:item|discussion|minutes|topic|no\.?|#)/.test(label))
  return filled.flatMap((row, index) => {
    if (named && index === 0) return row.map((line) => ({ ...line, place: true as const }))
    return rowOf(row, { tasks, titles, edges })
  })
}

type Columns = { tasks: number; titles: number; edges: boolean }

function rowOf(row: readonly Line[], { tasks, titles, edges }: Columns): Line[] {
  const cells = cellsOf(row, edges)
  const [number, ...others] = cells
  const label = number && number.length === 1 ? (number[0]?.text ?? "") : ""
  const counted = /^(?:\d{1,3}(?:\.\d{1,3}){0,2}|[A-Z])\.?$/.test(label)
  const bodies = counted ? others : cells
  return bodies.flatMap((cell, index) => {
    const [first, ...rest] = cell
    if (!first) return []
    const column = index + (counted ? 1 : 0)
    if (tasks >= 0 && column === tasks)
      return paragraphsOf(cell).map((each) => lineOf(row, each, { task: true, indent: 2 }))
    // "5. Shade at the / toddlers' corner" in the column of the items.
    if (column === titles && !counted && /\p{L}/u.test(first.text) && index < bodies.length - 1)
      return [lineOf(row, joinRich(cell), { level: 3 })]
    const headed = index === 0 && (counted || isInCapitals(first.text))
    if (!headed) return paragraphsOf(cell).map((each) => lineOf(row, each, {}))
    const title =
      isInCapitals(first.text) || rest.length === 0 || isTitle(first, rest) ? first : null
    const body = title ? rest : cell
    const front = counted && number?.[0] && title ? [number[0], title] : title ? [title] : []
    return [
      ...(front.length > 0 ? [lineOf(row, joinRich(front), { level: 3 })] : []),
      ...paragraphsOf(body).map((each) => lineOf(row, each, {})),
    ]
  })
}

/** A short first line that ends no sentence, with another sentence below it. */
function isTitle(first: Rich, [second]: readonly Rich[]): boolean {
  return (
    first.text.length <= 60 && !/[.!?,;]$/.test(first.text) && /^\p{Lu}/u.test(second?.text ?? "")
  )
}

/** The cells of a row, each with its lines; an empty one stands where the cell has one above more text. */
function cellsOf(row: readonly Line[], edges: boolean): Rich[][] {
  const cells: Rich[][] = []
  for (const { whole } of row) {
    let from = edges ? 1 : 0
    let column = 0
    const add = (to: number) => {
      const rich = trimRich(sliceRich(whole, from, to))
      cells[column] ??= []
      if (rich.text || (cells[column]?.length ?? 0) > 0) cells[column]?.push(rich)
      from = to + 1
      column += 1
    }
    for (let to = whole.text.indexOf("|", from); to >= 0; to = whole.text.indexOf("|", from))
      add(to)
    if (!edges) add(whole.text.length)
  }
  for (const cell of cells) while (cell?.at(-1)?.text === "") cell.pop()
  return cells
}

/** The paragraphs of a cell, which an empty line of it parts. */
function paragraphsOf(cell: readonly Rich[]): Rich[] {
  const parts: Rich[][] = [[]]
  for (const line of cell) {
    if (line.text === "") parts.push([])
    else parts.at(-1)?.push(line)
  }
  return parts.flatMap((part) => (part.length > 0 ? [joinRich(part)] : []))
}

function lineOf(row: readonly Line[], rich: Rich, more: Partial<Line>): Line {
  const [first] = row
  const last = row.at(-1)
  const base = {
    n: first?.n ?? 0,
    from: first?.from ?? 0,
    to: last?.to ?? 0,
    indent: 0,
    gap: true,
    breaks: false,
  }
  const numbered = more.level ? /^(\d{1,3}(?:\.\d{1,3}){0,2}|[A-Z])\.?\s/.exec(rich.text) : null
  const shaped = { ...shapeOf(base, rich), ...more }
  if (!numbered?.[1] || shaped.marker) return shaped
  const form = numbered[1].includes(".") ? "dotted" : /\d/.test(numbered[1]) ? "number" : "letter"
  return {
    ...shaped,
    marker: { text: numbered[1], form },
    words: trimRich(sliceRich(rich, numbered[0].length)),
  }
}
