import { and, eq, inArray, isNull, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { attendance, meetings } from "@/db/schema/meetings"
import { memberships } from "@/db/schema/members"
import { people, personAliases } from "@/db/schema/people"
import { listAffiliations } from "./affiliations"
import { folded } from "./fold"
import type { Candidate } from "./match"
import { blockingWords } from "./name-score"

export type KnownNames = { id: string; name: string; aliases: string[] }

/**
 * Everybody of the register whose name or an alias shares a word with one of the names. One pass over
 * the register, however many names are asked; whoever is found still has to be scored.
 */
export async function peopleSharingWords(
  reader: Reader,
  names: readonly string[],
): Promise<KnownNames[]> {
  const words = [...new Set(names.flatMap(blockingWords))]
  if (words.length === 0) return []
  const rows = await reader.execute<{ id: string; name: string; aliases: string[] }>(sql`
    with spelt as (
      select ${people.id} as id, ${folded(people.name)} as said from ${people}
        where ${people.mergedInto} is null
      union all
      select ${personAliases.personId}, ${folded(personAliases.alias)} from ${personAliases}
    ), found as (
      select distinct spelt.id from spelt
        cross join lateral unnest(
          string_to_array(translate(said, '-.,()"', '      '), ' ')
          || replace(translate(said, '-.,()"', '      '), ' ', '')
        ) as said_word(word)
        join unnest(${sql.param(words)}::text[]) as asked(word) on asked.word = said_word.word
    )
    select ${people.id} as id, ${people.name} as name, array_remove(array_agg(${personAliases.alias}), null) as aliases
      from found join ${people} on ${people.id} = found.id
      left join ${personAliases} on ${personAliases.personId} = ${people.id}
      where ${people.mergedInto} is null
      group by ${people.id}, ${people.name}`)
  return rows.map(({ id, name, aliases }) => ({ id, name, aliases }))
}

/** The same people with what tells them apart: where they belonged, and how the group knows them. */
export async function withEvidence(
  reader: Reader,
  groupId: string,
  known: readonly KnownNames[],
): Promise<Candidate[]> {
  const ids = known.map(({ id }) => id)
  if (ids.length === 0) return []
  const affiliations = await listAffiliations(reader, ids)
  const members = await reader
    .selectDistinct({ id: memberships.personId })
    .from(memberships)
    .where(
      and(
        eq(memberships.groupId, groupId),
        inArray(memberships.personId, ids),
        isNull(memberships.until),
      ),
    )
  const seats = await reader
    .selectDistinct({ id: attendance.personId, capacity: attendance.capacity })
    .from(attendance)
    .innerJoin(meetings, eq(meetings.id, attendance.meetingId))
    .where(and(eq(meetings.groupId, groupId), inArray(attendance.personId, ids)))
  const capacities = new Map<string, string[]>()
  for (const { id, capacity } of seats)
    capacities.set(id, [...(capacities.get(id) ?? []), ...(capacity ? [capacity] : [])])
  const inGroup = new Set([...members, ...seats].map(({ id }) => id))
  return known.map((person) => ({
    ...person,
    affiliations: affiliations.get(person.id) ?? [],
    capacities: capacities.get(person.id) ?? [],
    known: inGroup.has(person.id),
  }))
}
