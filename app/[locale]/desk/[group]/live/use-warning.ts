import { useEffect, useRef } from "react"
import type { SaveState } from "./live-state"

let isStopped = false

/** For whoever just said that what is not saved may go. */
export function stopWarning(): void {
  isStopped = true
}

/** Warns whoever leaves the page while something that was written here is not committed. */
export function useWarning(save: SaveState) {
  const isSafe =
    save.kind === "saved" || save.kind === "opening" || (save.kind === "offline" && !save.waits)
  useEffect(() => {
    if (isSafe) return
    const warn = (event: BeforeUnloadEvent) => {
      if (!isStopped) event.preventDefault()
    }
    window.addEventListener("beforeunload", warn)
    return () => window.removeEventListener("beforeunload", warn)
  }, [isSafe])
}

/** The same, of what is asked for at that moment alone. */
export function useWarningOf(isUnsaved: () => boolean) {
  const ask = useRef(isUnsaved)
  useEffect(() => {
    ask.current = isUnsaved
  })
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (!isStopped && ask.current()) event.preventDefault()
    }
    window.addEventListener("beforeunload", warn)
    return () => window.removeEventListener("beforeunload", warn)
  }, [])
}
