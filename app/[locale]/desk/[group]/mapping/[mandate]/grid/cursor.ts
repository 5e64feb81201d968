import type { Where } from "../live/store"
import type { Column, ColumnId } from "./columns"
import type { Line } from "./lines"

/**
 * A place in the table, by what it is of: it stays where it is when lines come and go around it. `line` is a
 * line's key; a row's id alone is the first line of that row.
 */
export type Spot = { line: string; column: ColumnId }

export type Ground = { lines: readonly Line[]; columns: readonly Column[] }

/** A place as figures. */
export type At = { line: number; column: number }

/** Where a spot is now. Of one that went, whatever stands where it last was. */
export function placeOf(spot: Spot, { lines, columns }: Ground, last: At): At {
  const line = lineOf(spot.line, lines)
  const column = columns.findIndex(({ id }) => id === spot.column)
  const within = (place: number, count: number) => Math.max(0, Math.min(place, count - 1))
  return {
    line: line >= 0 ? line : within(last.line, lines.length),
    column: column >= 0 ? column : within(last.column, columns.length),
  }
}

function lineOf(key: string, lines: readonly Line[]): number {
  const exact = lines.findIndex((line) => line.key === key)
  if (exact >= 0) return exact
  return lines.findIndex((line) => line.kind === "row" && line.row.id === key)
}

/**
 * Where the cursor goes to show what was changed, from its column: to the cell, the row or the head of the
 * area, or where a row went, to what stood below it. Null where nothing of it can be shown.
 */
export function spotOfChange(
  where: Where,
  lines: readonly Line[],
  column: ColumnId,
  isThere: (rowId: string) => boolean,
): Spot | null {
  if ("areaId" in where) {
    const head = lines.find(({ key }) => key === where.areaId)
    return head ? { line: head.key, column } : null
  }
  if (isThere(where.rowId)) return { line: where.rowId, column: where.field ?? column }
  const at = lineOf(where.rowId, lines)
  if (at < 0) return null
  const around = [...lines.slice(at + 1), ...lines.slice(0, at).reverse()]
  const next = around.find((line) => line.kind === "head" || isThere(line.row.id))
  return next ? { line: next.key, column } : null
}

export function spotAt({ line, column }: At, { lines, columns }: Ground): Spot | null {
  const [key, id] = [lines[line]?.key, columns[column]?.id]
  return key !== undefined && id !== undefined ? { line: key, column: id } : null
}

/** Where the cursor stands first: in the row that the address names, or in the first row. */
export function firstSpot(lines: readonly Line[], number: number | null): Spot {
  const rows = lines.filter((line) => line.kind === "row")
  const row = rows.find((line) => line.row.number === number) ?? rows[0]
  return { line: row?.key ?? lines[0]?.key ?? "", column: "suggests" }
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

/** Whether the cursor may be put elsewhere without being asked: nobody is, or was since the page came, at work. */
export const mayLead = (now: { wasMoved: boolean; isHere: boolean; isOpen: boolean }): boolean =>
  !now.wasMoved && !now.isHere && !now.isOpen
