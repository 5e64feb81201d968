import { blocksText } from "../cells/cell-text"
import { plain } from "../other-words"
import { gathered, hasActivities, isSamePlace, wordsOfLine } from "./gather"
import { areaCalled, type SheetLine } from "./lines"
import type { Standing, StandingRow } from "./model"
import type { Doubt } from "./status"

/** A line with the row of the table that it is, and what is doubtful about that. */
export type Match = {
  line: SheetLine
  row: StandingRow | null
  doubts: Doubt[]
  /** The number that the file gives it, where that is one of ours. */
  number: number | null
  /** Whether the file says it twice, so that this one is left out. */
  repeated: boolean
  /** Whether its activities are read with those of the first line of its row. */
  gathered: boolean
}

/**
 * Finds the row of each line: by its number, where the numbers of the file are those of the table, or by
 * the very words of its suggestion. What only looks alike is new, and doubtful; so is a number alone:
 * somebody may have added a line, and somebody else a row. `isOurs` where the file says of which change of
 * the mapping it is.
 */
export function matchRows(
  lines: readonly SheetLine[],
  standing: Standing,
  isOurs: boolean,
): Match[] {
  const byNumber = new Map(standing.rows.map((row) => [row.number, row]))
  const bySuggestion = new Map<string, StandingRow[]>()
  for (const row of standing.rows) {
    const key = plain(row.cells.suggests)
    bySuggestion.set(key, [...(bySuggestion.get(key) ?? []), row])
  }
  const ours = isOurs || numbersAreOurs(lines, byNumber)
  const alikes = alikeOf(standing)
  const found = lines.map((line): Match => {
    const doubts: Doubt[] = []
    const number = ours ? numberOf(line) : null
    const row =
      number !== null
        ? (byNumber.get(number) ?? null)
        : findBySuggestion(line, bySuggestion, standing)
    if (number !== null && !row) doubts.push({ key: "noSuchRow", value: String(number) })
    if (row?.retired) doubts.push({ key: "retired", value: row.retired })
    if (row && number !== null && saysSomethingElse(line, row))
      doubts.push({ key: "otherWords", value: String(number) })
    if (!row && number === null) {
      const alike = findAlike(line, standing.areas, alikes)
      if (alike) doubts.push({ key: "alike", value: String(alike.number) })
    }
    return { line, row, doubts, number, repeated: false, gathered: false }
  })
  return withoutRepeated(found, standing)
}

/**
 * Each row once. Lines that suggest the same as a row, each with an activity, are that row together; what
 * else is said twice is left out.
 */
function withoutRepeated(found: readonly Match[], standing: Standing): Match[] {
  const firsts = new Map<string, Match>()
  const said = new Map<Match, Set<string>>()
  const more = new Map<Match, SheetLine[]>()
  const once = found.map((match): Match => {
    const words = wordsOfLine(match.line)
    const key = match.row ? match.row.id : words
    const first = firsts.get(key)
    if (!first) {
      firsts.set(key, match)
      said.set(match, new Set([words]))
      return match
    }
    const { line, number, row } = match
    const isMore =
      row !== null &&
      number === null &&
      !said.get(first)?.has(words) &&
      isSamePlace(line, first.line) &&
      hasActivities(line, standing)
    said.get(first)?.add(words)
    if (isMore) more.set(first, [...(more.get(first) ?? []), line])
    const doubt: Doubt = { key: isMore ? "gathered" : "repeated", value: String(first.line.line) }
    return { ...match, doubts: [...match.doubts, doubt], repeated: true, gathered: isMore }
  })
  return once.map((match) => ({ ...match, line: gathered(match.line, more.get(match) ?? []) }))
}

function numberOf({ texts }: SheetLine): number | null {
  const [, digits] = /^\D{0,4}(\d{1,6})$/.exec(texts.number ?? "") ?? []
  return digits === undefined ? null : Number(digits)
}

/**
 * A list of somebody else counts its lines too. Its numbers are ours where the rows that bear them say
 * something of the same, in half of the lines at least.
 */
function numbersAreOurs(
  lines: readonly SheetLine[],
  byNumber: ReadonlyMap<number, StandingRow>,
): boolean {
  let [known, fitting] = [0, 0]
  for (const line of lines) {
    const row = byNumber.get(numberOf(line) ?? 0)
    const said = line.texts.suggests
    if (!row) continue
    known += 1
    if (said === undefined || share(wordsOf(said), wordsOf(row.cells.suggests)) >= 0.3) fitting += 1
  }
  return known === 0 || fitting * 2 >= known
}

/** Whether hardly a word of a row, by what tells it from others, stands in the line of its number. */
function saysSomethingElse({ texts }: SheetLine, { cells }: StandingRow): boolean {
  const pairs = [
    [texts.suggests, cells.suggests],
    [texts.activities, cells.activities.map(({ title }) => title).join(" ")],
    [texts.synergies, blocksText(cells.synergies)],
  ]
  const [said, own] = pairs.find(([, words]) => plain(words ?? "") !== "") ?? []
  if (said === undefined || own === undefined) return false
  const [these, those] = [wordsOf(said), wordsOf(own)]
  return Math.max(share(these, those), share(those, these)) < 0.3
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(plain(text).split(" "))

/** How many of the words of one text stand in the other, from 0 to 1; two empty ones are the same. */
function share(these: ReadonlySet<string>, those: ReadonlySet<string>): number {
  return [...these].filter((word) => those.has(word)).length / these.size
}

function findBySuggestion(
  { texts }: SheetLine,
  bySuggestion: ReadonlyMap<string, StandingRow[]>,
  { areas }: Standing,
): StandingRow | null {
  const found = texts.suggests ? (bySuggestion.get(plain(texts.suggests)) ?? []) : []
  const area = areaCalled(texts.area ?? "", areas)
  const here = found.filter(({ cells }) => !area || cells.area === area.id)
  const [only, ...others] = here.length > 0 ? here : found
  return only && others.length === 0 ? only : null
}

/** The words of rows that are not retired, in their order, by area and paragraph. */
type Alike = ReadonlyMap<string, { row: StandingRow; words: ReadonlySet<string> }[]>

/** With so many rows of one paragraph a line is compared: each line is with each of them. */
const mostAlike = 100

const citedKey = (areaId: string, paragraph: string) => `${areaId} ${plain(paragraph)}`

/** Made once for all lines of a file: a table of thousands of rows would be read for each of them. */
function alikeOf({ rows }: Standing): Alike {
  const all = new Map<string, { row: StandingRow; words: ReadonlySet<string> }[]>()
  for (const row of rows) {
    if (row.retired !== null) continue
    const key = citedKey(row.cells.area, row.cells.citation.paragraph)
    const known = all.get(key) ?? []
    if (known.length < mostAlike) known.push({ row, words: wordsOf(row.cells.suggests) })
    all.set(key, known)
  }
  return all
}

/** A row of the same area and citation that says something else. */
function findAlike({ texts }: SheetLine, areas: Standing["areas"], all: Alike): StandingRow | null {
  const area = areaCalled(texts.area ?? "", areas)
  const [, paragraph] =
    /(\d{1,4}(?:\s*\([a-z]\))?)\s*$/i.exec(texts.paragraph || texts.citation || "") ?? []
  if (!area || !paragraph || !texts.suggests) return null
  const said = wordsOf(texts.suggests)
  const beside = all.get(citedKey(area.id, paragraph)) ?? []
  return beside.find(({ words }) => share(said, words) >= 0.5)?.row ?? null
}
