import { joinRich, type Rich, sliceRich, trimRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"

/** A longer stretch of lines is no table. */
const MOST = 300
const EMPTY: Rich = { text: "", at: [], marks: [] }

/** Sets a table of a wiki, "{|", "! Name !! Station", "|-", "| Ana Lind || KEFA", "|}", as rows between bars. */
export function withWikiTables(lines: readonly Line[]): Line[] {
  const set: Line[] = []
  for (let i = 0; i < lines.length; i++) {
    const open = lines[i]
    if (!open) break
    const length = open.whole.text.startsWith("{|") ? lengthOf(lines, i) : 0
    if (length === 0) set.push(open)
    else {
      // What stands behind the bracket says how the table looks.
      if (/[\p{L}\d]/u.test(open.whole.text)) set.push({ ...open, place: true })
      set.push(...rowsOf(lines.slice(i + 1, i + length - 1), open.gap))
      i += length - 1
    }
  }
  return set
}

/** So many lines from the opening bracket to the closing one; 0 where it never closes. */
function lengthOf(lines: readonly Line[], start: number): number {
  const end = lines
    .slice(start + 1, start + MOST)
    .findIndex(({ whole: { text } }) => !/^[|!]/.test(text) || text.startsWith("|}"))
  return lines[start + 1 + end]?.whole.text.startsWith("|}") && end > 0 ? end + 2 : 0
}

function rowsOf(lines: readonly Line[], gap: boolean): Line[] {
  const rows: { lines: Line[]; cells: Rich[] }[] = []
  let begins = true
  for (const line of lines) {
    if (/^\|[-+]/.test(line.whole.text)) {
      begins = true
      // The name of the table, above its rows.
      if (/[\p{L}\d]/u.test(line.whole.text)) rows.push({ lines: [line], cells: [] })
      continue
    }
    if (begins) rows.push({ lines: [], cells: [] })
    begins = false
    rows.at(-1)?.lines.push(line)
    rows.at(-1)?.cells.push(...cellsOf(line))
  }
  return rows.map(({ lines, cells }, index) => {
    const [first] = lines as [Line]
    if (cells.length === 0) return first
    const bars = cells.map(() => " | ")
    const rich = joinRich([EMPTY, ...cells, EMPTY], ["| ", ...bars.slice(1), " |"])
    const { n, from, indent } = first
    const to = lines.at(-1)?.to ?? first.to
    return shapeOf({ n, from, to, indent, gap: gap && index === 0, breaks: false }, rich)
  })
}

/** The cells of a line: "| Ana Lind || KEFA", "! Name !! Station", or one alone. */
function cellsOf({ whole }: Line): Rich[] {
  const cuts = [...whole.text.matchAll(/\|\||!!/g)].map(({ index }) => index)
  const ends = [...cuts, whole.text.length]
  return [-1, ...cuts].map((cut, index) =>
    trimRich(sliceRich(whole, index === 0 ? 1 : cut + 2, ends[index])),
  )
}
