import { type Finding, placeAt, type ReportFacts } from "../model"

/** The report does not say when the meeting began: no date, or a date without a time. */
export function startMissing({ start }: Pick<ReportFacts, "start">): Finding[] {
  if (start?.value.time) return []
  const date = start?.value.date ?? ""
  return [
    {
      rule: "start-missing",
      severity: "warning",
      place: placeAt(start?.at ?? null),
      values: { has: date ? "date" : "nothing", date },
    },
  ]
}
