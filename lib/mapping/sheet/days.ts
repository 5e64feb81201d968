import { dayOfNumber } from "@/lib/imports/tables/day-of-number"
import { isDay } from "@/lib/minutes/model"
import { foldName } from "@/lib/people/model"
import { routing } from "@/lib/platform/locales"
import type { Doubt } from "./status"

/** A day of a cell, and why it may be another; null where it is none. */
export type ReadDay = { day: string; doubt: Doubt | null }

const monthOf = new Map(
  routing.locales.flatMap((locale) =>
    Array.from({ length: 12 }, (_, month) => month).flatMap((month) =>
      (["long", "short"] as const).map((form) => {
        const name = new Intl.DateTimeFormat(locale, { month: form, timeZone: "UTC" })
        const bare = foldName(name.format(new Date(Date.UTC(2021, month, 1)))).replace(/\.$/, "")
        return [bare, month + 1] as const
      }),
    ),
  ),
)

/**
 * "2022-02-17", "17 February 2022", "17.2.2022", "17/2/2022". One whose day could be its month is read
 * with the day first, and doubtful; so is a bare number, as spreadsheets count days.
 */
export function readDay(text: string): ReadDay | null {
  const said = text.trim()
  const [, iso] = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(said) ?? []
  if (iso) return isDay(iso) ? { day: iso, doubt: null } : null
  if (/^\d{5}(?:\.\d+)?$/.test(said)) {
    const day = dayOfNumber(Number(said))
    return day ? { day, doubt: { key: "dayNumber", value: said } } : null
  }
  const [, first, second, year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(said) ?? []
  if (first && second && year) {
    const [one, other] = [Number(first), Number(second)]
    const [day, month] = other > 12 ? [other, one] : [one, other]
    const open = one <= 12 && other <= 12 && one !== other && !said.includes(".")
    return dated(year, month, day, open ? { key: "dayOrMonth", value: said } : null)
  }
  const words = /^(\d{1,2})(?:er|st|nd|rd|th)?\s+(\p{L}+)\.?,?\s+(\d{4})$/u.exec(said)
  const american = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(said)
  const [day, name, of] = words
    ? [words[1], words[2], words[3]]
    : [american?.[2], american?.[1], american?.[3]]
  const month = monthOf.get(foldName(name ?? ""))
  return day && of && month ? dated(of, month, Number(day), null) : null
}

function dated(year: string, month: number, day: number, doubt: Doubt | null): ReadDay | null {
  const two = (count: number) => String(count).padStart(2, "0")
  const read = `${year}-${two(month)}-${two(day)}`
  return isDay(read) ? { day: read, doubt } : null
}
