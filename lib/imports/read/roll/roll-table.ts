import { plainCase, wordsOf } from "@/lib/check/words"
import { type Entry, isRole, readEntry } from "../people/entry"
import { betweenNames, partsOutside } from "../text/outside"
import { isAway } from "./called-status"
import { isUnexcused } from "./scene-words"

type Column = "number" | "name" | "first" | "last" | "role" | "affiliation" | "status" | "other"

const COLUMNS = new Map<string, Column>(
  Object.entries({
    number: "no|nr|n|s n|sn|sl no|s no|item|number|num",
    name: "name|names|full name|participant|participants|participant name|name of participant|attendee|attendees|attendee name|member|members|member name|person|people|first and last name|nom|noms|nombre|nome|nom et prenom|delegate|delegates|representative|representatives|guest|delegate|adviser|advisor|advisors|observer|substitute|head of delegation|heads of delegation|alternate|alternates|deputy|deputies|substitute|substitutes|advisers|observers|represented by|represented by name",
    first: "first name|first names|given name|given names|forename|prenom|firstname",
    last: "last name|surname|surnames|family name|nom de famille|lastname",
    role: "role|title|position|function|capacity|job title|designation|post|office|fonction|cargo|salutation|mr ms",
    affiliation:
      "from|represents|affiliation|affiliations|organisation|organization|organisations|org|institution|company|employer|entity|agency|country|delegation|forum|body|member body|national body|member organisation|chapter|initiative|network|association|society|union|club|branch|party|member state|office|school|site|station|commission|council|faculty|stakeholder group|stakeholder|constituency|sector|region|department|representing|on behalf of|government|state|team|group|community|unit|ministry|pays|institution organisation|organisation country|affiliation country",
    status:
      "attendance|status|here|there|present|attended|attending|participation|presence|present y n|rsvp|in attendance|mode",
    other:
      "email|e mail|email address|mail|phone|telephone|contact|contact details|github|handle|irc|signature|time zone|timezone|notes|remarks|comment|comments|gender|initials|voting|vote|pronouns",
  } satisfies Record<Column, string>).flatMap(([column, names]) =>
    names.split("|").map((name): [string, Column] => [name, column as Column]),
  ),
)
/** "(absent: greetings from the new puppy)". */
const AWAY_WITH_REASON = /^(?:absent|apologies|regrets|excused)\s?[:;–-]\s/i
/** What is said of somebody who was not there: "Ana Lind (apologies)". */
const SAYS_AWAY =
  /^(?:(?:with )?(?:regrets?|apologies)|(?:sent|with) (?:regrets?|apologies)|absent|excused|not present|unable to attend)$/i

type Cell = { text: string; from: number; to: number }

/** Where the columns of a ruled table begin, by its line of dashes: "-----  ---------"; null for any other line. */
export function columnStarts(rule: string): number[] | null {
  if (rule.length > 300 || !/^[-=]{2,}(?:\s{1,8}[-=]{2,}){1,12}$/.test(rule)) return null
  return [...rule.matchAll(/[-=]+/g)].map(({ index }) => index)
}

/** The cells of a row whose columns begin at known places. */
function cellsAt(text: string, starts: readonly number[]): Cell[] {
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? text.length
    const own = text.slice(start, end)
    const lead = own.length - own.trimStart().length
    return { text: own.trim(), from: start + lead, to: start + lead + own.trim().length }
  })
}

/** The cells of a row: between bars, between tabs, or between gaps of at least two spaces. */
export function cellsOf(text: string): Cell[] {
  const bars = text.includes("|")
  const pattern = bars ? /\|/g : text.includes("\t") ? /\t/g : / {2,}/g
  const cells: Cell[] = []
  let from = 0
  for (const { index, 0: gap } of text.matchAll(pattern)) {
    cells.push(cell(from, index))
    from = index + gap.length
  }
  cells.push(cell(from, text.length))
  if (bars && cells[0]?.text === "") cells.shift()
  if (bars && cells.at(-1)?.text === "") cells.pop()
  return cells

  function cell(start: number, end: number): Cell {
    const own = text.slice(start, end)
    const lead = own.length - own.trimStart().length
    const body = own.trim()
    return { text: body, from: start + lead, to: start + lead + body.length }
  }
}

