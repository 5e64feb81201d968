"use client"

import { useCallback, useEffect, useRef, useState } from "react"
import { type TextRef, type ThreadsView, textIdOf } from "@/lib/comments/model"
import { followLine } from "./lines"

/** The query that says which text is meant. */
export const textQuery = (on: TextRef): string => `kind=${on.kind}&id=${textIdOf(on)}`

/**
 * Threads in hand: as the page brought them, and read again when somebody says something or `reread` is
 * called. `base` is the address of the comments of the group's desk, null where nothing is heard;
 * `query` says which threads are shown; `beside` are all texts of the page, which are heard over one
 * line. What was new when the page came stays marked until it is left.
 */
export function useThreads(
  initial: ThreadsView,
  {
    on,
    base,
    query,
    beside = [on],
  }: {
    on: TextRef
    base: string | null
    query: string
    beside?: readonly TextRef[] | undefined
  },
): { view: ThreadsView; reread: () => void; arrived: number } {
  const [heard, setHeard] = useState({ of: initial, view: initial })
  // What a page brings is newer than anything that was read before it.
  const view = heard.of === initial ? heard.view : initial
  const brought = useRef(initial)
  brought.current = initial
  const again = useRef(false)
  const running = useRef(false)
  const since = useRef(initial.since)
  const read = base && `${base}/threads?${textQuery(on)}${query && `&${query}`}`
  // Who asks for other threads while some are read waits for those, not for the same once more.
  const wanted = useRef(read)
  wanted.current = read
  const reread = useCallback(() => {
    again.current = true
    if (running.current || !wanted.current) return
    running.current = true
    const loop = async () => {
      while (again.current) {
        again.current = false
        const of = brought.current
        const answer = await fetch(`${wanted.current}&since=${since.current}`).catch(() => null)
        const next = answer?.ok ? ((await answer.json().catch(() => null)) as ThreadsView) : null
        // The page brought others meanwhile, which may lack what was said since: read once more.
        if (brought.current !== of) again.current = true
        else if (next) setHeard({ of, view: next })
      }
      running.current = false
    }
    void loop()
  }, [])
  useArrivals(base && `${base}/arrivals?${beside.map(textQuery).join("&")}`, on, reread)
  return { view, reread, arrived: Math.max(0, view.total.comments - initial.total.comments) }
}

/** Calls `hear` when the server says that something was said of a text, or may have been. */
function useArrivals(address: string | null, on: TextRef, hear: () => void): void {
  const id = textIdOf(on)
  useEffect(() => {
    if (!address) return
    return followLine(address, (said) => {
      if (said === id || said === "here") hear()
    })
  }, [address, id, hear])
}
