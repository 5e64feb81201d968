import { officeLabel } from "../offices/office-label"
import { isBody } from "../people/bodies"
import { isRole } from "../people/entry"
import { areLetters } from "../people/handles"
import { looksLikeName } from "../people/names"
import { areTurned } from "../people/turned-names"
import {
  betweenColumns,
  betweenNames,
  betweenStrokes,
  richOutside,
  semicolon,
} from "../text/outside"
import { joinRich, type Rich, sliceRich, trimRich } from "../text/rich"
import type { Line } from "../text/shape"
import { areGapped, withPlacesBehind } from "./places-behind"
import { columnsAreNames, isGroupLabel, joined } from "./roll-chunks"
import { nicked, oddlyCalled, type RollEntry, readEach, readOne, readSeveral } from "./roll-entry"
import { placesFirst, readGroup } from "./roll-groups"
import { readHouses } from "./roll-houses"
import {
  haveColumns,
  haveStrokes,
  isFirstAlone,
  isFirstOfStrokes,
  labelsSetOut,
  type Piece,
} from "./roll-layout"
import { segmentsOf, shareOfNames } from "./roll-names"
import { areInitials, placeInFront, withPlace } from "./roll-place"
import { columnStarts, columnsOf, readRows } from "./roll-table"
import { housesAbove } from "./under-houses"

/** How a list is set: family names first, names in all of its columns, a gap behind each name, or columns of what they are. */
export type Habits = { turned: boolean; columned: boolean; gapped: boolean; alone: boolean }
const NO_HABITS: Habits = { turned: false, columned: false, gapped: false, alone: false }

/** The list of participants, and the lines in which nobody was found or not every word was placed. */
export type Roll = { entries: RollEntry[]; left: ReadonlySet<Line>; habits: Habits }

/**
 * Reads the people of a list: numbered, one per line, in tables and columns, or several on a line.
 * `before`: how the list in front of it is set.
 */
