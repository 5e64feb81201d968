import { HONORIFIC } from "@/lib/check/names"
import type { Announced } from "../lines/landmarks"
import { officeLabel } from "../offices/office-label"
import { isRole, readEntry } from "../people/entry"
import { looksLikeName } from "../people/names"
import { betweenColumns, partsOutside } from "../text/outside"
import { isWrapped } from "../text/paragraph"
import { findSentences } from "../text/sentences"
import type { Line } from "../text/shape"
import { besideColumn, besideLabel } from "./beside-label"
import { leadsToPeople, standsBesideList } from "./leads-to-people"
import { peopleHeading } from "./people-heading"
import { beginsWithHouse } from "./roll-houses"
import { areNames, nameAlone, segmentsOf, shareOfNames, withoutLabel } from "./roll-names"
import { placeInFront } from "./roll-place"
import { columnsOf, readRows } from "./roll-table"
import { COME, isOfAnotherMeeting, isUnexcused, LATE } from "./scene-words"

/** What a label says of people who were not there, in whatever words. */
const AWAY = new RegExp(
  `\\b(?:absen(?:t|ts|tees?|ces?)|apolog(?:y|ies)|apologi[sz]ed|regrets?|excused?|excuses|away|missing|missed|sorry|unable|prevented|detained|indisposed|unavailable|elsewhere|abroad|sick|ill|in bed|with a cold|not (?:here|there|present|with us|able|attending|in attendance|available)|ooo|pto|off (?:today|sick|work|duty|this week)|out (?:sick|today|of (?:the )?(?:office|town|country)|this week)|kept (?:away|at home|in bed)|hindered|(?:could|can|did|were|was)(?: ?not|n[’']t) (?:be|make|able|${COME})|can[’']t|cannot|couldn[’']t|on (?:\\p{L}+ )?(?:leave|watch|duty|holidays?|vacation|business|mission|travel|assignment|secondment)|on the sick list|travelling|traveling|no[- ]shows?)\\b`,
  "iu",
)
/** Words of a label that say that people were there. */
const THERE =
  /\b(?:present|attend(?:ing|ees?|ance|ed)|attendees|participa(?:nts?|ting|ted)|roll(?: call)?|took part|taking part|turned up|showed up|came|joined|(?:a?round|at|about) the table|listening(?: in)?|watching|following|connected|dialled|logged|in the (?:room|chair|circle|meeting|hall|call|session)|on the (?:call|line|phone)|with us|who was (?:there|here)|those (?:there|here)|members|delegates|delegations|faces|crew)\b/iu
/** Labels in front of names that list nobody who came: of the file, of a mail, of whoever wrote it. */
const OTHER =
  /^(?:to|from|cc|bcc|c\.c\.|cop(?:y|ies)(?: to)?|distribution|circulat\p{L}+|authors?|(?:prepared|recorded|written|compiled|submitted|approved|signed|certified|presented|taken|noted|drafted|seen|moved|seconded|proposed) ?\p{L}*(?: by| true)?|mailing .*|recipients|contacts?|venue|place|location|date|subject|re|next\b.*|agenda\b.*|action\b.*|decision\b.*|tags?|site|topics?|items?|committee|board|sponsors?|candidates?|nominees|winners?)$/iu
/** "From the manager: …", "For the staff: …", behind a list: one more group of those who came. */
const GROUP = /^(?:also\b|and |plus\b|from |for |on behalf of |representing |with |by |as |the )/i
/** Whether a list stands right above, and where its names begin. */
export type Within = false | "behind a label" | "below a heading"
/** What the columns of other tables are called. */
const NOT_PEOPLE =
  /\b(?:actions?|tasks?|what|due|when|deadlines?|owners?|responsible|topics?|items?|discussions?|decisions?|matters?|candidates?|nominees?|speakers?|presenters?|talks?)\b/i
/** Why somebody could not come takes more words. */
const [MOST_WORDS, MOST_OF_REASON] = [9, 14]
/** So many names make a list of a line whose label says nothing of the kind. */
const MANY = 3

/**
 * A list of people under a label of any words, told by the names that stand behind or below it.
 * `within`: such a list stands right above, and may go on.
 */
export function listByNames(
  lines: readonly Line[],
  index: number,
  within: Within,
): Announced | null {
  const line = lines[index]
  if (!line || line.marker || line.quote) return null
  const text = line.words.text
  const led = leadsToPeople(lines, index)
  if (led) return led
  if (text.startsWith("|") || /\S(?:\t| {2,})\S/.test(text.slice(0, 300)))
    return headsTable(lines, index)
      ? { landmark: "participants", rest: 0 }
      : (behindLabel(lines, index, within) ??
          besideLabel(line, within ? undefined : lines[index + 1]))
  return (
    behindLabel(lines, index, within) ?? besideColumn(lines, index) ?? alone(lines, index, within)
  )
}

