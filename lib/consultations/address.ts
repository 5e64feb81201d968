import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { consultations } from "@/db/schema/consultations"
import { freeSlug, slugOf } from "@/lib/documents/model"

/** Step: an address in the group that no other consultation has. Two that are planned at once wait for each other. */
export async function claimSlug(tx: Transaction, groupId: string, title: string): Promise<string> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`consultation slugs ${groupId}`}, 0))`,
  )
  const taken = await tx
    .select({ slug: consultations.slug })
    .from(consultations)
    .where(eq(consultations.groupId, groupId))
  const slug = slugOf(title)
  // A title without a letter of ours gets the word for what it is.
  const own = slug === slugOf("") ? "consultation" : slug
  return freeSlug(own, new Set(taken.map((each) => each.slug)))
}
