import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react"
import {
  type At,
  type Ground,
  mayLead,
  placeOf,
  type Range,
  rangeOf,
  type Spot,
  spotAt,
} from "./cursor"

/** The cell of a spot, where it is drawn. The head of an area has one cell for all columns. */
export function findCell(table: HTMLElement | null, { line, column }: Spot): HTMLElement | null {
  const row = table?.querySelector(`[data-k="${CSS.escape(line)}"]`)
  return row?.querySelector<HTMLElement>(`[data-c="${column}"], th[scope="rowgroup"]`) ?? null
}

/** Which spot an element of the table is in. */
export function spotOf(element: EventTarget | null): Spot | null {
  const cell = element instanceof Element ? element.closest<HTMLElement>("[data-c]") : null
  const line = cell?.closest<HTMLElement>("[data-k]")?.dataset.k
  const column = cell?.dataset.c
  return line !== undefined && column !== undefined ? ({ line, column } as Spot) : null
}

/** Scrolls a box until a cell is behind nothing that is frozen, and the page until the cell is in sight. */
function reveal(box: HTMLElement | null, cell: HTMLElement): void {
  if (!box) return
  const [room, seen] = [box.getBoundingClientRect(), cell.getBoundingClientRect()]
  const head = box.querySelector("thead")?.getBoundingClientRect().height ?? 0
  const top = room.top + head
  const bottom = room.top + box.clientHeight
  if (seen.top < top) box.scrollTop += seen.top - top
  else if (seen.bottom > bottom) box.scrollTop += Math.min(seen.bottom - bottom, seen.top - top)
  // The head of an area is as wide as the table: it has no place along its line.
  const isHead = cell.getAttribute("scope") === "rowgroup"
  if (!cell.classList.contains("frozen") && !isHead) revealAlong(box, cell)
  cell.scrollIntoView({ block: "nearest", inline: "nearest" })
}

function revealAlong(box: HTMLElement, cell: HTMLElement): void {
  const frozen = [...(cell.parentElement?.querySelectorAll(".frozen") ?? [])]
  const [room, seen] = [box.getBoundingClientRect(), cell.getBoundingClientRect()]
  const isLeftward = getComputedStyle(box).direction === "rtl"
  const kept = frozen.reduce((sum, one) => sum + one.getBoundingClientRect().width, 0)
  const [start, end] = isLeftward
    ? [room.left, room.left + box.clientWidth - kept]
    : [room.left + kept, room.left + box.clientWidth]
  if (seen.left < start) box.scrollLeft += seen.left - start
  else if (seen.right > end) box.scrollLeft += Math.min(seen.right - end, seen.left - start)
}

/**
 * The cursor of the grid: a place that follows its row, the range that was begun from it, and the focus,
 * which stays in the table whatever others change in it.
 */
export function useCursor({
  ground,
  table,
  box,
  first,
  open,
  cards,
}: {
  ground: Ground
  table: RefObject<HTMLElement | null>
  box: RefObject<HTMLElement | null>
  first: () => Spot
  /** Whether an editor is open: it has the focus then. */
  open: boolean
  cards: boolean
}) {
  const [spot, setSpot] = useState(first)
  const [anchor, setAnchor] = useState<Spot | null>(null)
  const last = useRef<At>({ line: 0, column: 0 })
  const hasFocus = useRef(false)
  const toReveal = useRef(false)
  const isMoving = useRef(false)
  const wasMoved = useRef(false)
  const at = placeOf(spot, ground, last.current)
  const now = spotAt(at, ground) ?? spot
  const from = anchor ? placeOf(anchor, ground, at) : at
  const range: Range = rangeOf(from, at)
  useEffect(() => {
    last.current = at
  })

  // What is focused may have been redrawn, moved or taken away: then the cursor's cell gets the focus.
  useLayoutEffect(() => {
    // Who closes an editor by a press elsewhere is not taken back to its cell.
    if (open) toReveal.current = false
    if (open || !(hasFocus.current || toReveal.current)) return
    const cell = findCell(table.current, now)
    if (!cell) return
    if (hasFocus.current && document.activeElement !== cell) cell.focus({ preventScroll: true })
    const hasMoved = hasFocus.current && isMoving.current && at.line !== last.current.line
    if (!toReveal.current && !hasMoved) return
    toReveal.current = false
    isMoving.current = false
    if (cards) cell.scrollIntoView({ block: "nearest" })
    else reveal(box.current, cell)
  })
  useEffect(() => {
    const elsewhere = (event: Event) => {
      const target = event.target instanceof Node ? event.target : null
      hasFocus.current = target !== null && (table.current?.contains(target) ?? false)
    }
    document.addEventListener("pointerdown", elsewhere, true)
    document.addEventListener("focusin", elsewhere, true)
    return () => {
      document.removeEventListener("pointerdown", elsewhere, true)
      document.removeEventListener("focusin", elsewhere, true)
    }
  }, [table])

  return {
    at,
    spot: now,
    range,
    isRange: anchor !== null,
    /**
     * Puts the cursor somewhere and brings it into sight; `extend` keeps where the range began, `focus` takes
     * the focus there.
     */
    put(next: Spot, { extend = false, focus = true } = {}) {
      setAnchor(extend ? (anchor ?? now) : null)
      setSpot(next)
      isMoving.current = false
      toReveal.current = true
      if (focus) {
        hasFocus.current = true
        wasMoved.current = true
      }
    },
    /** Selects from one cell to another, where the cursor then stands. */
    stretch(start: Spot, end: Spot) {
      setAnchor(start)
      setSpot(end)
      isMoving.current = false
      hasFocus.current = true
      wasMoved.current = true
      toReveal.current = true
    },
    /** Gives the focus back to the cell of the cursor. */
    focus() {
      hasFocus.current = true
      findCell(table.current, now)?.focus({ preventScroll: true })
    },
    /** The line of the cursor is put elsewhere: it stays in sight once it stands there. */
    follow() {
      isMoving.current = true
    },
    /** Whether the focus is in the table. */
    isHere: () => hasFocus.current,
    /** Whether it may be put elsewhere by what others did, and not by who works here. */
    mayLead: () => mayLead({ wasMoved: wasMoved.current, isHere: hasFocus.current, isOpen: open }),
    clearRange: () => setAnchor(null),
  }
}

export type Cursor = ReturnType<typeof useCursor>