/** "- Made it: Ana Lind, Ben Okoro, Cem Arslan" among the fields of a head. */
export function listOfBullet(
  lines: readonly Line[],
  index: number,
  within: Within,
): Announced | null {
  if (!/^[^:]{2,40}:\s\p{Lu}/u.test(lines[index]?.words.text.slice(0, 60) ?? "")) return null
  const found = listByNames(lines, index, within)
  return found?.rest === null ? null : found
}

/** "Round the table: Ana Lind, Ben Okoro and Cem Arslan", "In bed with a cold: Dan Weiss". */
function behindLabel(lines: readonly Line[], index: number, within: Within): Announced | null {
  const line = lines[index]
  const match = BEHIND_LABEL.exec(line?.words.text.slice(0, 90) ?? "")
  if (!line || !match?.[1] || !isLabel(match[1]) || isUnexcused(match[1])) return null
  if (isOfAnotherMeeting(match[1])) return null
  // "… Okoro. Regrets": the end of a name, and a label within the line.
  if (LATE.test(match[1]) || /\p{Ll}{3}\.\s/u.test(match[1])) return null
  // "Ana Lind (absent; alternate: Ben Okoro)": the colon stands within the brackets.
  if (match[1].lastIndexOf("(") > match[1].lastIndexOf(")")) return null
  const said = listFrom(lines, index).slice(match[0].length)
  const [first] = findSentences(said)
  const parts = segmentsOf(said.slice(0, first?.to ?? 0))
  const share = shareOfNames(parts)
  const rest = match[0].length
  // "Ana Lind – Port of Sol" is one person: behind a dash stand several, or the label says of people.
  if (
    !match[0].includes(":") &&
    (share < 1 ||
      isWhole(match[1]) ||
      !(headsList(match[1], parts, within) || standsBesideList(lines, index)))
  )
    return null
  if (AWAY.test(match[1])) return share >= 0.5 ? { landmark: "regrets", rest } : null
  const names = parts.filter(({ text }) => isWhole(text)).length
  if (names >= MANY && share >= 0.75 && !within) return { landmark: "participants", rest }
  const others = /^others?$/i.test(match[1]) && officeLabel(lines[index - 1]?.words.text ?? "")
  if (share === 1 && (others || THERE.test(match[1]))) return { landmark: "participants", rest }
  // Who they came for is part of what is read.
  if (share === 1 && within && GROUP.test(match[1])) return { landmark: "participants", rest: 0 }
  // "Advisor: Dr Katz" right below the others: one more of them, by office.
  const titled = HONORIFIC.test(said) && said.split(" ").length <= 4
  const beside = within === "behind a label"
  if (beside && !line.gap && (share === 1 || titled) && isRole(match[1]))
    return { landmark: "participants", rest }
  if (share === 1 && beside && namesKind(match[1])) return { landmark: "participants", rest }
  return null
}

const BEHIND_LABEL = /^([^:]{2,70}?)(?::|\s[–—-])\s+(?=\S)/

function headsList(label: string, parts: readonly { text: string }[], within: Within): boolean {
  const list = peopleHeading(`${label}:`)
  return list !== null && (within !== false || parts.filter(({ text }) => isWhole(text)).length > 1)
}

/** "EXCUSED, ON WATCH", "Present with the right to vote:" with people on lines of their own below. */
function alone(lines: readonly Line[], index: number, within: Within): Announced | null {
  const [line, next, after] = lines.slice(index, index + 3)
  if (!line || !next || next.level > 0) return null
  const label = line.words.text.replace(/:$/, "")
  if (!isLabel(label) || /[.!?;,]$/.test(label) || (isWhole(label) && !peopleHeading(`${label}:`)))
    return null
  // "Staff" within the lists, above whole names.
  const weak =
    within &&
    namesPerson(next) &&
    (peopleHeading(`${label}:`)?.weak === true ||
      (line.gap && line.words.text.endsWith(":") && namesKind(label)))
  if (weak && !line.bullet && (!next.gap || next.bullet))
    return { landmark: "participants", rest: null }
  if (within && line.level > 0 && headsNobodyElse(lines, index))
    return { landmark: "participants", rest: null }
  const away = AWAY.test(label)
  if (!away && !THERE.test(label)) return null
  if (next.label && !away) return { landmark: "participants", rest: null }
  // "### Delegations", a sentence on how to read it, and the table.
  if (line.level > 0 && !away && headsTable(lines, index + 2))
    return { landmark: "participants", rest: null }
  const called = line.words.text.endsWith(":") || line.level > 0 || !/\p{Ll}/u.test(label)
  // "Roll call", and below it "Registrars" with its people set in once more.
  const nested = isGroupOf(next) && after !== undefined && after.indent > next.indent && !after.gap
  const set = next.indent > line.indent && (!next.gap || nested)
  const columns = label.split(" ").length <= 5 && [next, after].every(namesSeveral)
  if (columns) return { landmark: away ? "regrets" : "participants", rest: null }
  if (!called && !set && !next.bullet) return null
  const grouped =
    nested || isGroupOf(next) || (next.bullet && after?.bullet && after.indent > next.indent)
  const people = namesPerson(next) || (grouped && after !== undefined && namesPerson(after))
  return people ? { landmark: away ? "regrets" : "participants", rest: null } : null
}

