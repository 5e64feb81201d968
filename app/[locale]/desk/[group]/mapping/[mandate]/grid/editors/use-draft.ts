import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from "react"

/** What is written is handed on so long after the first key, in milliseconds, and as often while it goes on. */
const pause = 400

/**
 * Answers with what notes that something was written: it is handed on a moment later, so that a key has no
 * more to do than to be heard; at once where the page is hidden or the editor goes without being closed.
 */
export function useDraft(isClosed: RefObject<boolean>, hand: () => void): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(hand)
  useEffect(() => {
    latest.current = hand
  })
  const flush = useCallback(() => {
    if (timer.current === undefined) return
    clearTimeout(timer.current)
    timer.current = undefined
    if (!isClosed.current) latest.current()
  }, [isClosed])
  // In the layout: what keeps it on the device ends after that.
  useLayoutEffect(() => {
    const hidden = () => document.visibilityState === "hidden" && flush()
    document.addEventListener("visibilitychange", hidden)
    return () => {
      document.removeEventListener("visibilitychange", hidden)
      flush()
    }
  }, [flush])
  return useCallback(() => {
    timer.current ??= setTimeout(flush, pause)
  }, [flush])
}
