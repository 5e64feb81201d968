import type { TiptapEditorHTMLElement } from "@tiptap/core"
import { useLocale, useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { countWords, type MinutesText } from "@/lib/minutes/model"

/** Counting waits until nobody has typed, or selected, for this long. */
const PAUSE_MS = 600

function wordsIn(text: string, locale: string): number {
  let count = 0
  const words = new Intl.Segmenter(locale, { granularity: "word" })
  for (const part of words.segment(text)) if (part.isWordLike) count++
  return count
}

/** The words that are selected in a section; 0 where nothing is, or something else on the page. */
function selectedWords(locale: string): number {
  const focused = document.activeElement?.closest<TiptapEditorHTMLElement>(".section-text")
  const state = focused?.editor?.state
  if (!state || state.selection.empty) return 0
  const { from, to } = state.selection
  return wordsIn(
    state.doc.textBetween(from, to, "\n", (leaf) => leaf.attrs.label ?? "\n"),
    locale,
  )
}

/** Calls back once there was no call for a while. */
function paused(run: () => void) {
  let wait = setTimeout(run, 0)
  const later = () => {
    clearTimeout(wait)
    wait = setTimeout(run, PAUSE_MS)
  }
  return { later, stop: () => clearTimeout(wait) }
}

/** The words of the whole text, and of what is selected. `watch` calls back when the text changed. */
export function WordCount({
  watch,
  text,
}: {
  watch: (changed: () => void) => () => void
  text: () => MinutesText
}) {
  const t = useTranslations("minutes")
  const locale = useLocale()
  const [words, setWords] = useState<number | null>(null)
  const [selected, setSelected] = useState(0)
  useEffect(() => {
    const counting = paused(() => setWords(countWords(text(), locale)))
    const stop = watch(counting.later)
    return () => {
      counting.stop()
      stop()
    }
  }, [watch, text, locale])
  useEffect(() => {
    const counting = paused(() => setSelected(selectedWords(locale)))
    document.addEventListener("selectionchange", counting.later)
    return () => {
      counting.stop()
      document.removeEventListener("selectionchange", counting.later)
    }
  }, [locale])
  return (
    <p className="small muted word-count">
      {words === null ? "…" : t("words", { count: words })}
      {selected > 0 ? <span>{t("selectedWords", { count: selected })}</span> : null}
    </p>
  )
}
