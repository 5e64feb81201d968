import { useLocale, useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { countWords, type MinutesText } from "@/lib/minutes/model"

/** Counting waits until nobody has typed for this long. */
const PAUSE_MS = 600

/** The words of the whole text. `watch` calls back whenever the text changed. */
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
  useEffect(() => {
    const count = () => setWords(countWords(text(), locale))
    let wait = setTimeout(count, 0)
    const stop = watch(() => {
      clearTimeout(wait)
      wait = setTimeout(count, PAUSE_MS)
    })
    return () => {
      clearTimeout(wait)
      stop()
    }
  }, [watch, text, locale])
  return (
    <p className="small muted word-count">{words === null ? "…" : t("words", { count: words })}</p>
  )
}
