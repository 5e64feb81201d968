import { nameKey } from "@/lib/check/names"
import type { PlacedLine } from "../lines/placed-line"
import type { Line } from "../text/shape"
import type { Piece } from "./roll-layout"
import { segmentsOf } from "./roll-names"

/** "PRESENT: …" once more for a closed part of the meeting: of those named before, it names nobody new. */
export function withoutRepeatedLists(pieces: readonly Piece[]): Piece[] {
  const isFar = ({ line }: Piece, at: number) => line.n - (pieces[at - 1]?.line ?? line).n > FAR
  // Most reports name everybody in one place.
  if (!pieces.some((piece, at) => piece.inline === true && isFar(piece, at))) return [...pieces]
  const known = new Set<string>()
  return pieces.filter((piece, at) => {
    const names = segmentsOf(piece.words.text).map(({ text }) => nameKey(text))
    const again = isFar(piece, at) && piece.inline === true && names.length >= 2
    if (again && names.every((name) => known.has(name))) return false
    for (const name of names) known.add(name)
    return true
  })
}

/** So many lines away from a list another one is of another part of the meeting. */
const FAR = 10

/** Beside "Apologies: …" those under "Absent: …" sent none, and stand in neither list. */
export function withoutUnexcused(placed: readonly PlacedLine[], part: PlacedLine["part"]) {
  if (part !== "regrets") return placed
  const heads = placed.filter((each) => each.part === part && each.head)
  const says = (pattern: RegExp) => heads.filter(({ line }) => pattern.test(line.words.text))
  const absent = new Set(says(/^absent(?:ees?)?\s?(?::|$)/i))
  if (absent.size === 0 || says(/^apolog|^regrets|^excused/i).length === 0) return placed
  let within = false
  return placed.filter((each) => {
    if (each.head) within = absent.has(each)
    return !(within && each.part === part)
  })
}

const SENT_WORD = /[(,–-]\s?(?:apologies|regrets|excused|absent)\)?$/i
/** A list of all members in which those who came are ticked: "[x] Ana Lind", "[ ] Ben Okoro". */
export function withoutUnticked(pieces: readonly Piece[], told: Set<Line>): Piece[] {
  if (!pieces.some(({ line }) => line.ticked)) return [...pieces]
  return pieces.filter(({ line, words: { text } }) => {
    // "[ ] Ana Lind (regrets)" is read as somebody who was away.
    const counts = line.ticked !== false || SENT_WORD.test(text)
    if (!counts) told.add(line)
    return counts
  })
}

/** "*=absent", "(† denotes regrets)": what a mark behind a name says. */
const MARK_SAYS =
  /^\(?\\?([*†‡+#])\s?(?:[=:–-]|denotes|indicates|means)?\s?(?:absent|excused|regrets|apologies|not (?:present|attending|in attendance))\)?\.?$/i
/** So many lines of a report are searched for such a note. */
const MOST_NOTES = 100

/** The mark of those in the list who were not there; null where none is explained so. */
export function markOfAbsence(placed: readonly PlacedLine[]): string | null {
  for (const { line } of placed.slice(0, MOST_NOTES)) {
    const text = line.whole.text.trim()
    const mark = text.length <= 40 ? MARK_SAYS.exec(text)?.[1] : undefined
    if (mark) return mark
  }
  return null
}
