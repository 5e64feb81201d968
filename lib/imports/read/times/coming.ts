import { DateTime } from "luxon"
import type { WrittenStart } from "@/lib/check/model"
import { wordsValue } from "../text/ordinals"
import { comingDay, isoDay, type WrittenDay } from "./calendar"
import { hoursOfStart } from "./hours-of-start"
import { findMoments, instantOf } from "./moments"
import { monthValue } from "./months"
import { isNoMeeting } from "./other-days"

/** "Adjourned at 15:10, to meet again on …": that hour is the end of this meeting. */
const CLOSED = /\b(?:adjourned|closed|ended|rose|finished|concluded)\b[^;,]{0,16}$/i

type Coming = {
  instant: string | null
  date: string | null
  time: string | null
  zone: string | null
  how: "read" | "inferred"
  at: [number, number]
}

/** A moment in running text, for a meeting that comes after `after` (`YYYY-MM-DD`). */
export function readComing(
  text: string,
  after: Pick<WrittenStart, "date" | "time" | "zone" | "order"> | null,
): Coming | null {
  const said = text.slice(0, 1500)
  const { days: all, times } = findMoments(said, after?.order)
  if (isOpen(said, all)) return null
  const meant = all.filter((day) => !isNoMeeting(said, day))
  const toCome = meant.filter((day) => isToCome(day, after))
  // A day that has gone may be a slip of the pen, but "the report of 16 March" is none.
  const days =
    toCome.length > 0 ? toCome : meant.filter(({ from }) => !OF.test(said.slice(0, from)))
  if (days.length === 0 && all.length > 0) return null
  const [first] = days
  const whole = days.find((each) => each.year !== null)
  // Of "31 March, 28 April and 26 May 2022" the first comes next.
  const between = first && whole ? text.slice(first.to, whole.from) : ""
  const isList = between.length <= 40 && /^\s?(?:[,;&]|and\b)/.test(between)
  const day = isList ? first : (whole ?? first)
  if (!day && after) return onWeekday(text.slice(0, 400), after, times)
  if (!day || (day.year === null && !after) || VAGUE.test(said.slice(0, day.from))) return null
  const date = comingDay(day, after?.date ?? "")
  const behind = times.filter((each) => each.from >= day.to)
  const time =
    hoursOfStart(behind, said)[0] ??
    behind[0] ??
    times.find((each) => !CLOSED.test(text.slice(Math.max(0, each.from - 30), each.from))) ??
    null
  // Without a zone of its own a time is in that of the meeting before.
  const zone = time ? (time.zone ?? after?.zone ?? null) : null
  const instant = time ? instantOf(date, time.time, zone) : null
  const sure = day.year !== null && time?.zone != null
  return {
    instant,
    date,
    time: time?.time ?? null,
    zone,
    how: sure ? "read" : "inferred",
    at: [day.from, Math.max(day.to, time?.to ?? 0)],
  }
}

/** "In the week of 15 May", "after 15 May": no day of a meeting is said. */
const VAGUE =
  /\b(?:week (?:of|commencing|beginning|starting|from|after|before)|w\/?c\.?|after|around|about|circa|ca\.|not before|(?:early|late|end|half|part) (?:in |of )?)(?: the)? $/i

/** "18 May or 1 June": one of two days is still to be chosen. "Or 25 May if the hall is taken" is a day in reserve. */
function isOpen(text: string, [one, other]: readonly WrittenDay[]): boolean {
  if (!one || !other) return EITHER.test(text.slice(0, 200))
  const between = text.slice(one.to, other.from)
  return /^\s(?:or|ou|oder|o)\s(?:on\s)?$/i.test(between) || EITHER.test(text.slice(0, other.from))
}

const OF = /\b(?:of|from|since) (?:the )?$/i
const EITHER = /\beither\b[^.;]{0,60}\bor\b/i

const isToCome = (day: WrittenDay, after: Pick<WrittenStart, "date"> | null) =>
  after === null || comingDay(day, after.date) >= after.date

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
/** "The second Tuesday of November", "the last Friday in May 2024", "the third Tuesday of this month". */
const ON_WEEKDAY =
  /\b(first|second|third|fourth|fifth|last|[1-5](?:st|nd|rd|th)) ((?:mon|tues|wednes|thurs|fri|satur|sun)day) (?:of|in) (?:(?:(this|the same|next|the next|the coming|the following) month)|(\p{L}{3,9})(?:,? ((?:19|20)\d\d))?)/iu

function onWeekday(
  text: string,
  after: Pick<WrittenStart, "date" | "zone">,
  times: readonly { time: string; zone: string | null }[],
): Coming | null {
  const match = ON_WEEKDAY.exec(text)
  const [all = "", count = "", weekday = "", relative, named = "", year] = match ?? []
  const began = DateTime.fromISO(after.date, { zone: "UTC" })
  const told = relative && began.plus({ months: /this|same/i.test(relative) ? 0 : 1 })
  const month = told ? told.month : monthValue(named)
  const written = told ? String(told.year) : year
  if (!match || month === undefined) return null
  const nth = /^last$/i.test(count) ? 5 : (wordsValue(count) ?? Number.parseInt(count, 10))
  const wanted = WEEKDAYS.indexOf(weekday.slice(0, 3).toLowerCase()) + 1
  const inYear = (year: number) => {
    const first = DateTime.fromISO(isoDay(year, month, 1), { zone: "UTC" })
    const day = 1 + ((wanted - first.weekday + 7) % 7) + 7 * (nth - 1)
    const last = first.daysInMonth ?? 28
    return isoDay(year, month, day > last ? day - 7 : day)
  }
  const early = inYear(written ? Number(written) : began.year)
  const date = !written && early <= after.date ? inYear(began.year + 1) : early
  const [time] = times
  const zone = time ? (time.zone ?? after.zone) : null
  const instant = time ? instantOf(date, time.time, zone) : null
  const at: [number, number] = [match.index, match.index + all.length]
  return { instant, date, time: time?.time ?? null, zone, how: "inferred", at }
}
