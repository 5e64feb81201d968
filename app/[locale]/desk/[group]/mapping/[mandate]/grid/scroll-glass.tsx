import { useEffect, useRef } from "react"

/** So long after the last turn of the wheel the table can be pointed at again, in milliseconds. */
const rest = 100

/**
 * Lies over the table while a wheel or two fingers scroll it, so that the browser need not look, frame by
 * frame, for the cell that has just come under the pointer. First in the box that scrolls; lies there only
 * while it is turned, and never under a press that began before.
 */
export function ScrollGlass() {
  const glass = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const own = glass.current
    const box = own?.closest<HTMLElement>(".gridbox")
    if (!own || !box) return
    let timer = 0
    const lift = () => {
      own.hidden = true
    }
    const lay = ({ buttons }: WheelEvent) => {
      if (buttons === 0) own.hidden = false
      window.clearTimeout(timer)
      timer = window.setTimeout(lift, rest)
    }
    box.addEventListener("wheel", lay, { passive: true })
    return () => {
      box.removeEventListener("wheel", lay)
      window.clearTimeout(timer)
    }
  }, [])
  return (
    <div className="scroll-glass" aria-hidden="true">
      <div ref={glass} hidden />
    </div>
  )
}
