import { nameKey } from "@/lib/check/names"
import type { PlacedLine } from "../lines/placed-line"
import type { Line } from "../text/shape"
import type { Piece } from "./roll-layout"
import { segmentsOf } from "./roll-names"

/** "PRESENT: …" once more for a closed part of the meeting: of those named before, it names nobody new. */
export function withoutRepeatedLists(pieces: readonly Piece[]): Piece[] {
  const known = new Set<string>()
  let [before] = pieces
  return pieces.filter((piece) => {
    const names = segmentsOf(piece.words.text).map(({ text }) => nameKey(text))
    const far = before !== undefined && piece.line.n - before.line.n > FAR
    before = piece
    const again = far && piece.inline === true && names.length >= 2
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

/** A list of all members in which those who came are ticked: "[x] Ana Lind", "[ ] Ben Okoro". */
export function withoutUnticked(pieces: readonly Piece[], told: Set<Line>): Piece[] {
  if (!pieces.some(({ line }) => line.ticked)) return [...pieces]
  return pieces.filter(({ line }) => {
    if (line.ticked === false) told.add(line)
    return line.ticked !== false
  })
}
