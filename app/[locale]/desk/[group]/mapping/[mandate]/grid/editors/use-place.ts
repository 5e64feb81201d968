import { type RefObject, useLayoutEffect } from "react"

/** Between an editor and the edge of the window, in pixels. */
const margin = 8

/**
 * Keeps an editor over its cell, and whole within the window. Narrow windows show it at their lower edge:
 * that is a matter of the style alone.
 */
export function usePlace(box: RefObject<HTMLElement | null>, anchor: () => Element | null): void {
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const place = () => {
      const cell = anchor()?.getBoundingClientRect()
      if (cell) {
        element.style.setProperty("--cell", `${cell.width}px`)
        const { width, height } = element.getBoundingClientRect()
        const within = (at: number, size: number, room: number) =>
          Math.max(margin, Math.min(at, room - size - margin))
        const isLeftward = getComputedStyle(element).direction === "rtl"
        const start = isLeftward ? window.innerWidth - cell.right : cell.left
        element.style.setProperty("--start", `${within(start, width, window.innerWidth)}px`)
        element.style.setProperty("--top", `${within(cell.top, height, window.innerHeight)}px`)
      }
    }
    place()
    const observer = new ResizeObserver(place)
    observer.observe(element)
    document.addEventListener("scroll", place, { capture: true, passive: true })
    window.addEventListener("resize", place)
    return () => {
      observer.disconnect()
      document.removeEventListener("scroll", place, { capture: true })
      window.removeEventListener("resize", place)
    }
  })
}
