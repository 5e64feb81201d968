import type { WrittenStart } from "@/lib/check/model"
import { comingDay } from "./calendar"
import { findMoments, instantOf } from "./starts"

/** "Adjourned at 15:10, to meet again on …": that hour is the end of this meeting. */
const CLOSED = /\b(?:adjourned|closed|ended|rose|finished|concluded)\b[^;,]{0,16}$/i

/** A moment in running text, for a meeting that comes after `after` (`YYYY-MM-DD`). */
export function readComing(
  text: string,
  after: Pick<WrittenStart, "date" | "time" | "zone" | "order"> | null,
): {
  instant: string | null
  date: string | null
  time: string | null
  zone: string | null
  how: "read" | "inferred"
  at: [number, number]
} | null {
  const { days, times } = findMoments(text.slice(0, 1500), after?.order)
  const [first] = days
  const whole = days.find((each) => each.year !== null)
  // Of "31 March, 28 April and 26 May 2022" the first comes next.
  const between = first && whole ? text.slice(first.to, whole.from) : ""
  const isList = between.length <= 40 && /^\s?(?:[,;&]|and\b)/.test(between)
  const day = isList ? first : (whole ?? first)
  if (!day || (day.year === null && !after)) return null
  const date = comingDay(day, after?.date ?? "")
  const time =
    times.find((each) => each.from >= day.to) ??
    times.find((each) => !CLOSED.test(text.slice(Math.max(0, each.from - 30), each.from))) ??
    null
  // Without a zone of its own a time is in that of the meeting before.
  const zone = time ? (time.zone ?? after?.zone ?? null) : null
  const instant = time ? instantOf(date, time.time, zone) : null
  const sure = day.year !== null && time?.zone != null
  return {
    instant,
    date,
    time: time?.time ?? null,
    zone,
    how: sure ? "read" : "inferred",
    at: [day.from, Math.max(day.to, time?.to ?? 0)],
  }
}
