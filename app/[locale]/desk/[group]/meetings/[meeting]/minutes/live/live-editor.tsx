import { useTranslations } from "next-intl"
import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react"
import { Notice } from "@/app/ui/notice"
import type { EditorGiven } from "../editor/given"
import { MinutesEditor } from "../editor/minutes-editor"
import { LiveMinutes, type LiveView } from "./live-minutes"
import { useOfflinePage } from "./use-offline-page"

/** After so long, in milliseconds, it is said that the minutes do not open. */
const patience = 6_000

const nothing: LiveView = { save: { kind: "opening" }, opened: false, onDevice: false, via: "none" }

function useLive({ meetingId, deviceKey, exchangeHref, locale }: EditorGiven): LiveMinutes | null {
  const [live, setLive] = useState<LiveMinutes | null>(null)
  useEffect(() => {
    const { origin } = window.location
    const made = new LiveMinutes({ origin, meetingId, deviceKey, exchangeHref, locale })
    setLive(made)
    return () => made.close()
  }, [meetingId, deviceKey, exchangeHref, locale])
  useEffect(() => {
    if (!live) return
    // A line that was cut by a sleep or a change of network is noticed the sooner.
    const hurry = () => live.hurry()
    const note = () => live.noteNetwork()
    window.addEventListener("online", note)
    window.addEventListener("offline", note)
    document.addEventListener("visibilitychange", hurry)
    return () => {
      window.removeEventListener("online", note)
      window.removeEventListener("offline", note)
      document.removeEventListener("visibilitychange", hurry)
    }
  }, [live])
  return live
}

/**
 * The editor as soon as there is a text to write in, from the server or from this device; until then
 * `children`, the text as the page came with it. A text that does not come is never taken for empty.
 */
export function LiveEditor({ given, children }: { given: EditorGiven; children: ReactNode }) {
  const t = useTranslations("minutes.live")
  const live = useLive(given)
  const view = useSyncExternalStore(
    live?.subscribe ?? (() => () => undefined),
    live?.view ?? (() => nothing),
  )
  useOfflinePage(view.opened && view.onDevice)
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience)
    return () => clearTimeout(timer)
  }, [])
  if (live && view.opened) return <MinutesEditor given={given} live={live} view={view} />
  const { save } = view
  const refused = save.kind === "refused" ? save.reason : null
  return (
    <>
      {refused || isLate ? (
        <Notice kind="bad" title={refused ? t("refused") : t("late")} announce>
          {refused ? t("refusedWhy", { why: t(`reason.${refused}`) }) : t("lateWhat")}
        </Notice>
      ) : null}
      {children}
    </>
  )
}
