import { isAboutTheMeeting } from "../agenda/about-the-meeting"
import { headsAgendaList } from "../agenda/lists-in-front"
import { returnsLater, titleOf } from "../agenda/numbering"
import { isTitleOfReport } from "../likelihood"
import { officeLabel } from "../offices/office-label"
import { readEntry } from "../people/entry"
import { isHeadless } from "../roll/entry-lines"
import { headsGroups } from "../roll/groups-of-people"
import { listByNames, listOfBullet, type Within } from "../roll/lists-by-names"
import { peopleHeading } from "../roll/people-heading"
import { headsColumnsOfNames } from "../roll/roll-columns"
import { segmentsOf, shareOfNames } from "../roll/roll-names"
import { ActionTable } from "../tasks/action-rows"
import { isWrapped, paragraphFrom } from "../text/paragraph"
import type { Line, Marker } from "../text/shape"
import { type Announced, headsNextDay, landmarkOf } from "./landmarks"
import { isInCapitals, isNext } from "./line-looks"
import type { LinePart, PlacedLine } from "./placed-line"

/** "… on the agenda of the / next session.": the rest of a wrapped sentence announces nothing. */
export function isTorn(line: Line, before: Line | undefined): boolean {
  return before !== undefined && /^\p{Ll}/u.test(line.whole.text) && isWrapped(before, line)
}

/** A heading right below "Agenda" that has what was said below it, and does not come again. */
export function isSectionWithText(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  if (!line || line.level === 0 || lines[index + 1]?.level !== 0 || returnsLater(lines, index))
    return false
  const end = lines.findIndex((other, at) => at > index && other.level > 0)
  const below = lines.slice(index + 1, end < 0 ? index + 8 : Math.min(end, index + 8))
  return below.some(
    ({ words: { text }, ticked }) =>
      (/[.!?]$/.test(text) && text.split(/\s+/).length >= 4) || ticked !== null || isSaid(text),
  )
}

/** An entry that tells what was said or is to be done, and is no topic. */
function isSaid(text: string): boolean {
  return (
    /^@[\p{L}\d_-]+\s(?:will|to)\s|^(?:we )?(?:decided|agreed|discussed|postponed) (?:to|that|on)\b|^(?:AI|ACTION|DECISION)\b/u.test(
      text.slice(0, 80),
    ) ||
    /^\p{Lu}[\p{L}'’-]{1,20}(?: \p{Lu}[\p{L}'’-]{1,20})?: \p{Ll}(?:\S+ ){4}/u.test(
      text.slice(0, 120),
    )
  )
}

