import { type Finding, placeAt, type ReportFacts } from "../model"

/** The report names no number of its meeting. */
export function numberMissing({ numbers }: Pick<ReportFacts, "numbers">): Finding[] {
  if (numbers.printed.length > 0) return []
  return [{ rule: "number-missing", severity: "warning", place: placeAt(null), values: {} }]
}
