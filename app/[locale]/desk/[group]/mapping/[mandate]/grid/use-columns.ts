import { useMemo, useState } from "react"
import type { Grouping } from "@/lib/mapping/filters"
import { type ColumnState, columnsOf, readColumns } from "./columns"

const place = "mapping columns"

/** A browser that keeps nothing shows the usual columns. */
function kept(): string | null {
  try {
    return window.localStorage.getItem(place)
  } catch {
    return null
  }
}

function keep(state: ColumnState): void {
  try {
    window.localStorage.setItem(place, JSON.stringify(state))
  } catch {
    // A full or closed store: the columns stay as they are for as long as the page is open.
  }
}

/** The columns as this browser has them. */
export function useColumns(by: Grouping) {
  const [state, setState] = useState(() => readColumns(kept()))
  const columns = useMemo(() => columnsOf(state, by), [state, by])
  const set = (next: ColumnState) => {
    setState(next)
    keep(next)
  }
  return { state, columns, set }
}