/** A heading in front of everything begins the discussion, unless a list of people stands below it. */
export function opensDiscussion(line: Line, next: Line | undefined, part: LinePart): boolean {
  // "Topic: Lamps": a scribe says so himself.
  if (line.level === 3 && /^#?topic\b/i.test(line.whole.text) && !landmarkOf(line)) return true
  if (line.level === 0 || !(part === "opening" || isInCapitals(line, next))) return false
  // "### Chair: Ana Lind" is one of the fields in front of it.
  if (officeLabel(line.words.text)) return false
  const below = next ? landmarkOf(next)?.landmark : null
  return below !== "participants" && below !== "regrets"
}

/** The second "---": the list in front of it was a field of front matter, and nothing is discussed yet. */
export function closesFrontMatter(line: Line, first: Line | undefined): boolean {
  return !line.gap && line.whole.text === "---" && first?.whole.text === "---" && line !== first
}

/** What a meeting begins with, whoever is named below it. */
const BEGINS = /^(?:roll[- ]call|call to order|pledge of|opening|welcome|invocation)\b/i

/** "## Finances" right below the lines of the title, with a sentence below it and more such headings. */
export function headsSection(lines: readonly Line[], index: number): boolean {
  const [line, next] = [lines[index], lines[index + 1]]
  if (!line || !next || line.level < 2 || index === 0 || next.level > 0) return false
  const title = line.words.text
    .slice(0, 200)
    .replace(/\s?\(\d{1,3}\s?(?:min\p{Ll}{0,4}\.?|['’′])\)$/u, "")
  const alike = lines.slice(index + 1, index + 200).filter(({ level }) => level === line.level)
  // "## 1.4 Release" among its like is no day.
  const dated = alike.length >= 3 ? /\d{4}/.test(title) : /\d/.test(title)
  if (dated || isTitleOfReport(title) || landmarkOf(line)) return false
  const text = paragraphFrom(lines, index + 1)
  // "HenkV might need ten minutes" ends nowhere; above it stands one of several such headings.
  const told =
    alike.length >= 3 && /^[^:|\d@]*$/.test(text) && text.slice(0, 200).split(" ").length > 5
  const begins = alike.length >= 3 && (BEGINS.test(title) || !isAboutTheMeeting(line))
  if (begins) return true
  return !next.bullet && alike.length > 0 && (told || /[.!?]$/.test(text))
}

/** What a line announces by what stands right below it: columns of names, or a table of actions. */
export function landmarkAbove(
  lines: readonly Line[],
  index: number,
  { discussed, within, part }: { discussed: boolean; within: Within; part: LinePart },
): Announced | null {
  const line = lines[index]
  const next = lines[index + 1]
  if (!line || !next) return null
  // "V. APOLOGIES RECEIVED" among the parts of a list.
  if (line.marker?.form === "letter" && within && line.gap) {
    const found = aloneIn({ ...line, marker: null })
    if (found && /^(?:participants|regrets)$/.test(found.landmark)) return found
    const person = next.words.text.length <= 110 ? readEntry(next.words.text) : null
    const heads = !/\p{Ll}/u.test(line.words.text) && person?.name.includes(" ")
    const list = peopleHeading(`${line.words.text}:`)?.list ?? "participants"
    return heads && person?.capacity ? { landmark: list, rest: null } : null
  }
  if (line.marker) return null
  if (line.bullet) {
    const isField = !discussed && part !== "agenda" && index < TOP
    const list = isField ? listOfBullet(lines, index, within) : null
    return list ?? (isSetOff(line, next) ? aloneIn({ ...line, bullet: false }) : null)
  }
  if (headsNextDay(line, next)) return { landmark: "next", rest: null }
  if (!discussed && headsColumnsOfNames(lines, index))
    return { landmark: "participants", rest: null }
  // The last of those there stands right above an agenda that has no heading of its own.
  const isPerson = within && isHeadless(line)
  if (
    part !== "agenda" &&
    !isPerson &&
    (headsReturning(lines, index) || headsAgendaList(lines, index))
  )
    return { landmark: "agenda", rest: null }
  if (!discussed && !within && part !== "agenda" && headsGroups(lines, index))
    return { landmark: "participants", rest: null }
  if (!discussed || within) {
    const list = listByNames(lines, index, within)
    if (list || !discussed) return list
  }
  if (line.whole.text.startsWith("|")) return null
  return ActionTable.isHeadedBy(line.words.text, next.whole.text)
    ? { landmark: "actions", rest: null }
    : null
}

/** So far from the top an agenda may begin under a heading of any words. */
const TOP = 60

/** "Programme:" or "The questions" above bullets or numbers whose titles stand once more further down. */
function headsReturning(lines: readonly Line[], index: number): boolean {
  const [line, ...below] = lines.slice(index, index + 3)
  if (!line || index > TOP || line.bullet || line.words.text.length > LONGEST_LABEL) return false
  const [first] = below
  // A number counts from the first, right below a heading that is marked as one.
  const counted = line.level > 0 && first?.marker?.form === "number" && first.marker.text === "1"
  return (
    below.length === 2 &&
    below.every(
      ({ bullet, marker, level, gap }, at) =>
        (bullet || (counted && marker !== null && level === 0)) && (at === 0 || !gap),
    ) &&
    below.every((_, at) => comesAgain(lines, index + 1 + at))
  )
}

/** Whether a line further down holds the same title and nothing else. */
function comesAgain(lines: readonly Line[], index: number): boolean {
  const start = lines[index]
  const key = start ? titleOf(start) : ""
  if (key.length < 3 || /[@:]/.test(start?.words.text ?? "")) return false
  return lines.slice(index + 2).some((line) => line.gap && !line.bullet && titleOf(line) === key)
}

/** "■ Attendees" with lines of its own set in below it is a heading, whatever the sign. */
function isSetOff(line: Line, next: Line): boolean {
  return !next.bullet && !next.gap && next.indent > line.indent && line.words.text.length <= 60
}

function aloneIn(line: Line): Announced | null {
  const found = landmarkOf(line)
  return found?.rest === null ? found : null
}

/** "Minutes" above what became of those of the last meeting is an item, and not the minutes themselves. */
export function isOnMinutes(line: Line, next: Line | undefined): boolean {
  if (!next || !/^(?:minutes|notes)$/i.test(line.words.text)) return false
  const said = next.words.text.slice(0, 160)
  return (
    /\b(?:minutes|notes)\b/i.test(said) &&
    /\b(?:read|approved|confirmed|agreed|adopted|accepted|signed|circulated|corrected|amended)\b/i.test(
      said,
    )
  )
}

const LONGEST_LABEL = 60
const NAMED = /^(?:agenda )?(?:item|topic|point|punto|top)\s/i

/** "Item 4: Fees" below the actions of item 3, whose entries have no such numbers. */
export function isNextItem(placed: readonly PlacedLine[], line: Line): boolean {
  const isNamed = ({ whole }: Line) => NAMED.test(whole.text.slice(0, 16))
  if (!line.gap || !line.marker) return false
  if (goesOnBehindEntries(placed, line.marker)) return true
  if (!isNamed(line)) return false
  const { form } = line.marker
  return placed.some(
    ({ part, under, head, line: other }) =>
      part === "discussion" && !under && !head && other.marker?.form === form && isNamed(other),
  )
}

/** "3. Budget" below the entries of "Actions:" that bear no number, where the last item before those was the second. */
function goesOnBehindEntries(placed: readonly PlacedLine[], marker: Marker): boolean {
  const last = placed.at(-1)
  if (!last?.under || last.head || last.line.marker) return false
  const head = placed.findLastIndex((each) => each.head !== null)
  const below = placed.slice(head + 1)
  const above = placed.findLast(
    ({ part, under, head: own, line }) =>
      part === "discussion" && !under && !own && line.marker?.form === marker.form,
  )
  return (
    below.length > 0 &&
    below.every(({ line }) => !line.marker) &&
    above?.line.marker != null &&
    isNext(above.line.marker, marker)
  )
}

/** Without an agenda, a heading like those before goes on with the discussion behind a list. */
export function resumes(placed: readonly PlacedLine[], line: Line): boolean {
  const { level, marker } = line
  // "## 1. Lamps" begins the items, whatever heading stood above the list.
  if (level > 0 && marker?.text === "1") return true
  return placed.some(
    ({ part, line: other }) =>
      part === "discussion" &&
      (level > 0
        ? other.level === level
        : line.gap && other.marker !== null && marker !== null && isNext(other.marker, marker)),
  )
}

/** "By the end of May" among tasks, with more of them set in below it. */
export function isLabelOfMore(line: Line, next: Line | undefined): boolean {
  if (!next || next.gap || line.words.text.length > 60 || /[.!?]$/.test(line.words.text))
    return false
  return next.bullet || next.marker !== null || next.indent > line.indent
}

/** "Ana Lind and Ben Okoro" above what they are to do. */
export function namesOnly({ words: { text } }: Line): boolean {
  return text.length <= 80 && shareOfNames(segmentsOf(text.replace(/:$/, "")), true) === 1
}

/** "Minutes" within a list, with "Ana Lind" set in below it: who takes them. */
export function standsAbovePerson(line: Line, next: Line | undefined): boolean {
  if (!next || next.gap || next.indent <= line.indent) return false
  return readEntry(next.words.text)?.name.includes(" ") === true
}
