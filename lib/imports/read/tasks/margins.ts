import { joinRich, type Rich, sliceRich, trimRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"

/** The head of a page whose right margin says whose a task is: "Item    Discussion      Action by". */
const HEAD =
  /\S\s{3,}((?:for )?action(?:s|ed)?(?: (?:by|taker|officer|required by))?|(?:to be )?done by|by whom|responsib(?:le|ility)(?: (?:person|party|officer))?|person(?:s|\(s\))? (?:responsible|in charge)|in charge|who|owners?|lead|assigned to)$/i
const LONGEST = 160
/** How far a word of the margin may stand from where its head begins. */
const NEAR = 4

/** Parts the words of the margin from the paragraphs beside them, which are tasks. */
export function withMargins(lines: readonly Line[]): Line[] {
  const parted: Line[] = []
  let column: number | null = null
  for (let i = 0; i < lines.length; i++) {
    const above = lines[i - 1]
    const own = lines[i]
    if (!own) break
    // What stands right below the head of a column goes on with nothing.
    const line = above && headOf(above) !== null ? { ...own, gap: true } : own
    const head = headOf(line)
    column = head ?? (line.level > 0 ? null : column)
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

/** The paragraph without its margin as a task, and the margin behind it; null where nothing stands in it. */
function part(paragraph: readonly Line[], column: number): Line[] | null {
  const rows = paragraph.map((line) => {
    const at = marginOf(line, column)
    const text = line.whole.text
    return {
      left: trimRich(sliceRich(line.whole, 0, at ?? text.length)),
      right: at === null ? null : trimRich(sliceRich(line.whole, at)),
    }
  })
  const right = rows.flatMap((row) => (row.right ? [row.right] : []))
  const left = rows.flatMap((row) => (row.left.text ? [row.left] : []))
  if (right.length === 0 || left.length === 0) return null
  return [
    lineOf(paragraph, joinRich(left), { task: true }),
    lineOf(paragraph, joinRich(right), { task: true, margin: true }),
  ]
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
