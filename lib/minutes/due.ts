import { GB as english } from "chrono-node/en"
import { casual as french } from "chrono-node/fr"
import { type DueLanguage, endOf, plainest } from "./due-words"
import { isDay } from "./model"

const readers = { en: english, fr: french }
const LONGEST = 80
const DAY_MS = 86_400_000

type Read = { day: string; known: Set<"day" | "month" | "year" | "weekday"> }

function dayOf(year: number, month: number, day: number): string | null {
  const pad = (number: number, size: number) => String(number).padStart(size, "0")
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  return year >= 1900 && year <= 2200 && isDay(text) ? text : null
}

const later = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()
const yearOf = (day: string) => Number(day.slice(0, 4))

/** Dates in figures: the day first, or the year. `undefined` says that these are no such figures. */
function figures(words: string, from: string): string | null | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(words)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const [whole, day, month, year] =
    /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?$/.exec(words) ?? []
  if (!whole) return undefined
  const on = (wanted: number) => dayOf(wanted, Number(month), Number(day))
  if (year) return on(year.length === 2 ? 2000 + Number(year) : Number(year))
  return firstFrom(from, on)
}

/** The first year in which there is such a day that is not before `from`; eight span a leap day. */
function firstFrom(from: string, on: (year: number) => string | null): string | null {
  for (let year = yearOf(from); year <= yearOf(from) + 8; year++) {
    const day = on(year)
    if (day !== null && day >= from) return day
  }
  return null
}

/** One date that is all of the words, or null. Hours and spans of days are no date. */
function read(words: string, from: string, language: DueLanguage): Read | null {
  const [year = 0, month = 1, day = 1] = from.split("-").map(Number)
  // Noon of the machine's own zone: the parts are read back in that zone, so no clock matters.
  const noon = new Date(year, month - 1, day, 12)
  const found = readers[language].parse(words, noon, { forwardDate: true })
  const [one] = found
  if (found.length !== 1 || !one || one.text.length !== words.length || one.end) return null
  const { start } = one
  if (start.isCertain("hour")) return null
  const parts = (["day", "month", "year", "weekday"] as const).filter((part) =>
    start.isCertain(part),
  )
  const [y = 0, m = 0, d = 0] = [start.get("year"), start.get("month"), start.get("day")].map(
    Number,
  )
  const text = dayOf(y, m, d)
  const says = start.isCertain("weekday") ? start.get("weekday") : null
  if (text === null || (says !== null && says !== weekdayOf(text))) return null
  return { day: text, known: new Set(parts) }
}

function endDay(what: string, from: string, language: DueLanguage): string | null {
  const last = (year: number, month: number) =>
    dayOf(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate())
  if (what === "week") return later(from, (5 - weekdayOf(from) + 7) % 7)
  if (what === "month") return last(yearOf(from), Number(from.slice(5, 7)))
  if (what === "year") return dayOf(yearOf(from), 12, 31)
  const [, , given] = /^(\S+) (\d{4})$/.exec(what) ?? []
  const month = what.replace(/ \d{4}$/, "")
  const on = (year: number) => {
    const first = read(`1 ${month} ${year}`, from, language)
    return first ? last(year, Number(first.day.slice(5, 7))) : null
  }
  return given ? on(Number(given)) : firstFrom(from, on)
}

function readIn(typed: string, from: string, language: DueLanguage): string | null {
  const words = plainest(typed, language)
  if (words === null) return null
  const inFigures = figures(words, from)
  if (inFigures !== undefined) return inFigures
  const what = endOf(words, language)
  if (what !== null) return endDay(what, from, language)
  const found = read(words, from, language)
  if (found === null) {
    // Not every year has a 29 February.
    if (!/^29 \D+$/.test(words)) return null
    return firstFrom(from, (year) => read(`${words} ${year}`, from, language)?.day ?? null)
  }
  const { day, known } = found
  if (known.has("day")) return day
  // "Friday", said on a Friday, is not today.
  if (known.has("weekday")) return day === from && !words.startsWith("this ") ? later(day, 7) : day
  return /^(in|dans) /.test(words) ? day : null
}

/**
 * The day (`YYYY-MM-DD`) that somebody means who types a date in a meeting on `meetingDay`: weekdays
 * and dates without a year lie ahead of it. Their own language is read first, then the other one.
 * Null for everything that is not clearly one day; without a meeting's day, for what depends on it.
 */
export function readDue(typed: string, meetingDay: string | null, locale: string): string | null {
  if (typed.length > LONGEST) return null
  const languages: DueLanguage[] = locale === "fr" ? ["fr", "en"] : ["en", "fr"]
  for (const language of languages) {
    if (meetingDay !== null) {
      const day = readIn(typed, meetingDay, language)
      if (day !== null) return day
      continue
    }
    // Read from two days far apart, only a whole date is the same.
    const [one, other] = [
      readIn(typed, "2001-01-01", language),
      readIn(typed, "2012-06-15", language),
    ]
    if (one !== null && one === other) return one
  }
  return null
}
