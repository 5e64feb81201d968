import { useTranslations } from "next-intl"
import { useCallback, useEffect, useRef, useState } from "react"
import type { SaveState } from "../../../live/live-state"
import type { MappingStore } from "../live/store"
import type { GridWords } from "./words"

/** What others do is told at most this often, in milliseconds. */
const pause = 10_000

/** What is told politely to who does not see the table: what was done here, that it is saved, what others did. */
export function useTold(store: MappingStore, words: GridWords) {
  const t = useTranslations("mapping.grid.told")
  const [told, setTold] = useState("")
  // The same sentence twice is told twice: the second time with a space that is not heard.
  const say = useCallback(
    (text: string) => setTold((before) => (before === text ? `${text}\u00a0` : text)),
    [],
  )
  useSaved(store.state(), () => say(t("saved")))
  useOthers(store, (fields, count, by) =>
    say(
      t("others", {
        count,
        by: by.join(", "),
        fields: [...new Set(fields.map((field) => words.field[field]))].join(", "),
      }),
    ),
  )
  return { told, say }
}

/** Hears when what was being saved is saved. */
function useSaved(state: SaveState, saved: () => void): void {
  const before = useRef(state.kind)
  useEffect(() => {
    if (state.kind === "saved" && before.current === "saving") saved()
    before.current = state.kind
  }, [state.kind, saved])
}

function useOthers(
  store: MappingStore,
  tell: (
    fields: ReturnType<MappingStore["recent"]>[number]["field"][],
    count: number,
    by: string[],
  ) => void,
): void {
  const recent = store.recent()
  const last = useRef({ at: "", told: 0 })
  useEffect(() => {
    const fresh = recent.filter(({ at }) => at > last.current.at)
    if (fresh.length === 0 || Date.now() - last.current.told < pause) return
    last.current = {
      at:
        fresh
          .map(({ at }) => at)
          .sort()
          .at(-1) ?? "",
      told: Date.now(),
    }
    tell(
      fresh.map(({ field }) => field),
      fresh.length,
      [...new Set(fresh.map(({ by }) => by).filter(Boolean))],
    )
  }, [recent, tell])
}
