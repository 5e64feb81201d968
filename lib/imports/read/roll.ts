import { type Entry, readEntry } from "./entry"
import { looksLikeName } from "./names"
import { betweenColumns, betweenNames, partsOutside, richOutside, semicolon } from "./outside"
import { joinRich, type Rich } from "./rich"
import type { Line } from "./shape"

/** A person of the list, and the text they were read from. */
export type RollEntry = Entry & { rich: Rich }
/** The list of participants, and the lines in which nobody was found or not every word was placed. */
export type Roll = { entries: RollEntry[]; left: ReadonlySet<Line> }

/** Whether a line may belong to a list of people; a sentence does not. */
export function isEntry(line: Line): boolean {
  const text = line.words.text
  if (line.level > 0 || text.length > 250) return line.marker !== null && text.length <= 400
  if (line.marker || line.bullet) return true
  if (/^\|/.test(text)) return true
  const segments = segmentsOf(text)
  if (segments.length >= 3 && shareOfNames(segments) >= 0.5) return true
  if (/[.!?]$/.test(text) && text.split(/\s+/).length >= 9) return false
  return text.endsWith(":") || readEntry(text) !== null
}

/** Reads the people of a list: numbered, one per line, or several on a line. */
export function readRoll(lines: readonly { line: Line; words: Rich }[]): Roll {
  const entries: RollEntry[] = []
  const left = new Set<Line>()
  for (const chunk of chunksOf(lines)) {
    const rich = joinRich(chunk.map(({ words }) => words))
    const read = readSeveral(rich) ?? readOne(rich)
    entries.push(...read)
    if (read.length === 0 || read.some((entry) => !entry.whole)) {
      for (const { line } of chunk) left.add(line)
    }
  }
  return { entries, left }
}

type Piece = { line: Line; words: Rich }

/** Puts together the lines that make one entry. */
function chunksOf(lines: readonly Piece[]): Piece[][] {
  const chunks: Piece[][] = []
  const numbered = lines.filter(({ line }) => line.marker || line.bullet).length * 2 > lines.length
  for (const piece of lines) {
    const chunk = chunks.at(-1)
    const before = chunk?.at(-1)
    const own = piece.line.marker !== null || piece.line.bullet
    if (chunk && before && !own && carriesOn(before, piece, numbered)) chunk.push(piece)
    else chunks.push([piece])
  }
  return chunks
}

function carriesOn(before: Piece, piece: Piece, numbered: boolean): boolean {
  const text = piece.words.text
  if (/^\p{Ll}/u.test(text)) return true
  if (piece.line.gap) return false
  if (numbered) return before.line.indent < piece.line.indent || before.words.text.length >= 50
  if (!/[,;]$/.test(before.words.text)) return false
  return shareOfNames(segmentsOf(`${before.words.text} ${text}`)) >= 0.75
}

/** Several people in one text: "A, B and C", "A (X), B (Y)", "A; B; C", or columns. */
function readSeveral(rich: Rich): RollEntry[] | null {
  const columns = richOutside(rich, betweenColumns)
  const inColumns = columns.length >= 2 && columns.every(isWholeName)
  const segments = inColumns ? columns : richOutside(rich, separatorOf(rich.text))
  const fewest = rich.text.includes(";") ? 2 : 3
  if (!inColumns && (segments.length < fewest || shareOfNames(segments) < 0.6)) return null
  const entries: RollEntry[] = []
  for (const segment of segments) {
    const entry = readEntry(segment.text)
    if (!entry) return null
    entries.push({ ...entry, rich: segment })
  }
  return entries
}

function readOne(rich: Rich): RollEntry[] {
  const entry = readEntry(rich.text)
  return entry ? [{ ...entry, rich }] : []
}

function separatorOf(text: string) {
  return text.includes(";") ? semicolon : betweenNames
}

function segmentsOf(text: string): { text: string }[] {
  return partsOutside(text, separatorOf(text)).map(({ from, to }) => ({
    text: text.slice(from, to),
  }))
}

/** Which share of the parts are people's names, with or without an organisation in brackets. */
function shareOfNames(parts: readonly { text: string }[]): number {
  return parts.length === 0 ? 0 : parts.filter(isWholeName).length / parts.length
}

function isWholeName({ text }: { text: string }): boolean {
  const bare = text
    .slice(0, 200)
    .replace(/\([^)]*\)?/g, "")
    .trim()
    .replace(/\.$/, "")
  return bare.includes(" ") && looksLikeName(bare)
}