export function readRoll(pieces: readonly Piece[], before: Habits = NO_HABITS): Roll {
  const entries: RollEntry[] = []
  let habits = before
  const left = new Set<Line>()
  let columns: ReturnType<typeof columnsOf> = null
  let rule: { starts: number[]; indent: number } | null = null
  let run: Piece[] = []
  const close = () => {
    const { chunks, habits: own } = chunksOf(run, habits)
    habits = {
      turned: habits.turned || own.turned,
      columned: habits.columned || own.columned,
      gapped: habits.gapped || own.gapped,
      alone: habits.alone || own.alone,
    }
    for (const chunk of chunks) take(chunk.pieces, chunk.read)
    run = []
  }
  for (const piece of pieces) {
    const text = piece.words.text
    // "| Ana Lind | Member | present |" below a head is a row, though two of its cells head columns elsewhere.
    const row: boolean =
      columns !== null && readRows(text, columns).some(({ name }) => name.includes(" "))
    const plain: boolean = !row && !piece.line.marker && !piece.line.bullet
    const head: ReturnType<typeof columnsOf> = plain ? columnsOf(text, piece.line.names) : null
    if (head) {
      close()
      columns = head
      rule = null
      left.add(piece.line)
    } else if (columns && columnStarts(piece.line.whole.text)) {
      rule = { starts: columnStarts(piece.line.whole.text) ?? [], indent: piece.line.indent }
      left.add(piece.line)
    } else if (piece.line.place || /^[|\s:=+-]+$/.test(text) || LEGEND.test(text))
      left.add(piece.line)
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
  return { entries, left, habits }

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
function chunksOf(run: readonly Piece[], before: Habits): { chunks: Chunk[]; habits: Habits } {
  const byName = !before.alone && columnsAreNames(run, before.columned)
  const labels = new Set([
    ...run.filter((piece, index) => isGroupLabel(piece, run[index + 1])),
    ...labelsSetOut(run),
    ...housesAbove(run),
  ])
  const columned = !byName && (before.alone || haveColumns(run))
  const stroked = !byName && haveStrokes(run)
  const chunks = byName ? run.map((piece) => [piece]) : joined(run)
  const texts = chunks.map((pieces) => joinRich(pieces.map(({ words }) => words)))
  const groups = placesFirst(texts)
  const single = texts.flatMap((rich) =>
    rich.text.includes(";") ? richOutside(rich, semicolon) : [rich],
  )
  const turned = before.turned || areTurned(single.map(({ text }) => text))
  // Among lines such as "Ana Lind (Octant Labs)" one word in front of brackets is a name, too.
  const firstAlone = chunks.length >= FEWEST_LINES && texts.some(({ text }) => isNameFirst(text))
  const read = chunks.map((pieces, index) => {
    const all = texts[index] ?? joinRich([])
    const place = byName ? null : placeInFront(all.text)
    const rich = place ? trimRich(sliceRich(all, place.length)) : all
    const [first] = pieces
    // "Convenor: Ana Lind" below columns, or in front of "Members: Ana Lind, Ben Okoro".
    const labelled = first?.office === true || (!first?.inline && officeLabel(rich.text) !== null)
    const loose =
      (first?.inline === true && first.single !== true) ||
      first?.line.beside === true ||
      // Where they belong stands in front, so that a second whole name is one more of them.
      (place !== null &&
        !areInitials(place.text, rich.text) &&
        segmentsOf(rich.text).every((each) => shareOfNames([each]) === 1)) ||
      (chunks.length === 1 &&
        first?.single !== true &&
        ((!first?.line.marker && !first?.line.bullet) || areWords(rich.text)))
    const read =
      (byName && !labelled ? readEach(richOutside(rich, betweenColumns), turned) : null) ??
      (pieces.some((piece) => labels.has(piece)) ? [] : null) ??
      (columned && isFirstAlone(rich.text) ? readOne(rich, turned) : null) ??
      (stroked && isFirstOfStrokes(rich.text) ? readOne(rich, turned) : null) ??
      (groups || first?.line.listed ? readGroup(rich, turned, first?.line.listed) : null) ??
      (firstAlone && BRACKETED_WORD.test(rich.text) ? readOne(rich, turned) : null) ??
      readHouses(rich, (people) => readSeveral(people, true, turned) ?? readOne(people, turned)) ??
      readSeveral(rich, loose, turned) ??
      (first?.inline && chunks.length === 1 ? lettersAlone(rich) : null) ??
      readOne(rich, turned)
    const placed = place ? read.map((entry) => withPlace(entry, place.text)) : read
    return { pieces, read: labelled ? placed.map((entry) => ({ ...entry, office: true })) : placed }
  })
  const gapped = before.gapped || areGapped(run)
  return {
    chunks: withNicks(onePerEntry(withPlacesBehind(read, gapped), turned), labels),
    habits: { turned, columned: byName, gapped, alone: columned },
  }
}

/** "Apologies: GF", "Apologies: GF, TO": nobody but one or two people by their initials. */
function lettersAlone(rich: Rich): RollEntry[] | null {
  if (rich.text.length > 30 || /^(?:na|nil|tb[acd])$/i.test(rich.text)) return null
  const parts = richOutside(rich, betweenNames)
  if (!parts.every(({ text }) => areLetters(text))) return null
  return parts.flatMap((part) => nicked(part) ?? [])
}

/** "Halvard, Nomvula, Kaito" under the only bullet of a list: people called by one word each. */
function areWords(text: string): boolean {
  const parts = segmentsOf(text)
  return parts.length >= FEWEST_LINES && parts.every((part) => !part.text.includes(" "))
}

/**
 * "Hiroko Tanabe, Nerava WG and Nerava DG" under a bullet, among others that have one person and, behind
 * a comma, where they belong: one person too, however much the rest reads like names.
 */
function onePerEntry(chunks: readonly Chunk[], turned: boolean): Chunk[] {
  const divided = ({ pieces: [only, more] }: Chunk) =>
    only && !more && !only.inline && BEHIND_COMMA.test(only.words.text) ? only : null
  const ones = chunks.filter((chunk) => chunk.read.length === 1 && divided(chunk))
  if (ones.length < FEWEST_LINES || ones.length * 2 < chunks.length) return [...chunks]
  return chunks.map((chunk) => {
    const only = chunk.read.length > 1 ? divided(chunk) : null
    const isOne = only?.line.bullet || only?.line.marker || endsWithRole(only?.words.text ?? "")
    return only && isOne ? { ...chunk, read: readOne(only.words, turned) } : chunk
  })
}

/** "Blessing (Paper Lantern)": one word in front of brackets that may hold a name. */
const BRACKETED_WORD = /^\p{Lu}[\p{L}’'-]+\s\([^()]+\)$/u

/** "Guilherme Prado (Octant Labs)": a whole name, and in the brackets none but a house. */
function isNameFirst(text: string): boolean {
  const [, front = "", inside = ""] = /^([^(),]{4,60})\s\(([^()]{2,80})\)$/.exec(text) ?? []
  return front.includes(" ") && looksLikeName(front) && !isBody(front) && inside !== ""
}

/** "Ana Lind, Port Captain, Secretary": the last says what she is. */
const endsWithRole = (text: string) => isRole(text.slice(text.lastIndexOf(", ") + 2))

const BEHIND_COMMA = /^[^,;:()]{4,60},\s[^;:]+$/

/** "tamsin" on a line of her own among people: how she is called, though no name looks so. */
function withNicks(chunks: readonly Chunk[], labels: ReadonlySet<Piece>): Chunk[] {
  const nicks = chunks.map(({ pieces: [only, more], read }) =>
    only &&
    !more &&
    !labels.has(only) &&
    read.length === 0 &&
    (only.line.bullet || only.line.marker)
      ? nicked(only.words)
      : null,
  )
  const people = chunks.filter(({ read }, index) => read.length === 1 || nicks[index])
  if (people.length < FEWEST_LINES || people.length * 4 < chunks.length * 3) return [...chunks]
  return chunks.map((chunk, index) => {
    const [only, more] = chunk.pieces
    const alone = only && !more && chunk.read.length === 0 && only.line.bullet
    const nick = nicks[index] ?? (alone ? oddlyCalled(only.words) : null)
    return nick ? { ...chunk, read: [nick] } : chunk
  })
}

const FEWEST_LINES = 3
/** "X Present", "R = Regrets": what the marks of a list say. */
const LEGEND =
  /^\(?[\p{L}\d.*+✓-]{1,2}\s(?:[=:–-]\s)?(?:present|absent|regrets?|excused|apologies)\)?$/iu
/** The people of a short text behind a label; `several`: two names on it are two people. */
export function readPeople(rich: Rich, several: boolean): RollEntry[] {
  const parts = several ? richOutside(rich, betweenStrokes) : []
  const strokes = parts.length > 1 ? readEach(parts, false) : null
  return strokes ?? readSeveral(rich, several, false) ?? readOne(rich, false)
}
