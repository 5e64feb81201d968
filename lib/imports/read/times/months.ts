import { plainCase } from "@/lib/check/words"

/** Languages whose names of months and weekdays are read; their letters have small and capital forms. */
const LANGUAGES = ["en", "fr", "es", "pt", "de", "it", "ru", "nl", "sv", "da", "nb", "cs", "fi"]
const SHORT_MONTHS = "jan feb mar apr may jun jul aug sep sept oct nov dec".split(" ")
const SHORT_FRENCH: [string, number][] = [
  ["janv", 1],
  ["fevr", 2],
  ["avr", 4],
  ["juil", 7],
]
const SHORT_WEEKDAYS = "mon tue tues wed weds thu thur thurs fri sat sun".split(" ")

const monthValues = new Map<string, number>([
  ...LANGUAGES.flatMap((language) =>
    range(12).map((month): [string, number] => [spelt(language, "month", month, 1), month]),
  ),
  ...SHORT_MONTHS.map((name): [string, number] => [name, monthOf(name)]),
  ...SHORT_FRENCH,
])
const weekdayValues = new Map<string, number>([
  // 1 January 2024 was a Monday.
  ...LANGUAGES.flatMap((language) =>
    range(7).map((day): [string, number] => [spelt(language, "weekday", 1, day), day]),
  ),
  ...SHORT_WEEKDAYS.map((name): [string, number] => [name, weekdayOf(name)]),
])

/** The month of a name without case and accents, 1 to 12; undefined for any other word. */
export function monthValue(name: string): number | undefined {
  return monthValues.get(plainCase(name))
}

/** The weekday of a name, 1 for Monday to 7. */
export function weekdayValue(name: string): number | undefined {
  return weekdayValues.get(plainCase(name))
}

function spelt(language: string, part: "month" | "weekday", month: number, day: number): string {
  const form =
    part === "month" ? ({ day: "numeric", month: "long" } as const) : { weekday: "long" as const }
  const parts = new Intl.DateTimeFormat(language, { ...form, timeZone: "UTC" }).formatToParts(
    Date.UTC(2024, month - 1, day),
  )
  return plainCase(parts.find(({ type }) => type === part)?.value ?? "")
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}

function monthOf(short: string): number {
  return SHORT_MONTHS.filter((name) => name !== "sept").indexOf(short.slice(0, 3)) + 1
}

function weekdayOf(short: string): number {
  return ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].indexOf(short.slice(0, 3)) + 1
}
