import { eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { memberships } from "@/db/schema/members"
import { people, personAliases } from "@/db/schema/people"
import { listAffiliations } from "@/lib/people/affiliations"
import { affiliationOn, affiliationText } from "@/lib/people/model"
import { now } from "@/lib/platform/clock"
import type { SearchText } from "../model"

/**
 * A person: in the list of each group that they are or were a member of, and in the register, which is
 * the secretariat's. Nothing of somebody whom another record took over.
 */
export async function personTexts(reader: Reader, personId: string): Promise<SearchText[]> {
  const [person] = await reader
    .select({ name: people.name, mergedInto: people.mergedInto })
    .from(people)
    .where(eq(people.id, personId))
  if (!person || person.mergedInto) return []
  const aliases = await reader
    .select({ alias: personAliases.alias })
    .from(personAliases)
    .where(eq(personAliases.personId, personId))
  const places = (await listAffiliations(reader, [personId])).get(personId) ?? []
  const joined = await reader
    .selectDistinct({ groupId: groups.id, slug: groups.slug })
    .from(memberships)
    .innerJoin(groups, eq(groups.id, memberships.groupId))
    .where(eq(memberships.personId, personId))
    .orderBy(groups.slug)
  const common = {
    kind: "person" as const,
    title: person.name,
    words: affiliationText(affiliationOn(places, now().toISOString().slice(0, 10))),
    names: [person.name, ...aliases.map(({ alias }) => alias)],
    also: "",
    number: null,
    language: "simple" as const,
    day: null,
    area: null,
  }
  return [
    { ...common, groupId: null, reach: "co-chairs", href: `/desk/people/${personId}` },
    ...joined.map(
      ({ groupId, slug }): SearchText => ({
        ...common,
        groupId,
        reach: "members",
        href: `/desk/${slug}/members/${personId}`,
      }),
    ),
  ]
}
