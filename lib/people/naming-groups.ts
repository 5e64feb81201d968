import { and, eq, inArray, isNull, or } from "drizzle-orm"
import { union } from "drizzle-orm/pg-core"
import type { Reader } from "@/db/client"
import { consultations } from "@/db/schema/consultations"
import { groups } from "@/db/schema/groups"
import { memberships } from "@/db/schema/members"
import { people } from "@/db/schema/people"

/**
 * The groups whose public pages call the person by the name of today: as co-chair now, or as who asked
 * in a consultation, also under a record that leads to theirs.
 */
export async function namingGroups(reader: Reader, personId: string): Promise<string[]> {
  const chaired = reader
    .select({ slug: groups.slug })
    .from(memberships)
    .innerJoin(groups, eq(groups.id, memberships.groupId))
    .where(
      and(
        eq(memberships.personId, personId),
        eq(memberships.role, "co-chair"),
        isNull(memberships.until),
      ),
    )
  const theirs = reader
    .select({ id: people.id })
    .from(people)
    .where(or(eq(people.id, personId), eq(people.mergedInto, personId)))
  const asked = reader
    .select({ slug: groups.slug })
    .from(consultations)
    .innerJoin(groups, eq(groups.id, consultations.groupId))
    .where(inArray(consultations.askedBy, theirs))
  return (await union(chaired, asked)).map(({ slug }) => slug)
}
