import { and, eq, isNull } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { memberships } from "@/db/schema/members"

/** The groups whose public pages name the person as co-chair now. */
export async function chairedGroups(reader: Reader, personId: string): Promise<string[]> {
  const rows = await reader
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
  return rows.map(({ slug }) => slug)
}
