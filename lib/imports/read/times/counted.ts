import { DateTime } from "luxon"
import type { WrittenStart } from "@/lib/check/model"
import { wordsValue } from "../text/ordinals"
import { weekdayValue } from "./months"

/** "In two weeks", "a fortnight from today", "five weeks after this call". */
const COUNTED =
  /\bin\s+(?:about\s+)?(\p{L}+|\d{1,2})\s+(weeks?|days?|months?|fortnights?)(?:['’]s?)?(?:\s+time)?\b|(?:^|\s)(\p{L}+|\d{1,2})\s+(weeks?|days?|months?|fortnights?)\s+(?:(?:from|after)\s+(?:now|today|tonight|this)|hence|ahead)\b/iu
const NEXT_UNIT =
  /\b(?:same (?:time|hour|day)(?:,? (?:and|same) (?:time|day|place|hour))?,?\s+)?(?:(next)\s+(week|month|fortnight)|(tomorrow))\b/iu
const WEEKDAY = /\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i
/** "Same time", "at the usual hour", "same place and time". */
const SAME = /\b(?:same|usual)(?:\s\p{L}{3,8},?(?:\s(?:and|same))?){0,2}\s(?:time|hour)\b/iu
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
  const next = match ? null : NEXT_UNIT.exec(said)
  const written = match?.[1] ?? match?.[3]
  const count = written
    ? Number(written) || (/^(?:an?|one)$/i.test(written) ? 1 : wordsValue(written))
    : 1
  const unit = (match?.[2] ?? match?.[4] ?? next?.[2] ?? next?.[3] ?? "").toLowerCase()
  if (!unit || !count || count > 60) return null
  const day = DateTime.fromISO(start.date, { zone: "UTC" })
  const months = unit.startsWith("month")
  const date = months ? sameWeekday(day, count) : day.plus({ days: count * daysIn(unit) })
  if (!date.isValid) return null
  // "Friday in three weeks" is the Friday of that week.
  const named = weekdayValue((WEEKDAY.exec(said)?.[1] ?? "").toLowerCase())
  const own =
    named && !months && unit !== "tomorrow" ? date.plus({ days: named - date.weekday }) : date
  return { date: own.toFormat("yyyy-MM-dd"), sure: !months }
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

function daysIn(unit: string): number {
  if (unit.startsWith("week")) return 7
  return unit.startsWith("fortnight") ? 14 : 1
}

/** A group that meets on the second Thursday meets next month on the second Thursday too. */
function sameWeekday(day: DateTime, months: number): DateTime {
  const month = day.startOf("month").plus({ months })
  const first = (day.weekday - month.weekday + 7) % 7
  const date = month.plus({ days: first + 7 * (Math.ceil(day.day / 7) - 1) })
  return date.month === month.month ? date : date.minus({ weeks: 1 })
}
