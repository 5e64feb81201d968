import type { WrittenStart } from "@/lib/check/model"
import type { Rich } from "../text/rich"
import { findSentences } from "../text/sentences"
import type { Locator } from "../text/source"
import type { WrittenTime } from "./clock"
import { hoursOfStart } from "./hours-of-start"
import { findMoments, instantOf } from "./moments"

/** "Time: 16:00–17:40 UTC". */
const LABELLED =
  /^\(?(?:(?:start(?:ing)? |meeting )?(?:time|hour)(?: opened| of (?:start|opening))?|(?:start|beginning|opening) of (?:the )?(?:meeting|call|session)|start(?:s|ed)?|opened|began|begin|from|heure|hora|uhrzeit|beginn|doors?|coffee)(?:\s*:|\s[–—-]\s|(?= \d| from \d))/i
/** "Wednesday, 1400 UTC, on the usual bridge": the title tells of which week. */
const ON_DAY =
  /^(?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday),? (?:at |from )?$/i
/** "In the kitchen, from half past seven": where it was, and from when. */
const FROM = /^[^.;]{0,80}(?:^|,\s)from (?:about )?$/i

/** "We met at two in the afternoon", on the day of the title. */
export function readOpeningTime(
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
const isInFront = (text: string) => text.length < 22 || /^[^.;|·]{0,40}[.;|·]\s{1,3}$/.test(text)

const OPENED =
  /\b(?:met|opened|opens (?:the|this)|call to order|held (?:in|at|by|on|via|from)|held(?= @)|(?:sat|ran|lasted) from|beg[ai]ns?|begun|starts?|started|convened|convenes|commence[ds]|assembled|gavel(?! club)\p{L}{0,4}|(?:rang|rapped|declared) [^.;]{0,60}\bopen|got (?:going|started|under way|underway)|(?:kicked|kicks) off|meetings? (?:are|take place)|(?:calls|called|brings|brought|came|comes) (?:it |us |(?:the|this) \p{L}{3,14} (?:\p{L}{2,14} )?)?to order)\b/iu

/** "It was opened at 9.30 a.m. on 3 October": the hour that a sentence behind the date tells. */
export function timeOfOpening(text: string): WrittenTime | null {
  for (const [index, { from, to }] of findSentences(text).entries()) {
    const sentence = text.slice(from, to)
    if (index > 2 && !/\bmeeting\b.{0,60}\bto order at\b/i.test(sentence)) continue
    const told = OPENED.test(sentence) && !isAnnounced(sentence)
    const [time] = told ? hoursOfStart(findMoments(sentence).times, sentence) : []
    if (time) return { ...time, from: from + time.from, to: from + time.to }
  }
  return null
}

/** What is so short is the head of a report, all of it on when and where. */
const HEAD = 240
/** Around the day that the head of a report tells in `from`–`to`: the hour of its opening, or the one with a zone. */
export function hourAround(text: string, from: number, to: number): WrittenTime | null {
  if (text.length > HEAD) return null
  const hours = findSentences(text)
    .filter((each) => each.from !== from && each.to !== to)
    .flatMap((each) => {
      const sentence = text.slice(each.from, each.to)
      const { days, times } = findMoments(sentence)
      // "Draft of 24 April, 10:00 UTC" tells of something else.
      const own = days.length === 0 && !isAnnounced(sentence) ? hoursOfStart(times, sentence) : []
      const told = OPENED.test(sentence) || LABELLED.test(sentence)
      return own.filter(({ zone }) => zone !== null || told)
    })
  return hours[0] ?? null
}

/** The hour of a line "Time: …" that begins a text. */
export function labelledHour(text: string): WrittenTime | null {
  return LABELLED.test(text) ? (findMoments(text).times[0] ?? null) : null
}

const WILL_BE = /\b(?:will|shall|to) (?:be held|take place|be opened)\b/i
/** Whether a sentence tells of what is still to come. */
export const isAnnounced = (sentence: string) => WILL_BE.test(sentence)
