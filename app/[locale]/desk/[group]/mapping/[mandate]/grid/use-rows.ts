import {
  type RefObject,
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react"
import type { Line } from "./lines"
import { type Part, partsOf } from "./parts"
import { useLaidOut } from "./use-laid-out"
import { useNear } from "./use-near"

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

/** So many lines are drawn at once, and so many are kept: a phone has less room for them. */
const atFirst = 12
const most = { table: 3_000, cards: 400 }
/** Of the most lines this share is drawn beforehand and kept, so that there is room for those in sight. */
const kept = 0.9
/** So many parts are drawn together, of those that nobody waits for. */
const atOnce = 2
/** So long after the last scrolling nobody scrolls, in milliseconds. */
const still = 250

const boxOf = (table: HTMLElement | null) => table?.closest<HTMLElement>(".gridbox") ?? null

/**
 * Which parts of the lines are drawn: at once what is in sight and a screen around it, and the part with the
 * cursor, so that the focus is never lost; all others a few at a time while nobody scrolls, so that later no
 * script is needed for scrolling. Of thousands of lines those that are far away are taken out again.
 */
export function useParts({
  lines,
  columns,
  cards,
  table,
  cursor,
}: {
  lines: readonly Line[]
  /** How many there are. */
  columns: number
  cards: boolean
  table: RefObject<HTMLTableElement | null>
  /** The line of the cursor, by its place. */
  cursor: number
}) {
  const before = useRef<Part[]>([])
  const parts = useMemo(() => partsOf(lines, before.current), [lines])
  const near = useRef(new Set<string>())
  const [drawn, setDrawn] = useState<ReadonlySet<string>>(
    () => new Set(lines.slice(0, atFirst).map(({ key }) => key)),
  )
  const limit = cards ? most.cards : most.table
  const scrolled = useScrolled(table, cards)
  const begun = useRef(0)
  useEffect(() => {
    before.current = parts
  })

  const draw = useCallback(
    (more: readonly Part[]) =>
      // What was typed, or a frame that is due, comes between.
      startTransition(() =>
        setDrawn((old) => {
          const all = new Set(old)
          for (const { lines } of more) for (const { key } of lines) all.add(key)
          if (all.size === old.size) return old
          return all.size <= limit ? all : nearest(before.current, near.current, all, limit)
        }),
      ),
    [limit],
  )
  const isDrawn = ({ from, lines }: Part) =>
    (cursor >= from && cursor < from + lines.length) || lines.some(({ key }) => drawn.has(key))
  const watch = useNear({ near, cards, isWhole: parts.every(isDrawn) }, () =>
    draw(before.current.filter(({ key }) => near.current.has(key))),
  )
  useEffect(() => {
    const waiting = drawn.size < limit * kept ? nextOf(parts, near.current, isDrawn) : []
    if (waiting.length === 0) return
    // Twice as long as the last ones took there is time for everything else. The browser's own word for
    // that, an idle callback, may not come for minutes once a cell was pressed.
    const took = performance.now() - begun.current
    return whenStill(scrolled, Math.min(250, Math.max(16, 2 * took)), () => {
      begun.current = performance.now()
      draw(waiting.slice(0, atOnce))
    })
  })
  useHeights(table, columns)
  useLaidOut(table)
  return {
    parts,
    isDrawn,
    watch,
    /** Keeps the cell of the cursor in sight while the lines around it get their heights. */
    show: () => settle(table.current, cards),
    /** How many lines a page of them is. */
    page: () => linesInSight(table.current),
  }
}

/** Of all lines that are drawn those of the parts in sight and, as far as there is room, the newest others. */
function nearest(
  parts: readonly Part[],
  near: ReadonlySet<string>,
  drawn: ReadonlySet<string>,
  limit: number,
): ReadonlySet<string> {
  const keysOf = (some: readonly Part[]) =>
    new Set(some.flatMap(({ lines }) => lines.map(({ key }) => key)))
  const known = keysOf(parts)
  const all = keysOf(parts.filter(({ key }) => near.has(key)))
  for (const key of [...drawn].reverse())
    if (all.size < limit * kept && known.has(key)) all.add(key)
  return all
}

/** The next parts to be drawn: those below what is in sight, then those above it. */
function nextOf(
  parts: readonly Part[],
  near: ReadonlySet<string>,
  isDrawn: (part: Part) => boolean,
): Part[] {
  const at = Math.max(
    0,
    parts.findIndex(({ key }) => near.has(key)),
  )
  const below = parts.slice(at).filter((part) => !isDrawn(part))
  const above = parts.slice(0, at).filter((part) => !isDrawn(part))
  return [...below.slice(0, atOnce), ...above.reverse().slice(0, atOnce)]
}

/** When it was last scrolled, in milliseconds of the page. */
function useScrolled(table: RefObject<HTMLTableElement | null>, cards: boolean) {
  const last = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    const what = cards ? window : boxOf(table.current)
    const note = () => {
      last.current = performance.now()
    }
    what?.addEventListener("scroll", note, { passive: true })
    return () => what?.removeEventListener("scroll", note)
  }, [table, cards])
  return last
}

/** Does something after a while, and then when nobody scrolls. Returns how to give it up. */
function whenStill(scrolled: RefObject<number>, wait: number, act: () => void): () => void {
  let timer = 0
  const look = () => {
    const rest = scrolled.current + still - performance.now()
    if (rest > 0) timer = window.setTimeout(look, rest)
    else act()
  }
  timer = window.setTimeout(look, wait)
  return () => clearTimeout(timer)
}

/** Tells the style how high a row is on average, for those that were not in sight yet. */
function useHeights(table: RefObject<HTMLTableElement | null>, columns: number): void {
  const measured = useRef(0)
  useEffect(() => {
    if (measured.current === columns) return
    measured.current = columns
    const rows = [
      ...(table.current?.querySelectorAll<HTMLElement>(".grid-part > tr:not(.head)") ?? []),
    ]
    const seen = rows.slice(0, atFirst)
    if (seen.length === 0) return
    const sum = seen.reduce((before, { offsetHeight }) => before + offsetHeight, 0)
    table.current?.style.setProperty("--row-block", `${Math.round(sum / seen.length)}px`)
  })
}

const headOf = (table: HTMLElement) => table.querySelector("thead")?.offsetHeight ?? 0

function linesInSight(table: HTMLElement | null): number {
  const box = boxOf(table)
  if (!table || !box) return 1
  const row = Number.parseFloat(table.style.getPropertyValue("--row-block")) || 100
  const room = Math.min(box.clientHeight, window.innerHeight) - headOf(table)
  return Math.max(1, Math.round(room / row) - 1)
}

function settle(table: HTMLElement | null, cards: boolean, frames = 4): void {
  const [box, cell] = [boxOf(table), table?.querySelector<HTMLElement>("[data-c].cur")]
  if (table && box && cell) {
    if (cards) cell.scrollIntoView({ block: "nearest" })
    else {
      const [room, seen] = [box.getBoundingClientRect(), cell.getBoundingClientRect()]
      const [top, bottom] = [room.top + headOf(table), room.top + box.clientHeight]
      if (seen.top < top) box.scrollTop += seen.top - top
      else if (seen.bottom > bottom) box.scrollTop += Math.min(seen.bottom - bottom, seen.top - top)
    }
  }
  if (frames > 0) requestAnimationFrame(() => settle(table, cards, frames - 1))
}
