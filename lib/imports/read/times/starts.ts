import { DateTime } from "luxon"
import type { WrittenStart } from "@/lib/check/model"
import type { Rich } from "../text/rich"
import { findSentences } from "../text/sentences"
import type { Locator } from "../text/source"
import { type DateOrder, findDays, isoDay, type WrittenDay } from "./calendar"
import { findTimes, type WrittenTime } from "./clock"

/** A text with its dates blotted out, so that "7 – 1 p.m." of "October 7 – 1 p.m." is no span of hours. */
export function withoutDays(text: string, days: readonly WrittenDay[]): string {
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
      if (!MAY_HAVE_DAY.test(sentence)) continue
      const { days, times: all } = findMoments(sentence, order)
      // "The 1/26/95 minutes were approved": where the title has a day, that is another one's.
      const own = title
        ? days.filter(
            (each) =>
              dayOfTitle([each], title) !== null ||
              (!OF_MINUTES.test(sentence.slice(each.to)) &&
                !MINUTES_OF.test(sentence.slice(Math.max(0, each.from - 90), each.from))),
          )
        : days
      const day = own.find((each) => each.year !== null) ?? dayOfTitle(days, title)
      if (!day || (title && index > 1 && isOfSomethingElse(day, title, sentence))) continue
      const times = inOneZone(all, sentence)
      const time = hourBeside(day, times, sentence)
      const first = Math.min(day.from, time?.from ?? day.from)
      const last = Math.max(day.to, time?.to ?? day.to)
      const below = paragraphs[index + 1]?.text.slice(0, 200) ?? ""
      const opened =
        time ??
        timeOfOpening(text.slice(to, to + 900)) ??
        timeOfOpening(below) ??
        (LABELLED.test(below) ? findMoments(below).times[0] : undefined)
      if (!time && opened)
        return startOf("text", day, opened, rich, from + first, from + last, locate, order)
      return startOf("text", day, time, rich, from + first, from + last, locate, order)
    }
  }
  return title?.time === null ? readOpeningTime(paragraphs, title, locate) : null
}

/** "Started at 09:00 2022-05-12 and closed at 16:20": an hour right in front of its day, or else the one behind. */
function hourBeside(day: WrittenDay, times: readonly WrittenTime[], text: string) {
  const front = times.find(({ to }) => to <= day.from && day.from - to <= 8)
  const behind = times.find(({ from }) => from >= day.to)
  if (front && behind && CLOSED.test(text.slice(day.to, behind.from))) return front
  return behind ?? times[0] ?? null
}

const CLOSED = /\b(?:clos|end|finish|adjourn|until|till)/i
/** "The forum that will be held on 28 February": in what follows a title, a day of no meeting that took place. */
function isOfSomethingElse(day: WrittenDay, title: WrittenStart, sentence: string): boolean {
  const isTitles = isoDay(day.year ?? 0, day.month, day.day) === title.date
  return !isTitles && WILL_BE.test(sentence)
}

const WILL_BE = /\b(?:will|shall|to) (?:be held|take place|be opened)\b/i
/** "Minutes from 21 May", "the December 19, 2013 minutes": another meeting's day, where the title has one. */
const MINUTES_OF = /\b(?:minutes|notes) (?:of|from) (?:the )?(?:[^.;:,\d]{0,60} )?(?:on |of )?$/i
const MAY_HAVE_DAY = /\d|(?:st|nd|rd|th) (?:day )?of /
const OF_MINUTES = /^\s(?:draft )?minutes\b/i
/** "Time: 16:00–17:40 UTC". */
const LABELLED =
  /^(?:(?:start(?:ing)? |meeting )?time|start|began|begin|from|heure|hora|uhrzeit)\s*:/i
/** "Wednesday, 1400 UTC, on the usual bridge": the title tells of which week. */
const ON_DAY =
  /^(?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday),? (?:at |from )?$/i
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
    const [told] =
      index < 4 && text.length < 120 && /^\p{L}{2,9}day\b/iu.test(text)
        ? findMoments(text).times
        : []
    // "17:00–18:05 UTC, hosted by Ana Lind" right under the title is when it was.
    const time =
      timeOfOpening(text) ??
      (first && (labelled || first.zone) && isInFront(text.slice(0, first.from)) ? first : null) ??
      (told && ON_DAY.test(text.slice(0, told.from)) ? told : null) ??
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

/** "Session number 57. 7 p.m. UTC": what may stand in front of the hour. */
const isInFront = (text: string) => text.length < 16 || /^[^.;|·]{0,40}[.;|·]\s{1,3}$/.test(text)

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
    /\b(?:met|opened|opens (?:the|this)|call to order|held (?:in|at|by|on|via|from)|held(?= @)|(?:sat|ran|lasted) from|beg[ai]ns?|begun|starts?|started|convened|convenes|commence[ds]|declared (?:the|this) (?:\p{L}+ ){0,2}(?:meeting|session|call|sitting|assembly) open|(?:meeting|session|call|sitting|assembly) (?:was |is )?declared open|got (?:going|started|under way|underway)|(?:kicked|kicks) off|meetings? (?:are|take place)|call(?:s|ed) (?:it |us |(?:the|this) \p{L}{3,14} (?:\p{L}{2,14} )?)?to order)\b/iu
  for (const [index, { from, to }] of findSentences(text).entries()) {
    const sentence = text.slice(from, to)
    if (index > 2 && !/\bmeeting\b.{0,60}\bto order at\b/i.test(sentence)) continue
    const told = opened.test(sentence) && !WILL_BE.test(sentence)
    const [time] = told ? findMoments(sentence).times : []
    if (time) return { ...time, from: from + time.from, to: from + time.to }
  }
  return null
}

/** A start with its place, as it is kept. */
export function startOf(
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

/** Of "15:00 local time (13:00 UTC)" or "09:00 Montevideo · 13:00 Lisbon (12:00 UTC)" the hour whose zone is said. */
export function inOneZone(times: readonly WrittenTime[], text: string): WrittenTime[] {
  const zoned = times.findIndex(({ zone }) => zone !== null)
  if (zoned < 1) return [...times]
  const between = times.slice(0, zoned).map(({ to }, at) => text.slice(to, times[at + 1]?.from))
  const last = between.at(-1) ?? ""
  const isList = between.every((words) => /^[^.;]{0,30}$/.test(words))
  const isTold = /[(/=]\s*$/.test(last) || (zoned > 1 && isList)
  return isList && isTold ? times.slice(zoned) : [...times]
}
