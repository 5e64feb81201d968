import { eq } from "drizzle-orm"
import type { Reader, Transaction } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { mandates, mappings } from "@/db/schema/mapping"
import { notFound } from "@/lib/platform/errors"

export type HeldMapping = typeof mappings.$inferSelect & {
  groupSlug: string
  mandate: { slug: string; title: string; symbol: string }
}

const of = (reader: Reader, mappingId: string) =>
  reader
    .select({
      mapping: mappings,
      groupSlug: groups.slug,
      mandate: { slug: mandates.slug, title: mandates.title, symbol: mandates.symbol },
    })
    .from(mappings)
    .innerJoin(groups, eq(groups.id, mappings.groupId))
    .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
    .where(eq(mappings.id, mappingId))

function whole([found]: Awaited<ReturnType<typeof of>>): HeldMapping {
  if (!found) throw notFound()
  return { ...found.mapping, groupSlug: found.groupSlug, mandate: found.mandate }
}

/**
 * Step: holds a mapping until the transaction ends and returns it as it stands. Every change of it, of
 * its areas and of its rows begins here, so that changes of one mapping follow one another. Does not
 * authorize. `not_found` when there is no such mapping.
 */
export async function holdMapping(tx: Transaction, mappingId: string): Promise<HeldMapping> {
  return whole(await of(tx, mappingId).for("update", { of: mappings }))
}

/**
 * Step: a mapping as it stands, which others may change meanwhile: for what takes long to read. Whoever
 * writes then holds it, and looks whether its newest change is still the same. Does not authorize.
 */
export async function seeMapping(tx: Transaction, mappingId: string): Promise<HeldMapping> {
  return whole(await of(tx, mappingId))
}
