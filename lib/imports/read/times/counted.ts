import { DateTime } from "luxon"
import type { WrittenStart } from "@/lib/check/model"
import { wordsValue } from "../text/ordinals"
import { findTimes } from "./clock"
import { instantOf } from "./moments"
import { weekdayValue } from "./months"
import { numberWord } from "./number-words"

const UNIT =
  "weeks?|days?|months?|fortnights?|wochen|tagen|semaines?|jours|semanas?|d[ií]as|settimane|giorni"
const COUNT = "(\\p{L}{1,12}|\\d{1,2})"
/** "In two weeks", "a fortnight from today", "five weeks off", "dentro de dos semanas", "in drei Wochen". */
const COUNTED = new RegExp(
  `(?<!\\p{L})(?:in|dans|dentro de|en|daqui a|fra|tra)\\s+(?:about\\s+)?${COUNT}\\s+(${UNIT})(?:['’]s?)?(?:\\s+time)?(?!\\p{L})|(?:^|\\s)${COUNT}\\s+(${UNIT})\\s+(?:(?:from|after)\\s+(?:now|today|tonight|this)|hence|ahead|off)(?!\\p{L})`,
  "iu",
)
/** "This day week", "today fortnight". */
const THIS_DAY = /\b(?:this day|today|tonight) (week|fortnight)\b/i
const NEXT_UNIT =
  /\b(?:same (?:time|hour|day)(?:,? (?:and|same) (?:time|day|place|hour))?,?\s+)?(?:(next)\s+(week|month|fortnight)|(tomorrow))\b/iu
const NEXT_WEEKDAY = /\bnext ((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i
const WEEKDAY = /\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i
/** "Same time", "at the usual hour", "same place and time", "misma hora", "gleiche Zeit". */
const SAME =
  /\b(?:same|usual)(?:\s\p{L}{3,8},?(?:\s(?:and|same))?){0,2}\s(?:time|hour)\b|\bsame (?:time|hour)\b|(?<!\p{L})(?:mism[ao]|même|mesm[ao]|stess[ao]|(?:gleiche|selbe)[nrs]?) (?:hora|heure|ora|(?:uhr)?zeit)(?!\p{L})/iu
/** "An hour earlier than today", "half an hour later". */
const SHIFTED =
  /\b(half an|an|one|two|three) hours? (earlier|later)(?! (?:in|on|at|because|if|when)\b)/i
/** "Again at eleven": an hour of the dial and no more. */
const ON_DIAL =
  /\bat (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=[.,;]|\s*$)/i

type Moment = Pick<WrittenStart, "date" | "time" | "zone">

/** A day that is counted from that of this meeting. `sure`: to the day, as weeks are and months are not. */
export function countedDay(text: string, start: Moment): { date: string; sure: boolean } | null {
  const said = text.slice(0, 400)
  const match = COUNTED.exec(said)
  const weekday = match ? null : weekdayValue(NEXT_WEEKDAY.exec(said)?.[1] ?? "")
  const day = DateTime.fromISO(start.date, { zone: "UTC" })
  if (weekday) {
    const days = (weekday - day.weekday + 7) % 7 || 7
    return { date: day.plus({ days }).toFormat("yyyy-MM-dd"), sure: true }
  }
  const next = match ? null : NEXT_UNIT.exec(said)
  const written = match?.[1] ?? match?.[3]
  const count = written ? countOf(written) : 1
  const unit = unitOf(
    match?.[2] ?? match?.[4] ?? THIS_DAY.exec(said)?.[1] ?? next?.[2] ?? next?.[3] ?? "",
  )
  if (!unit || !count || count > 60) return null
  const date = unit === "month" ? sameWeekday(day, count) : day.plus({ days: count * DAYS[unit] })
  if (!date.isValid) return null
  // "Friday in three weeks" is the Friday of that week.
  const named = weekdayValue((WEEKDAY.exec(said)?.[1] ?? "").toLowerCase())
  const own =
    named && unit !== "month" && unit !== "day" ? date.plus({ days: named - date.weekday }) : date
  return { date: own.toFormat("yyyy-MM-dd"), sure: unit !== "month" }
}

/**
 * "In two weeks, same time": the day that anybody counts is inferred, and offered to be written. Nothing is
 * where it is still open or counted in months.
 */
export function whenCounted(text: string, start: WrittenStart | null, isOpen: boolean) {
  const day = start && countedDay(text, start)
  const how = "read" as const
  if (!start || !day) return { startsAt: null, when: null, suggestion: null, how }
  const [hour] = findTimes(text.slice(0, 400))
  const told = hour ? { time: hour.time, zone: hour.zone ?? start.zone } : hourOf(text, start)
  const { time, zone } = told ?? start
  const suggestion = time ? instantOf(day.date, time, zone) : null
  if (!day.sure || isOpen) return { startsAt: null, when: null, suggestion, how }
  const when = { date: day.date, time: told?.time ?? null, zone: told?.zone ?? null }
  return { startsAt: suggestion, when, suggestion, how: "inferred" as const }
}

/** The hour of a coming meeting where it is told by that of this one: the same, or an hour later. */
export function hourOf(
  text: string,
  { time, zone }: Moment,
): { time: string; zone: string | null } | null {
  if (!time) return null
  const said = text.slice(0, 400)
  if (SAME.test(said)) return { time, zone }
  const began = DateTime.fromISO(`2000-01-02T${time}`, { zone: "UTC" })
  const [, count = "", side] = SHIFTED.exec(said) ?? []
  if (side) {
    const minutes = /half/i.test(count) ? 30 : 60 * (wordsValue(count) ?? 1)
    const moved = began.plus({ minutes: /earlier/i.test(side) ? -minutes : minutes })
    return { time: moved.toFormat("HH:mm"), zone }
  }
  const dial = wordsValue(ON_DIAL.exec(said)?.[1] ?? "")
  return dial && began.hour % 12 === dial % 12 && began.minute === 0 ? { time, zone } : null
}

const DAYS = { day: 1, week: 7, fortnight: 14 } as const
function unitOf(word: string): keyof typeof DAYS | "month" | null {
  if (/^(?:week|woche|sem|sett)/i.test(word)) return "week"
  if (/^(?:day|tag|jour|d[ií]a|giorn|tomorrow)/i.test(word)) return "day"
  return /^fortnight/i.test(word) ? "fortnight" : /^month/i.test(word) ? "month" : null
}

const countOf = (word: string) =>
  Number(word) || (/^an?$/i.test(word) ? 1 : (wordsValue(word) ?? numberWord(word)))

/** A group that meets on the second Thursday meets next month on the second Thursday too. */
function sameWeekday(day: DateTime, months: number): DateTime {
  const month = day.startOf("month").plus({ months })
  const first = (day.weekday - month.weekday + 7) % 7
  const date = month.plus({ days: first + 7 * (Math.ceil(day.day / 7) - 1) })
  return date.month === month.month ? date : date.minus({ weeks: 1 })
}
