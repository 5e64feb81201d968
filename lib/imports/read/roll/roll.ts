import { isRole, readEntry } from "../people/entry"
import { looksLikeName } from "../people/names"
import { areTurned } from "../people/turned-names"
import {
  betweenColumns,
  betweenStrokes,
  partsOutside,
  richOutside,
  semicolon,
} from "../text/outside"
import { isWrapped } from "../text/paragraph"
import { joinRich, type Rich, sliceRich, trimRich } from "../text/rich"
import type { Line } from "../text/shape"
import { type RollEntry, readEach, readOne, readSeveral } from "./roll-entry"
import { readHouses } from "./roll-houses"
import { haveColumns, isFirstAlone, labelsSetOut, type Piece } from "./roll-layout"
import { labelOf, nameAlone, segmentsOf, shareOfNames, withoutLabel } from "./roll-names"
import { areInitials, placeInFront, withPlace } from "./roll-place"
import { columnStarts, columnsOf, readRows } from "./roll-table"

/** The list of participants, and the lines in which nobody was found or not every word was placed. */
export type Roll = { entries: RollEntry[]; left: ReadonlySet<Line>; turned: boolean }

/**
 * Reads the people of a list: numbered, one per line, in tables and columns, or several on a line.
 * `turned`: the list before it put family names first.
 */
export function readRoll(pieces: readonly Piece[], turned = false): Roll {
  const entries: RollEntry[] = []
  let anyTurned = turned
  const left = new Set<Line>()
  let columns: ReturnType<typeof columnsOf> = null
  let rule: { starts: number[]; indent: number } | null = null
  let run: Piece[] = []
  const close = () => {
    const { chunks, turned: own } = chunksOf(run, turned)
    anyTurned ||= own
    for (const chunk of chunks) take(chunk.pieces, chunk.read)
    run = []
  }
  for (const piece of pieces) {
    const text = piece.words.text
    const head = piece.line.marker || piece.line.bullet ? null : columnsOf(text, piece.line.names)
    if (head) {
      close()
      columns = head
      rule = null
      left.add(piece.line)
    } else if (columns && columnStarts(piece.line.whole.text)) {
      rule = { starts: columnStarts(piece.line.whole.text) ?? [], indent: piece.line.indent }
      left.add(piece.line)
    } else if (piece.line.place || /^[|\s:=+-]+$/.test(text)) left.add(piece.line)
    else if (columns && ((rule && !piece.line.gap) || /\||\t|\s{2}/.test(piece.line.whole.text))) {
      const shift = (rule?.indent ?? 0) - piece.line.indent
      const starts = rule?.starts.map((start) => Math.max(0, start + shift)) ?? null
      const rows = readRows(piece.line.whole.text, columns, starts)
      if (rows.length === 0 || rows.some((row) => !row.whole)) left.add(piece.line)
      for (const row of rows)
        entries.push({ ...row, rich: sliceRich(piece.line.whole, row.from, row.to) })
    } else {
      columns = null
      if (piece.first) close()
      run.push(piece)
    }
  }
  close()
  return { entries, left, turned: anyTurned }

  function take(chunk: readonly Piece[], read: readonly RollEntry[]) {
    entries.push(...read)
    const joined = chunk.reduce((sum, { words }) => sum + words.text.length + 1, 0)
    const covered = read.reduce((sum, { rich }) => sum + rich.text.length + 6, 0)
    if (read.length === 0 || read.some((entry) => !entry.whole) || covered < joined) {
      for (const { line } of chunk) left.add(line)
    }
  }
}

type Chunk = { pieces: Piece[]; read: RollEntry[] }

