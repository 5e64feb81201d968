import { translatorFor } from "@/lib/platform/i18n"
import type { Locale } from "@/lib/platform/locales"
import type { PlainWords } from "./plain"

/** The words that open the lines of a block in plain text, in a language. */
export function plainWords(locale: Locale): PlainWords {
  const t = translatorFor(locale)
  return {
    statement: t("minutes.plain.word.statement"),
    decision: t("minutes.plain.word.decision"),
    action: t("minutes.plain.word.action"),
    question: t("minutes.plain.word.question"),
    owners: t("minutes.plain.word.owners"),
    due: t("minutes.plain.word.due"),
    outcome: t("minutes.plain.word.outcome"),
  }
}
