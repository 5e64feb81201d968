import { type PointerEvent, type RefObject, useEffect, useRef } from "react"
import type { Spot } from "./cursor"
import { type Cursor, spotOf } from "./use-cursor"

/** What is taken hold of for something else: to be followed, pressed or dragged itself. */
const others = "a, button, input, [draggable='true'], .edge"

/** A cell under the pointer, or the nearest one in sight where it left the box. */
function spotUnder(box: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }) {
  const room = box.getBoundingClientRect()
  const head = box.querySelector("thead")?.getBoundingClientRect().bottom ?? room.top
  const within = (at: number, from: number, to: number) => Math.max(from, Math.min(at, to))
  const x = within(clientX, room.left + 2, room.left + box.clientWidth - 2)
  const y = within(clientY, Math.max(room.top, head) + 2, room.top + box.clientHeight - 2)
  return spotOf(document.elementFromPoint(x, y))
}

const same = (one: Spot, other: Spot) => one.line === other.line && one.column === other.column

/**
 * Selecting cells by dragging over them with a mouse or a pen. Within the first cell its words are selected
 * as anywhere; a finger scrolls. Answers with what hears where it begins.
 */
export function useSelecting(
  box: RefObject<HTMLElement | null>,
  cursor: Cursor,
  isFree: boolean,
): (event: PointerEvent) => void {
  const now = useRef({ cursor, isFree })
  const end = useRef(() => {})
  useEffect(() => {
    now.current = { cursor, isFree }
  })
  useEffect(() => () => end.current(), [])
  return (event) => {
    const from = spotOf(event.target)
    const isOthers = event.target instanceof Element && event.target.closest(others) !== null
    if (!from || isOthers || event.button !== 0 || event.shiftKey) return
    if (event.pointerType === "touch") return
    end.current()
    let last = from
    const move = (moved: globalThis.PointerEvent) => {
      if (!box.current || !now.current.isFree) return
      if (moved.buttons % 2 === 0) return end.current()
      const to = spotUnder(box.current, moved)
      if (!to || same(to, last)) return
      last = to
      // Else the browser would go on selecting words beside the cells.
      box.current.classList.add("selecting")
      document.getSelection()?.removeAllRanges()
      now.current.cursor.stretch(from, to)
    }
    end.current = () => {
      document.removeEventListener("pointermove", move)
      document.removeEventListener("pointerup", end.current)
      document.removeEventListener("pointercancel", end.current)
      box.current?.classList.remove("selecting")
    }
    document.addEventListener("pointermove", move)
    document.addEventListener("pointerup", end.current)
    document.addEventListener("pointercancel", end.current)
  }
}
