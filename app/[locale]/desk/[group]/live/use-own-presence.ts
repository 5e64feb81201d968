import { useEffect } from "react"
import type { Awareness } from "y-protocols/awareness"

/** Somebody who has not typed or moved for so long, in milliseconds, counts among those who read. */
const restsAfter = 90_000

/** Tells the others in which zone this page is, and in which section it writes. */
export function useOwnPresence(awareness: Awareness, active: string | null) {
  useEffect(() => {
    awareness.setLocalStateField("zone", Intl.DateTimeFormat().resolvedOptions().timeZone)
  }, [awareness])
  useEffect(() => {
    const say = (section: string | null) => {
      if ((awareness.getLocalState()?.section ?? null) !== section)
        awareness.setLocalStateField("section", section)
    }
    const rest = () => say(null)
    let timer = setTimeout(rest, restsAfter)
    const stir = () => {
      say(active)
      clearTimeout(timer)
      timer = setTimeout(rest, restsAfter)
    }
    if (active !== null) say(active)
    document.addEventListener("selectionchange", stir)
    return () => {
      clearTimeout(timer)
      document.removeEventListener("selectionchange", stir)
    }
  }, [awareness, active])
}