/** What a column holds by its head; null for a word that is not known. */
export function knownColumn(head: string): Column | null {
  return (
    COLUMNS.get(
      plainCase(head)
        .match(/[\p{L}\p{N}]+/gu)
        ?.join(" ") ?? "",
    ) ?? null
  )
}

/** "Alternate or adviser" holds names; "14 May" tells who was there on that day. */
function combinedColumn(head: string): Column | null {
  if (/^\d{1,2}(?:st|nd|rd|th)?\.? \p{L}{3,9}\.?$/u.test(head)) return "status"
  const parts = head.split(/\s?[/,]\s?|\s(?:or|and|&|et|ou|y|o|und|oder)\s/)
  const columns = parts.map(knownColumn)
  const [first] = columns
  return first && parts.length > 1 && columns.every((column) => column === first) ? first : null
}

const MARKED = /^(?:attendees?|members?|participants?)$/i

/**
 * What the columns of a table hold by its head; null for a row that is no head of a list of people.
 * `names`: the column in which people stand, where it is known.
 */
export function columnsOf(text: string, names?: number): Column[] | null {
  if (text.length > 300 || !/\||\t| {2}/.test(text)) return null
  const columns = cellsOf(text).map(({ text: cell }, index): Column | null | undefined => {
    if (index === names) return "name"
    if (/[\p{L}\p{N}]/u.test(cell)) return knownColumn(cell) ?? combinedColumn(cell)
    return cell === "#" || (cell === "" && index === 0) ? "number" : cell === "" ? "other" : null
  })
  const unknown = columns.filter((column) => !column).length
  // A single word of its own beside the names says where they belong: "Name | Coalition".
  const other =
    unknown === 1 && columns.includes("name") && !columns.includes("affiliation")
      ? "affiliation"
      : "other"
  const known = columns.map((column): Column => column ?? other)
  // "Attendee | Name": beside the names a word for people heads the marks of those who came.
  const headed = cellsOf(text).map(({ text: cell }) => /^(?:full )?names?$/i.test(cell))
  const first = known.indexOf("name")
  if (headed.includes(true) && !headed[first] && MARKED.test(cellsOf(text)[first]?.text ?? ""))
    known[first] = "status"
  // "Member | Represented by": the members are houses.
  const by = cellsOf(text).findIndex(({ text: cell }) => /^represented by/i.test(cell))
  if (by >= 0)
    for (const [at, column] of known.entries())
      if (at !== by && column === "name") known[at] = "affiliation"
  // "Name | Member": behind the names it says which member of the body they are from.
  if (headed[first])
    for (const [at, { text: cell }] of cellsOf(text).entries())
      if (at > first && MARKED.test(cell)) known[at] = "affiliation"
  // "Present | Organisation": those who were there stand in the column that says so.
  const there = known.indexOf("status")
  if (!/name|first/.test(known.join()) && there === 0 && known.includes("affiliation"))
    known[there] = "name"
  const named = known.includes("name") || (known.includes("first") && known.includes("last"))
  const isHead = names !== undefined || unknown * 2 < columns.length
  return named && columns.length >= 2 && isHead ? known : null
}

/** Whether a line is the head of a table of people alone, with nothing about tasks or days in it. */
export function tableOfPeople(text: string): boolean {
  if (text.length > 300 || !/\||\t| {2}/.test(text)) return false
  const columns = columnsOf(text)
  // "Name | Country | HOD?": what is asked of each of them by a few letters.
  const all = cellsOf(text).every(
    ({ text: cell }) => knownColumn(cell) !== null || /^#?$|^\p{Lu}{2,5}\??$/u.test(cell),
  )
  return columns !== null && all && columns.some((column) => /role|affiliation|status/.test(column))
}

export type Row = Entry & { away: boolean; from: number; to: number }

/**
 * The people of a row: one in most tables, several where more columns than one hold names. `starts`:
 * where the columns begin, if a line of dashes tells it.
 */
