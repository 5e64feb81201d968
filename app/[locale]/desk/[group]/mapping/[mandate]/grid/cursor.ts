import type { Column, ColumnId } from "./columns"
import type { Line } from "./lines"

/** A place in the table, by what it is of: it stays where it is when lines come and go around it. */
export type Spot = { line: string; column: ColumnId }

export type Ground = { lines: readonly Line[]; columns: readonly Column[] }

/** A place as figures. */
export type At = { line: number; column: number }

/** Where a spot is now. Of one that went, whatever stands where it last was. */
export function placeOf(spot: Spot, { lines, columns }: Ground, last: At): At {
  const line = lines.findIndex(({ key }) => key === spot.line)
  const column = columns.findIndex(({ id }) => id === spot.column)
  const within = (place: number, count: number) => Math.max(0, Math.min(place, count - 1))
  return {
    line: line >= 0 ? line : within(last.line, lines.length),
    column: column >= 0 ? column : within(last.column, columns.length),
  }
}

export function spotAt({ line, column }: At, { lines, columns }: Ground): Spot | null {
  const [key, id] = [lines[line]?.key, columns[column]?.id]
  return key !== undefined && id !== undefined ? { line: key, column: id } : null
}

/** A key that moves the cursor; `page` is how many lines a page of them has. */
export type Move = { key: string; far: boolean; page: number; rightToLeft: boolean }

/** Where a key leads from a place; null for a key that leads nowhere. */
export function moved(at: At, { key, far, page, rightToLeft }: Move, ground: Ground): At | null {
  const last = { line: ground.lines.length - 1, column: ground.columns.length - 1 }
  const forward = rightToLeft ? "ArrowLeft" : "ArrowRight"
  const to = ((): At | null => {
    switch (key) {
      case "ArrowUp":
        return { ...at, line: far ? 0 : at.line - 1 }
      case "ArrowDown":
        return { ...at, line: far ? last.line : at.line + 1 }
      case "ArrowLeft":
      case "ArrowRight": {
        const step = key === forward ? 1 : -1
        return { ...at, column: far ? (step > 0 ? last.column : 0) : at.column + step }
      }
      case "Home":
        return { line: far ? 0 : at.line, column: 0 }
      case "End":
        return { line: far ? last.line : at.line, column: last.column }
      case "PageUp":
        return { ...at, line: at.line - page }
      case "PageDown":
        return { ...at, line: at.line + page }
      default:
        return null
    }
  })()
  if (!to) return null
  const within = (place: number, most: number) => Math.max(0, Math.min(place, most))
  return { line: within(to.line, last.line), column: within(to.column, last.column) }
}

/** The rows and columns between two places, both included. */
export type Range = { lines: [number, number]; columns: [number, number] }

export function rangeOf(one: At, other: At): Range {
  const order = (a: number, b: number): [number, number] => (a <= b ? [a, b] : [b, a])
  return { lines: order(one.line, other.line), columns: order(one.column, other.column) }
}
