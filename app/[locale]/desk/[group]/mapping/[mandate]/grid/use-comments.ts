import { useCallback, useEffect, useRef, useState } from "react"
import type { LoadedTable } from "./given"

type Counts = LoadedTable["comments"]

/** While the page is looked at, counts are asked for again this often, in milliseconds. */
const again = 60_000

/**
 * How many comments each row has: asked for again when the reader comes back to the page, every minute while
 * they look at it, and by `refresh`. Where nobody answers the counts stay as they were.
 */
export function useComments(base: string, first: Counts): { counts: Counts; refresh: () => void } {
  const [counts, setCounts] = useState(first)
  const isAsking = useRef(false)
  const refresh = useCallback(async () => {
    if (isAsking.current || document.visibilityState !== "visible") return
    isAsking.current = true
    const asked = await askComments(base).catch(() => null)
    isAsking.current = false
    if (asked) setCounts((before) => (isSame(before, asked) ? before : asked))
  }, [base])
  useEffect(() => {
    const timer = setInterval(refresh, again)
    window.addEventListener("focus", refresh)
    document.addEventListener("visibilitychange", refresh)
    return () => {
      clearInterval(timer)
      window.removeEventListener("focus", refresh)
      document.removeEventListener("visibilitychange", refresh)
    }
  }, [refresh])
  return { counts, refresh }
}

async function askComments(base: string): Promise<Counts | null> {
  const answer = await fetch(`${base}/table?only=comments`, {
    headers: { accept: "application/json" },
  })
  return answer.ok ? ((await answer.json()) as { comments: Counts }).comments : null
}

function isSame(one: Counts, other: Counts): boolean {
  const rows = Object.keys(one)
  return rows.length === Object.keys(other).length && rows.every((row) => one[row] === other[row])
}
