import { eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { notFound } from "@/lib/platform/errors"

/** Step: the address of a group. `not_found` when there is none. */
export async function groupSlugOf(reader: Reader, groupId: string): Promise<string> {
  const [group] = await reader
    .select({ slug: groups.slug })
    .from(groups)
    .where(eq(groups.id, groupId))
  if (!group) throw notFound()
  return group.slug
}
