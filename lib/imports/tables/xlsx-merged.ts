import { type RawRow, textOf } from "./model"

/** Cells that are shown as one: rows count from 1 and columns from 0, the last ones included. */
export type Merged = { top: number; bottom: number; left: number; right: number }

/**
 * Rows in which merged cells hold in each row what stands in their first one: what is said once of
 * several rows is said of each. Only rows that are there are filled, however far the file says it goes.
 */
export function fillMerged(rows: readonly RawRow[], merged: readonly Merged[]): RawRow[] {
  const tall = merged.filter(({ top, bottom }) => bottom > top)
  if (tall.length === 0) return [...rows]
  const byLine = new Map(rows.map((row) => [row.line, row]))
  const filled = new Map(rows.map((row) => [row.line, [...row.cells]]))
  for (const { top, bottom, left } of tall) {
    const text = textOf(byLine.get(top)?.cells[left])
    if (text === "") continue
    for (const { line } of rows) {
      const cells = filled.get(line)
      if (!cells || line <= top || line > bottom || textOf(cells[left]) !== "") continue
      while (cells.length < left) cells.push("")
      cells[left] = { text, merged: true }
    }
  }
  return rows.map(({ line, cells }) => ({ line, cells: filled.get(line) ?? cells }))
}

/** "B2:B5" */
export function mergedOf(reference: string): Merged | null {
  const [, from = "", top, to = "", bottom] =
    /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? []
  if (!top || !bottom) return null
  const [left, right] = [columnOf(from), columnOf(to)]
  return { top: Number(top), bottom: Number(bottom), left, right }
}

/** "C12" stands in the third column, which is 2. */
export function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? "A"
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
