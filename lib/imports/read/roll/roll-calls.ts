import { readEntry } from "../people/entry"
import { areTurned } from "../people/turned-names"
import { richOutside } from "../text/outside"
import { joinRich, type Rich, sliceRich, trimRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"
import { calledWord, isAway } from "./called-status"
import { calledByLegend, legendOf, type Marks } from "./marks-explained"
import { isUnexcused } from "./scene-words"

const HERE =
  /^(?:present|here|attended|attending|in attendance|in person|on ?-?site|online|remote(?:ly)?|virtual(?:ly)?|by (?:phone|telephone|video|zoom)|yes|y|p|présente?|presente|anwesend|✓|✔|✅|x)$/iu
const LONGEST = 160
const LONGEST_ROLL = 2000
const FEWEST = 3

/** A line whose last cell says whether somebody came. `away` is null for who stayed away without a word. */
type Called = { line: Line; status: Rich | null; away: boolean | null; cells: Rich[] }

/**
 * Takes apart a roll call without a head, "President    Ana Lind    present": those who were there
 * become a list below the first such word, and those who were not another.
 */
export function withRollCalls(all: readonly Line[]): Line[] {
  const lines = all.flatMap(apartByMarks)
  const marks = legendOf(all)
  const unfolded: Line[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    if (!line) break
    const rows: Called[] = []
    for (let row = calledIn(line, marks); row; ) {
      if (rows.length > 0 && row.line.gap) break
      rows.push(row)
      const [next, after] = [lines[i + rows.length], lines[i + rows.length + 1]]
      row = calledIn(next, marks) ?? (calledIn(after, marks) ? uncalledIn(next, row) : null)
    }
    const column = rows.length < FEWEST ? null : columnOfNames(rows)
    if (column === null) unfolded.push(line)
    else {
      unfolded.push(...listOf(rows, column, false), ...listOf(rows, column, true))
      for (const { line, away } of rows)
        if (away === null) unfolded.push({ ...line, place: true as const })
      i += rows.length - 1
    }
  }
  return unfolded
}

function calledIn(line: Line | undefined, marks: Marks): Called | null {
  if (!line || line.level > 0 || line.whole.text.length > LONGEST) return null
  if (line.whole.text.startsWith("|")) return null
  const explained = marks.size > 0 ? calledByLegend(line, marks) : null
  if (explained) return explained
  const apart = richOutside(line.words, betweenCells)
  const ends = apart.length < 2 && LAST.test(line.words.text.slice(-40))
  const marked = apart.length < 2 ? markedInFront(line) : null
  if (marked) return marked
  const cells = ends ? richOutside(line.words, beforeLast) : apart
  const status = cells.at(-1)
  if (!status || cells.length < 2 || cells.length > 4) return null
  const said = calledWord(status.text)
  // "Ana Lind - Yes" is a vote.
  if (apart.length < 2 && /^(?:yes|no|ja|oui|\p{L})$/iu.test(said) && !/^x$/i.test(said))
    return null
  const others = { line, status, cells: cells.slice(0, -1) }
  if (isUnexcused(status.text)) return { ...others, away: null }
  const away = isAway(status.text)
  return away || HERE.test(said) ? { ...others, away } : null
}

const INLINE_MARK = /(?:^|[,;]\s)(?=\[[PpAaEeRr]\]\s\p{Lu})/gu
/** "[P] Ana Lind, [A] Ben Okoro, [P] Cem Arslan" on one line, and what the letters mean behind a dash: a line for each. */
function apartByMarks(line: Line): Line[] {
  const { text } = line.whole
  if (!text.includes("[") || text.length > LONGEST_ROLL || line.level > 0) return [line]
  const starts = [...text.matchAll(INLINE_MARK)].map(({ index, 0: mark }) => index + mark.length)
  if (starts.length < FEWEST || starts[0] !== 0) return [line]
  const last = text.slice(starts.at(-1)).search(/\s[–—-]\s|[.;]\s/)
  const end = last < 0 ? text.length : (starts.at(-1) ?? 0) + last
  const { n, indent, gap } = line
  const base = { n, from: line.from, to: line.to, indent, breaks: true }
  const rows = starts.map((from, at) => {
    const own = sliceRich(line.whole, from, starts[at + 1] ?? end)
    const words = trimRich(sliceRich(own, 0, own.text.replace(/[,;]\s$/, "").length))
    return shapeOf({ ...base, gap: at === 0 && gap }, words)
  })
  const tail = trimRich(sliceRich(line.whole, end))
  if (!tail.text) return rows
  return [...rows, { ...shapeOf({ ...base, gap: false }, tail), place: true as const }]
}

const MARK = /^(?:[✓✔✅☑🗸✗✘❌☒🗙]\uFE0F?|\[[PpAaEeRr]\])\s{1,4}(?=\p{Lu})/u
/** "✘", "[A]": of whoever stands behind it, that they were away. */
const marksAway = (text: string): boolean => /^(?:[✗✘❌☒🗙]\uFE0F?|\[[AaEeRr]\])$/u.test(text)
/** "✔ Ana Lind", "✘ Ben Okoro", "[A] Cem Arslan": a mark in front says whether they came. */
function markedInFront(line: Line): Called | null {
  const own = line.whole
  const mark = MARK.exec(own.text.slice(0, 8))?.[0].length ?? 0
  if (mark === 0) return null
  const status = trimRich(sliceRich(own, 0, mark))
  const cells = [trimRich(sliceRich(own, mark))]
  return { line, status, away: marksAway(status.text), cells }
}

/** "Cutler Falls     Ana Lind, substitute for Ben Okoro" between such lines: somebody who came. */
function uncalledIn(line: Line | undefined, { cells: { length } }: Called): Called | null {
  if (!line || line.gap || line.level > 0 || line.whole.text.length > LONGEST) return null
  const cells = richOutside(line.words, betweenCells)
  return cells.length === length && length > 1 ? { line, status: null, away: false, cells } : null
}

/** The column in which whole names stand; of two that look so, the one whose first words differ more. */
function columnOfNames(rows: readonly Called[]): number | null {
  const counts = new Set(rows.map(({ cells }) => cells.length))
  if (counts.size > 1) return null
  const columns = [...(rows[0]?.cells ?? []).keys()].map((column) => {
    const texts = rows.map(({ cells }) => cells[column]?.text ?? "")
    const turned = areTurned(texts)
    const named = texts.every((text) => readEntry(text, turned)?.name.includes(" ") === true)
    return { column, firsts: named ? new Set(texts.map((text) => text.split(" ")[0])).size : 0 }
  })
  const [best] = columns.sort((a, b) => b.firsts - a.firsts)
  return best && best.firsts > 0 ? best.column : null
}

/** Two spaces or more, a tab, or a row of dots. */
function betweenCells(text: string, at: number): number {
  const char = text.charAt(at)
  if (char === "\t") return 1
  if (char !== " " && char !== ".") return 0
  const gap = /^(?: {2,60}| ?\.{3,80} ?)/.exec(text.slice(at, at + 82))?.[0].length ?? 0
  return gap
}

/** Whether a colon or a dash stands so near the end that no more than a word or two is behind it. */
const LAST = /[:–—-]\s{1,4}\S[^:–—]{0,28}$/
/** "Ana Lind, Chair: x", "Ben Okoro - excused": a colon or a dash in front of the last word or two. */
function beforeLast(text: string, at: number): number {
  const char = text.charAt(at)
  if (char !== ":" && char !== " ") return 0
  const mark = /^(?::\s{1,4}| [–—-] )(?=[^:–—]{1,30}$)/.exec(text.slice(at, at + 40))
  return mark && at + mark[0].length >= text.length - 30 ? mark[0].length : 0
}

function listOf(rows: readonly Called[], column: number, away: boolean): Line[] {
  const turned = areTurned(rows.map(({ cells }) => cells[column]?.text ?? ""))
  const own = rows
    .filter((row) => row.away === away)
    .sort((a, b) => Number(a.status === null) - Number(b.status === null))
  return own.flatMap(({ line, status, cells }, index) => {
    const cell = cells[column]
    if (!cell) return []
    const others = cells.filter((other) => other !== cell)
    const name = turned ? givenFirst(cell) : cell
    const person = partOf(line, joinRich([name, ...others], [" – ", " – "]), false)
    // The first word that says so is the label of the list.
    // A mark such as "x" says so as well, though it is no label elsewhere.
    if (index === 0 && status)
      return [
        {
          ...partOf(line, status, true),
          people: away ? "away" : true,
        },
        person,
      ]
    return status ? [person, { ...partOf(line, status, false), place: true as const }] : [person]
  })
}

/** "Lind, Ana" as Ana Lind. */
function givenFirst(name: Rich): Rich {
  const comma = name.text.indexOf(",")
  if (comma < 0) return name
  return joinRich([trimRich(sliceRich(name, comma + 1)), sliceRich(name, 0, comma)], [" "])
}

function partOf(row: Line, words: Rich, label: boolean): Line {
  const base = { n: row.n, from: row.from, to: row.to, indent: label ? 0 : 2, breaks: true }
  const line = shapeOf({ ...base, gap: label }, words)
  return label ? { ...line, label: true } : line
}
