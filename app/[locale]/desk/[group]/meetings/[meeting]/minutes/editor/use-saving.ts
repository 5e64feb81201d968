import { useTranslations } from "next-intl"
import { useCallback, useEffect, useRef, useState } from "react"
import type { MinutesText, SavedMinutes, StaleSave } from "@/lib/minutes/model"
import type { ActionResult } from "@/lib/platform/action"
import type { SaveState } from "./save-mark"

/** "Saving…" appears only when saving takes this long, so that it does not flicker. */
const PATIENCE_MS = 400

type Send = (form: FormData) => Promise<ActionResult<SavedMinutes>>

/**
 * Saving the text on the revision on which it was written. What was typed while a save was on its
 * way stays unsaved. A save that came too late leaves its `stale` texts for somebody to decide.
 */
export function useSaving(meetingId: string, begun: SavedMinutes, send: Send) {
  const t = useTranslations("minutes.save")
  const [state, setState] = useState<SaveState>({ kind: "saved", at: begun.savedAt })
  const [stale, setStale] = useState<StaleSave | null>(null)
  const last = useRef(begun)
  const typed = useRef(0)
  const saving = useRef(false)

  const touch = useCallback(() => {
    typed.current++
    if (saving.current) return
    setState((now) => (now.kind === "saved" ? { kind: "unsaved" } : now))
  }, [])

  const save = useCallback(
    async (text: MinutesText, base = last.current.revision): Promise<boolean> => {
      if (saving.current) return false
      saving.current = true
      const upTo = typed.current
      const wait = setTimeout(() => setState({ kind: "saving" }), PATIENCE_MS)
      const form = new FormData()
      form.set("meetingId", meetingId)
      form.set("base", String(base))
      form.set("text", JSON.stringify(text))
      const result = await send(form).catch(() => null)
      clearTimeout(wait)
      saving.current = false
      if (result?.ok) {
        last.current = result.data
        setStale(null)
        const isAll = typed.current === upTo
        setState(isAll ? { kind: "saved", at: result.data.savedAt } : { kind: "unsaved" })
        return true
      }
      const both = result?.code === "conflict" ? (result.data as StaleSave | undefined) : undefined
      if (both) setStale(both)
      const unreachable = navigator.onLine ? t("unreachable") : t("offline")
      setState({ kind: "failed", why: result ? result.message : unreachable })
      return false
    },
    [meetingId, send, t],
  )

  const isSafe = state.kind === "saved"
  useEffect(() => {
    if (isSafe) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener("beforeunload", warn)
    return () => window.removeEventListener("beforeunload", warn)
  }, [isSafe])

  /** Goes on from the stored text instead of one's own. */
  const takeTheirs = useCallback((theirs: StaleSave["stored"]) => {
    last.current = { revision: theirs.revision, savedAt: theirs.savedAt }
    setStale(null)
    setState({ kind: "saved", at: theirs.savedAt })
  }, [])

  return { state, stale, touch, save, takeTheirs }
}
