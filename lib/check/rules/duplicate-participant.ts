import { type Finding, type Listed, placeAt, type ReportFacts } from "../model"
import { nameKey, nameWords } from "../names"

/**
 * A name stands more than once in the list of participants. Under two capacities that have nothing in common
 * it may well be two people's, so that is only noted.
 */
export function duplicateParticipant({
  participants,
}: Pick<ReportFacts, "participants">): Finding[] {
  const first = new Map<string, Listed>()
  const times = new Map<string, number>()
  return participants.flatMap((person): Finding[] => {
    const key = nameKey(person.name)
    const count = (times.get(key) ?? 0) + 1
    times.set(key, count)
    if (count === 1) first.set(key, person)
    if (count !== 2) return []
    const one = first.get(key)?.capacity ?? ""
    const other = person.capacity ?? ""
    const two = areApart(one, other)
    return [
      {
        rule: "duplicate-participant",
        severity: two ? "note" : "warning",
        place: placeAt(person.at),
        values: two ? { name: person.name, one, other } : { name: person.name },
      },
    ]
  })
}

function areApart(one: string, other: string): boolean {
  const words = new Set(nameWords(one))
  const others = nameWords(other)
  return words.size > 0 && others.length > 0 && !others.some((word) => words.has(word))
}
