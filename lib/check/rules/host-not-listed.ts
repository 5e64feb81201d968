import { isListed } from "../listed"
import { type CheckContext, type Finding, placeAt, type ReportFacts } from "../model"

/** Who hosted or moderated is not among the participants. Without a list nothing can be said. */
export function hostNotListed(
  report: Pick<ReportFacts, "hosts" | "moderators" | "participants">,
  { people }: Pick<CheckContext, "people">,
): Finding[] {
  if (report.participants.length === 0) return []
  const seen = new Set<string>()
  return [...report.hosts, ...report.moderators].flatMap((office): Finding[] => {
    if (seen.has(office.value) || isListed(office.value, report.participants, people)) return []
    seen.add(office.value)
    const hosts = report.hosts.some((host) => host.value === office.value)
    const moderates = report.moderators.some((moderator) => moderator.value === office.value)
    return [
      {
        rule: "host-not-listed",
        severity: "warning",
        place: placeAt(office.at),
        values: {
          name: office.value,
          office: hosts && moderates ? "both" : hosts ? "host" : "moderator",
        },
        fix: office.value,
      },
    ]
  })
}
