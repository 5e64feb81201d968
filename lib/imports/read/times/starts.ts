import { DateTime } from "luxon"
import type { WrittenStart } from "@/lib/check/model"
import type { Rich } from "../text/rich"
import { findSentences } from "../text/sentences"
import type { Locator } from "../text/source"
import { type DateOrder, findDays, isoDay, type WrittenDay } from "./calendar"
import { findTimes, type WrittenTime } from "./clock"
import { readZone } from "./zones"

/** A text with its dates blotted out, so that "7 – 1 p.m." of "October 7 – 1 p.m." is no span of hours. */
function withoutDays(text: string, days: readonly WrittenDay[]): string {
  let masked = text
  for (const day of days) {
    masked = masked.slice(0, day.from) + " ".repeat(day.to - day.from) + masked.slice(day.to)
  }
  return masked
}

/** The dates and times of a short text. */
export function findMoments(
  text: string,
  order?: DateOrder,
): { days: WrittenDay[]; times: WrittenTime[] } {
  // "https://example.org/2021-09-08" is where something lies, and no day.
  const said = text.replace(/https?:\/\/\S+/g, (link) => " ".repeat(link.length))
  const days = findDays(said, order)
  const ends = days.filter(({ year }) => year !== null).map(({ to }) => to)
  return { days, times: findTimes(withoutDays(said, days), ends) }
}

/** The instant of a day and time in a zone, ISO in UTC to the second; null when there is none such. */
export function instantOf(date: string, time: string, zone: string | null): string | null {
  const local = DateTime.fromISO(`${date}T${time}:00`, { zone: zone ?? "UTC" })
  if (!local.isValid) return null
  return local.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'")
}

/** The zone of a line such as "Time zone: CET" or "All times in UTC". */
const ZONE_LINE = /\b(?:time ?zone|all times)\b[^A-Z]{0,16}/i

/**
 * The start as the lines of the title give it: a date, and a time on the same or another line. A year
 * may stand apart from its day, and a zone on a line of its own.
 */
export function readTitleStart(
  lines: readonly Rich[],
  locate: Locator,
  order?: DateOrder,
): WrittenStart | null {
  let found: { rich: Rich; day: WrittenDay } | null = null
  let yearless: { rich: Rich; day: WrittenDay } | null = null
  let year: number | null = null
  const times: { rich: Rich; time: WrittenTime }[] = []
  let hasTime = false
  for (const rich of lines) {
    const text = rich.text.slice(0, 400)
    const { days, times: here } = findMoments(text, order)
    const day = firstOfSpan(days, text) ?? days.find((each) => each.year !== null)
    if (day && (!found || (here.length > 0 && !hasTime))) {
      // Of the day of a letter and that of the meeting, the one that has an hour beside it counts.
      if (!found || !isLater(day, found.day)) found = { rich, day }
      hasTime ||= here.length > 0
    }
    if (!day && days[0]) yearless ??= { rich, day: days[0] }
    year ??=
      Number(/(?<![\d/.-])(?:19|20)\d\d(?![\d/.-])/.exec(withoutDays(text, days))?.[0]) || null
    for (const time of inOneZone(here, text)) times.push({ rich, time })
  }
  if (!found && yearless && year !== null)
    found = { rich: yearless.rich, day: { ...yearless.day, year } }
  if (!found) return null
  const { rich, day } = found
  // Of a table of cities and their hours the one counts whose zone is said, also below it.
  const listed = times[0]?.rich.text.startsWith("|") && times[0].time.zone === null
  const beside =
    times.find((each) => each.rich === rich) ??
    (listed ? times.find(({ time }) => time.zone !== null) : undefined) ??
    times[0]
  const sameLine = beside?.rich === rich ? beside.time : null
  const from = Math.min(day.from, sameLine?.from ?? day.from)
  const to = Math.max(day.to, sameLine?.to ?? day.to)
  const zone = beside?.time.zone ?? zoneOfLines(lines)
  const time = beside ? { ...beside.time, zone } : null
  return startOf("title", day, time, rich, from, to, locate, order)
}

/** "Thursday 12 May (09:30-17:00) and Friday 13 May 2022": the first, with the year of the second. */
function firstOfSpan(days: readonly WrittenDay[], text: string): WrittenDay | null {
  const [first, second] = days
  if (!first || !second || first.year !== null || second.year === null) return null
  const between = text.slice(first.to, second.from).slice(0, 60)
  const bare = between.replace(/\([^()]{0,40}\)/g, " ").replace(/[\d:.h–—-]/g, " ")
  const joined = /^(?:and|to|until|und|et|y|&)?$/i.test(bare.replace(/[\s,;]/g, ""))
  const day = { ...first, year: second.year }
  return joined && isLater(second, day) ? day : null
}

/** Whether one day comes after another; a letter is written behind the meeting. */
const isLater = (day: WrittenDay, other: WrittenDay) =>
  isoDay(day.year ?? 0, day.month, day.day) > isoDay(other.year ?? 0, other.month, other.day)