export function readRows(
  text: string,
  columns: readonly Column[],
  starts: readonly number[] | null = null,
): Row[] {
  const cells = (starts ? cellsAt(text, starts) : cellsOf(text)).map((cell, index) => ({
    ...cell,
    column: columns[index] ?? "other",
  }))
  const names = cells.filter(({ column, text: cell }) => column === "name" && cell !== "")
  const several = names.some(({ text: cell }) => holdsSeveral(cell))
  if (columns.filter((column) => column === "name").length < 2 && !several)
    return [rowOf(cells)].filter((row) => row !== null)
  return names.flatMap((cell) =>
    partsOutside(cell.text, betweenNames).flatMap(({ from, to }) => {
      const part = cell.text.slice(from, to)
      const own = { ...cell, text: part.trim(), from: cell.from + from, to: cell.from + to }
      const row = rowOf([...cells.filter(({ column }) => column !== "name"), own])
      return row ? [{ ...row, from: own.from, to: own.to }] : []
    }),
  )
}

/** "Ben Okoro, Eva Holt" in one cell: whole names alone. "Okoro, Ben" is one of them, turned. */
function holdsSeveral(cell: string): boolean {
  const parts = partsOutside(cell, betweenNames).map(({ from, to }) => cell.slice(from, to).trim())
  return parts.length > 1 && parts.every((part) => part.includes(" ") && isWhole(part))
}

const isWhole = (part: string) => {
  const entry = readEntry(part)
  return entry?.name === part && entry.capacity === ""
}

/** The person of a row; null where the cell for the name names nobody. */
function rowOf(cells: readonly (Cell & { column: Column })[]): Row | null {
  const of = (column: Column) => cells.filter((cell) => cell.column === column && cell.text !== "")
  const parts = of("name").length > 0 ? of("name") : [...of("first"), ...of("last")]
  const written = parts.map((part) => part.text).join(" ")
  // A comma in the cell of a name, beside a column for the rest, stands behind the family's.
  const turned = written.includes(",") && of("affiliation").length > 0
  const entry = readEntry(written, turned)
  // A full stop is the mark of who stayed away without a word.
  if (!entry || of("status").some(({ text }) => text === "." || isUnexcused(text))) return null
  const said = [...of("role"), ...of("other").filter((cell) => isRole(cell.text))]
  const roles = [entry.role, ...said.map((cell) => cell.text)].filter((role) => role !== null)
  const places = [entry.affiliation, ...of("affiliation").map((cell) => cell.text)].filter(
    (place) => place !== null,
  )
  const filled = cells.filter((cell) => cell.text !== "")
  const handles = filled.flatMap(({ column, text }) =>
    column === "other" && /^@[\p{L}\d_.-]{2,40}$/u.test(text) ? [text.slice(1)] : [],
  )
  const used = filled.filter(({ column }) => column !== "other" && column !== "status")
  const placed = [entry.name, ...roles, ...places, ...entry.aliases].join(" ")
  const counted = used.filter(({ column }) => column !== "number").map((cell) => cell.text)
  return {
    ...entry,
    aliases: [...entry.aliases, ...handles],
    role: roles.join(", ") || null,
    affiliation: places.join(", ") || null,
    capacity: [...roles, ...places].join(", "),
    whole:
      used.length === filled.length &&
      wordsOf(placed).length === wordsOf(counted.join(" ")).length &&
      !placed.includes("@"),
    away:
      of("status").some((cell) => isAway(cell.text)) ||
      (of("status").length > 0 && of("status").every((cell) => /^[–—-]$/.test(cell.text))) ||
      // "| Member | Constituency | |": what stands below no head may say it as well.
      of("other").some((cell) => SAYS_AWAY.test(cell.text.split(/[,;(–]/, 1)[0]?.trim() ?? "")) ||
      saysAway(entry),
    from: Math.min(...filled.map((cell) => cell.from)),
    to: Math.max(...filled.map((cell) => cell.to)),
  }
}

/** Whether an entry of a list of those present says that the person was not. */
export function saysAway({ capacity }: Pick<Entry, "capacity">): boolean {
  return capacity
    .split(/, | \(/)
    .some((part) => SAYS_AWAY.test(part) || AWAY_WITH_REASON.test(part))
}
