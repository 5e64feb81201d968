import { and, asc, eq, gt, isNull, or } from "drizzle-orm"
import { groups } from "@/db/schema/groups"
import { memberships } from "@/db/schema/members"
import { people } from "@/db/schema/people"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"

/** A group as the world sees it. Of its members only the co-chairs are named. */
export interface PublicGroup {
  slug: string
  shortName: string
  name: string
  purpose: string
  setUp: string
  coChairs: string[]
}

const facts = {
  slug: groups.slug,
  shortName: groups.shortName,
  name: groups.name,
  purpose: groups.purpose,
  setUp: groups.setUp,
}

/** All groups by name, without their co-chairs. */
export async function listPublicGroups(): Promise<Omit<PublicGroup, "coChairs">[]> {
  return database().select(facts).from(groups).orderBy(asc(groups.name))
}

/** The group at an address, or null. Co-chairs in the order in which they took office. */
export async function findPublicGroup(slug: string): Promise<PublicGroup | null> {
  const [group] = await database()
    .select({ id: groups.id, ...facts })
    .from(groups)
    .where(eq(groups.slug, slug))
  if (!group) return null
  const { id, ...shown } = group
  const chairs = await database()
    .select({ name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.groupId, id),
        eq(memberships.role, "co-chair"),
        or(isNull(memberships.until), gt(memberships.until, now())),
      ),
    )
    .orderBy(asc(memberships.since), asc(people.name))
  return { ...shown, coChairs: chairs.map((chair) => chair.name) }
}
