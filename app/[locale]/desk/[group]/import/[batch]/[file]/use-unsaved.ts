"use client"

import { useEffect, useRef } from "react"
import { useWarningOf } from "../../../live/use-warning"

/**
 * Warns whoever leaves the page with something typed that no press has kept. `revision` is the one that the
 * fields show, `answer` what the last press said: after a refusal everything is unsaved again.
 */
export function useUnsaved(revision: number, answer: { ok: boolean } | null) {
  const isUnsaved = useRef(false)
  const shown = useRef(revision)
  useEffect(() => {
    if (shown.current === revision) return
    shown.current = revision
    isUnsaved.current = false
  }, [revision])
  useEffect(() => {
    if (answer && !answer.ok) isUnsaved.current = true
  }, [answer])
  useWarningOf(() => isUnsaved.current)
  return {
    typed: () => {
      isUnsaved.current = true
    },
    sent: () => {
      isUnsaved.current = false
    },
  }
}
