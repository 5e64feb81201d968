import { useTranslations } from "next-intl"
import { useCallback, useEffect, useRef, useState } from "react"
import type { SaveState } from "../../../live/live-state"
import type { MappingStore } from "../live/store"
import { OthersTold } from "./others-told"
import { saidOfOthers } from "./said-of-others"
import { acted, anew, silent, tell, tellSaved } from "./told"
import type { GridWords } from "./words"

/**
 * What is told politely: what was done here, for eyes too, and that it is saved; in a place of its own, so
 * that neither takes the other's words away, what others did.
 */
export function useTold(store: MappingStore, words: GridWords) {
  const t = useTranslations("mapping.grid.told")
  const [told, setTold] = useState(silent)
  const say = useCallback((text: string) => setTold((before) => tell(before, text, Date.now())), [])
  useSaved(store.state(), () => setTold((before) => tellSaved(before, t("saved"))))
  const isTold = told.text !== ""
  useEffect(() => {
    if (!isTold) return
    const act = () => setTold((before) => acted(before, Date.now()))
    document.addEventListener("keydown", act, true)
    document.addEventListener("pointerdown", act, true)
    return () => {
      document.removeEventListener("keydown", act, true)
      document.removeEventListener("pointerdown", act, true)
    }
  }, [isTold])
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
  const [told, setTold] = useState("")
  useEffect(() => {
    const numberOf = (id: string) => store.table().rows.find((row) => row.id === id)?.number ?? 0
    const others = new OthersTold((news) => {
      const said = saidOfOthers(news, { t, words, numberOf })
      setTold((before) => anew(before, said))
    })
    const end = store.others((news) => others.hear(news))
    return () => {
      end()
      others.stop()
    }
  }, [store, t, words])
  return told
}
