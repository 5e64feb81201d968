import type { WrittenStart } from "@/lib/check/model"
import type { Rich } from "../text/rich"
import { findSentences } from "../text/sentences"
import type { Locator } from "../text/source"
import { type DateOrder, isoDay, type WrittenDay } from "./calendar"
import type { WrittenTime } from "./clock"
import { hoursOfStart } from "./hours-of-start"
import { findMoments, instantOf } from "./moments"
import {
  hourAround,
  isAnnounced,
  labelledHour,
  readOpeningTime,
  timeOfOpening,
} from "./opening-hour"
import { isOfOtherMeeting, namesMinutes } from "./other-days"

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
      if (!MAY_HAVE_DAY.test(sentence)) continue
      const { days, times: all } = findMoments(sentence, order)
      // "The 1/26/95 minutes were approved": where the title has a day, that is another one's.
      const own = days.filter(
        (each) =>
          !isOfOtherMeeting(sentence, each) &&
          (title === null || dayOfTitle([each], title) !== null || !namesMinutes(sentence, each)),
      )
      const day = own.find((each) => each.year !== null) ?? dayOfTitle(days, title)
      if (!day || (title && index > 1 && isOfSomethingElse(day, title, sentence))) continue
      const times = hoursOfStart(all, sentence)
      const time = hourBeside(day, times, sentence)
      const first = Math.min(day.from, time?.from ?? day.from)
      const last = Math.max(day.to, time?.to ?? day.to)
      const below = paragraphs[index + 1]?.text.slice(0, 200) ?? ""
      const opened =
        time ??
        timeOfOpening(text.slice(to, to + 900)) ??
        hourAround(text, from, to) ??
        timeOfOpening(below) ??
        labelledHour(below)
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
  return !isTitles && isAnnounced(sentence)
}

const MAY_HAVE_DAY = /\d|(?:st|nd|rd|th) (?:day )?of |\bmil(?:le)? /

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
