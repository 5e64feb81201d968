import type { PlacedLine } from "../lines/placed-line"
import { officeLabel } from "../offices/office-label"
import { readEntry } from "../people/entry"
import { type Rich, sliceRich, trimRich } from "../text/rich"
import type { Line } from "../text/shape"
import { calledAmong, FEWEST, firstOfLines, type Row } from "./called-by-text"
import { peopleHeading } from "./people-heading"
import { readRoll } from "./roll"
import type { RollEntry } from "./roll-entry"
import type { Piece } from "./roll-layout"
import { segmentsOf, shareOfNames } from "./roll-names"
import { AWAY, isOfAnotherMeeting, isUnexcused } from "./scene-words"
import { isHouse } from "./under-houses"
import { isWholePerson } from "./whole-person"

/** So many lines of the head and of the end are searched, and so many people make a list of them. */
const [MOST_OF_HEAD, MOST_OF_END] = [80, 30]
const LONGEST_LABEL = 60
/** Labels of people who need not have come. */
const OTHER =
  /^(?:(?:to|from|cc|bcc)$|cop(?:y|ies)|distribution|circulat|authors?|contacts?|(?:prepared|recorded|written|compiled|submitted|approved|signed|certified|drafted|moved|seconded|proposed|sent|posted|uploaded|edited) ?\p{L}*(?: by)?|next\b|where|venue|place|location|address|lieu|lugar|local\b|ort\b|luogo|plaats|sted\b|adresse|actions?|owners?|candidates?|nominees?|winners?|elect|vote|invit|items?|topics?|agenda|speakers? (?:for|at) the next|thanks)/iu
