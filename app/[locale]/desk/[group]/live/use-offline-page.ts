import { useLocale, useTranslations } from "next-intl"
import { useEffect } from "react"

/**
 * Lets this browser say, when the page is loaded without a network, that what was written is kept here.
 * Only once it is: `isKept` says that the device has a copy.
 */
export function useOfflinePage(isKept: boolean) {
  const t = useTranslations("minutes.offline")
  const lang = useLocale()
  useEffect(() => {
    if (!isKept || !("serviceWorker" in navigator)) return
    const [before = ""] = window.location.pathname.split("/desk/")
    const words = { title: t("title"), kept: t("kept"), again: t("again"), load: t("load") }
    const address = `/static/offline-minutes.js?${new URLSearchParams({ lang, ...words })}`
    navigator.serviceWorker.register(address, { scope: `${before}/desk/` }).catch(() => {
      // Without it the browser says in its own words that there is no network.
    })
  }, [isKept, lang, t])
}
