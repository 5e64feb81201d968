import { plainCase } from "@/lib/check/words"
import { remembered } from "@/lib/platform/remembered"
import type { PlacedLine } from "../lines/placed-line"
import { officeLabel } from "../offices/office-label"
import type { Rich } from "../text/rich"
import type { Line } from "../text/shape"
import type { RollEntry } from "./roll-entry"
import type { Piece } from "./roll-layout"

/** So many people make a list of them. */
export const FEWEST = 3

/** `sign`: how somebody is called in the text, where it stands in front of the name. */
export type Row = { pieces: Piece[]; label: string; away: boolean; sign?: string }

/** The words that stand outside these lines and outside what repeats the lists, always with a large letter. */
function namesElsewhere(
  placed: readonly PlacedLine[],
  run: ReadonlySet<Line>,
): ReadonlySet<string> {
  const [large, small] = [new Set<string>(), new Set<string>()]
  for (const { line, part } of placed)
    if (!run.has(line) && !/^(?:title|agenda|regrets|next)$/.test(part))
      for (const [word] of line.words.text.matchAll(/(?<![\p{L}\p{N}])\p{L}[\p{L}\p{M}’'-]+/gu))
        (/^\p{Ll}/u.test(word) ? small : large).add(plainCase(word))
  return new Set([...large].filter((word) => !small.has(word)))
}

/** The first of each line that has no label in front. */
export function firstOfLines(people: readonly RollEntry[], rows: readonly Row[]): RollEntry[] {
  const pieces = rows.flatMap((row) => row.pieces)
  return people.filter((entry) => {
    const at = lineAt(pieces, entry.rich)
    const piece = pieces[at]
    // A title that looks like a name stands apart from all others.
    const beside = [pieces[at - 1], pieces[at + 1]].some(
      (other) => other && piece && Math.abs(other.line.n - piece.line.n) <= 2,
    )
    if (!beside) return false
    // "Ana Lind, Three Rivers Tea": what stands behind her is where she is from.
    return piece?.inline || isFirst(piece, entry)
  })
}

/** Those of a run who are people: where the text calls most of them by their first or last name alone. */
export function calledAmong(
  all: readonly RollEntry[],
  placed: readonly PlacedLine[],
  rows: readonly Row[],
): RollEntry[] {
  const people = firstOfLines(all, rows)
  const pieces = rows.flatMap((row) => row.pieces)
  const labels = rows.flatMap((row) => row.pieces.map(() => row.label))
  const words = namesElsewhere(placed, new Set(pieces.map(({ line }) => line)))
  const signs = rows.flatMap((row) => row.pieces.map(() => row.sign ?? ""))
  const own = new Set(pieces.map(({ line }) => line))
  const isSigned = remembered((sign: string) => {
    if (!/^\p{L}[\p{L}\d_.-]*$/u.test(sign)) return false
    const said = placed.filter(({ line }) => !own.has(line) && line.whole.text.includes(sign))
    return said.some(({ line }) => line.whole.text.split(/[^\p{L}\d_.-]+/u).includes(sign))
  })
  const isCalled = ({ name, rich }: RollEntry) => {
    if (isSigned(signs[lineAt(pieces, rich)] ?? "")) return true
    const own = name.split(" ")
    return [own[0], own.at(-1)].some((word) => word && words.has(plainCase(word)))
  }
  const called = people.filter(isCalled)
  if (people.length < FEWEST || called.length * 2 < people.length) return []
  const rowsCalled = new Set(called.map(({ rich }) => lineAt(pieces, rich)))
  return people.filter((entry) => {
    const at = lineAt(pieces, entry.rich)
    // "Convener" above somebody, or in front of them.
    const holds = isFirst(pieces[at], entry) && officeLabel(`${labels[at]}: x`) !== null
    return isCalled(entry) || holds || standsBeside(entry, pieces, rowsCalled)
  })
}

const lineAt = (pieces: readonly Piece[], { at }: Rich) =>
  pieces.findIndex(({ words }) => words.at.includes(at[0] ?? -1))

const isFirst = (piece: Piece | undefined, { rich }: RollEntry) => piece?.words.at[0] === rich.at[0]

/**
 * Whether somebody whom the text never calls is one more of those beside them: what stands behind a name, "Ana Lind, Three Rivers Tea", is where she is from, and "Place: Grange Room" is none.
 */
function standsBeside(
  entry: RollEntry,
  pieces: readonly Piece[],
  called: ReadonlySet<number>,
): boolean {
  const index = lineAt(pieces, entry.rich)
  const own = pieces[index]
  if (!own || !isFirst(own, entry) || !/\p{Ll}/u.test(entry.name)) return false
  return [index - 1, index + 1].some((beside) => {
    const other = pieces[beside]
    if (!other || !called.has(beside) || other.inline !== own.inline) return false
    return Math.abs(other.line.n - own.line.n) === 1
  })
}