/** Initials, a nick or the letter of a kind in front of a name: "KB  Ana Lind", "ana = Ana Lind", "V  Ana Lind". */
const SIGNED =
  /^(?:\[?\d{1,2}:\d{2}(?::\d{2})?\]?\s{1,3}|\p{Ll}[\p{Ll}\d_.-]{1,20}(?:\t|\s{2,12})|\p{Lu}{1,4}(?:\t|\s{1,6}[=:–-]?\s{0,4})|[\p{L}\d_.-]{2,20}\s{1,4}=\s{1,4}|@[\p{L}\d_.-]{2,30}\s[=:–-]\s)(?=\p{Lu}[\p{L}’']+\s)/u
const BEHIND_LABEL = /^([^:|]{2,60}?)(?::\s{1,30}|\s?\|\s|\t\s{0,9}|\s{3,30})(?=\S)/

type Told = { participants: RollEntry[]; regrets: RollEntry[] }
/**
 * Those whom the lines in front of all that was said, or behind it, name one by one or behind labels, whatever
 * the labels say: "Our people:", "Upper plots: Ana Lind, Ben Okoro". That they are people is told by the text,
 * which calls them by one of their names. Nobody where the list that was read (`isRead`) has those lines.
 */
export function peopleToldByLines(placed: readonly PlacedLine[], isRead: boolean): Told {
  const read = new Set(
    placed.flatMap(({ line, part }) => (isRead && part === "participants" ? [line] : [])),
  )
  const said = placed.findIndex(
    ({ line, part }) =>
      isSaid(line) &&
      (part === "discussion" || (part === "opening" && line.words.text.endsWith(":"))),
  )
  const head = Math.min(MOST_OF_HEAD, said < 0 ? placed.length : said)
  // The list that was read is often the one at the end.
  const end = isRead ? [] : placed.slice(Math.max(head, placed.length - MOST_OF_END))
  for (const [lines, atEnd] of [
    [placed.slice(0, head), false],
    [end, true],
  ] as const) {
    for (const rows of runsOf(lines, read)) {
      // "People present" above them says it as well.
      const heading = peopleHeading(`${rows[0]?.label}:`)
      const isHeaded =
        heading !== null &&
        !heading.weak &&
        rows.every(({ label, away }) => away || label === rows[0]?.label)
      if (atEnd && !isHeaded) continue
      // "Chairs: Ana Lind, Ben Okoro; notes: Cem Arslan" is no list of those who came.
      if (rows.every(({ label }) => label !== "" && officeLabel(`${label}: x`) !== null)) continue
      if (rows.every(({ pieces }) => pieces.every(({ line }) => read.has(line)))) return nobody
      const entries = readRoll(rows.flatMap(({ pieces, away }) => (away ? [] : pieces))).entries
      const people = entries.filter(
        ({ name, away }) => name.includes(" ") && !away && !/^The\s/.test(name) && !isHouse(name),
      )
      const called = isHeaded ? firstOfLines(people, rows) : calledAmong(people, placed, rows)
      const missing = entries.filter(({ name, away }) => name.includes(" ") && away)
      if (called.length >= FEWEST)
        return { participants: called, regrets: [...missing, ...awayIn(rows)] }
    }
  }
  return nobody
}

const nobody: Told = { participants: [], regrets: [] }

/** Those behind or below a label that says that they were away. */
const awayIn = (rows: readonly Row[]): RollEntry[] =>
  readRoll(
    rows.flatMap(({ pieces, label, away }) => (away && !isUnexcused(label) ? pieces : [])),
  ).entries.filter(({ name }) => name.includes(" "))

/** A sentence, or what leads to others: "Valentina welcomed the new directors:". */
const isSaid = ({ words: { text } }: Line) =>
  (/\s\p{Ll}{3,}(?:ed|s)\s.*:$/u.test(text.slice(-200)) && peopleHeading(text) === null) ||
  ((/[.!?]["”)]?$/.test(text) || text.length > LONGEST_LABEL) &&
    text.split(/\s+/, 12).length >= 10 &&
    /\s\p{Ll}{3,}\s/u.test(text) &&
    !/^(?:minutes|record|notes?|report|proceedings)\s/i.test(text) &&
    shareOfNames(segmentsOf(text)) < 0.5)

/** Rows of people and of labels that follow each other; behind a list that was read stands no more of it. */
function runsOf(all: readonly PlacedLine[], read: ReadonlySet<Line>): Row[][] {
  const lines = all.filter(({ line, page }) => !page && !/^[-=_*~|:+\s]{3,}$/.test(line.whole.text))
  const runs: Row[][] = []
  let run: Row[] = []
  let label = ""
  for (const [at, each] of lines.entries()) {
    const row = rowOf(each, label)
    const next = lines[at + 1]
    const before = lines[at - 1]?.line
    if (before && read.has(before) && !read.has(each.line) && each.line.gap && run.length > 0) {
      runs.push(run)
      run = []
    }
    if (row) run.push(row)
    else if (isLabel(each, next)) label = each.line.words.text.replace(/:$/, "")
    else {
      if (run.length > 0) runs.push(run)
      run = []
      label = ""
    }
  }
  return run.length > 0 ? [...runs, run] : runs
}

function rowOf({ line, part }: PlacedLine, label: string): Row | null {
  if (part === "agenda" || part === "next" || line.level > 0 || line.whole.text.length > 400)
    return null
  const all = withoutBars(line.words)
  const { text } = all
  const away = part === "regrets" || saysAway(label)
  const row = (pieces: Piece[], own = label) => ({
    pieces,
    label: own,
    away: away || saysAway(own),
  })
  const signed = SIGNED.exec(text.slice(0, 40))?.[0].length ?? 0
  if (isPerson(text.slice(signed).replace(JOINED, "")))
    return OTHER.test(label)
      ? null
      : {
          ...row([{ line, words: withoutJoined(sliceRich(all, signed)), first: true }]),
          sign: text.slice(0, signed).replace(/[\s=:–-]+$/, ""),
        }
  const front = BEHIND_LABEL.exec(text.slice(0, 90))
  const own = front?.[1]?.trim() ?? ""
  if (!front || OTHER.test(own) || isOfAnotherMeeting(own) || readEntry(own)?.name.includes(" "))
    return null
  const words = trimRich(sliceRich(all, front[0].length))
  const parts = segmentsOf(words.text)
  const named = shareOfNames(parts) === 1 || isPerson(words.text)
  return named ? row([{ line, words, first: true, inline: true }], own) : null
}

/** "| In the room | Ana Lind; Ben Okoro |" without the bars around it. */
function withoutBars(words: Rich): Rich {
  if (!words.text.startsWith("|")) return words
  return trimRich(sliceRich(words, 1, words.text.replace(/\s*\|\s*$/, "").length))
}

/** "[10:00] Ana Lind joined (host)": what a log says of everybody. */
const JOINED = /\s(?:has )?(?:joined|entered|connected)(?=$|\s\().*$/
const withoutJoined = (words: Rich) => sliceRich(words, 0, words.text.replace(JOINED, "").length)

/** Two words that may be names: most lines are passed over by it. */
const MAY_BE_NAMED = /^\S{0,3}\p{Lu}\S{0,30}\s(?:\S{1,4}\s){0,3}\S{0,3}\p{Lu}/u
const isPerson = (text: string) =>
  MAY_BE_NAMED.test(text.slice(0, 120)) &&
  isWholePerson(text.split(/\s{3,}|\t/, 1)[0] ?? "") &&
  peopleHeading(`${text}:`) === null

const saysAway = (label: string) => AWAY.test(label) || isUnexcused(label)

/** "Users" above those who are: a few words, and somebody below. */
function isLabel({ line, part }: PlacedLine, next: PlacedLine | undefined): boolean {
  const { text } = line.words
  if (part === "agenda" || text.length > LONGEST_LABEL || /[.!?;,]$|\d/.test(text) || !next)
    return false
  return rowOf(next, text.replace(/:$/, "")) !== null
}
