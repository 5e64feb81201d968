import { findSentences } from "@/lib/imports/read/text/sentences"
import { findDays, type WrittenDay } from "@/lib/imports/read/times/calendar"
import { type Finding, quoteAt, type ReportFacts } from "../model"
import { bothYears, daysBetween } from "../reckon"
import { findRelative, type Relative } from "../relative-words"

const PARTS = new Set(["opening", "agenda", "discussion", "next", "closing"])
/** What is read of one paragraph. */
const LONGEST = 20_000
const COMING =
  /\b(?:will|shall|till|until|by|before|deadline|due|next|coming|upcoming|following dates?|planned|scheduled|due|extended|expected|postponed|register|registration|submit|remains? open|to be|is to|are to|going to|save the date)\b/i
const PAST =
  /\b(?:was|were|had|took place|held|sent|attended|met|published|launched|ended|closed|since|ago|earlier|previous|last|past|recently)\b/i
/** A day so near on one side that nothing else can be meant. */
const NEAR = 45

/**
 * A date that only says something to who knows the day of the meeting: "next week", "last November",
 * a day without a year. The whole date is worked out against the meeting's day where it is certain enough.
 */
export function relativeDate({
  paragraphs,
  start,
}: Pick<ReportFacts, "paragraphs" | "start">): Finding[] {
  const day = start?.value.date ?? null
  return paragraphs.flatMap((paragraph) => {
    if (!PARTS.has(paragraph.part)) return []
    const text = paragraph.text.slice(0, LONGEST)
    const found = [
      ...findRelative(text, day).map((each) => ({ ...each, lacks: "day" })),
      ...withoutYear(text, day).map((each) => ({ ...each, lacks: "year" })),
    ]
    return found
      .sort((a, b) => a.from - b.from)
      .map(
        ({ from, to, whole, lacks }): Finding => ({
          rule: "relative-date",
          severity: "note",
          ...quoteAt(paragraph, from, to),
          values: {
            text: text.slice(from, to),
            lacks,
            has: whole === null ? "nothing" : "whole",
            whole: whole ?? "",
          },
          ...(whole === null ? {} : { replacement: whole }),
        }),
      )
  })
}

/** Days without a year; two that are joined, as "30 March - 1 April", are one. */
function withoutYear(text: string, meeting: string | null): Relative[] {
  const days = /\d/.test(text) ? findDays(text).filter((day) => isNamed(text, day)) : []
  if (days.every(({ year }) => year !== null)) return []
  const sentences = findSentences(text)
  const found: Relative[] = []
  let place = 0
  for (let index = 0; index < days.length; index += 1) {
    const first = days[index]
    if (!first) continue
    const next = days[index + 1]
    const joined = next && SPAN.test(text.slice(first.to, next.from)) ? next : null
    if (joined) index += 1
    // "28 November – 2 December 2022": the one year stands for both.
    if (first.year !== null || (joined && joined.year !== null)) continue
    if (next?.year != null && LISTED.test(text.slice(first.to, next.from))) continue
    const to = endOf(text, joined ?? first)
    while ((sentences[place]?.to ?? text.length) < to) place += 1
    const sentence = sentences[place] ?? { from: 0, to: text.length }
    const around = text.slice(
      Math.max(sentence.from, first.from - 300),
      Math.min(sentence.to, to + 300),
    )
    const year = meeting ? yearOf(around, first, meeting) : null
    const sameYear = !joined || (meeting && year === yearOf(around, joined, meeting))
    const whole = year && sameYear ? withYear(text.slice(first.from, to), year) : null
    found.push({ from: first.from, to, whole })
  }
  return found
}

/** "3 may come" names no month. */
function isNamed(text: string, { year, from, to }: WrittenDay): boolean {
  return year !== null || /\p{Lu}/u.test(text.slice(from, to))
}

const SPAN = /^\s?(?:[-–—/]|to|until)\s?$/i
const LISTED = /^(?:,|\s?(?:and|or|&))\s?(?:on\s)?(?:the\s)?$/i

/** A full stop behind a month belongs to the day only where the sentence goes on: "3 Oct. at noon". */
function endOf(text: string, { to }: WrittenDay): number {
  if (text.charAt(to - 1) !== ".") return to
  return /^\s(?:\p{Ll}|\d)/u.test(text.slice(to, to + 2)) ? to : to - 1
}

/** "March 10th, 2022", "8th of July 2021". */
function withYear(printed: string, year: string): string {
  const monthFirst = /\d(?:st|nd|rd|th)?$/i.test(printed)
  return `${printed.replace(/\.$/, "")}${monthFirst ? "," : ""} ${year}`
}

/** The year that a day without one has, from what the sentence says of it; null when it could be two. */
function yearOf(sentence: string, { month, day }: WrittenDay, meeting: string): string | null {
  const [past, coming] = bothYears(meeting, month, day)
  const isComing = COMING.test(sentence)
  const isPast = PAST.test(sentence)
  const year = (of: string) => of.slice(0, 4)
  if (year(past) === year(coming) || isComing !== isPast) return year(isComing ? coming : past)
  const behind = daysBetween(past, meeting)
  const ahead = daysBetween(meeting, coming)
  if (Math.min(behind, ahead) > NEAR) return null
  return year(behind < ahead ? past : coming)
}
