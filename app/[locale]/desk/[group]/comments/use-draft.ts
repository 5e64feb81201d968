"use client"

import { useCallback, useEffect, useRef, useState } from "react"
import { type TextRef, textIdOf } from "@/lib/comments/model"

/** How long after the last key what is typed is kept. */
const pause = 800

/**
 * Keeps what is typed under `key`: a moment after the last key, and at once when the page is left.
 * `state` is what the form may say of it; `drop` when it is sent, so that no late draft follows.
 */
export function useDraft(
  address: string | null,
  on: TextRef,
  key: string,
): { typed: (text: string) => void; drop: () => void; state: "none" | "kept" | "lost" } {
  const [state, setState] = useState<"none" | "kept" | "lost">("none")
  const waiting = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null)
  const send = useCallback(
    (text: string) => {
      waiting.current = null
      if (!address) return
      const body = JSON.stringify({ on: { kind: on.kind, id: textIdOf(on) }, key, text })
      fetch(address, {
        method: "POST",
        // A browser sends no more than this when its page is gone.
        keepalive: body.length < 60_000,
        headers: { "content-type": "application/json" },
        body,
      })
        .then(({ ok }) => setState(ok ? (text.trim() ? "kept" : "none") : "lost"))
        .catch(() => setState("lost"))
    },
    [address, on, key],
  )
  const drop = useCallback(() => {
    if (waiting.current) clearTimeout(waiting.current.timer)
    waiting.current = null
    setState("none")
  }, [])
  const typed = useCallback(
    (text: string) => {
      if (waiting.current) clearTimeout(waiting.current.timer)
      waiting.current = { text, timer: setTimeout(() => send(text), pause) }
    },
    [send],
  )
  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === "visible" || !waiting.current) return
      clearTimeout(waiting.current.timer)
      send(waiting.current.text)
    }
    document.addEventListener("visibilitychange", leave)
    return () => {
      document.removeEventListener("visibilitychange", leave)
      if (!waiting.current) return
      clearTimeout(waiting.current.timer)
      send(waiting.current.text)
    }
  }, [send])
  return { typed, drop, state }
}
