import { useTranslations } from "next-intl"
import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react"
import { Notice } from "@/app/ui/notice"
import type { LiveView, LiveWriting } from "./live-writing"
import { type LiveGiven, useLive } from "./use-live"
import { useOfflinePage } from "./use-offline-page"

/** After so long, in milliseconds, it is said that the text does not open. */
const patience = 6_000

const nothing: LiveView = { save: { kind: "opening" }, opened: false, onDevice: false, via: "none" }

/**
 * What `write` shows as soon as there is a text to write in, from the server or from this device; until
 * then `children`, the text as the page came with it. A text that does not come is never taken for empty.
 */
export function Opened({
  given,
  write,
  children,
}: {
  given: LiveGiven
  write: (live: LiveWriting, view: LiveView) => ReactNode
  children: ReactNode
}) {
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
  if (live && view.opened) return write(live, view)
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
