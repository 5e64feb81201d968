import { type ColumnId, fieldOf } from "./columns"

/** Where the history of a row's cell stands; of a column that is no cell, the row's. Null for a row without one. */
export function historyOf(base: string, number: number, column: ColumnId): string | null {
  if (number === 0) return null
  const field = fieldOf(column)
  return `${base}/rows/${number}${field === null ? "" : `?cell=${field}`}#history`
}
