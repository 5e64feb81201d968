import { readEntry } from "../people/entry"
import { peopleHeading } from "../roll/people-heading"
import { segmentsOf, shareOfNames } from "../roll/roll-names"
import { areInitials } from "../roll/roll-place"
import { columnsOf } from "../roll/roll-table"
import { richOutside } from "../text/outside"
import { joinRich, type Rich, sliceRich, trimRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"
import { landmarkOf } from "./landmarks"
import { labelledRow, peopleRows } from "./people-rows"

/** So far a word may stand from where its column begins. */
const NEAR = 1
const LONGEST = 200
const LONGEST_LABEL = 50
const LONGEST_HEADING = 80
/** A gap or a row of dots between where people belong and who they are. */
const GAP = /(?: {3,}|\t+\s{0,8}|\s{0,4}\.{4,80}\s{0,4})(?=\S)/g

/** A place or an office, and the people of it on this line and on those set in below it. */
type Row = { lines: Line[]; label: Rich; people: Rich[] }

/**
 * Sets lists whose people stand in a column of their own, "Ministry of Wells      Ana Lind, Ben Okoro",
 * as labels with people behind them: "Ministry of Wells: Ana Lind, Ben Okoro". Only below the heading of
 * such a list: in an agenda the topics stand so, and whoever presents them.
 */
export function withPeopleBeside(lines: readonly Line[]): Line[] {
  const set: Line[] = []
  let within = false
  let table = false
  let worthwhile = 0
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    if (!line) break
    const begins = within && (line.gap || !table)
    table = isTable(line) || (table && !line.gap)
    const people = labelledRow(lines, i) ?? (begins ? peopleRows(lines, i) : null)
    const { rows, next } =
      begins && !people && i >= worthwhile ? rowsFrom(lines, i) : { rows: [], next: worthwhile }
    worthwhile = next
    if (people) {
      set.push(...people.set)
      i += people.taken - 1
    } else if (rows.length > 0) {
      set.push(...rows.map(lineOf))
      i += rows.reduce((sum, row) => sum + row.lines.length, 0) - 1
    } else {
      within = headsPeople(line) || (within && mayStandAmong(line))
      set.push(line)
    }
  }
  return set
}

/** Whether a line is the heading of a list of people. */
function headsPeople({ words: { text }, marker }: Line): boolean {
  if (text.length > LONGEST_HEADING || (marker && !text.endsWith(":")) || /[.!?,;]$/.test(text))
    return false
  const list = peopleHeading(text.endsWith(":") ? text : `${text}:`)
  return list?.rest === null && !list.weak
}

/** A row of a table, or the head of one: what stands below it is read with it. */
function isTable(line: Line | undefined): boolean {
  const text = line?.whole.text ?? ""
  return text.startsWith("|") || columnsOf(text) !== null
}

/** A label such as "Member States", or a person: no sentence, and no heading of something else. */
function mayStandAmong(line: Line): boolean {
  const { text } = line.words
  if (line.level > 0 || line.marker?.form === "dotted" || text.length > LONGEST) return false
  if (/[.!?]$/.test(text) && text.split(/\s+/).length >= 6) return false
  const found = landmarkOf(line)
  return found === null || /^(?:participants|regrets|annex)$/.test(found.landmark)
}

/**
 * The rows from `start` on whose people begin in one column; none where there are fewer than two. `next` is
 * the first line at which rows may begin that were not looked at: to look at all of them again from every
 * line would cost the square of their number.
 */
function rowsFrom(lines: readonly Line[], start: number): { rows: Row[]; next: number } {
  const rows: Row[] = []
  let column: number | null = null
  let index = start
  for (; index < lines.length; index++) {
    const line = lines[index]
    const last = rows.at(-1)
    if (!line || isOther(line) || (last && line.gap)) break
    const own = line.whole
    if (last && column !== null && Math.abs(line.indent - column) <= NEAR) {
      if (!goesOn(last.people.at(-1)?.text ?? "", own.text) && !namesPeople(own.text)) break
      last.lines.push(line)
      last.people.push(own)
      continue
    }
    const cut: { from: number; to: number } | null =
      cutOf(own.text) ?? cutAt(own.text, column === null ? 0 : column - line.indent)
    if (!cut || (column !== null && Math.abs(line.indent + cut.to - column) > NEAR)) break
    column ??= line.indent + cut.to
    const people = sliceRich(own, cut.to)
    // "AL   Ana Lind, Port of Sol": no place, but her initials.
    if (!namesPeople(people.text) || areInitials(own.text.slice(0, cut.from), people.text)) break
    rows.push({ lines: [line], label: labelOf(sliceRich(own, 0, cut.from)), people: [people] })
  }
  const first = firstOfPlaces(rows)
  if (first === 0) return { rows, next: index }
  const taken = rows.slice(0, first ?? rows.length).reduce((sum, row) => sum + row.lines.length, 0)
  return { rows: [], next: start + Math.max(1, taken) }
}