/** "### Others" right behind a list, and no more than people in bullets below it: one more group of them. */
function headsNobodyElse(lines: readonly Line[], index: number): boolean {
  const rest = lines.slice(index + 1, index + 40)
  const end = rest.findIndex(({ level, gap, bullet }) => level > 0 || (gap && !bullet))
  const below = end < 0 ? rest : rest.slice(0, end)
  return (
    below.length > 0 && below.length < 39 && below.every((each) => each.bullet && namesPerson(each))
  )
}

/** The head of a table with a column of names, and people in the rows below it. */
function headsTable(lines: readonly Line[], index: number): boolean {
  const text = lines[index]?.words.text ?? ""
  const columns = columnsOf(text, lines[index]?.names)
  if (!columns || NOT_PEOPLE.test(text)) return false
  const rows = lines.slice(index + 1, index + 5).filter(({ whole }) => /\p{L}/u.test(whole.text))
  const people = rows.filter(({ whole }) =>
    readRows(whole.text, columns).some(({ name }) => name.includes(" ")),
  )
  return people.length >= 2 && people.length >= rows.length - 1
}

/** "Borough Councillors", "Consortium Staff": whatever stands in front, the last word says of people. */
function namesKind(label: string): boolean {
  const last = label.trim().split(/\s+/).at(-1) ?? ""
  return /^\p{Lu}/u.test(label.trim()) && peopleHeading(`${last}:`)?.list === "participants"
}

function isLabel(label: string): boolean {
  const most = AWAY.test(label) ? MOST_OF_REASON : MOST_WORDS
  if (/\d/.test(label.replace(/\([^()]{0,40}\)/g, "")) || label.split(/\s+/).length > most)
    return false
  return !OTHER.test(label.trim()) && officeLabel(`${label}: x`) === null
}

/** A paragraph of names from its first line on: wrapped, or broken off behind a comma. */
function listFrom(lines: readonly Line[], index: number): string {
  const first = lines[index]
  const words = [first?.words.text ?? ""]
  for (let at = index + 1; at < lines.length && words.length < 12; at++) {
    const [before, line] = [lines[at - 1], lines[at]]
    if (!before || !line || line.gap || line.marker || line.bullet || line.level > 0) break
    const torn = /(?:[,;&]|\sand)$/.test(before.words.text)
    if (!torn && (!isWrapped(before, line) || BEGINS_LABEL.test(line.words.text))) break
    words.push(line.words.text)
  }
  return words.join(" ")
}

const BEGINS_LABEL = /^[^:(),–—]{2,40}(?::|\s[–—-])\s/
const isWhole = (text: string) => readEntry(text)?.name.includes(" ") === true

function namesPerson({ words: { text } }: Line): boolean {
  const own = withoutLabel(text).slice(placeInFront(text)?.length ?? 0)
  if (beginsWithHouse(text)) return true
  if (/[.!?]$/.test(text) && text.split(/\s+/).length >= 9) return false
  return isWhole(own) || readEntry(own, true)?.name.includes(" ") === true || areNames(own)
}

/** "Ana Lind (AL), chair      Ben Okoro (BO)": names in columns, and nothing else. */
function namesSeveral(line: Line | undefined): boolean {
  const text = line?.words.text ?? ""
  if (text.length > 200 || line?.marker || text.startsWith("|")) return false
  const cells = partsOutside(text, betweenColumns).map(({ from, to }) =>
    nameAlone(text.slice(from, to).trim()),
  )
  return cells.length > 1 && cells.every(looksLikeName) && cells.some((cell) => cell.includes(" "))
}

/** "Otter Point: Ana Lind; Ben Okoro", or such a place alone above its people. */
function isGroupOf({ words: { text }, marker, bullet }: Line): boolean {
  if (marker || bullet) return false
  const label = /^[^:]{2,60}:\s+/.exec(text)?.[0]
  return label === undefined ? text.length <= 60 && !/[.!?]$/.test(text) : false
}
