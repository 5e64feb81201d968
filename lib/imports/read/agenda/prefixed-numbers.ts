import { codeOfTask } from "../tasks/task-codes"
import { sliceRich, trimRich } from "../text/rich"
import type { Line } from "../text/shape"

/** "AI-01: Lift", "MIN 03/05/2022: MATTERS ARISING", "TB/22/071   FEES": letters, then figures. */
const PREFIXED =
  /^\**(\p{Lu}{1,6})\.?(?:[ \u00a0–-]{0,2}|\/)(\d{1,4}(?:[./-]\d{1,4}){0,3})\**(?:\s*[:.–—-]\**\s{1,4}|\s{2,6}|(?<=\d\/\d{2,4})\s)(?=[\p{Lu}\d"“])/u
/**
 * "19/21  MINUTES", "3/2017-1 Fees", "7-1. Fees": the number of the year, the meeting or the chapter, which all
 * share, and the count behind it.
 */
const BEHIND_FIGURES =
  /^\**((?:\d{1,4}[./-]){0,2}\d{1,4}[/-])(\d{1,3})\**(?:\s*[:.–—]\**\s{1,4}|\s{1,8})(?=[\p{Lu}"“])/u
/** What is counted so without being an item of the agenda. */
const OTHERS =
  /^(?:ACTION|TASK|A|AP|ACT|D|DEC|RES|DECISION|MOTION|RESOLUTION|ANNEX|APPENDIX|DOC|PAPER|FIG|TABLE|NOTE|REF|REC|COVID|Q|R)$/
/** So many that count on from the first that it is no accident. */
const LEAST = 3

type Found = { line: Line; prefix: string; figures: number[]; length: number }

/** Gives their numbers to lines in which letters stand before the count, as long as they count on. */
export function withPrefixedNumbers(lines: readonly Line[]): Line[] {
  const groups = new Map<string, Found[]>()
  for (const line of lines) {
    const found = prefixOf(line)
    if (!found) continue
    const key = `${found.prefix} ${found.figures.length}`
    groups.set(key, [...(groups.get(key) ?? []), found])
  }
  const numbered = new Map<Line, { value: number; length: number }>()
  for (const all of groups.values()) {
    if (areTasks(all)) continue
    const fromFirst = placeOf(all, countsOn)
    // What goes on from the meeting before stands alone above its text: "TB/22/071", "TB/22/072".
    const titles = all.filter(({ line }) => isTitle(line))
    const listed = fromFirst < 0 && placeOf(titles, goesOn) >= 0 && hasTwice(titles)
    const heads = listed ? titles : all.filter(({ line }) => isHeading(line))
    const group = fromFirst < 0 ? heads : all
    const place = fromFirst < 0 ? placeOf(group, goesOn) : fromFirst
    if (group.length < LEAST || place < 0) continue
    if (group.filter(tellsTask).length * 2 > group.length) continue
    // "104/4.1" below "104/4": the whole series is read by its depths.
    if (all.some(({ prefix }) => hasParts(prefix, lines))) continue
    for (const { line, figures, length } of group)
      numbered.set(line, { value: figures[place] ?? 0, length })
  }
  const letters = withLetters(lines)
  return lines.map((line) => {
    const lettered = letters.get(line)
    if (lettered) return lettered
    const found = numbered.get(line)
    if (!found) return line
    const words = trimRich(sliceRich(line.whole, found.length))
    return { ...line, marker: { text: String(found.value), form: "number" }, words }
  })
}

/** "C1 Foulbrood" below "C. Health": the letter of the item above, and the count below it. */
const LETTERED = /^([A-Z])(\d{1,2})[.:)]?\s{1,6}(?=\p{Lu})/u
function withLetters(lines: readonly Line[]): ReadonlyMap<Line, Line> {
  const found = new Map<Line, Line>()
  let letter = ""
  let last = 0
  for (const line of lines) {
    const { marker, words, whole } = line
    if (marker?.form === "letter" && /^[A-Z]$/.test(marker.text)) {
      letter = marker.text
      last = 0
    }
    const match =
      line.bullet || whole.text.length > 160 ? null : LETTERED.exec(whole.text.slice(0, 12))
    if (!match?.[1] || match[1] !== letter || Number(match[2]) !== last + 1) continue
    last += 1
    const text = `${letter}.${last}`
    const length = whole.text.length - words.text.length
    if (length > 0 && length !== match[0].length) continue
    found.set(line, {
      ...line,
      marker: { text, form: "dotted" },
      words: trimRich(sliceRich(whole, match[0].length)),
    })
  }
  return found
}

/** "#### S-1 Temperature": in a heading no gap has to show where the count ends. */
const HEADED = /^(\p{Lu}{1,4})-(\d{1,3})\s(?=\p{Lu})/u

function prefixOf(line: Line): Found | null {
  const text = line.whole.text.slice(0, 60)
  // "B.1 Ana presented" counts below the item "B".
  if (line.marker?.form === "dotted") return null
  if (line.bullet || line.quote || line.whole.text.length > 160) return null
  const [all = "", prefix = "", written = ""] =
    PREFIXED.exec(text) ??
    BEHIND_FIGURES.exec(text) ??
    (line.level > 0 ? HEADED.exec(text) : null) ??
    []
  if (!prefix || OTHERS.test(prefix)) return null
  return { line, prefix, figures: written.split(/[./-]/).map(Number), length: all.length }
}

/** "AI 41-3: Ana to write", "AI 41-4: Ben to ask": what each of them says is what somebody is to do. */
const areTasks = (group: readonly Found[]) =>
  group.filter(({ line }) => codeOfTask(line.whole.text) !== null).length * 2 > group.length

/** The entries of an agenda, and each once more above what was said. */
const hasTwice = (group: readonly Found[]) =>
  group.length >= LEAST * 2 &&
  new Set(group.map(({ figures }) => figures.join("/"))).size * 2 === group.length

const hasParts = (prefix: string, lines: readonly Line[]) =>
  /\d/.test(prefix) &&
  lines.some(
    ({ whole: { text } }) =>
      text.startsWith(prefix) && /^\d{1,3}\.\d/.test(text.slice(prefix.length, prefix.length + 6)),
  )

/** "AI 41-3: Ana Lind to ask for a room": what is to be done is counted so as well. */
const TASK =
  /^\p{Lu}[\p{L}.’'-]{1,20}(?:,? (?:and |& )?\p{Lu}[\p{L}.’'-]{0,20}){0,4} (?:to|will) \p{Ll}/u
/** "05/071 MOVED: That the apologies be accepted." counts what was moved. */
const MOVED = /^(?:moved|motion|resolved|resolution|decided|decision|agreed|carried|action)\b/i
const tellsTask = ({ line, length }: Found) => {
  const text = line.whole.text.slice(length, 160)
  return TASK.test(text) || MOVED.test(text)
}

/** Which of the figures count, -1 where none of them does. */
function placeOf(group: readonly Found[], counts: typeof countsOn): number {
  return group[0]?.figures.findIndex((_, index) => counts(group, index)) ?? -1
}

const isHeading = ({ gap, whole: { text } }: Line) => gap && !/[.!?;,:]$/.test(text)
/** Neither the entries of an agenda nor headings end like sentences. */
const isTitle = ({ whole: { text } }: Line) => !/[.!?;,:]$/.test(text)

/** Whether the figures at one place run on by one, from wherever they begin, perhaps once more from there. */
function goesOn(group: readonly Found[], place: number): boolean {
  const first = group[0]?.figures[place] ?? 0
  const again = group.findIndex(({ figures }, index) => index > 0 && figures[place] === first)
  const count = again < 0 ? group.length : again
  return (
    count >= LEAST &&
    group.every(({ figures }, index) => figures[place] === first + (index % count))
  )
}

/** Whether the figures at one place run 1, 2, 3 through the lines, perhaps once more from the start. */
function countsOn(group: readonly Found[], place: number): boolean {
  let last = 0
  for (const { figures } of group) {
    const value = figures[place] ?? 0
    if (value !== last + 1 && value !== 1) return false
    last = value
  }
  return group[0]?.figures[place] === 1
}