/** The lines of a list that belong together, each with the people read from it. */
function chunksOf(run: readonly Piece[], before: boolean): { chunks: Chunk[]; turned: boolean } {
  const byName = columnsAreNames(run)
  const labels = new Set([
    ...run.filter((piece, index) => isGroupLabel(piece, run[index + 1])),
    ...labelsSetOut(run),
  ])
  const columned = !byName && haveColumns(run)
  const chunks = byName ? run.map((piece) => [piece]) : joined(run)
  const texts = chunks.map((pieces) => joinRich(pieces.map(({ words }) => words)))
  const groups = placesFirst(texts)
  const single = texts.flatMap((rich) =>
    rich.text.includes(";") ? richOutside(rich, semicolon) : [rich],
  )
  const turned = before || areTurned(single.map(({ text }) => text))
  const read = chunks.map((pieces, index) => {
    const all = texts[index] ?? joinRich([])
    const place = byName ? null : placeInFront(all.text)
    const rich = place ? trimRich(sliceRich(all, place.length)) : all
    const [first] = pieces
    const loose =
      first?.inline === true ||
      first?.line.beside === true ||
      // Where they belong stands in front, so that a second whole name is one more of them.
      (place !== null &&
        !areInitials(place.text, rich.text) &&
        segmentsOf(rich.text).every((each) => shareOfNames([each]) === 1)) ||
      (chunks.length === 1 && !first?.line.marker && !first?.line.bullet)
    const read =
      (byName ? readEach(richOutside(rich, betweenColumns), turned) : null) ??
      (pieces.some((piece) => labels.has(piece)) ? [] : null) ??
      (columned && isFirstAlone(rich.text) ? readOne(rich, turned) : null) ??
      (groups || first?.line.listed ? readGroup(rich, turned, first?.line.listed) : null) ??
      readHouses(rich, (people) => readSeveral(people, true, turned) ?? readOne(people, turned)) ??
      readSeveral(rich, loose, turned) ??
      readOne(rich, turned)
    return { pieces, read: place ? read.map((entry) => withPlace(entry, place.text)) : read }
  })
  return { chunks: read, turned }
}

/** Whether the columns of a list are filled with names; in a table the first alone is. */
function columnsAreNames(lines: readonly Piece[]): boolean {
  const rows = lines
    .map(({ words }) => words.text)
    .filter((text) => /\t|\s{3}|\S\s\|\s\S/.test(text))
  if (rows.length < 1 || rows.some((text) => text.startsWith("|"))) return false
  const cells = rows.flatMap((text) =>
    partsOutside(text, betweenColumns).map(({ from, to }) => nameAlone(text.slice(from, to))),
  )
  if (rows.length < 2 && cells.length < 3) return false
  return (
    cells.every(looksLikeName) &&
    cells.filter((cell) => cell.includes(" ")).length * 2 > cells.length
  )
}

/** Puts together the lines that make one entry. */
function joined(lines: readonly Piece[]): Piece[][] {
  const chunks: Piece[][] = []
  const numbered = lines.filter(({ line }) => line.marker || line.bullet).length * 2 > lines.length
  const alone = lines.filter((piece) => isPerson(piece)).length
  const others = lines.filter((piece, index) => !standsAbove(piece, lines[index + 1])).length
  const onePerLine =
    (others >= 3 && alone >= others * 0.8) ||
    (alone === lines.length && lines.every(({ words }) => isOne(words.text)))
  for (const piece of lines) {
    const chunk = chunks.at(-1)
    const before = chunk?.at(-1)
    const own =
      piece.line.marker !== null ||
      piece.line.bullet ||
      piece.first ||
      (before?.inline === true && piece.line.indent >= 4 && isUnder(before, piece)) ||
      (!piece.inline && (labelOf(piece.words.text) !== null || (onePerLine && isPerson(piece))))
    const on = chunk && before && !own && carriesOn(before, piece, numbered)
    if (on && !isBeneath(before, piece)) {
      chunk.push({ ...piece, inline: before.inline })
    } else chunks.push([piece])
  }
  return chunks
}

/** "Eastwater" behind a gap, with its people right below: one word that is nobody's name. */
function isGroupLabel({ line, words }: Piece, next: Piece | undefined): boolean {
  if (line.marker || line.bullet || /\s/.test(words.text) || !next) return false
  // "Minutes" with whoever takes them set in below it.
  if (!line.gap && next.line.indent <= line.indent) return false
  const apart = next.line.gap && !next.line.bullet && !next.line.marker
  if (apart && next.line.indent <= line.indent) return false
  return readEntry(next.words.text)?.name.includes(" ") === true
}

