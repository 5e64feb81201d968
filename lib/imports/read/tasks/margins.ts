import { joinRich, type Rich, sliceRich, trimRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"

/** The head of a page whose right margin says whose a task is: "Item    Discussion      Action by". */
const HEAD =
  /\S\s{3,}((?:for )?action(?:s|ed)?(?: (?:by|taker|officer|required by))?|(?:to be )?done by|by whom|responsib(?:le|ility)(?: (?:person|party|officer))?|person(?:s|\(s\))? (?:responsible|in charge)|in charge|who|owners?|lead|assigned to)$/i
const LONGEST = 160
/** How far a word of the margin may stand from where its head begins. */
const NEAR = 4

/** Parts the words of the margin from the paragraphs beside them, of which the last sentence is a task. */
export function withMargins(lines: readonly Line[]): Line[] {
  const parted: Line[] = []
  const unheaded = lines.some((line) => headOf(line) !== null) ? null : marginByLook(lines)
  let column = unheaded
  for (let i = 0; i < lines.length; i++) {
    const above = lines[i - 1]
    const own = lines[i]
    if (!own) break
    // What stands right below the head of a column goes on with nothing.
    const line = above && headOf(above) !== null ? { ...own, gap: true } : own
    const head = headOf(line)
    column = head ?? (line.level > 0 ? unheaded : column)
    if (head !== null || column === null || line.whole.text.startsWith("|")) {
      parted.push(head === null ? line : { ...line, place: true })
      continue
    }
    const paragraph = [line]
    while (lines[i + paragraph.length]?.gap === false)
      paragraph.push(lines[i + paragraph.length] as Line)
    const titles = headsParagraph(paragraph, column) ? paragraph.slice(0, 1) : []
    const below = paragraph.slice(titles.length)
    parted.push(...titles, ...(part(below, column) ?? below))
    i += paragraph.length - 1
  }
  return parted
}

/** "… by 15 November.             GA": the end of a sentence, a gap, and people. "CARRIED" is nobody. */
const SIGNED =
  /[.;!?)]\s{3,80}(?!(?:\p{L}{2,20}\s)?(?:Not|NOT|\p{L}{4,20})(?:ED|ed)$)\p{Lu}[\p{L}.'’-]{1,24}(?:(?:\s?[/,&+]\s?|\sand\s|\s)\p{Lu}[\p{L}.'’-]{1,24}){0,5}$/u
/** So many lines that end alike are a margin without a head. */
const FEWEST = 3

/** Where the margin of a page begins in which people stand behind at least three sentences, one below the other. */
function marginByLook(lines: readonly Line[]): number | null {
  const columns = lines.flatMap(({ whole: { text }, indent, level }) => {
    const signed = level > 0 || text.length > LONGEST ? null : SIGNED.exec(text)
    const at = signed ? signed.index + 1 : 0
    const from = indent + at + text.slice(at).length - text.slice(at).trimStart().length
    return signed && from >= FAR ? [from] : []
  })
  const isBeside = (one: number) => columns.filter((other) => Math.abs(other - one) <= NEAR / 2)
  return columns.find((column) => isBeside(column).length >= FEWEST) ?? null
}

/** The same head with nothing to its left. */
const ALONE =
  /^(?:for )?(?:action(?:s|ed)?(?: (?:by|taker|officer|required by))?|by whom|responsib(?:le|ility)|in charge|who|owners?)$/i
/** So far in stands the margin of a page. */
const FAR = 40

function headOf({ whole: { text }, indent, marker, bullet, level }: Line): number | null {
  if (indent >= FAR && ALONE.test(text)) return indent
  if (text.length > LONGEST || marker || bullet || level > 0 || text.startsWith("|")) return null
  const match = HEAD.exec(text)
  return match?.[1] ? indent + text.length - match[1].length : null
}

/** Of a line that is so much shorter than those below it the text did not go on there. */
const SHORT = 0.6

