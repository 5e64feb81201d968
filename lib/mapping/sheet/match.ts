import { blocksText } from "../cells/cell-text"
import { plain } from "../other-words"
import { gathered, hasActivities, isSamePlace, wordsOfLine } from "./gather"
import { areaCalled, type SheetLine } from "./lines"
import type { Standing, StandingRow } from "./model"
import { bySuggestionOf, rowOfWords, sameAs } from "./row-of-words"
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
  const bySuggestion = bySuggestionOf(standing)
  const ours = isOurs || numbersAreOurs(lines, byNumber)
  const alikes = alikeOf(standing)
  const found = lines.map((line): Match => {
    const number = ours ? numberOf(line) : null
    const { row, doubts } =
      number !== null
        ? { row: byNumber.get(number) ?? null, doubts: [] as Doubt[] }
        : rowOfWords(line, bySuggestion, standing)
    if (number !== null && !row) doubts.push({ key: "noSuchRow", value: String(number) })
    if (row?.retired) doubts.push({ key: "retired", value: row.retired })
    if (row && number !== null && saysSomethingElse(line, row))
      doubts.push({ key: "otherWords", value: String(number) })
    if (!row && number === null && doubts.length === 0) {
      const alike = findAlike(line, standing.areas, alikes)
      if (alike) doubts.push({ key: "alike", value: String(alike.number) })
    }
    return { line, row, doubts, number, repeated: false, gathered: false }
  })
  return withoutRepeated(found, standing)
}

/**
 * Each row once: it is the first of the lines that are it without a doubt. Lines that suggest the same,
 * each with an activity, are that row together; one of another area or place is none of it; one that only
 * has its number, as copies of a line do, may be a new one; what else is said twice is left out.
 */
function withoutRepeated(found: readonly Match[], standing: Standing): Match[] {
  const firsts = firstsOf(found)
  const said = new Map<string, Map<string, Match>>()
  const more = new Map<Match, SheetLine[]>()
  const once = found.map((given): Match => {
    const own = given.row && firsts.get(given.row.id)
    if (own === given) return given
    const isOther =
      own && given.number === null && (isElsewhere(given) || !isSamePlace(given.line, own.line))
    const match = isOther
      ? { ...given, row: null, doubts: [sameAs(given.row ? [given.row] : [])] }
      : given
    const words = wordsOfLine(match.line)
    const known = said.get(match.row?.id ?? "") ?? new Map<string, Match>()
    said.set(match.row?.id ?? "", known)
    const before = known.get(words)
    if (!before) known.set(words, match)
    const first = match.row ? own : before
    if (!first) return match
    const { line, number, row } = match
    const isNew = row !== null && !before && words !== wordsOfLine(first.line)
    const isMore = isNew && number === null && hasActivities(line, standing)
    if (isMore) more.set(first, [...(more.get(first) ?? []), line])
    const isCopy = isNew && number !== null && saysSomething(line)
    const key = isMore ? "gathered" : isCopy ? "sameNumber" : "repeated"
    const doubts = match.doubts.filter((doubt) => doubt.key !== "otherWords")
    doubts.push({ key, value: String(first.line.line) })
    return { ...match, doubts, repeated: true, gathered: isMore }
  })
  return once.map((match) => ({ ...match, line: gathered(match.line, more.get(match) ?? []) }))
}

/** For each row the line that is it: one that says its words in its area before any other. */
function firstsOf(found: readonly Match[]): ReadonlyMap<string, Match> {
  const firsts = new Map<string, Match>()
  for (const match of found) {
    if (!match.row) continue
    const before = firsts.get(match.row.id)
    if (!before || (!isItself(before) && isItself(match))) firsts.set(match.row.id, match)
  }
  return firsts
}

const isElsewhere = ({ doubts }: Match) => doubts.some(({ key }) => key === "otherArea")

const isItself = (match: Match) =>
  !isElsewhere(match) &&
  plain(match.line.texts.suggests ?? "") === plain(match.row?.cells.suggests ?? "")

const saysSomething = ({ texts }: SheetLine) =>
  (["suggests", "activities", "synergies"] as const).some(
    (column) => plain(texts[column] ?? "") !== "",
  )

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
