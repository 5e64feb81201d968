import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from "react"
import type { MinutesCheck } from "@/lib/minutes/check/model"
import type { LiveWriting } from "../../../../live/live-writing"

/** The check asks once nobody has written for this long, in milliseconds … */
const PAUSE_MS = 1_500
/** … and no later than this while somebody goes on writing. */
const PATIENCE_MS = 10_000

export type CheckInHand = {
  /** Null before the first answer. */
  check: MinutesCheck | null
  /** Whether the last question was not answered: what is shown may be old. */
  isOld: boolean
  again: () => void
}

/**
 * What the check says of the minutes as they are saved. The portal is asked when the writing pauses and
 * when something of the meeting changes: never while a key is pressed, and one question at a time.
 */
export function useCheck(href: string, live: LiveWriting, isSaved: boolean): CheckInHand {
  const [check, setCheck] = useState<MinutesCheck | null>(null)
  const [isOld, setOld] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const since = useRef<number | null>(null)
  const before = useRef("")
  const asking = useRef(false)
  const asked = useRef(false)

  const ask = useCallback(async () => {
    since.current = null
    asked.current = true
    if (asking.current || document.visibilityState !== "visible") return
    asking.current = true
    while (asked.current) {
      asked.current = false
      const answer = await fetch(href).catch(() => null)
      const found = answer?.ok ? await answer.text().catch(() => null) : null
      setOld(found === null)
      if (found === null || found === before.current) continue
      before.current = found
      // A long list is drawn between keys, not instead of one.
      startTransition(() => setCheck(JSON.parse(found) as MinutesCheck))
    }
    asking.current = false
  }, [href])

  const later = useCallback(() => {
    since.current ??= Date.now()
    clearTimeout(timer.current)
    const left = since.current + PATIENCE_MS - Date.now()
    timer.current = setTimeout(() => void ask(), Math.max(0, Math.min(PAUSE_MS, left)))
  }, [ask])

  useEffect(() => {
    const { doc } = live
    const shown = () => {
      if (document.visibilityState === "visible") later()
    }
    doc.on("update", later)
    document.addEventListener("visibilitychange", shown)
    const stop = live.onBeside(later)
    return () => {
      clearTimeout(timer.current)
      doc.off("update", later)
      document.removeEventListener("visibilitychange", shown)
      stop()
    }
  }, [live, later])
  // The portal checks what is committed; what was on its way a moment ago is now.
  useEffect(() => {
    if (isSaved) later()
  }, [isSaved, later])
  return useMemo(() => ({ check, isOld, again: ask }), [check, isOld, ask])
}
