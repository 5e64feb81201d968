import { readEntry } from "../people/entry"
import type { Rich } from "../text/rich"
import type { Line } from "../text/shape"
import { segmentsOf } from "./roll-names"

/**
 * A line of a list. `first`: the heading stands on it; `inline`: the names began behind a heading, so
 * that the next line goes on with them; `single`: the heading speaks of one person; `prose`: more labels or sentences may stand within it.
 */
export type Piece = {
  line: Line
  words: Rich
  first?: boolean
  inline?: boolean
  prose?: boolean
  single?: boolean
}

const GAP = /\S(?:\t| {3})\s*\S/

const isPerson = (text: string) => readEntry(text)?.name.includes(" ") === true

/** Whether most lines of a list have a gap behind the name: what stands there says more of one person. */
export function haveColumns(run: readonly Piece[]): boolean {
  const gapped = run.filter(({ words }) => GAP.test(words.text.slice(0, 200)))
  return gapped.length >= 3 && gapped.length * 4 >= run.length * 3
}

/** "Ana Lind        Child and Family Clinic": one whole person in front of the gap. */
export function isFirstAlone(text: string): boolean {
  const [first = "", ...rest] = text.split(/\t| {3,}/)
  return (
    rest.length > 0 && !first.endsWith(":") && isPerson(first) && segmentsOf(first).length === 1
  )
}

/**
 * The lines of a list that stand further out than the people right below each of them: "Port Health"
 * above "Dr Ana Lind" is where she belongs, however much it reads like a name.
 */
export function labelsSetOut(run: readonly Piece[]): Piece[] {
  const plain = run.every(
    ({ line, first }, index) => !line.marker && !line.bullet && (!first || index === 0),
  )
  const out = Math.min(...run.map(({ line }) => line.indent))
  const labels = run.filter(({ line }) => line.indent === out)
  const people = run.filter(({ line }) => line.indent > out)
  if (!plain || labels.length < 2 || people.length < labels.length) return []
  const headed = run.every(
    ({ line }, index) => line.indent > out || (run[index + 1]?.line.indent ?? out) > out,
  )
  const named = people.filter(({ words }) => isPerson(words.text))
  return headed && named.length * 5 >= people.length * 4 ? labels : []
}
