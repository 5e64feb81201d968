import { useEffect } from "react"
import type { SaveState } from "../live/live-state"

/** Warns whoever leaves the page while something that was written here is not committed. */
export function useWarning(save: SaveState) {
  const isSafe =
    save.kind === "saved" ||
    save.kind === "opening" ||
    (save.kind === "offline" && save.words === 0)
  useEffect(() => {
    if (isSafe) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener("beforeunload", warn)
    return () => window.removeEventListener("beforeunload", warn)
  }, [isSafe])
}
