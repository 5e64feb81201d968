"use client"

import { useCallback, useEffect, useRef, useState } from "react"
import type { ActionResult } from "@/lib/platform/action"

/** How long after the last key what is typed is kept. */
const rest = 800

/** What is typed, with where it belongs, as the address takes it. */
type Typed = Readonly<Record<string, unknown>>

type DraftState = "untouched" | "unkept" | "kept" | "lost"

/**
 * Keeps what is typed at an address: a moment after the last key, and at once when the page is left.
 * `state` is what the form may say of what stands in it: untouched, not kept (yet), kept, or not to be
 * kept, as the address answers; what could not be kept is tried again when the line is back.
 * `pause` when it is sent, so that no late draft follows: one that waits is not sent, and one that is under
 * way is broken off. `settle` with the answer: what was not filed is kept after all.
 */
export function useDraft(address: string | null): {
  typed: (draft: Typed) => void
  pause: () => void
  settle: (answer: ActionResult<unknown> | null) => void
  state: DraftState
} {
  const [state, setState] = useState<DraftState>("untouched")
  const waiting = useRef<{ draft: Typed; timer: ReturnType<typeof setTimeout> } | null>(null)
  const underWay = useRef<AbortController | null>(null)
  const newest = useRef<Typed | null>(null)
  const paused = useRef<Typed | null>(null)
  const send = useCallback(
    (draft: Typed) => {
      waiting.current = null
      if (!address) return
      const body = JSON.stringify(draft)
      underWay.current ??= new AbortController()
      const { signal } = underWay.current
      fetch(address, {
        method: "POST",
        // A browser sends no more than this when its page is gone.
        keepalive: body.length < 60_000,
        headers: { "content-type": "application/json" },
        body,
        signal,
      })
        .then(async (answer) => {
          if (!answer.ok) return "lost"
          const { kept } = (await answer.json()) as { kept: boolean }
          return kept ? "kept" : "unkept"
        })
        .catch(() => "lost" as const)
        .then((became) => {
          // Of older words nothing is said beside newer ones.
          if (!signal.aborted && newest.current === draft) setState(became)
        })
    },
    [address],
  )
  const pause = useCallback(() => {
    if (waiting.current) clearTimeout(waiting.current.timer)
    waiting.current = null
    underWay.current?.abort()
    underWay.current = null
    paused.current = newest.current
    newest.current = null
    setState("unkept")
  }, [])
  const typed = useCallback(
    (draft: Typed) => {
      if (waiting.current) clearTimeout(waiting.current.timer)
      waiting.current = { draft, timer: setTimeout(() => send(draft), rest) }
      newest.current = draft
      setState((before) => (before === "lost" ? before : "unkept"))
    },
    [send],
  )
  const settle = useCallback(
    (answer: ActionResult<unknown> | null) => {
      if (!answer) return
      const draft = paused.current
      paused.current = null
      if (!answer.ok && draft && !newest.current && !isKeptElsewhere(answer.data)) typed(draft)
    },
    [typed],
  )
  useEffect(() => {
    const again = () => {
      if (state === "lost" && newest.current) send(newest.current)
    }
    window.addEventListener("online", again)
    return () => window.removeEventListener("online", again)
  }, [send, state])
  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === "visible" || !waiting.current) return
      clearTimeout(waiting.current.timer)
      send(waiting.current.draft)
    }
    document.addEventListener("visibilitychange", leave)
    return () => {
      document.removeEventListener("visibilitychange", leave)
      if (!waiting.current) return
      clearTimeout(waiting.current.timer)
      send(waiting.current.draft)
    }
  }, [send])
  return { typed, pause, settle, state }
}

/** Whether a refusal says that the words are kept, as those that came too late are. */
const isKeptElsewhere = (data: unknown): boolean =>
  typeof data === "object" && data !== null && "kept" in data && data.kept === true
