import { type Finding, placeAt, type ReportFacts } from "../model"

/** There is no list of participants. Where the text keeps it for those who ask, that is only a note. */
export function noParticipants(
  report: Pick<ReportFacts, "participants" | "participantsPromise">,
): Finding[] {
  if (report.participants.length > 0) return []
  const says = report.participantsPromise?.says ?? "nothing"
  return [
    {
      rule: "no-participants",
      severity: says === "on-request" ? "note" : "warning",
      place: placeAt(report.participantsPromise?.at ?? null),
      values: { says: says === "on-request" ? "request" : says },
    },
  ]
}
