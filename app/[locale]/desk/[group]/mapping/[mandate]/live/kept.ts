import type { CellField, Clash } from "@/lib/mapping/model"
import type { Op, PendingCell } from "./ops"

export type RefusedCell = {
  id: string
  /** Null where it is of no row, but of an area. */
  rowId: string | null
  field: CellField | null
  mine: unknown
  message: string
}

/** What waits here and is nowhere else: to be sent, to be chosen about, or refused. */
export type Kept = { ops: Op[]; mine: (PendingCell & { clash: Clash })[]; refused: RefusedCell[] }

/** What two pages keep, as one. */
export function joinKept(one: Kept, other: Kept): Kept {
  const lacking = <Each>(known: Each[], more: Each[], nameOf: (each: Each) => string) => {
    const names = new Set(known.map(nameOf))
    return [...known, ...more.filter((each) => !names.has(nameOf(each)))]
  }
  return {
    ops: lacking(one.ops, other.ops, ({ id }) => id),
    mine: lacking(one.mine, other.mine, ({ rowId, field, value }) =>
      JSON.stringify([rowId, field, value]),
    ),
    refused: lacking(one.refused, other.refused, ({ id }) => id),
  }
}
