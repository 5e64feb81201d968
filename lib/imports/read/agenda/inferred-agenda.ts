import type { PlacedLine } from "../lines/placed-line"
import type { ReadItem } from "../model"
import { paragraphFrom } from "../text/paragraph"
import type { Line } from "../text/shape"
import type { Locator } from "../text/source"
import { behindPeople, withoutMeeting } from "./about-the-meeting"
import { buildAgenda } from "./agenda"
import { AgendaReader, markerValue } from "./agenda-lines"
import { bareHeadings, withTitlesOfParts } from "./bare-groups"
import { isBareTitle } from "./bare-headings"
import { withMissingNumbers, withOpening } from "./between-numbers"
import { bulletHeadings } from "./bullet-heads"
import { withoutClosingSigns } from "./closing-signs"
import { belowBare, isDayAlone } from "./lettered-parts"
import { itemHeadings } from "./section-headings"
import { titledParts } from "./titled-parts"
import { letterTitle, runInTitle, runInTopic, SAYS, titledParagraphs } from "./titles-in-front"
import { looksLikeHeading } from "./topics"

/**
 * The agenda of a report that prints none: the headings of its discussion. Headings of Markdown come
 * first, then numbered lines that have text below them, then bare lines that stand above text.
 */
export function inferAgenda(
  placed: readonly PlacedLine[],
  locate: Locator,
  spine: ReadonlySet<Line> = new Set(),
): ReadItem[] {
  const lines = placed
    .filter(({ part, head, under, page }) => part === "discussion" && !head && !under && !page)
    .map(({ line }) => line)
  const headings =
    spine.size > 0
      ? lines.filter((line) => spine.has(line))
      : headingsAmong(withoutClosingSigns(lines))
  const items = buildAgenda(
    readerOf(behindPeople(withoutMeeting(headings, lines), placed)).entries,
    locate,
  )
  for (const item of items) item.how = "inferred"
  return items
}

function headingsAmong(lines: readonly Line[]): Line[] {
  const marked = withoutDays(withoutUnnumbered(itemHeadings(lines)), lines)
  const runIn = titledParagraphs(lines)
  const numbered = withMissingNumbers(
    lines,
    lines.flatMap((line, index) => {
      const next = lines[index + 1]
      const wrapped =
        paragraphFrom(lines, index) !== line.words.text &&
        !breaksEarly(line, next) &&
        !isCode(line, next)
      if (!wrapped && isNumberedHeading(line, next)) return [line]
      const title = runIn.has(line) ? runInTitle(line) : null
      return title ? [title] : []
    }),
  )
  if (marked.length >= 2 || (marked.length > 0 && numbered.length === 0))
    return withLetters(marked, numbered, lines)
  const lettered = numbered.filter(({ marker }) => marker?.form === "letter")
  if (lettered.length === numbered.length && lettered.length > 0) {
    const both = belowBare(lines, lettered)
    if (both) return both
  }
  const [only] = numbered
  const isEntry = numbered.length === 1 && only && endsList(lines, lines.indexOf(only))
  if (numbered.length > 0 && !isEntry)
    return withOpening(
      lines,
      withTitlesOfParts(withoutLoneLetters(withTitledLetters(numbered, lines)), lines),
    )
  const bulleted = bulletHeadings(lines)
  if (bulleted.length >= LEAST) return bulleted
  const bare = bareHeadings(lines)
  if (bare.length >= 2) return bare
  const run = lines.filter((line) => line.gap && runInTopic(line) !== null)
  if (run.length < LEAST) return []
  return lines.flatMap((line, index) =>
    line.gap || /[.!?]$/.test(lines[index - 1]?.words.text ?? "") ? (runInTopic(line) ?? []) : [],
  )
}

