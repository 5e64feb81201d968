import { romanValue } from "../text/ordinals"
import { daysInWords, MONTH, YEAR } from "./days-in-words"
import { monthValue, weekdayValue } from "./months"

/** Whether a text puts the day or the month first when it writes both in figures. */
export type DateOrder = "day-first" | "month-first"

/** A day as written. `year` may be missing; `doubtful` when day and month could be the other way round. */
export type WrittenDay = {
  year: number | null
  month: number
  day: number
  weekday: number | null
  doubtful: boolean
  from: number
  to: number
}

/** "7th", and the small letters set high: "7<sup>th</sup>", "7^th^". */
const DAY = "(\\d{1,2})(?:st|nd|rd|th|er|\\.?º|<sup>(?:st|nd|rd|th)</sup>|\\^(?:st|nd|rd|th)\\^)?"
const MORE = "\\d{1,2}(?:st|nd|rd|th)?"
const NAMED_DAY =
  "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)"
const RANGE = `(?:(?:,\\s?${MORE}){0,4}(?:\\s?[-–—/&]\\s?${MORE}|,?\\s(?:to|and|et|au|y|und|bis)\\s(?:${NAMED_DAY}\\s)?${MORE}))?`
const OF = "(?:(?:day\\s)?of\\s|(?:d[ií]as?\\sd(?:o|el)\\sm[eê]s\\sde|del?|do)\\s)?"

/** "Call 19 – 27 October": the first figure is the number of the call; "meeting 12-14 March" spans days. */
const NUMBERED = "\\b(?:call|meeting|session|sitting|plenary|telecon)\\s(?=\\d{1,2}\\s[-–—]\\s)"
const DAY_FIRST = new RegExp(
  `(?<![\\p{L}\\d.:]|n[°º]\\s?|\\bno\\.\\s|(?<!#)#|${NUMBERED})${DAY}${RANGE}\\.?(?:\\s|[-/])${OF}${MONTH}\\.?(?:(?:,?\\s|[-/])(?:of\\s|(?:del?|do)\\s(?:a[ñn]o\\s)?)?${YEAR})?`,
  "giu",
)
const MONTH_FIRST = new RegExp(
  `(?<![\\p{L}\\p{M}])${MONTH}\\.?\\s(?:the\\s)?${DAY}${RANGE}(?![\\p{L}\\d])(?![:.]\\d)(?:,?\\s${YEAR})?`,
  "giu",
)
const JOINED_FIGURES = /\d(?:[-./_]|\.\s)\d/
const ISO = /(?<![\p{L}\d])((?:19|20)\d\d)([-./_])(\d{1,2})\2(\d{1,2})(?!\d)/gu
/** "20220512": eight figures alone, which are a day of this age. */
const COMPACT = /(?<![\p{L}\d./-])(20[0-4]\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?![\p{L}\d/]|[.-]\d)/gu
const EIGHT_FIGURES = /20[0-4]\d{5}/
/** "3/4/2022", "19.10.2022", "19. 10. 2022". */
const SLASHED =
  /(?<![\d/.-])(\d{1,2})([/.-])(?:(?<=\.)\s)?(\d{1,2})\2(?:(?<=\.)\s)?((?:19|20)\d\d|\d\d(?![\d:]))(?!\d)/g
