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

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ")
const WEEKDAYS = "mon tue wed thu fri sat sun".split(" ")
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?"
const DAY = "(\\d{1,2})(?:st|nd|rd|th)?"
const RANGE = "(?:\\s?[-–—/]\\s?\\d{1,2}(?:st|nd|rd|th)?|\\s(?:to|and)\\s\\d{1,2}(?:st|nd|rd|th)?)?"
const YEAR = "((?:19|20)\\d\\d)"
const WEEKDAY = "(?:\\b(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?,?\\s+(?:the\\s+)?)?"

const DAY_FIRST = new RegExp(
  `${WEEKDAY}(?<![\\d.:])\\b${DAY}${RANGE}\\.?(?:\\s|-)(?:of\\s)?${MONTH}(?:(?:,?\\s|-)(?:of\\s)?${YEAR}\\b)?`,
  "giu",
)
const MONTH_FIRST = new RegExp(
  `${WEEKDAY}\\b${MONTH}\\s(?:the\\s)?${DAY}${RANGE}\\b(?![:.]\\d)(?:,?\\s${YEAR}\\b)?`,
  "giu",
)
const ISO = /\b((?:19|20)\d\d)[-./](\d{1,2})[-./](\d{1,2})(?!\d)/g
const SLASHED = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)\b/g

/** Every day written in a text, in order. Texts longer than a paragraph should come in parts. */
export function findDays(text: string): WrittenDay[] {
  const found: WrittenDay[] = []
  const add = (match: RegExpMatchArray, day: Omit<WrittenDay, "from" | "to">) => {
    const from = match.index ?? 0
    if (possible(day.year, day.month, day.day))
      found.push({ ...day, from, to: from + match[0].length })
  }
  for (const match of text.matchAll(DAY_FIRST)) {
    const [, weekday, day, month, year] = match
    add(match, named(year, month, day, weekday))
  }
  for (const match of text.matchAll(MONTH_FIRST)) {
    const [, weekday, month, day, year] = match
    add(match, named(year, month, day, weekday))
  }
  for (const match of text.matchAll(ISO)) {
    const [year, month, day] = match.slice(1, 4).map(Number)
    add(match, {
      year: year ?? 0,
      month: month ?? 0,
      day: day ?? 0,
      weekday: null,
      doubtful: false,
    })
  }
  for (const match of text.matchAll(SLASHED)) {
    const a = Number(match[1])
    const b = Number(match[3])
    const american = b > 12 && a <= 12
    add(match, {
      year: Number(match[4]),
      month: american ? a : b,
      day: american ? b : a,
      weekday: null,
      doubtful: a <= 12 && b <= 12 && a !== b && match[2] === "/",
    })
  }
  return withoutOverlaps(found)
}

function named(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  weekday: string | undefined,
): Omit<WrittenDay, "from" | "to"> {
  return {
    year: year ? Number(year) : null,
    month: MONTHS.indexOf((month ?? "").slice(0, 3).toLowerCase()) + 1,
    day: Number(day),
    weekday: weekday ? WEEKDAYS.indexOf(weekday.toLowerCase()) + 1 : null,
    doubtful: false,
  }
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
