import { and, eq } from "drizzle-orm"
import { groups } from "@/db/schema/groups"
import { mandates, mappings } from "@/db/schema/mapping"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"

/**
 * Which mapping an address means, in one question, for the addresses that script asks often. Refuses as
 * `getMapping` does.
 */
export async function locateMapping(
  actor: Actor,
  groupSlug: string,
  mandateSlug: string,
): Promise<{ id: string; group: { id: string } }> {
  if (actor.kind === "public") throw new Refusal("sign_in", "signIn")
  const [found] = await database()
    .select({ id: mappings.id, groupId: mappings.groupId })
    .from(mappings)
    .innerJoin(groups, eq(groups.id, mappings.groupId))
    .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
    .where(and(eq(groups.slug, groupSlug), eq(mandates.slug, mandateSlug)))
  if (!found) throw notFound()
  authorize(actor, "mapping.read", { groupId: found.groupId })
  return { id: found.id, group: { id: found.groupId } }
}
