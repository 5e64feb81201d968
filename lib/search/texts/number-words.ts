import { translatorFor } from "@/lib/platform/i18n"
import { routing } from "@/lib/platform/locales"

/** How a meeting is called in every language: "Meeting 33", and its numbers as they were printed. */
export function numberWords(number: number | null, printed: readonly string[]): string {
  const names = routing.locales.flatMap((locale) =>
    number === null ? [] : [translatorFor(locale)("search.meeting", { number })],
  )
  return [...names, ...printed].join("\n")
}
