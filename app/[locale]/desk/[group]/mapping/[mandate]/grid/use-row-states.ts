import { useMemo } from "react"
import type { CellField } from "@/lib/mapping/model"
import type { MappingStore } from "../live/store"
import type { Cut } from "./cut"
import type { LoadedTable } from "./given"
import type { Mark, RowState } from "./grid-row"

/** What stands beside each row's own cells; the same for a row until something of it changes. */
export function useRowStates(
  store: MappingStore,
  comments: LoadedTable["comments"],
  cut: Cut | null,
) {
  const here = store.here()
  const recent = store.recent()
  const clashes = store.clashes()
  return useMemo(() => {
    const marks = new Map<string, Mark[]>()
    for (const { rowId, field, name, colour } of here)
      marks.set(rowId, [...(marks.get(rowId) ?? []), { field, name, colour }])
    const fieldsOf = (all: readonly { rowId: string; field: CellField }[], rowId: string) =>
      all
        .filter((one) => one.rowId === rowId)
        .map(({ field }) => field)
        .join(" ") || undefined
    return (rowId: string): RowState => ({
      marks: marks.get(rowId),
      fresh: fieldsOf(recent, rowId),
      clashing: fieldsOf(clashes, rowId),
      cut: cut ? fieldsOf(cut.cells, rowId) : undefined,
      comments: comments[rowId],
    })
  }, [here, recent, clashes, comments, cut])
}
