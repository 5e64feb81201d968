import { findDays, isoDay } from "@/lib/imports/read/times/calendar"
import { type Finding, type ParagraphFact, quoteAt, type ReportFacts } from "../model"
import { englishWeekday, weekdayOf } from "../reckon"

/** What is read of one paragraph. */
const LONGEST = 20_000
const WEEKDAY = /(?<!\p{L})(?:mon|tue|wed|thu|fri|sat|sun)/iu

/** A date is printed with a weekday that it does not have, wherever in the text. */
export function weekdayMismatch({ paragraphs }: Pick<ReportFacts, "paragraphs">): Finding[] {
  const named = paragraphs.filter(({ text }) => WEEKDAY.test(text))
  return named.flatMap((paragraph) =>
    findDays(paragraph.text.slice(0, LONGEST)).flatMap((written): Finding[] => {
      const { year, month, day, weekday, from, to, doubtful } = written
      if (weekday === null || year === null || doubtful) return []
      const date = isoDay(year, month, day)
      const real = weekdayOf(date)
      return real === weekday ? [] : [findingOf(paragraph, from, to, date, real)]
    }),
  )
}

/** The weekday alone is what may be replaced: the date is what the rest of the report hangs on. */
function findingOf(
  paragraph: ParagraphFact,
  from: number,
  to: number,
  date: string,
  real: number,
): Finding {
  const printed = /^\p{L}+/u.exec(paragraph.text.slice(from, to))?.[0] ?? ""
  const whole = englishWeekday(real)
  return {
    rule: "weekday-mismatch",
    severity: "warning",
    ...quoteAt(paragraph, from, from + printed.length),
    values: { date, weekday: real },
    replacement: printed.length < 5 ? whole.slice(0, 3) : whole,
  }
}