/** "5. Trials" right below "4. Fitting": the last entry of a list, above whatever follows. */
function endsList(lines: readonly Line[], index: number): boolean {
  const [before, line] = [lines[index - 1], lines[index]]
  if (!line?.marker || !before?.marker || line.gap || line.level > 0) return false
  return (
    before.marker.form === line.marker.form &&
    markerValue(line.marker, markerValue(before.marker, 0)) === markerValue(before.marker, 0) + 1
  )
}

/** So many paragraphs that begin with a topic that it is how this report sets its headings. */
const LEAST = 3

/** "MONDAY, 12 JUNE" parts the meeting, where the items are headings of another kind. */
function withoutDays(marked: readonly Line[], all: readonly Line[]): Line[] {
  const items = marked.filter((line) => !isDayAlone(line.words.text))
  const numbered = all.filter((line) => line.level === 0 && line.gap && line.marker !== null)
  return items.length < marked.length && items.length + numbered.length >= 3 ? items : [...marked]
}

/** "Other topics" is an item with or without a number. */
const OTHERS = /\b(?:other|any|further|miscell|varia|diverse|aob|open floor)/i
/** Where most headings are numbered, one that is not ("Adjournment", "Assignments") is no item. */
function withoutUnnumbered(marked: readonly Line[]): Line[] {
  const top = Math.min(...marked.map(({ level }) => level))
  const highest = marked.filter(({ level }) => level === top)
  const numbered = highest.filter(({ marker }) => marker !== null).length
  if (numbered < 3 || numbered * 2 <= highest.length) return [...marked]
  let within = true
  return marked.filter((line) => {
    if (line.level === top) within = line.marker !== null || OTHERS.test(line.words.text)
    return within
  })
}

/**
 * "A. Rowing shed" below "NEW BUSINESS": lettered from the first, in the order of the text, or numbered
 * from the first below a heading, each with text of its own.
 */
function withLetters(marked: readonly Line[], numbered: readonly Line[], all: readonly Line[]) {
  const letters = numbered.filter((line) => line.level === 0 && line.marker?.form === "letter")
  const lettered = letters[0]?.marker?.text.toLowerCase() === "a" ? letters : []
  const counted = countedBelow(marked, numbered, all)
  const parts = lettered.length + counted.size > 0 ? null : titledParts(new Set(marked), all)
  const both = new Set([...marked, ...lettered, ...counted, ...(parts?.keys() ?? [])])
  return all
    .filter((line) => both.has(line))
    .map((line) => {
      const below = counted.has(line) || parts?.has(line)
      return below ? { ...(parts?.get(line) ?? line), indent: line.indent + 4 } : line
    })
}

/** "1. Circulation" and "2. Courier" below "## Director's report": at least two, each alone above its text. */
function countedBelow(marked: readonly Line[], numbered: readonly Line[], all: readonly Line[]) {
  const heads = new Set(marked)
  const titles = new Set(
    numbered.filter(({ level, marker }) => level === 0 && marker?.form === "number"),
  )
  const counted = new Set<Line>()
  let own: Line[] = []
  const close = () => {
    if (own.length >= 2) for (const line of own) counted.add(line)
    own = []
  }
  for (const [index, line] of all.entries()) {
    if (heads.has(line)) close()
    else if (line.marker?.form === "number" && line.level === 0) {
      const next = all[index + 1]
      const alone = line.gap && next?.gap === true && next.marker === null && !next.bullet
      const goesOn = Number(line.marker.text) === own.length + 1
      if (titles.has(line) && alone && goesOn && isBareTitle({ ...line, marker: null }))
        own.push(line)
      else own = []
    }
  }
  close()
  return counted
}

/** "B.11.1 Issue 180" alone above "General feedback": what counts so is no sentence. */
const isCode = ({ marker, gap }: Line, next: Line | undefined) =>
  gap && /^[A-Z]\.\d/.test(marker?.text ?? "") && /^\p{Lu}/u.test(next?.words.text ?? "")

/** Whether the first word below would have stood on the line, were it no line of its own. */
function breaksEarly(line: Line, next: Line | undefined): boolean {
  if (!next || !/^\p{Lu}/u.test(next.words.text)) return false
  const [word = ""] = next.words.text.split(" ", 1)
  return next.to - next.from > line.to - line.from + 1 + word.length
}

