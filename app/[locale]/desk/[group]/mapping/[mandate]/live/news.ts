import type { CellField, Deed } from "@/lib/mapping/model"
import type { HeardChange } from "./line"

/**
 * Something that another person did: to a cell, to a row, to the areas, or to what is said of the mapping; or
 * more than is told piece by piece.
 */
export type News =
  | { kind: "cell"; rowId: string; field: CellField; by: string }
  | { kind: "row"; rowId: string; deed: Deed; by: string }
  | { kind: "areas"; by: string }
  | { kind: "about"; by: string }
  | { kind: "much" }

const deeds: readonly string[] = [
  ...(["added", "moved", "retired", "returned", "removed", "edited"] as const),
] satisfies Deed[]

/** Whether a change is of a row or an area as a whole, not of a cell. */
export const isDeed = (field: CellField | Deed): field is Deed => deeds.includes(field)

/** What of the changes of a mapping is news to somebody. */
export function newsOf(changes: readonly HeardChange[], me: { id: string }): News[] {
  return changes.flatMap(({ rowId, areaId, field, author }): News[] => {
    if (author?.id === me.id) return []
    const by = author?.name ?? ""
    if (rowId === null) return [{ kind: areaId === null ? "about" : "areas", by }]
    return isDeed(field)
      ? [{ kind: "row", rowId, deed: field, by }]
      : [{ kind: "cell", rowId, field, by }]
  })
}