/** Of "15:00 local time (13:00 UTC)" the hour whose zone is said. */
function inOneZone(times: readonly WrittenTime[], text: string): WrittenTime[] {
  const [first, second] = times
  if (!first || first.zone || !second?.zone) return [...times]
  const between = text.slice(first.to, second.from)
  return /^[^.;]{0,30}[(/=]\s*$/.test(between) ? times.slice(1) : [...times]
}

function zoneOfLines(lines: readonly Rich[]): string | null {
  for (const { text } of lines) {
    const match = ZONE_LINE.exec(text.slice(0, 200))
    const zone = match && readZone(text.slice(match.index + match[0].length, 260))
    if (zone) return zone.zone
  }
  return null
}

/** The start as the opening tells it: the first sentence with a whole date, and its time. */
export function readTextStart(
  paragraphs: readonly Rich[],
  locate: Locator,
  order?: DateOrder,
  title: WrittenStart | null = null,
): WrittenStart | null {
  for (const [index, rich] of paragraphs.slice(0, 12).entries()) {
    const text = rich.text.slice(0, 3000)
    for (const { from, to } of findSentences(text)) {
      const sentence = text.slice(from, to)
      if (/\b(?:next|previous|last) (?:\S+ ){0,3}(?:meeting|call|session)\b/i.test(sentence))
        continue
      const { days, times: all } = findMoments(sentence, order)
      const times = inOneZone(all, sentence)
      const day = days.find((each) => each.year !== null) ?? dayOfTitle(days, title)
      if (!day) continue
      const time = times.find((each) => each.from >= day.to) ?? times[0] ?? null
      const first = Math.min(day.from, time?.from ?? day.from)
      const last = Math.max(day.to, time?.to ?? day.to)
      const below = paragraphs[index + 1]?.text.slice(0, 200) ?? ""
      const opened =
        time ??
        timeOfOpening(text.slice(to, to + 600)) ??
        timeOfOpening(below) ??
        (LABELLED.test(below) ? findMoments(below).times[0] : undefined)
      if (!time && opened)
        return startOf("text", day, opened, rich, from + first, from + last, locate, order)
      return startOf("text", day, time, rich, from + first, from + last, locate, order)
    }
  }
  return title?.time === null ? readOpeningTime(paragraphs, title, locate) : null
}

/** "Time: 16:00–17:40 UTC". */
const LABELLED =
  /^(?:(?:start(?:ing)? |meeting )?time|start|began|begin|from|heure|hora|uhrzeit)\s*:/i
/** "In the kitchen, from half past seven": where it was, and from when. */
const FROM = /^[^.;]{0,80}(?:^|,\s)from (?:about )?$/i

/** "We met at two in the afternoon", on the day of the title. */
function readOpeningTime(
  paragraphs: readonly Rich[],
  title: WrittenStart,
  locate: Locator,
): WrittenStart | null {
  for (const [index, rich] of paragraphs.slice(0, 6).entries()) {
    const text = rich.text.slice(0, 600)
    const labelled = LABELLED.test(text)
    const [first] = index === 0 || labelled ? findMoments(text.slice(0, 120)).times : []
    // "17:00–18:05 UTC, hosted by Ana Lind" right under the title is when it was.
    const time =
      timeOfOpening(text) ??
      (first && (labelled || first.zone) && first.from < 16 ? first : null) ??
      (first && FROM.test(text.slice(0, first.from)) ? first : null)
    if (!time) continue
    const { from, to } = time
    const instant = instantOf(title.date, time.time, time.zone)
    const { date, weekday } = title
    const at = locate.span(rich, from, to)
    const printed = text.slice(from, to)
    return { where: "text", date, time: time.time, zone: time.zone, instant, weekday, printed, at }
  }
  return null
}

/** "On 4 June" is the day that the title gives with its year. */
function dayOfTitle(days: readonly WrittenDay[], title: WrittenStart | null): WrittenDay | null {
  const year = Number(title?.date.slice(0, 4))
  const day = days.find((each) => isoDay(year, each.month, each.day) === title?.date)
  return day ? { ...day, year } : null
}

/** A short paragraph with the day of the title and an hour: the head of minutes within a mail. */
export function isOnDay(text: string, title: WrittenStart | null, order?: DateOrder): boolean {
  if (title === null || title.time !== null || text.length > 240) return false
  const { days, times } = findMoments(text, order)
  const [day] = days
  const own = dayOfTitle(days, title)
  return (
    times.length > 0 && days.length === 1 && own !== null && (day?.year ?? own.year) === own.year
  )
}

/** "It was opened at 9.30 a.m. on 3 October": the hour that a sentence behind the date tells. */
function timeOfOpening(text: string): WrittenTime | null {
  const opened =
    /\b(?:met|opened|held (?:in|at|by|on|via|from)|began|begun|started|convened|commenced|meetings? (?:are|take place)|called (?:the \p{L}{3,14} (?:\p{L}{2,14} )?)?to order)\b/iu
  for (const { from, to } of findSentences(text).slice(0, 3)) {
    const sentence = text.slice(from, to)
    const [time] = opened.test(sentence) ? findMoments(sentence).times : []
    if (time) return { ...time, from: from + time.from, to: from + time.to }
  }
  return null
}

function startOf(
  where: "title" | "text",
  day: WrittenDay,
  time: WrittenTime | null,
  rich: Rich,
  from: number,
  to: number,
  locate: Locator,
  order?: DateOrder,
): WrittenStart {
  const date = isoDay(day.year ?? 0, day.month, day.day)
  return {
    where,
    date,
    time: time?.time ?? null,
    zone: time?.zone ?? null,
    instant: time ? instantOf(date, time.time, time.zone) : null,
    weekday: day.weekday,
    printed: rich.text.slice(from, to),
    ...(order && { order }),
    at: locate.span(rich, from, to),
  }
}
