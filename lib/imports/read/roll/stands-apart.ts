import { readEntry } from "../people/entry"
import type { Line } from "../text/shape"
import { segmentsOf } from "./roll-names"

/** "Ana Lind (AL), Port": one person and, behind a bracket or a comma, more of her. */
export function isOfOne(text: string): boolean {
  if (text.length > 110 || /[.:!?]$/.test(text)) return false
  const entry = readEntry(text)
  return entry?.name.includes(" ") === true && entry.capacity !== ""
}

/** "Present: Ana Lind (AL), Port" with Ben and Cem, told in the same way, in paragraphs of their own below. */
export function standsApart(
  { line: head, rest }: { line: Line; rest: number | null },
  line: Line,
  next: Line | undefined,
): boolean {
  if (rest === null || !next?.gap || line.marker || line.bullet) return false
  const first = head.words.text.slice(rest)
  return (
    isOfOne(first) &&
    segmentsOf(first).length <= 2 &&
    [line, next].every((each) => isOfOne(each.words.text))
  )
}

/** "Guest: Ana Lind, Kite Marine": one person, and where they belong. */
const ONE = /^(?:guest|observer|visitor)\s?:/i

/** Whether the label of a line has one person behind it: the others stand in paragraphs of their own. */
export function namesOne(
  { words }: Line,
  behind: string,
  below: { line: Line; head: unknown } | undefined,
): boolean {
  const apart = below?.line.gap === true && below.head === null && isOfOne(behind)
  return apart || ONE.test(words.text)
}
