import { type Finding, placeAt, type ReportFacts } from "../model"
import { startReplaced, twoStarts } from "../two-starts"

/** The title and the text give different days. The title counts. */
export function dateMismatch(report: Pick<ReportFacts, "starts" | "paragraphs">): Finding[] {
  const both = twoStarts(report)
  if (!both || both.title.date === both.text.date) return []
  const { title, text } = both
  return [
    {
      rule: "date-mismatch",
      severity: "error",
      place: placeAt(text.at),
      values: { title: title.date, text: text.date },
      fix: title.date,
      ...startReplaced(title, text, report.paragraphs),
    },
  ]
}
