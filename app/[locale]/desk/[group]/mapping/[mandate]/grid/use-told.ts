import { useTranslations } from "next-intl"
import { useCallback, useEffect, useRef, useState } from "react"
import type { SaveState } from "../../../live/live-state"
import type { MappingStore } from "../live/store"
import { OthersTold } from "./others-told"
import { saidOfOthers } from "./said-of-others"
import type { GridWords } from "./words"

/** A sentence that is told; the same one twice is told twice, the second time with a space that is not heard. */
function useSentence() {
  const [told, setTold] = useState("")
  const say = useCallback(
    (text: string) => setTold((before) => (before === text ? `${text}\u00a0` : text)),
    [],
  )
  return [told, say] as const
}

/**
 * What is told politely to who does not see the table: what was done here, and that it is saved; in a place
 * of its own, so that neither takes the other's words away, what others did.
 */
export function useTold(store: MappingStore, words: GridWords) {
  const t = useTranslations("mapping.grid.told")
  const [told, say] = useSentence()
  useSaved(store.state(), () => say(t("saved")))
  return { told, say, others: useOthers(store, words) }
}

/** Hears when what was being saved is saved. */
function useSaved(state: SaveState, saved: () => void): void {
  const before = useRef(state.kind)
  useEffect(() => {
    if (state.kind === "saved" && before.current === "saving") saved()
    before.current = state.kind
  }, [state.kind, saved])
}

function useOthers(store: MappingStore, words: GridWords): string {
  const t = useTranslations("mapping.grid.others")
  const [told, say] = useSentence()
  useEffect(() => {
    const numberOf = (id: string) => store.table().rows.find((row) => row.id === id)?.number ?? 0
    const others = new OthersTold((news) => say(saidOfOthers(news, { t, words, numberOf })))
    const end = store.others((news) => others.hear(news))
    return () => {
      end()
      others.stop()
    }
  }, [store, t, words, say])
  return told
}
