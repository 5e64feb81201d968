import { withoutMeeting } from "../agenda/about-the-meeting"
import { referenceIn } from "../agenda/references"
import { startsOutcome } from "../decisions/outcome-labels"
import { fateIn } from "../decisions/verdict-words"
import { landmarkOf } from "../lines/landmarks"
import { officeLabel } from "../offices/office-label"
import { romanValue } from "../text/ordinals"
import { sliceRich } from "../text/rich"
import type { Line } from "../text/shape"
import { behindHead } from "./behind-head"
import type { Member } from "./member"
import { boldLength, headLength, LONGEST, titleLength } from "./title-length"
import { runInLength, titleLike } from "./title-like"

/**
 * Lines of one look, in their order. `rank` tells which of two looks stands above the other: a heading
 * above all others, and of two others the one that stands further out.
 */
export type Series = {
  look: string
  rank: number
  members: Member[]
  others: number
  /** Where what stands below each of them ends. */
  ends: number[]
}

const FEWEST = 2

const DRAWN = /^[-=_*~–—]{5,}$/

/** All the series of lines that look alike and might begin the items of a report. */
export function seriesIn(lines: readonly Line[]): Series[] {
  const found = new Map<string, Omit<Series, "ends">>()
  /** How deep a heading stands below which are people or tasks, and no items. */
  let within = 0
  const add = (look: string, rank: number, member: Member) => {
    const series = found.get(look) ?? { look, rank, members: [], others: 0 }
    if (within === 0 && isItem(member)) series.members.push(member)
    else series.others += 1
    found.set(look, series)
  }
  for (const [at, line] of lines.entries()) {
    const { text } = line.words
    if (text === "" || isPartOfTable(line)) continue
    if (line.level > 0 && line.level <= within) within = 0
    if (line.level > 0 && within === 0 && headsOther(line)) within = line.level
    // A line drawn across the page ends the list above it.
    if (DRAWN.test(text)) within = 0
    for (const [look, rank] of looksOf(line, lines[at + 1])) {
      const length = look.startsWith("before ") ? titleLength(line, look) : headLength(line)
      add(look, rank, { at, line, title: text.slice(0, length), whole: length === text.length })
    }
  }
  return [...found.values()]
    .map((series) =>
      /^(?:number|dotted)/.test(series.look) ? counted(series) : ofItems(series, lines),
    )
    .filter(({ members }) => members.length >= FEWEST)
    .map(cutAlike)
    .map((series) => ({ ...series, ends: endsOf(series, lines) }))
}

/** "Any other business: None." among others that end at their colon ends there as well. */
function cutAlike(series: Omit<Series, "ends">): Omit<Series, "ends"> {
  const cut = series.members.filter(({ whole }) => !whole)
  if (cut.length * 2 < series.members.length) return series
  const members = series.members.map((member) => {
    const front = member.whole ? runInLength(member.line.words.text) : null
    if (front?.[0] !== "colon") return member
    return { ...member, title: member.title.slice(0, front[1]), whole: false }
  })
  return { ...series, members }
}

/** Up to the next of them, or to the next heading that stands no deeper. */
function endsOf({ members }: Omit<Series, "ends">, lines: readonly Line[]): number[] {
  const own = members[0]?.line.level || DEEPEST
  const heads = lines.flatMap(({ level }, at) => (level > 0 && level <= own ? [at] : []))
  let next = 0
  return members.map(({ at }, index) => {
    while ((heads[next] ?? lines.length) <= at) next += 1
    return Math.min(members[index + 1]?.at ?? lines.length, heads[next] ?? lines.length)
  })
}

/** Other lines than headings stand below all of those. */
const DEEPEST = 6

/** "## Attendees", "## Action items": what stands below are none of the items. */
function headsOther(line: Line): boolean {
  const found = landmarkOf({ ...line, marker: null })?.landmark
  return found !== undefined && !/^(?:agenda|discussion|next)$/.test(found)
}

const isPartOfTable = (line: Line) =>
  line.quote ||
  line.task === true ||
  line.outcome === true ||
  line.margin === true ||
  line.listed === true ||
  line.whole.text.startsWith("|")