/** Whether a line is the label of a group: nobody's name, with people right below it. */
function standsAbove(piece: Piece, next: Piece | undefined): boolean {
  return piece.line.gap && next?.line.gap === false && !isPerson(piece) && isPerson(next)
}

/** Whether a line by itself names one person whole, and not several. */
function isPerson({ line, words, inline }: Piece): boolean {
  if (inline || line.marker || line.bullet) return false
  const own = words.text.slice(placeInFront(words.text)?.length ?? 0)
  return readEntry(own)?.name.includes(" ") === true
}

/** Whether no second whole name stands on a line. */
function isOne(text: string): boolean {
  return segmentsOf(text).filter((part) => shareOfNames([part]) === 1).length <= 1
}

/** Somebody set in below those behind a label, where the line before breaks nothing off. */
function isUnder(before: Piece, piece: Piece): boolean {
  return isPerson({ ...piece, inline: false }) && !/(?:[,;&]|\sand)$/.test(before.words.text)
}

/** One person right below another, both set in as far. */
function isBeneath(before: Piece, piece: Piece): boolean {
  if (piece.line.indent < 4 || before.line.indent !== piece.line.indent) return false
  return isPerson(before) && isPerson(piece) && !/(?:[,;&(]|\sand)$/.test(before.words.text)
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
  return shareOfNames(segmentsOf(`${withoutLabel(before.words.text)} ${text}`)) >= 0.75
}

const NOBODY = /^(?:none|nil|nobody|no one|n\/a|[-–—])\.?$/i

/** Whether the lines of a list name an organisation first and its people behind a colon. */
function placesFirst(texts: readonly Rich[]): boolean {
  const labelled = texts.filter(({ text }) => labelOf(text) !== null && !NOBODY.test(withoutLabel(text)))
  if (labelled.length === 0) return false
  const behind = labelled.map(({ text }) => segmentsOf(withoutLabel(text)))
  const named = behind.filter((segments) => shareOfNames(segments) >= 0.5).length
  if (named < labelled.length * 0.75) return false
  return labelled.some(({ text }, index) => {
    const place = labelOf(text)?.place ?? ""
    const people = behind[index] ?? []
    // "Councillors: A. Lind": one word in front of a whole name is no name itself.
    return people.length > 1 || !place.includes(" ") || !looksLikeName(place)
  })
}

/** "Coast Office: Ana Lind, Ben Okoro" or "Secretary: Ana Lind"; null where nobody stands behind it. */
function readGroup(rich: Rich, turned: boolean, listed = false): RollEntry[] | null {
  const label = labelOf(rich.text)
  if (!label) return null
  const { place } = label
  const people = trimRich(sliceRich(rich, label.length))
  if (NOBODY.test(people.text)) return []
  // "Sol: Ana Lind, Mines and Waters": where the first name is whole, a word alone is nobody's.
  const parts = segmentsOf(people.text)
  const loose = !listed || shareOfNames(parts) === 1
  const read = readSeveral(people, loose, turned) ?? readOne(people, turned)
  if (read.length === 0) return null
  return read.map((entry) => ({
    ...entry,
    ...(isRole(place)
      ? { role: [entry.role, place].filter(Boolean).join(", ") }
      : { affiliation: [place, entry.affiliation].filter(Boolean).join(", ") }),
    capacity: [entry.capacity, place].filter(Boolean).join(", "),
    office: isRole(place),
  }))
}

/** The people of a short text behind a label; `several`: two names on it are two people. */
export function readPeople(rich: Rich, several: boolean): RollEntry[] {
  const parts = several ? richOutside(rich, betweenStrokes) : []
  const strokes = parts.length > 1 ? readEach(parts, false) : null
  return strokes ?? readSeveral(rich, several, false) ?? readOne(rich, false)
}
