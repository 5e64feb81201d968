import type { Transaction } from "@/db/client"
import type { Finding } from "@/lib/check/model"
import { addPerson } from "@/lib/people/add-person"
import { peopleSharingWords, withEvidence } from "@/lib/people/candidates"
import type { Candidate } from "@/lib/people/match"
import { foldName } from "@/lib/people/model"
import { nameKeyOf } from "@/lib/people/name-score"
import type { Actor } from "@/lib/platform/actor"
import { groupedBy } from "@/lib/platform/grouped"
import type { ImportDraft } from "./draft"
import { answersOf } from "./identify"

type Where = { actor: Actor; groupId: string; batchId: string }
/** A place in the list of those present. */
type Line = { at: number; name: string; key: string; capacity: string }
type Bearer = {
  id: string
  keys: string[]
  capacities: string[]
  /** The names of which somebody said that they do not mean this person. */
  others: string[]
}

/**
 * Step: who sits where namesakes are present under several capacities, whom somebody looked at and left as
 * they are several people; by the place in the list. Under a capacity sits the bearer of the name who
 * stood under it before; where there is none, whom the name means in this file, and then somebody who is added.
 * An answer speaks of a name, which several bear here: where each capacity has its bearer, it is not asked.
 */
export async function seatNamesakes(
  tx: Transaction,
  read: { draft: ImportDraft; findings: readonly Finding[] },
  idOf: (name: string) => string,
  by: Where,
): Promise<Map<number, string>> {
  const seats = new Map<number, string>()
  const lines = linesOf(read)
  if (lines.length === 0) return seats
  const bearers = await bearersOf(tx, lines, by)
  for (const [key, namesakes] of groupedBy(lines, (line) => line.key)) {
    const capacities = [...new Set(namesakes.map(({ capacity }) => capacity))]
    if (capacities.length < 2) continue
    const name = namesakes[0]?.name ?? ""
    const seated = new Map<string, string>()
    const isFree = (id: string) => ![...seated.values()].includes(id)
    const bearing = bearers.filter((each) => each.keys.includes(key))
    const seat = (from: readonly Bearer[]) => {
      for (const capacity of capacities) {
        const known = from.find((each) => each.capacities.includes(capacity) && isFree(each.id))
        if (known) seated.set(capacity, known.id)
      }
    }
    seat(bearing)
    if (seated.size < capacities.length) {
      seated.clear()
      seat(bearing.filter((each) => !each.others.includes(key)))
    }
    for (const capacity of capacities.filter((each) => !seated.has(each))) {
      const meant = idOf(name)
      seated.set(capacity, isFree(meant) ? meant : (await addPerson(tx, { name }, by)).id)
    }
    for (const { at, capacity } of namesakes) seats.set(at, seated.get(capacity) ?? idOf(name))
  }
  return seats
}

function linesOf({
  draft: { present, left },
  findings,
}: {
  draft: ImportDraft
  findings: readonly Finding[]
}): Line[] {
  const two = findings.filter(
    ({ rule, values }, place) =>
      rule === "duplicate-participant" && values.other !== undefined && left.includes(place),
  )
  const keys = new Set(two.map(({ values }) => nameKeyOf(String(values.name ?? ""))))
  return present.flatMap(({ name, capacity }, at) => {
    const line = { at, name, key: nameKeyOf(name), capacity: foldName(capacity) }
    return keys.has(line.key) && line.capacity !== "" ? [line] : []
  })
}

/** Who bears one of the names, and of which somebody said that they do not mean them. */
async function bearersOf(
  tx: Transaction,
  lines: readonly Line[],
  { groupId, batchId }: Where,
): Promise<Bearer[]> {
  const [sharing, answers] = await Promise.all([
    peopleSharingWords(
      tx,
      lines.map(({ name }) => name),
    ),
    answersOf(tx, { groupId, batchId }),
  ])
  const othersOf = (id: string) =>
    answers.flatMap(({ name, personId, answer }) =>
      answer === "other" && personId === id ? [nameKeyOf(name)] : [],
    )
  const asked = new Set(lines.map(({ key }) => key))
  const keysOf = ({ name, aliases }: Pick<Candidate, "name" | "aliases">) =>
    [name, ...aliases].map(nameKeyOf).filter((key) => asked.has(key))
  const bearing = sharing.filter((person) => keysOf(person).length > 0)
  const known = await withEvidence(tx, groupId, bearing)
  return known
    .map((person) => ({
      id: person.id,
      keys: keysOf(person),
      others: othersOf(person.id),
      capacities: [
        ...person.capacities,
        ...person.affiliations.map(({ organisation }) => organisation),
      ].map(foldName),
    }))
    .sort((a, b) => a.id.localeCompare(b.id))
}