/** Every look that a line has, with its rank. */
function looksOf(line: Line, next: Line | undefined): [string, number][] {
  const { text } = line.words
  // ">> Ana to order the lamps" is set off from the items.
  if (/^(?:>{2}|[-=]>)/.test(text)) return []
  const far = Math.min(Math.round(line.indent / 2), 9)
  if (line.level > 0) return [[`heading ${line.level}`, line.level]]
  if (line.ticked !== null) return []
  if (line.marker) {
    const mark = markOf(line)
    // "4.1" tells how deep it stands, however far in.
    const deep = mark.startsWith("dotted") ? 0 : far
    const rank = 20 + deep * 3 + depthOf(line)
    // "i." and "v." are letters, and numerals among "ii." and "iii.".
    const both = /^[ivx]$/i.test(line.marker.text) && line.marker.form === "letter"
    const roman = mark.replace("letter", "letter roman")
    return [
      [`${mark} ${deep}`, rank],
      ...(both ? [[`${roman} ${deep}`, rank] as [string, number]] : []),
    ]
  }
  if (line.bullet) return [[`bullet ${line.whole.text.charAt(0)} ${far}`, 22 + far * 3]]
  const looks: [string, number][] = []
  const bold = boldLength(line)
  if (text.length <= LONGEST) {
    if (bold >= text.length - 1) looks.push(["bold", 10])
    if (/\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text)) looks.push(["capitals", 9])
    if (/^\p{Lu}[^:]{2,80}:$/u.test(text)) looks.push([`colon ${far}`, 12 + far])
    // "Ayes: 7" is a field, and what stands behind "Part One:" is looked at by itself.
    const wrapped = next !== undefined && !next.gap && text.length > 60
    const alone = next !== undefined && titleLike(text) && !wrapped && !/:\s+\S/.test(text)
    if (alone && line.gap) looks.push(["alone", 11])
    else if (alone && next.words.text.length > text.length) looks.push(["close", 13])
  }
  if (line.gap && bold > 2 && bold < text.length - 1) looks.push(["before bold", 14])
  const [kind] = line.gap ? (runInLength(text) ?? []) : []
  if (kind) looks.push([`before ${kind}`, 15])
  return looks
}

/** "Item 3: Roof" among paragraphs that are counted as well. */
const NAMED = /^\W{0,3}(?![ivxlcIVXLC]{3,7}\W)\p{L}{3}/u

function markOf({ bullet, marker, whole }: Line): string {
  const { form, text } = marker ?? { form: "number", text: "" }
  const named = NAMED.test(whole.text) ? " named" : ""
  const upper = form === "letter" && text === text.toUpperCase() ? " upper" : ""
  const roman = form === "letter" && text.length > 1 && romanValue(text) !== null ? " roman" : ""
  const dots = form === "dotted" ? ` ${text.split(".").length}` : ""
  return `${form}${dots}${roman}${upper}${bullet ? " bullet" : ""}${named}`
}

/** "a." and "1.2" stand below "1." and "A.", however far in they are. */
function depthOf({ marker }: Line): number {
  if (!marker || marker.form === "number") return 0
  if (marker.form !== "letter") return 1
  return marker.text === marker.text.toUpperCase() ? 0 : 1
}

const COUNTED_AMONG_ITEMS = /^(?:next|regrets|participants|discussion|agenda)$/
const NEXT_ALONE = /^next$/

/** None that announces people or tasks, or that says who holds an office or what was decided. */
function isItem({ line, title }: Member): boolean {
  const bare = {
    ...line,
    marker: null,
    bullet: false,
    words: sliceRich(line.words, 0, title.length),
  }
  const found = landmarkOf(bare)?.landmark
  // What is counted among the items is one of them: "1. Apologies", "2. Minutes".
  const counts = /^(?:number|dotted|letter)$/.test(line.marker?.form ?? "")
  const kept = counts ? COUNTED_AMONG_ITEMS : NEXT_ALONE
  if (found && !kept.test(found)) return false
  // "Re 1" names an item by its number, and is no title.
  if (!line.marker && referenceIn(`${title.replace(/[.:]$/, "")}.`)) return false
  if (fateIn(title) !== null || /^page \d{1,3}$/i.test(title)) return false
  const label = `${title.replace(/\s?:$/, "")}: x`
  return (counts || officeLabel(label) === null) && !startsOutcome(label)
}

/** Without those in front that stand above what the meeting itself was. */
function ofItems(series: Omit<Series, "ends">, lines: readonly Line[]): Omit<Series, "ends"> {
  const members = behindHead(series.members, lines)
  const items = new Set(
    withoutMeeting(
      members.map(({ line }) => line),
      lines,
    ),
  )
  return { ...series, members: members.filter(({ line }) => items.has(line)) }
}

/** Of numbers the longest run that counts on, as some lists among them begin anew. */
function counted(series: Omit<Series, "ends">): Omit<Series, "ends"> {
  const runs: Member[][] = []
  for (const member of series.members) {
    const run = runs.find((each) => goesOn(each.at(-1), member))
    if (run) run.push(member)
    else runs.unshift([member])
    if (runs.length > MOST_RUNS) runs.pop()
  }
  const [first = []] = runs.sort((a, b) => b.length - a.length || reachOf(b) - reachOf(a))
  // "2.1" and "3.1" count the parts of items, and each run of them is short.
  return isDotted(first) && first.length * 2 < series.members.length
    ? series
    : { ...series, members: first }
}

/** "4" or "5" behind "3", and "6.4" or "6.5" behind "6.3". */
function goesOn(before: Member | undefined, { line }: Member): boolean {
  const [front, value] = countOf(before?.line.marker?.text)
  const [own, count] = countOf(line.marker?.text)
  return front === own && (count - value === 1 || count - value === 2)
}

function countOf(label = ""): [string, number] {
  const dot = label.lastIndexOf(".")
  return [label.slice(0, Math.max(dot, 0)), Number(label.slice(dot + 1))]
}

const isDotted = (run: readonly Member[]) => run[0]?.line.marker?.form === "dotted"

/** So many lists may be open at once. */
const MOST_RUNS = 8
const reachOf = (run: readonly Member[]) => (run.at(-1)?.at ?? 0) - (run[0]?.at ?? 0)
