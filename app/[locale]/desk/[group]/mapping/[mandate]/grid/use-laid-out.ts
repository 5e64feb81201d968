import { type RefObject, useEffect } from "react"

/**
 * Has every part laid out once as soon as it is drawn, also those that are far from sight, and lets go of it
 * again: the browser keeps the layout and the height of a part that it skips, so that scrolling there later
 * only has to paint it, and the bar at the side knows how long the table is. Written into the page directly,
 * so that nothing is drawn again.
 */
export function useLaidOut(table: RefObject<HTMLTableElement | null>): void {
  useEffect(() => {
    const parts = [
      ...(table.current?.querySelectorAll<HTMLElement>(".grid-part:not(.waits):not([data-laid])") ??
        []),
    ]
    if (parts.length === 0) return
    for (const { dataset } of parts) dataset.laid = "now"
    // Its height is kept at the end of a frame in which it was laid out; the second one is past that.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        for (const { dataset } of parts) dataset.laid = "kept"
      }),
    )
  })
}
