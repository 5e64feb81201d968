import {
  defaultRangeExtractor,
  useVirtualizer,
  useWindowVirtualizer,
} from "@tanstack/react-virtual"
import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from "react"
import type { Line } from "./lines"

/** Cards below this width: the page scrolls, not a box in it. */
const narrow = "(max-width: 47.99rem)"

/** Whether the window is so narrow that rows are cards. */
export function useCards(): boolean {
  const [cards, setCards] = useState(() => window.matchMedia(narrow).matches)
  useEffect(() => {
    const query = window.matchMedia(narrow)
    const look = () => setCards(query.matches)
    query.addEventListener("change", look)
    return () => query.removeEventListener("change", look)
  }, [])
  return cards
}

/** Heights, in pixels, before a line was measured. */
const usual = { head: 40, row: 84, card: 420 }

/**
 * Which lines are drawn: those in sight, a few around them, and the one with the cursor, so that the focus
 * is never lost by scrolling. Where each stands and how long all are is written into the page directly:
 * a line that turns out higher than was thought moves those below it, and none of them is drawn again.
 */
export function useRows({
  lines,
  cards,
  body,
  cursor,
}: {
  lines: readonly Line[]
  cards: boolean
  body: RefObject<HTMLTableSectionElement | null>
  cursor: number
}) {
  const [above, setAbove] = useState(0)
  useLayoutEffect(() => {
    const element = body.current
    if (!element) return
    const measure = () => {
      const top = cards ? window.scrollY + element.getBoundingClientRect().top : element.offsetTop
      setAbove((before) => (Math.abs(before - top) < 1 ? before : top))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [body, cards])
  const shared = {
    count: lines.length,
    getItemKey: useCallback((place: number) => lines[place]?.key ?? place, [lines]),
    estimateSize: (place: number) =>
      lines[place]?.kind === "head" ? usual.head : cards ? usual.card : usual.row,
    overscan: cards ? 3 : 6,
    directDomUpdates: true,
    directDomUpdatesMode: "position" as const,
    scrollMargin: above,
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const places = defaultRangeExtractor(range)
      if (cursor < 0 || cursor >= lines.length || places.includes(cursor)) return places
      return [...places, cursor].sort((one, other) => one - other)
    },
  }
  const inBox = useVirtualizer<HTMLDivElement, HTMLTableRowElement>({
    ...shared,
    // A ref of the box would be set only after the effects of what stands in it.
    getScrollElement: () => body.current?.closest<HTMLDivElement>(".gridbox") ?? null,
    scrollPaddingStart: above,
    enabled: !cards,
  })
  const inWindow = useWindowVirtualizer<HTMLTableRowElement>({ ...shared, enabled: cards })
  const rows = cards ? inWindow : inBox
  return {
    items: rows.getVirtualItems(),
    container: rows.containerRef,
    measure: rows.measureElement,
    /** Brings a line into sight, and no further than it has to. */
    show: (place: number) => rows.scrollToIndex(place, { align: "auto" }),
    /** How many lines a page of them is. */
    page: () => Math.max(1, (rows.range ? rows.range.endIndex - rows.range.startIndex : 2) - 1),
  }
}
