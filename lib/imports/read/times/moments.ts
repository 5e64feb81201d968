import { DateTime } from "luxon"
import { type DateOrder, findDays, type WrittenDay } from "./calendar"
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
