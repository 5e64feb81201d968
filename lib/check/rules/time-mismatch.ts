import { type Finding, placeAt, type ReportFacts } from "../model"
import { startReplaced, twoStarts } from "../two-starts"

/** The title and the text give different times of day. The title counts; zones are reckoned in. */
export function timeMismatch(report: Pick<ReportFacts, "starts" | "paragraphs">): Finding[] {
  const both = twoStarts(report)
  if (!both) return []
  const { title, text } = both
  if (!title.instant || !text.instant || title.time === null || text.time === null) return []
  // A time without a zone can only be compared as it is written.
  const bare = title.zone === null || text.zone === null
  const same = bare ? title.time === text.time : timeOf(title.instant) === timeOf(text.instant)
  if (same) return []
  return [
    {
      rule: "time-mismatch",
      severity: "error",
      place: placeAt(text.at),
      values: { title: title.printed, text: text.printed },
      fix: title.instant,
      ...startReplaced(title, text, report.paragraphs),
    },
  ]
}

function timeOf(instant: string): string {
  return instant.slice(11)
}
