import { useCallback, useEffect, useState } from "react"
import type { Awareness } from "y-protocols/awareness"

/** A caret that moved is drawn by then, in milliseconds. */
const drawnAfter = 250

/** Keeps the caret of somebody else on the screen, until they leave or something is typed here. */
export function useFollowing(awareness: Awareness) {
  const [following, setFollowing] = useState<number | null>(null)
  useEffect(() => {
    if (following === null) return
    let later: ReturnType<typeof setTimeout>
    const show = () => {
      const caret = document.querySelector(`.caret[data-client="${following}"]`)
      const at = caret?.getBoundingClientRect()
      const isSeen = at && at.top > 160 && at.bottom < window.innerHeight - 100
      if (caret && !isSeen) caret.scrollIntoView({ block: "center" })
    }
    const look = () => {
      if (!awareness.getStates().has(following)) return setFollowing(null)
      // The editors draw a caret after its move is known; on a busy device some frames later.
      requestAnimationFrame(show)
      clearTimeout(later)
      later = setTimeout(show, drawnAfter)
    }
    const stop = (event: KeyboardEvent) => {
      const isOwn = event.target instanceof Element && event.target.closest(".section-text")
      if (event.key === "Escape" || isOwn) setFollowing(null)
    }
    look()
    awareness.on("change", look)
    window.addEventListener("keydown", stop)
    return () => {
      clearTimeout(later)
      awareness.off("change", look)
      window.removeEventListener("keydown", stop)
    }
  }, [awareness, following])
  const follow = useCallback((client: number | null) => setFollowing(client), [])
  return { following, follow }
}
