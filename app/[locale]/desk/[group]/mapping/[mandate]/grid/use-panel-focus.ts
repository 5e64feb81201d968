import { type RefObject, useEffect, useRef } from "react"

/** The button that was pressed in a panel is gone, and the focus with it: it goes to the panel, or on by `none`. */
export function usePanelFocus(
  panel: RefObject<HTMLElement | null>,
  count: number,
  none: () => void,
): void {
  const before = useRef(0)
  useEffect(() => {
    const isFewer = count < before.current
    before.current = count
    if (!isFewer || document.activeElement !== document.body) return
    if (count === 0) none()
    else panel.current?.focus()
  }, [panel, count, none])
}
