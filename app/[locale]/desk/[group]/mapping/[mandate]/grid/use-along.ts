import { type RefObject, useEffect } from "react"

/**
 * Says on the box whether it was scrolled along its lines (`data-along`): frozen columns have to be held only
 * then, and a box that is scrolled down alone is spared their cost. Written into the page directly, so that
 * nothing is drawn again.
 */
export function useAlong(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => element.toggleAttribute("data-along", element.scrollLeft !== 0)
    look()
    element.addEventListener("scroll", look, { passive: true })
    return () => element.removeEventListener("scroll", look)
  }, [box])
}
