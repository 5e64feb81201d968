import type { WrittenStart } from "@/lib/check/model"
import { isTitleOfReport } from "../likelihood"
import type { Rich } from "../text/rich"
import type { Locator } from "../text/source"
import { type DateOrder, isoDay, type WrittenDay } from "./calendar"
import type { WrittenTime } from "./clock"
import { dayWeight, STAMPED } from "./day-weight"
import { hoursOfStart, zoneOfAll } from "./hours-of-start"
import { findMoments, withoutDays } from "./moments"
import { isOfAnother } from "./other-days"
import { startOf } from "./starts"
import { readZone } from "./zones"

/** The fields of a page in front of its text. */
const [TITLE_FIELD, DATE_FIELD] = [/^title\s?[:=]/i, /^date\s?[:=]/i]

type Day = { rich: Rich; day: WrittenDay; weight: number; timed: boolean }
/** `whole`: nothing else needs to be looked at. */
type TitleStart = { start: WrittenStart; whole: boolean }
type Hour = { rich: Rich; time: WrittenTime; own: WrittenDay | null }

/**
 * The start as the lines of the title give it: a date, and a time on the same or another line. A year
 * may stand apart from its day, and a zone on a line of its own.
 */
export function readTitleStart(
  lines: readonly Rich[],
  locate: Locator,
  order?: DateOrder,
): TitleStart | null {
  let found: Day | null = null
  let yearless: { rich: Rich; day: WrittenDay } | null = null
  let year: number | null = null
  const times: Hour[] = []
  for (const rich of lines) {
    const text = rich.text.slice(0, 400)
    const { days, times: here } = findMoments(text, order)
    const own = days.filter((each) => !isOfAnother(text, each))
    const day = firstOfSpan(own, text) ?? own.find((each) => each.year !== null) ?? null
    if (days.length > 0 && own.length === 0) continue
    if (day) {
      const one = { rich, day, weight: dayWeight(text, day), timed: here.length > 0 }
      if (!found || isBetter(one, found)) found = one
    } else if (own[0]) yearless ??= { rich, day: own[0] }
    year ??=
      Number(/(?<![\d/.-])(?:19|20)\d\d(?![\d/.-])/.exec(withoutDays(text, days))?.[0]) || null
    const zone = zoneInFront(text)
    for (const time of hoursOfStart(here, text))
      times.push({ rich, time: { ...time, zone: time.zone ?? zone }, own: day ?? own[0] ?? null })
  }
  // "Minutes, 11 October" above the hour at which a machine sent them.
  if (found && found.weight <= STAMPED && found.day.year !== null && yearless) {
    const told = withYear(yearless, found.day.year)
    if (!isLater(told.day, found.day)) found = { ...told, weight: 2, timed: false }
  }
  // "Title: Mar 14 Board Meeting" above "Date: 2017-03-21 20:15": that day is the one of the page.
  if (
    found &&
    yearless &&
    TITLE_FIELD.test(yearless.rich.text) &&
    DATE_FIELD.test(found.rich.text)
  ) {
    const told = withYear(yearless, found.day.year ?? 0)
    if (isLater(found.day, told.day)) found = { ...told, weight: 3, timed: false }
  }
  const chosen: Pick<Day, "rich" | "day"> | null =
    found ?? (yearless && year !== null ? withYear(yearless, year) : null)
  if (!chosen) return null
  const { rich, day } = chosen
  const beside = hourOf(times, chosen)
  const sameLine = beside?.rich === rich ? beside.time : null
  const from = Math.min(day.from, sameLine?.from ?? day.from)
  const to = Math.max(day.to, sameLine?.to ?? day.to)
  const zone = beside?.time.zone ?? zoneOfAll(lines)
  const time = beside ? { ...beside.time, zone } : null
  const start = startOf("title", day, time, rich, from, to, locate, order)
  return { start, whole: time !== null && zone !== null && (found?.weight ?? 2) > STAMPED }
}

/**
 * Of two days the one that tells more of the meeting; of two that tell as much the one with an hour
 * beside it, unless it comes after the other, as the day of a letter does.
 */
function isBetter(one: Day, other: Day): boolean {
  if (one.weight !== other.weight) return one.weight > other.weight
  // "Date: 2007-05-05" over "Minutes of the meeting, April 15, 2007" is the day of the paper.
  const named = [one, other].map(({ rich }) => isTitleOfReport(rich.text.slice(0, 400)))
  if (named[0] && !named[1] && isLater(other.day, one.day)) return true
  if (isLater(one.day, other.day)) return false
  // "2008-03-14" alone, below the code of a paper, over "27-28 February 2008, House of Norms".
  if (isAlone(other) && !isAlone(one) && isLater(other.day, one.day)) return true
  // "Tuesday 20 September" over the day on which a page was put up.
  const weekday =
    one.day.weekday !== null && other.day.weekday === null && isLater(other.day, one.day)
  return weekday || (one.timed && !other.timed)
}

/** Whether a line is a day and nothing else. */
const isAlone = ({ rich: { text }, day: { from, to } }: Day) =>
  !/[\p{L}\d]/u.test(text.slice(0, from) + text.slice(to, to + 80))

/** The hour that belongs to a day: on its line, or on one that has no day of its own. */
function hourOf(all: readonly Hour[], { rich, day }: Pick<Day, "rich" | "day">): Hour | null {
  const times = all.filter(({ own }) => own === null || isSameDay(own, day))
  const zoned = times.find(({ time }) => time.zone !== null)
  // Of a table of cities and their hours the one counts whose zone is said, also below it.
  const listed = times[0]?.rich.text.startsWith("|") && times[0].time.zone === null
  const hour = times.find((each) => each.rich === rich) ?? (listed ? zoned : null) ?? times[0]
  if (!hour) return null
  // "<2022-02-10 Thu 19:00>" in the title, and "Time: 19:00 UTC" below it.
  const said = times.find(({ time }) => time.zone !== null && time.time === hour.time.time)
  return said && hour.time.zone === null
    ? { ...hour, time: { ...hour.time, zone: said.time.zone } }
    : hour
}

const isSameDay = (one: WrittenDay, other: WrittenDay) =>
  one.month === other.month && one.day === other.day

const withYear = ({ rich, day }: { rich: Rich; day: WrittenDay }, year: number) => ({
  rich,
  day: { ...day, year },
})

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

/** "| UTC | Thu 12-Sep-2024 13:00 |": the zone that begins the row. */
function zoneInFront(text: string): string | null {
  const [, cell = ""] = /^\|([^|]{2,60})\|/.exec(text) ?? []
  const zone = cell ? readZone(cell.trim().replace(/\s?\/\s?/g, "/")) : null
  return zone && zone.length >= cell.trim().length - 2 ? zone.zone : null
}
