import { dayInstant, dayText } from "@/lib/platform/dates"
import { translatorFor } from "@/lib/platform/i18n"
import type { Locale } from "@/lib/platform/locales"
import { MANDATES } from "./mandates"
import type { Finding, FindingValues } from "./model"

/** The sentence of a finding in a language, naming the person or thing that it is about. */
export function describeFinding(finding: Finding, locale: Locale): string {
  const t = translatorFor(locale)
  // Only a link says why, and only where it is not that it led nowhere; only a namesake stands apart; only
  // minutes are told of their meeting.
  const { one, other } = finding.values
  const apart = finding.rule === "duplicate-participant" && one && other ? "yes" : "no"
  return t(`check.${finding.rule}`, {
    why: "",
    apart,
    told: "",
    ...written(finding.values, locale),
  })
}

/** Days, weekdays and documents are kept as data, and written the way of the language. */
function written(values: FindingValues, locale: Locale): FindingValues {
  const texts = Object.entries(values).map(([name, value]) => {
    if (name === "weekday") return [name, weekdayText(Number(value), locale)]
    const isDay = typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)
    return [name, isDay ? dayText(dayInstant(value), locale) : value]
  })
  const { mandates } = values
  if (mandates === undefined) return Object.fromEntries(texts)
  return { ...Object.fromEntries(texts), documents: titlesOf(String(mandates), locale) }
}

/** The documents behind ids with spaces between them, by their titles. */
function titlesOf(ids: string, locale: Locale): string {
  const t = translatorFor(locale)
  const wanted = ids.split(" ")
  const known = MANDATES.filter(({ id }) => wanted.includes(id))
  return new Intl.ListFormat(locale).format(known.map(({ id }) => t(`mandates.${id}`)))
}

/** The name of a weekday, Monday being 1. */
function weekdayText(weekday: number, locale: Locale): string {
  const monday = Date.UTC(2024, 0, 1)
  const day = new Date(monday + (weekday - 1) * 86_400_000)
  return new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(day)
}
