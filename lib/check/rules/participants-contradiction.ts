import { type Finding, placeAt, type ReportFacts } from "../model"

/** The text keeps the list for those who ask for it, and yet the list is annexed. */
export function participantsContradiction(
  report: Pick<ReportFacts, "participants" | "participantsPromise">,
): Finding[] {
  const promise = report.participantsPromise
  if (promise?.says !== "on-request" || report.participants.length === 0) return []
  return [
    {
      rule: "participants-contradiction",
      severity: "warning",
      place: placeAt(promise.at),
      values: { count: report.participants.length },
    },
  ]
}
