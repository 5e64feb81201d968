import { asc, eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { people, personAliases } from "@/db/schema/people"
import { hashOf } from "@/lib/platform/secrets"
import { listAffiliations } from "./affiliations"
import type { Affiliation, StakeholderGroup } from "./model"

/** What the secretariat may change of a person. `mark` is another one as soon as any of it is. */
export type PersonFacts = {
  name: string
  stakeholderGroup: StakeholderGroup | null
  aliases: string[]
  affiliations: Affiliation[]
  mark: string
}

/** The changeable facts of a person, or null when there is none. */
export async function readFacts(reader: Reader, personId: string): Promise<PersonFacts | null> {
  const [person] = await reader
    .select({ name: people.name, stakeholderGroup: people.stakeholderGroup })
    .from(people)
    .where(eq(people.id, personId))
  if (!person) return null
  const aliases = await reader
    .select({ alias: personAliases.alias })
    .from(personAliases)
    .where(eq(personAliases.personId, personId))
    .orderBy(asc(personAliases.alias))
  const places = (await listAffiliations(reader, [personId])).get(personId) ?? []
  const facts = {
    ...person,
    aliases: aliases.map(({ alias }) => alias),
    affiliations: places.map(({ organisation, capacity, since, until }) => ({
      organisation,
      capacity,
      since,
      until,
    })),
  }
  return { ...facts, mark: hashOf(JSON.stringify(facts)) }
}
