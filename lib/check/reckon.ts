const DAY = 86_400_000
const MONTHS =
  "January February March April May June July August September October November December".split(" ")
const WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ")

const instant = (day: string) => Date.parse(`${day}T00:00:00Z`)
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** A day (`YYYY-MM-DD`) so many days later. */
export function shifted(day: string, days: number): string {
  return dayOf(instant(day) + days * DAY)
}

/** How many days the second lies behind the first. */
export function daysBetween(first: string, second: string): number {
  return Math.round((instant(second) - instant(first)) / DAY)
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return shifted(day, 1 - weekdayOf(day))
}

/** Monday is 1. */
export function weekdayOf(day: string): number {
  return new Date(instant(day)).getUTCDay() || 7
}

/** "6 October 2021", as English minutes write it. */
export function englishDay(day: string): string {
  return `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
}

/** The name of a weekday in English, Monday being 1. */
export function englishWeekday(weekday: number): string {
  return WEEKDAYS[weekday - 1] ?? ""
}

/** The place of a month by its English name, from 1; 0 for what is none. */
export function monthOf(name: string): number {
  return MONTHS.findIndex((month) => month.toLowerCase() === name.toLowerCase()) + 1
}

/** "November 2021": the month so many months away. */
export function englishMonth(day: string, months: number): string {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  return `${MONTHS[at % 12]} ${Math.floor(at / 12)}`
}

/** How a day without a year is meant: the years that it can have around a day, the earlier first. */
export function bothYears(
  day: string,
  month: number,
  date: number,
): [past: string, coming: string] {
  const year = Number(day.slice(0, 4))
  const of = (which: number) =>
    `${which}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`
  return of(year) >= day ? [of(year - 1), of(year)] : [of(year), of(year + 1)]
}
