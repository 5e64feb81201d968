import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { mandates, mappings } from "@/db/schema/mapping"
import { notFound } from "@/lib/platform/errors"

export type HeldMapping = typeof mappings.$inferSelect & {
  groupSlug: string
  mandate: { slug: string; title: string; symbol: string }
}

/**
 * Step: holds a mapping until the transaction ends and returns it as it stands. Every change of it, of
 * its areas and of its rows begins here, so that changes of one mapping follow one another. Does not
 * authorize. `not_found` when there is no such mapping.
 */
export async function holdMapping(tx: Transaction, mappingId: string): Promise<HeldMapping> {
  const [held] = await tx
    .select({
      mapping: mappings,
      groupSlug: groups.slug,
      mandate: { slug: mandates.slug, title: mandates.title, symbol: mandates.symbol },
    })
    .from(mappings)
    .innerJoin(groups, eq(groups.id, mappings.groupId))
    .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
    .where(eq(mappings.id, mappingId))
    .for("update", { of: mappings })
  if (!held) throw notFound()
  return { ...held.mapping, groupSlug: held.groupSlug, mandate: held.mandate }
}
