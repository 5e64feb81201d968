import { readEntry } from "../people/entry"
import { looksLikeName } from "../people/names"
import type { Rich } from "../text/rich"
import type { Line } from "../text/shape"
import { nickOf } from "./nick-lists"
import { segmentsOf } from "./roll-names"

/**
 * A line of a list. `first`: the heading stands on it; `inline`: the names began behind a heading, so
 * that the next line goes on with them; `single`: the heading speaks of one person; `prose`: more labels or sentences may stand within it;
 * `office`: the label of an office stood in front within the line.
 */
export type Piece = {
  line: Line
  words: Rich
  first?: boolean
  inline?: boolean
  prose?: boolean
  single?: boolean
  office?: boolean
}

const GAP = /\S(?:\t| {3})\s*\S/
/** "Naledi / University of Maseru / @naledi-m": a stroke in the place of a gap. */
const STROKE = /\s?\/\s+/

const isPerson = (text: string) => readEntry(text)?.name.includes(" ") === true

/** Whether most lines of a list have a gap behind the name: what stands there says more of one person. */
export function haveColumns(run: readonly Piece[]): boolean {
  const gapped = run.filter(({ words }) => GAP.test(words.text.slice(0, 200)))
  return gapped.length >= 3 && gapped.length * 4 >= run.length * 3
}

/**
 * Whether most lines of a list are columns divided by strokes: one person each, and where they belong
 * or how they are called. "Ana Lind / Ben Okoro" are two people.
 */
export function haveStrokes(run: readonly Piece[]): boolean {
  const divided = run.filter(({ line, words: { text } }) => {
    const [first = "", ...others] = text.slice(0, 200).split(STROKE)
    const isRow = (line.bullet || line.marker !== null) && others.length > 0
    return isRow && (readEntry(first) !== null || nickOf(first) !== null)
  })
  const more = divided.filter(({ words }) => {
    const last = words.text.split(STROKE).at(-1) ?? ""
    return /^\\?@/.test(last) || !looksLikeName(last.replace(/\s?\(.*/, ""))
  })
  return (
    more.length >= 3 &&
    more.length * 4 >= divided.length * 3 &&
    divided.length * 4 >= run.length * 3
  )
}

/** What stands in front of the first stroke, and all of it where there is none. */
export function isFirstOfStrokes(text: string): boolean {
  return STROKE.test(text) && readEntry(text) !== null
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