/** From which of the rows on half of the labels are no people; null where that holds for no two of them. */
function firstOfPlaces(rows: readonly Row[]): number | null {
  let places = 0
  let first: number | null = null
  for (let at = rows.length - 1; at >= 0; at--) {
    if (readEntry(rows[at]?.label.text ?? "")?.name.includes(" ") !== true) places += 1
    const behind = rows.length - at
    if (behind >= 2 && places * 2 >= behind) first = at
  }
  return first
}

/** Where the label of a row ends and its people begin; null for a line of one column or of three. */
function cutOf(text: string): { from: number; to: number } | null {
  const [gap, ...more] = text.matchAll(GAP)
  if (!gap || more.length > 0 || gap.index > LONGEST_LABEL || gap.index === 0) return null
  const label = text.slice(0, gap.index).replace(/:$/, "")
  if (!/^\p{L}/u.test(label) || /[:,;\d]/.test(label)) return null
  return { from: gap.index, to: gap.index + gap[0].length }
}

/** Where a longer label ends whose people stand where those above it do, behind a gap of two spaces. */
function cutAt(text: string, column: number): { from: number; to: number } | null {
  const label = column > 2 && column <= LONGEST_LABEL ? text.slice(0, column) : ""
  if (!/^\p{L}[^:,;]*\s{2}$/u.test(label) || !/^\S+(?: \S+)*$/.test(text.slice(column))) return null
  return { from: label.trimEnd().length, to: column }
}

/** "KSN  Karelmark" is a place in two columns: "KSN – Karelmark". */
function labelOf(label: Rich): Rich {
  const parts = richOutside(trimRich(label), betweenGaps).map((part) => {
    const bare = part.text.replace(/\s*:\s*$/, "").length
    return sliceRich(part, 0, bare)
  })
  return joinRich(
    parts,
    parts.slice(1).map(() => " – "),
  )
}

const betweenGaps = (text: string, at: number) =>
  text.charAt(at) === " " ? (/^ {2,60}/.exec(text.slice(at, at + 61))?.[0].length ?? 0) : 0

/** Whether whole names stand in a cell, the last of them perhaps broken off. */
function namesPeople(text: string): boolean {
  if (readEntry(text)?.name.includes(" ") === true) return true
  const parts = segmentsOf(text.replace(/[,;]$/, ""))
  return parts.length > 1 && shareOfNames(parts) >= 0.75
}

/** Whether a cell is broken off in front of the line below it. */
function goesOn(before: string, text: string): boolean {
  return (
    /(?:[,;&–-]|\sand)$/.test(before) ||
    before.lastIndexOf("(") > before.lastIndexOf(")") ||
    /^[\p{Ll}(]/u.test(text)
  )
}

function isOther({ marker, bullet, quote, level, label, place, whole: { text } }: Line): boolean {
  if (label || place || text.startsWith("|") || text.length > LONGEST) return true
  return marker !== null || bullet || quote || level > 0
}

/** "Councillors: Ana Lind (AL); Ben Okoro (BO)" of a label and the people beside and below it. */
function lineOf({ lines, label, people }: Row): Line {
  const [first] = lines as [Line]
  const marks = people.map((each, index) => {
    const next = people[index + 1]?.text ?? ""
    return goesOn(each.text, next) ? " " : "; "
  })
  const rich = joinRich([label, ...people], [": ", ...marks])
  const { n, from, indent, gap } = first
  const to = lines.at(-1)?.to ?? first.to
  return { ...shapeOf({ n, from, to, indent, gap, breaks: true }, rich), listed: true }
}