/** "2023年5月4日", "2023년 5월 4일": behind each figure the sign of what it counts. */
const SIGNED = /(?<!\d)((?:19|20)\d\d)[年년]\s?(\d{1,2})[月월]\s?(\d{1,2})[日일]/gu
/** "12.V.2022". */
const ROMAN = /(?<![\d.])(\d{1,2})\.\s?([IVX]{1,4})\.?\s?((?:19|20)\d\d)(?!\d)/g
/** "Tue Jun 19 10:14:52 BST 2007": a machine writes the year behind the hour. */
const CLOCK_YEAR = /^,?\s{1,2}\d\d:\d\d:\d\d(?:\s[A-Z]{2,5}|\s[+-]\d{4})?\s((?:19|20)\d\d)(?!\d)/
const YEAR_FIRST = /(?<![\d/])(?:19|20)\d\d\/(?:0?[1-9]|1[0-2])\/\d{1,2}(?![\d/])/
const AMERICAN =
  /\d\s?[ap]\.?m\.?,?\s\(?(?:[EPCM][SD]?T|(?:US )?(?:Eastern|Pacific|Central|Mountain)(?: (?:Standard|Daylight))?(?: Time)?)\b/i
const WEEKDAY_BEFORE =
  /(?<![\p{L}\p{M}])([\p{L}\p{M}-]{3,14})\.?,?\s{1,3}(?:\(|the\s|den\s|le\s)?$/iu
const WEEKDAY_BEHIND = /^,?\s{1,3}\(?([\p{L}\p{M}-]{3,14})(?![\p{L}\p{M}])/u

/** Every day written in a text, in order. Texts longer than a paragraph should come in parts. */
export function findDays(text: string, order: DateOrder = "day-first"): WrittenDay[] {
  const found: WrittenDay[] = []
  const add = (from: number, length: number, day: Omit<WrittenDay, "from" | "to">) => {
    if (possible(day.year, day.month, day.day)) found.push({ ...day, from, to: from + length })
  }
  const hasFigures = /\d/.test(text)
  for (const match of hasFigures ? text.matchAll(DAY_FIRST) : []) {
    const [all, day, month, year] = match
    addNamed(match.index, all.length, year, month, day)
  }
  for (const match of hasFigures ? text.matchAll(MONTH_FIRST) : []) {
    const [all, month, day, year] = match
    addNamed(match.index, all.length, year, month, day)
  }
  for (const { from, length, year, month, day } of daysInWords(text))
    addNamed(from, length, year, month, day)
  for (const match of JOINED_FIGURES.test(text) ? text.matchAll(ISO) : []) {
    const [all, year, , month, day] = match
    const weekday = weekdayBeside(text, match.index, all.length)
    const figures = { year: Number(year), month: Number(month), day: Number(day) }
    add(match.index, all.length, { ...figures, weekday, doubtful: false })
  }
  const compact = EIGHT_FIGURES.test(text) ? text.matchAll(COMPACT) : []
  const signed = /[年년]/.test(text) ? text.matchAll(SIGNED) : []
  for (const match of [...compact, ...signed]) {
    const [all, year, month, day] = match
    const figures = { year: Number(year), month: Number(month), day: Number(day) }
    add(match.index, all.length, { ...figures, weekday: null, doubtful: false })
  }
  const roman = text.includes("I.") || text.includes("V.") || text.includes("X.")
  for (const match of roman ? text.matchAll(ROMAN) : []) {
    const [all, day, month = "", year] = match
    const weekday = weekdayBeside(text, match.index, all.length)
    const figures = { year: Number(year), month: romanValue(month) ?? 0, day: Number(day) }
    add(match.index, all.length, { ...figures, weekday, doubtful: false })
  }
  for (const figures of inFigures(text)) {
    const { from, length, weekday } = figures
    const day = settledFigures(figures, order)
    if (day) add(from, length, { ...day, weekday })
  }
  return withYears(withoutOverlaps(found), text)

  function addNamed(from: number, length: number, written = "", month = "", day = "") {
    const value = monthValue(month)
    if (value === undefined) return
    const year =
      written || (CLOCK_YEAR.exec(text.slice(from + length, from + length + 28))?.[1] ?? "")
    const before = weekdayBefore(text, from)
    const start = before?.from ?? from
    add(start, from + length - start, {
      year: year ? Number(year.replace(/^['’]/, "20")) : null,
      month: value,
      day: Number(day),
      weekday: before?.weekday ?? null,
      doubtful: false,
    })
  }
}

/**
 * How a text writes days in figures: by those that can be read in one way alone, and by weekdays that
 * stand beside them. Null when nothing tells.
 */
export function dateOrderOf(text: string): DateOrder | null {
  let balance = 0
  for (const { a, b, year, weekday, mark } of inFigures(text)) {
    if (mark !== "/") continue
    const first = possible(year, b, a) && fits(year, b, a, weekday)
    const second = possible(year, a, b) && fits(year, a, b, weekday)
    if (first !== second) balance += first ? 1 : -1
  }
  // "3/4/21 9:00 AM EST": who tells the hour so puts the month first.
  // "2015/06/23": who begins with the year goes on with the month.
  if (balance === 0 && (AMERICAN.test(text) || YEAR_FIRST.test(text))) return "month-first"
  return balance === 0 ? null : balance > 0 ? "day-first" : "month-first"
}

type Figures = {
  a: number
  b: number
  mark: string
  year: number
  weekday: number | null
  from: number
  length: number
}

function* inFigures(text: string): Generator<Figures> {
  for (const match of JOINED_FIGURES.test(text) ? text.matchAll(SLASHED) : []) {
    const [all, a, mark = "", b, written = ""] = match
    // Two figures for a year are read behind strokes, and where all are two: "1.2.22" is a version.
    if (written.length === 2 && mark !== "/" && !/^\d\d\.\d\d\.\d\d$/.test(all)) continue
    const year = written.length === 2 ? 2000 + Number(written) : Number(written)
    const weekday = weekdayBeside(text, match.index, all.length)
    yield { a: Number(a), b: Number(b), mark, year, weekday, from: match.index, length: all.length }
  }
}

/** Which of two figures is the day: what is possible, what the weekday says, what the text does elsewhere. */
function settledFigures({ a, b, mark, year, weekday }: Figures, order: DateOrder) {
  const dayFirst = { year, month: b, day: a, doubtful: false }
  const monthFirst = { year, month: a, day: b, doubtful: false }
  if (!possible(year, b, a)) return possible(year, a, b) ? monthFirst : null
  if (!possible(year, a, b) || a === b || mark !== "/") return dayFirst
  const first = fits(year, b, a, weekday)
  const second = fits(year, a, b, weekday)
  if (weekday !== null && first !== second) return first ? dayFirst : monthFirst
  return { ...(order === "month-first" ? monthFirst : dayFirst), doubtful: true }
}

function fits(year: number, month: number, day: number, weekday: number | null): boolean {
  return weekday === null || (new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7) === weekday
}

function weekdayBefore(text: string, from: number): { weekday: number; from: number } | null {
  const start = Math.max(0, from - 24)
  const match = WEEKDAY_BEFORE.exec(text.slice(start, from))
  const weekday = weekdayValue(match?.[1] ?? "")
  return match && weekday ? { weekday, from: start + match.index } : null
}

function weekdayBeside(text: string, from: number, length: number): number | null {
  const before = weekdayBefore(text, from)
  const behind = WEEKDAY_BEHIND.exec(text.slice(from + length, from + length + 20))?.[1]
  return before?.weekday ?? weekdayValue(behind ?? "") ?? null
}

function possible(year: number | null, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate()
}

/** The longest reading wins where two of them meet. */
function withoutOverlaps(days: WrittenDay[]): WrittenDay[] {
  const kept: WrittenDay[] = []
  const order = [...days].sort((a, b) => a.from - b.from || b.to - a.to)
  for (const day of order) {
    const last = kept.at(-1)
    if (last && day.from < last.to) {
      if (day.to - day.from > last.to - last.from) kept[kept.length - 1] = day
    } else kept.push(day)
  }
  return kept
}

/** "28 February – 1 March 2008" begins in the year in which it ends, and is one stretch of days. */
function withYears(days: WrittenDay[], text: string): WrittenDay[] {
  return days.map((day, index) => {
    const next = days[index + 1]
    if (day.year !== null || !next || next.year === null) return day
    const between = text.slice(day.to, Math.min(next.from, day.to + 8))
    if (!/^\s?(?:[-–—]|to|until|and|au|bis)\s?$/.test(between) || next.from > day.to + 7) return day
    return { ...day, year: next.year - (next.month < day.month ? 1 : 0) }
  })
}

/** `YYYY-MM-DD`. */
export function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`
}

/** The first such day on or after `from` (`YYYY-MM-DD`), for a date that names no year. */
export function nextSuchDay(day: WrittenDay, from: string): string {
  const year = Number(from.slice(0, 4))
  const same = isoDay(year, day.month, day.day)
  return same >= from ? same : isoDay(year + 1, day.month, day.day)
}

/**
 * The day of something that comes after `from`: without a year the next such day; in figures that
 * can be read in two ways the one that lies ahead.
 */
export function comingDay(day: WrittenDay, from: string): string {
  if (day.year === null) return nextSuchDay(day, from)
  const read = isoDay(day.year, day.month, day.day)
  const turned = isoDay(day.year, day.day, day.month)
  return day.doubtful && read < from && turned >= from ? turned : read
}
