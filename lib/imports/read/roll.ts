import { type Entry, readEntry } from "./entry"
import { looksLikeName } from "./names"
import { betweenColumns, betweenNames, partsOutside, richOutside, semicolon } from "./outside"
import { isWrapped } from "./paragraph"
import { joinRich, type Rich } from "./rich"
import type { Line } from "./shape"

/** A person of the list, and the text they were read from. */
export type RollEntry = Entry & { rich: Rich }
/** The list of participants, and the lines in which nobody was found or not every word was placed. */
export type Roll = { entries: RollEntry[]; left: ReadonlySet<Line> }

/** Whether a line may belong to a list of people; a sentence does not. */
export function isEntry(line: Line): boolean {
  const text = line.words.text
  if (line.level > 0) return false
  const segments = segmentsOf(text)
  if (segments.length >= 3 && shareOfNames(segments) >= 0.5) return true
  if (text.length > 250) return line.marker !== null && text.length <= 400
  if (line.marker || line.bullet || text.startsWith("|")) return true
  if (/[.!?]$/.test(text) && text.split(/\s+/).length >= 9) return false
  return text.endsWith(":") || readEntry(text) !== null
}

/** Reads the people of a list: numbered, one per line, in columns, or several on a line. */
export function readRoll(lines: readonly Piece[]): Roll {
  const entries: RollEntry[] = []
  const left = new Set<Line>()
  const rows = lines.filter(({ line, words }) => !isRuleOrHeading(words.text, line))
  for (const { line } of lines.filter((piece) => !rows.includes(piece))) left.add(line)
  const byName = columnsAreNames(rows)
  for (const chunk of chunksOf(rows)) {
    const rich = joinRich(chunk.map(({ words }) => words))
    const read = (byName ? readColumns(rich) : readSeveral(rich)) ?? readOne(rich)
    entries.push(...read)
    if (read.length === 0 || read.some((entry) => !entry.whole)) {
      for (const { line } of chunk) left.add(line)
    }
  }
  return { entries, left }
}

/** The head of a table, or the line of dashes under it. */
function isRuleOrHeading(text: string, line: Line): boolean {
  if (/^[|\s:=+-]+$/.test(text)) return true
  if (line.marker || line.bullet) return false
  return /^\|?\s*(?:no\.?\s*\||#\s*\|)?\s*(?:(?:full |first |last |family |given )?names?|participants?|attendees?)\s*(?:\||\t|\s{3,})/i.test(
    text,
  )
}

/** Whether the columns of a list are filled with names; in a table the first alone is. */
function columnsAreNames(lines: readonly Piece[]): boolean {
  const rows = lines.map(({ words }) => words.text).filter((text) => /\t|\s{3,}\S/.test(text))
  if (rows.length < 2 || rows.some((text) => text.startsWith("|"))) return false
  const cells = rows.flatMap((text) =>
    partsOutside(text, betweenColumns).map(({ from, to }) => text.slice(from, to).trim()),
  )
  return (
    cells.every(looksLikeName) &&
    cells.filter((cell) => cell.includes(" ")).length * 2 > cells.length
  )
}

/** A line of a list; `inline`: it stands behind the heading, so that the next line goes on with it. */
export type Piece = { line: Line; words: Rich; inline?: boolean }

/** Puts together the lines that make one entry. */
function chunksOf(lines: readonly Piece[]): Piece[][] {
  const chunks: Piece[][] = []
  const numbered = lines.filter(({ line }) => line.marker || line.bullet).length * 2 > lines.length
  for (const piece of lines) {
    const chunk = chunks.at(-1)
    const before = chunk?.at(-1)
    const own = piece.line.marker !== null || piece.line.bullet
    if (chunk && before && !own && carriesOn(before, piece, numbered)) {
      chunk.push({ ...piece, inline: before.inline })
    } else chunks.push([piece])
  }
  return chunks
}

function carriesOn(before: Piece, piece: Piece, numbered: boolean): boolean {
  const text = piece.words.text
  if (/^\p{Ll}/u.test(text)) return true
  if (piece.line.gap) return false
  if (before.inline || (/[,;]$/.test(before.words.text) && before.words.text.includes(";")))
    return true
  if (isWrapped(before.line, piece.line) || text.startsWith("(")) return true
  if (numbered) return before.line.indent < piece.line.indent
  if (!/[,;]$/.test(before.words.text)) return false
  return shareOfNames(segmentsOf(`${before.words.text} ${text}`)) >= 0.75
}

/** Several people in one text: "A, B and C", "A (X), B (Y)" or "A, X; B, Y". */
function readSeveral(rich: Rich): RollEntry[] | null {
  if (rich.text.startsWith("|")) return null
  const segments = richOutside(rich, separatorOf(rich.text))
  if (rich.text.includes(";")) return segments.length < 2 ? null : readEach(segments)
  return segments.length < 3 || shareOfNames(segments) < 0.6 ? null : readEach(segments)
}

function readColumns(rich: Rich): RollEntry[] | null {
  return readEach(richOutside(rich, betweenColumns))
}

/** Everybody of several, null when one of them is nobody's name. */
function readEach(parts: readonly Rich[]): RollEntry[] | null {
  const entries: RollEntry[] = []
  for (const rich of parts) {
    const entry = readEntry(rich.text)
    if (!entry) return null
    entries.push({ ...entry, rich })
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
