import type { Found, WrittenStart } from "@/lib/check/model"
import { isTitleOfReport, tellsOfBeginning } from "../likelihood"
import type { FinishedBlock } from "../text/finished"
import type { Rich } from "../text/rich"
import type { Locator } from "../text/source"
import type { DateOrder } from "./calendar"
import { linesOfWhen } from "./lines-of-when"
import { instantOf } from "./moments"
import { isOnDay, readTextStart } from "./starts"
import { readTitleStart } from "./title-start"

type Texts = {
  title: readonly Rich[]
  opening: readonly Rich[]
  finished: readonly FinishedBlock[]
  order: DateOrder | undefined
}
type Start = {
  /** As the title and as the text give it. */
  starts: readonly [WrittenStart | null, WrittenStart | null]
  start: Found<WrittenStart> | null
}

/** When the meeting began: by its title, its opening, or the first items, which may tell the hour. */
export function readStart({ title, opening, finished, order }: Texts, locate: Locator): Start {
  const front = readTitleStart(title, locate, order)
  const more = front?.whole ? [] : linesOfWhen(finished, front !== null)
  const whole = more.length > 0 ? readTitleStart([...title, ...more], locate, order) : front
  const titled = whole?.start ?? null
  const told = readTextStart(opening, locate, order, titled)
  const first = (parts: RegExp) =>
    finished.filter(({ block }) => parts.test(block.part)).slice(0, BEGINNING)
  // "Minutes: Meeting opened at 16:04" may have been taken for an entry of the agenda.
  const begun = [...first(/^(?:opening|agenda)$/), ...first(/^(?:discussion|closing)$/)]
    .filter(
      ({ block, rich: { text } }) =>
        // "FIRST DAY – Thursday 9 November, 13:30-17:45" is a heading as well.
        isOnDay(text, titled, order) ||
        ((block.kind !== "heading" || AT_HOUR.test(text)) && tellsOfBeginning(text)) ||
        (titled === null && TOOK_PLACE.test(text.slice(0, 200))),
    )
    .map(({ rich }) => rich)
    .slice(0, 6)
  const later = () =>
    readTextStart(
      begun.filter(({ text }) => told === null || tellsOfBeginning(text) || TOOK_PLACE.test(text)),
      locate,
      order,
      titled ?? told,
    )
  if (titled && told && isTheDay(told, titled, opening))
    return { starts: [titled, told], start: settleStart(null, told) }
  const start = settleStart(titled, startBehind(told, titled, later))
  if (start) return { starts: [titled, told], start }
  // Where the head of a report was taken for its items, its first lines still name the minutes and their day.
  const top = finished
    .slice(0, HEAD)
    .filter(({ block, rich }) => block.part === "discussion" && isTitleOfReport(rich.text))
    .map(({ rich }) => rich)
  const ofTop = readTitleStart(top, locate, order)?.start ?? null
  return { starts: [titled ?? ofTop, told], start: settleStart(ofTop, null) }
}
const HEAD = 4
/** So many paragraphs of a part may tell how it began: a list of people may stand among them. */
const BEGINNING = 24

const SAT =
  /\b(?:met|meeting (?:was )?(?:held|started|opened|took place|began)|was held|were held|took place|convened|conducted an?)\b/i
/** A paper is written within so many days. */
const WRITTEN = 60
/**
 * Whether a title gives another day than that on which the opening says that the body met: the one on which the
 * paper was written, some days later, or the same figures the other way round.
 */
function isTheDay(told: WrittenStart, title: WrittenStart, opening: readonly Rich[]): boolean {
  const [year, month, day] = title.date.split("-")
  if (told.date === title.date) return false
  const apart = (Date.parse(title.date) - Date.parse(told.date)) / 86_400_000
  if (told.date !== `${year}-${day}-${month}` && !(apart > 0 && apart <= WRITTEN)) return false
  return opening.some(({ text }) => {
    const at = text.slice(0, 600).indexOf(told.printed)
    return at >= 0 && SAT.test(text.slice(Math.max(0, at - 200), at + 40))
  })
}

/** "The meeting took place by video on 12 June 2018", below a heading of its own. */
const TOOK_PLACE =
  /^(?:the|this|our) (?:\p{L}+ ){0,4}(?:meeting|call|session) (?:took place|was held|will take place|will be held|is held)\b[^.;]{0,120}\d/iu
/** "President Lind called the meeting to order at 12:06 PM" is a sentence, though it may look like a heading. */
const AT_HOUR = /\b(?:to order|opened|began|started|convened|commenced) (?:promptly )?at \d/i

/** The start as the opening tells it, or where it gives no hour, as the first items tell it of the same day. */
function startBehind(
  told: WrittenStart | null,
  title: WrittenStart | null,
  later: () => WrittenStart | null,
): WrittenStart | null {
  // The first day that the opening speaks of may be that of something else.
  const isOwn = !told || !title || mayBeOneDay(told.date, title.date)
  if (told?.time && isOwn) return told
  const found = title?.time ? null : later()
  if (!told) return title?.time ? later() : found
  return found?.time && found.date === (title ?? told).date ? found : told
}

/** Two days of which one may be a slip for the other: of one month, or the same of another month. */
const mayBeOneDay = (one: string, other: string) =>
  one.slice(0, 7) === other.slice(0, 7) || one.slice(8) === other.slice(8)

/** The start that counts: the title's, with the time from the text where the title has none. */
function settleStart(
  title: WrittenStart | null,
  text: WrittenStart | null,
): Found<WrittenStart> | null {
  const chosen = title ?? text
  if (!chosen) return null
  let how: "read" | "inferred" = "read"
  let { time, zone } = chosen
  if (time === null && text?.time && mayBeOneDay(chosen.date, text.date)) {
    time = text.time
    zone = text.zone
    how = "inferred"
  }
  if (time && zone === null) {
    zone = text?.time === time ? text.zone : null
    how = "inferred"
  }
  if (title && text && (title.date !== text.date || title.instant !== text.instant))
    how = "inferred"
  const instant = time ? instantOf(chosen.date, time, zone) : null
  return { value: { ...chosen, time, zone, instant }, at: chosen.at, how }
}
