import { hoursInWords } from "./hours-in-words"
import { readZone, zoneBehind, zoneInFront } from "./zones"

/** A time of day as written, `HH:MM`, with its zone in luxon's form where one stands after it. */
export type WrittenTime = { time: string; zone: string | null; from: number; to: number }

const HALF = "([ap])\\.?\\s?m(?![A-Za-z0-9])\\.?"
const TWELVE = new RegExp(
  `(?<![\\d.:/-])(\\d{1,2})(?:[:.h](\\d{2}))?(?:\\s?(?:-|–|—|to)\\s?(\\d{1,2})(?:[:.h](\\d{2}))?)?(?:\\so['’]clock)?\\s?${HALF}`,
  "gi",
)
const TWENTY_FOUR =
  /(?<![\d.,:/+-])([01]?\d|2[0-4])(?:([:hH])|(\.|\s[hH]\s|\sheures?\s|\shoras\s))([0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?(?![\d%])/g
/** "1:00-2:45": hours on the dial, of an afternoon where neither half nor zone is said. */
const AFTERNOON = /^[1-6]:[0-5]\d\s?[-–—]\s?[1-9]:[0-5]\d(?![\d:%]|\s?[ap]\.?m)/i
const EVENING = /^\s(?:in the (?:evening|afternoon)|at night)\b/i
/** "1400 UTC", "0900 local time", "called to order at 1900". */
const BARE =
  /(?<![\d.,:/-])([01]\d|2[0-3])([0-5]\d)(?:(?<=\b(?:to order|opened|opened the meeting|began|started|convened) at \d{4})(?![\d:.,-]\d|\d)|(?=\s?(?:[-–—]\s?\d{4}\s?)?\(?(?:UTC|GMT|utc|gmt|[A-Z]{1,3}[DS]?T|Z|h|hrs|hours|local time|(?:US )?(?:Eastern|Central|Mountain|Pacific))\b))/g
const NAMED = /\b(?:12\s)?(noon|midday|midi|midnight|minuit)\b/gi
const HOURS =
  /(?<![\d.:])([01]?\d|2[0-3])\s?(?:h\b|hrs\b|hours?\b)?(?=\s?(?:(?:[-–—]|to)\s?\d{1,2}\s?(?:h\b|hrs\b|hours?\b)?)?\s?(?:UTC|GMT|CES?T|BST|E[DS]?T|P[DS]?T)\b)/g
/** "14h-16h", "de 9h à 11h": whole hours of a span. */
const SPAN =
  /(?<![\d.:])(0?[7-9]|1\d|2[0-3])\s?h(?=\s?(?:[-–—]|to|à|a|bis)\s?\d{1,2}\s?h(?:\d\d)?(?![\p{L}\d]))/giu
/** "at 19h", "um 19 Uhr": a whole hour behind its small word. */
const AT_HOUR =
  /(?<=(?:^|[\s(])(?:at|à|às|las|um|from|dès)\s|\d,\s)(0?\d|1\d|2[0-3])\s?(?:h|hrs|hours|uhr|heures|horas)(?![\p{L}\d])/giu
/** "16 Uhr", "18 Uhr 30": the word says that it is an hour. */
const UHR = /(?<![\d.:])([01]?\d|2[0-3])\sUhr(?:\s([0-5]\d)(?![\d.:]))?(?!\p{L})/gu
/** The end of a span of time, which stands between its start and its zone. */
const UNTIL =
  /^\s?(?:-|–|—|to|until|till|and|à|au|bis|a)\s?\d{1,2}(?:(?:[:.hH]|\s(?:h|heures?|horas)\s)?\d{2})?(?::\d{2})?(?:\s?[ap]\.?\s?m\b\.?)?/i

const STAMP_END = /\d\d:\d\d:\d\d\s[+-]\d{4}$/

/** What makes an hour of "10.00": a label or a small word in front, or the end of a span behind. */
const SURE_BEFORE =
  /(?:\b(?:at|klo|kl|om|um|alle|alle ore|à|às|a las|godz)\.?|\btimes?\s?[:|]|\b(?:start(?:ing|s)?|began|begin(?:s|ning)?|commenc(?:ed|es|ing))(?:\s?[:|]|\sat)?)\s{1,3}$/i
const SURE_BEHIND =
  /^\s?[-–—]\s?(?:[01]?\d|2[0-4])\.[0-5]\d(?![.\d])|^\s?(?:to|until|till|bis|à)\s(?:[01]?\d|2[0-4])\.[0-5]\d\s?(?:h|hrs|hours|uhr)\b/i

/**
 * Every time of day in a text, in order. Of a span ("13:00–14:30 UTC") the start, with its zone.
 * `besides`: where its days end, since "24 May 2023, 10.00" tells the hour.
 */
export function findTimes(text: string, besides: readonly number[] = []): WrittenTime[] {
  const found: WrittenTime[] = []
  const add = (from: number, length: number, hour: number, minute: number, sure = true) => {
    if (hour > 24 || minute > 59) return
    let to = from + length
    // "19:00:00 -0700": behind seconds a machine writes how far the zone is from UTC.
    const isStamp = STAMP_END.test(text.slice(Math.max(0, to - 8), to + 6))
    const until = isStamp ? null : UNTIL.exec(text.slice(to, to + 40))
    const zoneFrom = to + (until ? until[0].length : 0)
    const before = zoneInFront(text.slice(Math.max(0, from - 80), from))
    const zone =
      zoneBehind(text.slice(zoneFrom, zoneFrom + 64)) ??
      (before ? { zone: before, length: 0 } : null)
    const told = sure || zone || besides.some((end) => isBeside(text.slice(end, from)))
    const said = SURE_BEFORE.test(text.slice(Math.max(0, from - 20), from))
    if (!told && !said && !SURE_BEHIND.test(text.slice(to, to + 20))) return
    to = zone ? zoneFrom + zone.length : zoneFrom
    const time = `${String(hour % 24).padStart(2, "0")}:${String(minute).padStart(2, "0")}`
    found.push({ time, zone: zone?.zone ?? null, from, to })
  }
  for (const match of text.matchAll(TWELVE)) {
    const [all, hour, minute, endHour, , half] = match
    const late = (half ?? "").toLowerCase() === "p"
    const start = Number(hour)
    if (start < 1 || start > 12) continue
    // "11–1 p.m." starts in the morning: its first hour is the later of the two on the dial.
    const early = endHour !== undefined && start % 12 > Number(endHour) % 12
    const afternoon = early ? !late : late
    add(match.index, all.length, (start % 12) + (afternoon ? 12 : 0), Number(minute ?? 0))
  }
  for (const match of text.matchAll(TWENTY_FOUR)) {
    if (found.some(({ from }) => from === match.index)) continue
    const sure = match[2] !== undefined || /\p{L}/u.test(match[3] ?? "")
    const late = AFTERNOON.exec(text.slice(match.index, match.index + 24))
    const ends = match.index + (late?.[0].length ?? 0)
    const half = late && readZone(text.slice(ends, ends + 64)) === null ? 12 : 0
    const behind = match.index + match[0].length
    // "7.30 in the evening"
    const evening = Number(match[1]) < 12 && EVENING.test(text.slice(behind, behind + 20))
    const shift = evening ? 12 : half
    add(match.index, match[0].length, Number(match[1]) + shift, Number(match[4]), sure || evening)
  }
  for (const match of text.matchAll(BARE)) {
    add(match.index, match[0].length, Number(match[1]), Number(match[2]))
  }
  for (const match of text.matchAll(NAMED)) {
    add(match.index, match[0].length, /^(?:midnight|minuit)$/i.test(match[1] ?? "") ? 0 : 12, 0)
  }
  for (const { from, length, hour, minute } of hoursInWords(text)) add(from, length, hour, minute)
  for (const match of text.matchAll(AT_HOUR)) add(match.index, match[0].length, Number(match[1]), 0)
  for (const match of text.matchAll(UHR))
    add(match.index, match[0].length, Number(match[1]), Number(match[2] ?? 0))
  for (const match of text.matchAll(SPAN)) add(match.index, match[0].length, Number(match[1]), 0)
  for (const match of text.matchAll(HOURS)) add(match.index, match[0].length, Number(match[1]), 0)
  return withoutOverlaps(found)
}

const isBeside = (between: string) => between.length <= 6 && /^[,;|\s–—-]+$/.test(between)

function withoutOverlaps(times: WrittenTime[]): WrittenTime[] {
  const kept: WrittenTime[] = []
  for (const time of [...times].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (time.from >= (kept.at(-1)?.to ?? 0)) kept.push(time)
  }
  return kept
}
