import { type Finding, placeAt, type ReportFacts } from "../model"

/** A time stands without a zone, so that it was taken as UTC. */
export function zoneMissing({ start }: Pick<ReportFacts, "start">): Finding[] {
  if (!start?.value.time || start.value.zone !== null) return []
  return [
    {
      rule: "zone-missing",
      severity: "warning",
      place: placeAt(start.at),
      values: { time: start.value.time },
    },
  ]
}
