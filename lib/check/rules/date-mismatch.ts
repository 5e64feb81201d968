import { type Finding, placeAt, type ReportFacts } from "../model"
import { startReplaced } from "../start-replaced"

/** The title and the text give different days. The title counts. */
export function dateMismatch(report: Pick<ReportFacts, "starts" | "paragraphs">): Finding[] {
  const { starts } = report
  const title = starts.find((start) => start.where === "title")
  const text = starts.find((start) => start.where === "text")
  if (!title || !text || title.date === text.date) return []
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
