import { useEffect, useRef } from "react"

/** Tells once of what the letter that opened an editor wrote: it counts, though nothing more is typed. */
export function useBegun(typed: string | null, tell: () => void): void {
  const begin = useRef(typed ? tell : null)
  useEffect(() => {
    begin.current?.()
    begin.current = null
  }, [])
}
