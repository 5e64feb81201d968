import { looksLikeName } from "../people/names"
import { betweenColumns, partsOutside } from "../text/outside"
import type { Line } from "../text/shape"
import { nameAlone } from "./roll-names"

/**
 * Whether a line is the head of columns of people, "Management side     Employees' side": what stands
 * in it is nobody, and in the two lines below it nobody but whole names stands.
 */
export function headsColumnsOfNames(lines: readonly Line[], index: number): boolean {
  const [head, first, second] = lines.slice(index, index + 3)
  if (!head || !first || !second || first.gap || second.gap || head.marker || head.bullet)
    return false
  const labels = cellsOf(head)
  if (labels.length < 2 || labels.some((cell) => /\d/.test(cell) || isWhole(cell))) return false
  const rows = [first, second].map(cellsOf)
  return (
    (rows[0]?.length ?? 0) > 1 &&
    rows.every((cells) => cells.length > 0 && cells.length <= labels.length && cells.every(isWhole))
  )
}

function cellsOf({ whole: { text } }: Line): string[] {
  if (text.length > 200 || text.startsWith("|")) return []
  return partsOutside(text, betweenColumns).map(({ from, to }) => text.slice(from, to).trim())
}

function isWhole(cell: string): boolean {
  const name = nameAlone(cell)
  return name.includes(" ") && looksLikeName(name) && /^\p{Lu}/u.test(name) && !/[’']\s/.test(name)
}
