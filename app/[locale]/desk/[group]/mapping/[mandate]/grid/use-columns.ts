import { type RefObject, useEffect, useLayoutEffect, useMemo, useState } from "react"
import type { Grouping } from "@/lib/mapping/filters"
import { addressOf } from "./address"
import { type ColumnState, columnsOf, fittingFrozen, readColumns } from "./columns"
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

/** How wide the box of the table is, in rem; as wide as the window until it is measured. */
function useRoom(box: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(() => inRem(window.innerWidth))
  useLayoutEffect(() => {
    const { current } = box
    if (!current) return
    const measure = () => setRoom(inRem(current.clientWidth))
    measure()
    const watching = new ResizeObserver(measure)
    watching.observe(current)
    return () => watching.disconnect()
  }, [box])
  return room
}

const inRem = (pixels: number) =>
  pixels / (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16)

/**
 * The columns, which the address says too, so that it can be sent. To open such an address keeps nothing in
 * the browser; to choose columns does. Of those that are to stay in the box, so many do as leave room.
 */
export function useColumns(by: Grouping, box: RefObject<HTMLElement | null>) {
  const [state, setState] = useState(first)
  const frozen = fittingFrozen(state, by, useRoom(box))
  const columns = useMemo(() => columnsOf({ ...state, frozen }, by), [state, by, frozen])
  useEffect(() => {
    const address = addressOf(window)
    address.now((search) => withColumns(search, state))
    return () => address.leave()
  }, [state])
  const set = (next: ColumnState) => {
    setState(next)
    keep(next)
  }
  return { state, columns, set }
}