/** "(a) Gate. Ana reported …" below a number: letters that all begin with a title are items of their own. */
function withTitledLetters(numbered: readonly Line[], all: readonly Line[]): Line[] {
  const known = new Set(numbered)
  const titled = new Map<Line, Line>()
  let own: Line[] = []
  const close = () => {
    const titles = own.map((line) => letterTitle(line))
    for (const [index, line] of own.entries()) {
      const title = titles[index]
      if (own.length >= 2 && title && titles.every((each) => each !== null)) titled.set(line, title)
    }
    own = []
  }
  for (const line of all) {
    const next = line.marker?.form === "letter" && !line.bullet ? line.marker.text : null
    if (known.has(line)) close()
    else if (next !== null && line.gap && next === String.fromCharCode(97 + own.length))
      own.push(line)
  }
  close()
  return titled.size === 0
    ? [...numbered]
    : all.flatMap((line) => titled.get(line) ?? (known.has(line) ? [line] : []))
}

function readerOf(lines: readonly Line[]): AgendaReader {
  const reader = new AgendaReader()
  for (const line of lines) reader.take(line)
  return reader
}

/** Letters count as headings when they count from the first, on their own or below a number. */
function withoutLoneLetters(lines: readonly Line[]): Line[] {
  const [first, second] = lines.flatMap(({ marker }) =>
    marker?.form === "letter" ? [marker.text] : [],
  )
  const isRoman = first === "i" && second === "ii"
  return first && !isRoman && !/^(?:[Aa]|I)$/.test(first)
    ? lines.filter((line) => line.marker?.form !== "letter" || line.level > 0)
    : [...lines]
}

function isNumberedHeading(line: Line, next: Line | undefined): boolean {
  if (!line.marker || line.bullet || !looksLikeHeading(line)) return false
  // "To finish the inventory": something to be done, or an aim.
  if (line.level === 0 && /^To \p{Ll}{2,} /u.test(line.words.text)) return false
  // "2. The agenda is in Annex B. The records are at" goes on below.
  if (/\s(?:at|is|are|was|were|the|of|to|and|by|from|with)$/.test(line.words.text.slice(-12)))
    return false
  // "2.2 Actions of the last meeting:" or "2. The following points were made:" leads into what stands below it.
  const leads = line.level === 0 && line.words.text.endsWith(":")
  if (leads && (line.marker.form === "dotted" || SAYS.test(line.words.text))) return false
  const small = line.marker.form === "letter" && !/^\p{Lu}/u.test(line.marker.text)
  if (small && line.level === 0 && !isTitleAboveText(line, next)) return false
  // A heading has text of its own behind it; entries of a list follow one another.
  if (next?.marker && next.indent >= line.indent + 2 && /^[1aAi]$/.test(next.marker.text))
    return true
  if (line.level > 0 || next === undefined || next.marker === null || next.gap) return true
  return next.marker.text.startsWith(`${line.marker.text}.`) || /^[aA]$/.test(next.marker.text)
}

/** "a) Behaviour policy" with a sentence right below it. */
function isTitleAboveText(line: Line, next: Line | undefined): boolean {
  const text = line.words.text
  // "(d) Planting" above "(i) Flax" has its text below those.
  if (next?.marker?.form === "letter" && line.gap && /^[iI1]$/.test(next.marker.text))
    return text.length <= 60
  // "(c) Fountains" with nothing below it, in front of the next number.
  if (next?.marker && next.marker.form !== "letter" && next.gap && line.gap)
    return text.length <= 40 && /^\p{Lu}/u.test(text)
  if (!next || next.marker || next.bullet || text.length > 90 || !/^[\p{Lu}\d]/u.test(text))
    return false
  return /[.!?]$/.test(next.words.text) || next.words.text.length > 60
}
