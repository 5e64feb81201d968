import { type MouseEvent, type PointerEvent, useRef } from "react"
import { type Cursor, spotOf } from "./use-cursor"

type Press = {
  /** Rows are cards: there is no room for a cursor that is put first. */
  cards: boolean
  /** By a finger or a pen: neither surely makes two presses one. */
  isTouch: boolean
  /** On the cell of the cursor. */
  isCurrent: boolean
  isLink: boolean
  /** It makes the selection longer. */
  isFurther: boolean
}

/** Whether a press opens its cell, or only takes the cursor there. */
export const opensCell = ({ cards, isTouch, isCurrent, isLink, isFurther }: Press): boolean =>
  !isLink && (cards || (isTouch && isCurrent && !isFurther))

type Around = {
  cursor: Cursor
  cards: boolean
  edit: { editing: unknown; open: (spot: Cursor["spot"]) => unknown }
  /** Begins to select. */
  select: (event: PointerEvent) => void
}

/** What presses on the table do; it hears them for all its cells. */
export function usePressing({ cursor, cards, edit, select }: Around) {
  // Not every browser says with a click what it was made with.
  const isTouch = useRef(false)
  return {
    onPointerDown(event: PointerEvent) {
      isTouch.current = event.pointerType === "touch" || event.pointerType === "pen"
      select(event)
    },
    onClick(event: MouseEvent) {
      const spot = spotOf(event.target)
      if (!spot || edit.editing) return
      const { line, column } = cursor.spot
      const opens = opensCell({
        ...{ cards, isTouch: isTouch.current, isFurther: event.shiftKey },
        isCurrent: spot.line === line && spot.column === column,
        isLink: event.target instanceof Element && event.target.closest("a") !== null,
      })
      cursor.put(spot, { extend: event.shiftKey })
      if (opens) edit.open(spot)
    },
    onDoubleClick(event: MouseEvent) {
      const spot = spotOf(event.target)
      if (spot && !cards) edit.open(spot)
    },
  }
}
