import { type Finding, placeAt, type ReportFacts } from "../model"
import { nameKey } from "../names"

/** A name stands more than once in the list of participants. */
export function duplicateParticipant({
  participants,
}: Pick<ReportFacts, "participants">): Finding[] {
  const times = new Map<string, number>()
  return participants.flatMap((person): Finding[] => {
    const key = nameKey(person.name)
    const count = (times.get(key) ?? 0) + 1
    times.set(key, count)
    if (count !== 2) return []
    return [
      {
        rule: "duplicate-participant",
        severity: "warning",
        place: placeAt(person.at),
        values: { name: person.name },
      },
    ]
  })
}
