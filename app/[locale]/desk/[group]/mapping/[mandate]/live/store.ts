import { useTranslations } from "next-intl"
import { useEffect, useState, useSyncExternalStore } from "react"
import { useOfflinePage } from "../../../live/use-offline-page"
import { MappingLive } from "./mapping-live"
import type { Given, MappingStore } from "./mapping-store"
import { portalLine } from "./portal-line"

export type { CellDraft } from "./kept"
export type { BothOf, Choice, MappingStore, Refused } from "./mapping-store"
export type { Walked, Where } from "./said"

/**
 * The store of a mapping's grid, alive while the component is; `given` counts when it is first shown.
 * The component is drawn anew when anything changes.
 */
export function useMappingStore(given: Given): MappingStore {
  const t = useTranslations("mapping.live")
  const field = useTranslations("mapping.field")
  const errors = useTranslations("errors")
  const [store] = useState(
    () =>
      new MappingLive(given, {
        line: portalLine,
        say: ({ what, name, ...said }) =>
          t(what === "undone" ? "undone" : "redone", {
            ...said,
            field: name ? field(name) : "",
          }),
        takenBack: t("takenBack"),
        refusal: (key, values) =>
          errors.has(key as never) ? errors(key as never, values as never) : errors("fields"),
      }),
  )
  useEffect(() => store.start(window.location.pathname.replace(/\/$/, "")), [store])
  useSyncExternalStore(store.subscribe, store.version, store.version)
  useOfflinePage(store.isKept())
  return store
}
