import { useRouter } from "next/navigation"
import { useEffect, useState } from "react"
import type { BatchProgress } from "@/lib/imports/progress"

export type Progressing = {
  /** Where the progress is given as JSON. */
  address: string
  initial: BatchProgress
}

/** Milliseconds between two questions; longer when an answer takes long, and while nothing moves. */
const pace = { moving: 1000, paused: 5000, lost: 5000 }

const isGoing = ({ waiting, saving }: BatchProgress) => waiting > 0 || saving > 0

/** Follows a batch for as long as something of it is to be done, and shows the page anew at its end. */
export function useProgress({ address, initial }: Progressing) {
  const router = useRouter()
  const [heard, setHeard] = useState({ since: initial, now: initial })
  // What the page brings is newer than anything heard before it.
  const now = heard.since === initial ? heard.now : initial
  const going = isGoing(now)
  const { paused } = now
  useEffect(() => {
    if (!going) return
    const end = new AbortController()
    let timer: ReturnType<typeof setTimeout>
    const ask = async () => {
      const began = Date.now()
      const next = await fetch(address, { signal: end.signal })
        .then((answer) => (answer.ok ? (answer.json() as Promise<BatchProgress>) : null))
        .catch(() => null)
      if (end.signal.aborted) return
      // At its end the page says so itself, with the list that it is true of.
      if (next && isGoing(next)) setHeard({ since: initial, now: next })
      if (next && (!isGoing(next) || next.paused !== paused)) router.refresh()
      const pause = next ? Math.max(pace.moving, 4 * (Date.now() - began)) : pace.lost
      timer = setTimeout(ask, paused ? pace.paused : pause)
    }
    timer = setTimeout(ask, paused ? pace.paused : pace.moving)
    return () => {
      end.abort()
      clearTimeout(timer)
    }
  }, [address, going, initial, paused, router])
  return { now, quarter: quarterOf(now) }
}

function quarterOf({ files, waiting, saving, saved }: BatchProgress): number {
  const [left, all] = waiting > 0 ? [waiting, files] : [saving, saving + saved]
  return all === 0 ? 4 : Math.floor((4 * (all - left)) / all)
}