/** Whether the first line of a paragraph is a title: it stands further out, and is in capitals or short. */
function headsParagraph([first, ...below]: readonly Line[], column: number): boolean {
  if (!first || below.length === 0 || marginOf(first, column) !== null) return false
  if (below.some(({ indent }) => indent <= first.indent)) return false
  const { text } = first.whole
  const longest = Math.max(...below.map(({ whole }) => whole.text.length))
  return text === text.toUpperCase() || text.length <= longest * SHORT
}

type Row = { line: Line; left: Rich; right: Rich | null }

/** The rows of a paragraph: those beside which nothing stands as they are, and each task with its margin behind it. */
function part(paragraph: readonly Line[], column: number): Line[] | null {
  const rows = paragraph.map((line): Row => {
    const at = marginOf(line, column)
    const text = line.whole.text
    return {
      line,
      left: trimRich(sliceRich(line.whole, 0, at ?? text.length)),
      right: at === null ? null : trimRich(sliceRich(line.whole, at)),
    }
  })
  if (!rows.some(({ right }) => right) || !rows.some(({ left }) => left.text)) return null
  const tasks = tasksOf(rows)
  return tasks.flatMap(({ before, own }, index) => [
    ...before.map(({ line }, at) => (index > 0 && at === 0 ? { ...line, gap: true } : line)),
    ...taskOf(own),
  ])
}

function taskOf(rows: readonly Row[]): Line[] {
  if (rows.length === 0) return []
  const lines = rows.map(({ line }) => line)
  const left = rows.flatMap((row) => (row.left.text ? [row.left] : []))
  const right = rows.flatMap((row) => (row.right ? [row.right] : []))
  return [
    ...(left.length > 0 ? [lineOf(lines, joinRich(left), { task: true })] : []),
    lineOf(lines, joinRich(right), { task: true, margin: true }),
  ]
}

/** Whether a row begins a task of its own: large on the left, and people on the right. */
const isOther = (row: Row | undefined) =>
  row?.right !== null &&
  /^\p{Lu}/u.test(row?.left.text ?? "") &&
  /^\p{Lu}/u.test(row?.right.text ?? "")

const ENDS = /[.!?;:][)"”’]?$/
/** What the rows of a margin belong to: the sentence beside it, from the row in which it begins. */
function tasksOf(rows: readonly Row[]): { before: Row[]; own: Row[] }[] {
  const found: { before: Row[]; own: Row[] }[] = []
  let rest = [...rows]
  for (;;) {
    const first = rest.findIndex(({ right }) => right)
    if (first < 0) return [...found, { before: rest, own: [] }]
    let from = first
    while (from > 0 && !beginsAt(rest, from)) from -= 1
    let to = first + 1
    const isOpen = () => !ENDS.test(rest[to - 1]?.left.text ?? "")
    while (
      to < rest.length &&
      !isOther(rest[to]) &&
      (isOpen() || (rest[to]?.right && !rest[to]?.left.text))
    )
      to += 1
    found.push({ before: rest.slice(0, from), own: rest.slice(from, to) })
    rest = rest.slice(to)
  }
}

/** Whether a row begins a sentence: behind the end of another, or behind a title in capitals. */
function beginsAt(rows: readonly Row[], at: number): boolean {
  const above = rows[at - 1]?.left.text ?? ""
  return ENDS.test(above) || (/\p{Lu}{3}/u.test(above) && !/\p{Ll}/u.test(above))
}

/** Where the words of the margin begin in a line; null for a line without any. */
function marginOf({ whole: { text }, indent }: Line, column: number): number | null {
  if (Math.abs(indent - column) <= NEAR) return 0
  const from = text.slice(0, 300).search(/\s{3,}\S[^\s](?:(?!\s{3}).)*$/)
  if (from < 0) return null
  const at = from + text.slice(from).length - text.slice(from).trimStart().length
  return Math.abs(indent + at - column) <= NEAR ? at : null
}

/** A line made of several of the source. */
export function lineOf(rows: readonly Line[], rich: Rich, more: Partial<Line>): Line {
  const [first] = rows
  const last = rows.at(-1)
  const base = { n: first?.n ?? 0, from: first?.from ?? 0, to: last?.to ?? 0 }
  return { ...shapeOf({ ...base, indent: 2, gap: true, breaks: false }, rich), ...more }
}
