import { areaCalled, type SheetLine } from "./lines"
import type { Standing, StandingRow } from "./model"
import { comparable } from "./model"
import type { Doubt } from "./status"
import { plain } from "./words"

/** A line with the row of the table that it is, and what is doubtful about that. */
export type Match = {
  line: SheetLine
  row: StandingRow | null
  doubts: Doubt[]
  /** Whether the file says it twice, so that this one is left out. */
  repeated: boolean
}

/**
 * Finds the row of each line: by its number, where the numbers of the file are those of the table, or by
 * the very words of its suggestion. What only looks alike is new, and doubtful.
 */
export function matchRows(lines: readonly SheetLine[], standing: Standing): Match[] {
  const byNumber = new Map(standing.rows.map((row) => [row.number, row]))
  const bySuggestion = new Map<string, StandingRow[]>()
  for (const row of standing.rows) {
    const key = plain(row.cells.suggests)
    bySuggestion.set(key, [...(bySuggestion.get(key) ?? []), row])
  }
  const ours = numbersAreOurs(lines, byNumber)
  const seen = new Map<string, number>()
  return lines.map((line) => {
    const doubts: Doubt[] = []
    const number = ours ? numberOf(line) : null
    const row =
      number !== null
        ? (byNumber.get(number) ?? null)
        : findBySuggestion(line, bySuggestion, standing)
    if (number !== null && !row) doubts.push({ key: "noSuchRow", value: String(number) })
    if (row?.retired) doubts.push({ key: "retired", value: row.retired })
    if (!row && number === null) {
      const alike = findAlike(line, standing)
      if (alike) doubts.push({ key: "alike", value: String(alike.number) })
    }
    const key = row ? row.id : comparable(JSON.stringify({ ...line.texts, number: "" }))
    const before = seen.get(key)
    if (before === undefined) seen.set(key, line.line)
    else doubts.push({ key: "repeated", value: String(before) })
    return { line, row, doubts, repeated: before !== undefined }
  })
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
    if (said === undefined || share(said, row.cells.suggests) >= 0.3) fitting += 1
  }
  return known === 0 || fitting * 2 >= known
}

/** How many of the words of one text stand in the other, from 0 to 1; two empty ones are the same. */
function share(one: string, other: string): number {
  const [these, those] = [one, other].map((text) => new Set(plain(text).split(" ")))
  if (!these || !those) return 0
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

/** A row of the same area and citation that says something else. */
function findAlike({ texts }: SheetLine, { areas, rows }: Standing): StandingRow | null {
  const area = areaCalled(texts.area ?? "", areas)
  const [, paragraph] =
    /(\d{1,4}(?:\s*\([a-z]\))?)\s*$/i.exec(texts.paragraph || texts.citation || "") ?? []
  if (!area || !paragraph || !texts.suggests) return null
  const said = texts.suggests
  return (
    rows.find(
      ({ cells, retired }) =>
        retired === null &&
        cells.area === area.id &&
        plain(cells.citation.paragraph) === plain(paragraph) &&
        share(said, cells.suggests) >= 0.5,
    ) ?? null
  )
}
