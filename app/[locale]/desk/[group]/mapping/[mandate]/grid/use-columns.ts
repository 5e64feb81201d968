import { useEffect, useMemo, useState } from "react"
import type { Grouping } from "@/lib/mapping/filters"
import { type ColumnState, columnsOf, readColumns } from "./columns"
import { columnsAsked, withColumns } from "./columns-asked"

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

/** Those that the address names, or else as this browser keeps them. */
function first(): ColumnState {
  const own = readColumns(kept())
  const asked = new URLSearchParams(window.location.search)
  return { ...own, ...columnsAsked((name) => asked.get(name)) }
}

/**
 * The columns, which the address says too, so that it can be sent. To open such an address keeps nothing in
 * the browser; to choose columns does.
 */
export function useColumns(by: Grouping) {
  const [state, setState] = useState(first)
  const columns = useMemo(() => columnsOf(state, by), [state, by])
  useEffect(() => {
    const { pathname, search, hash } = window.location
    const query = withColumns(search, state)
    if (query !== search) window.history.replaceState(null, "", pathname + query + hash)
  }, [state])
  const set = (next: ColumnState) => {
    setState(next)
    keep(next)
  }
  return { state, columns, set }
}
