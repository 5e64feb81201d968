import { and, asc, eq, inArray } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { documents } from "@/db/schema/documents"
import { groups } from "@/db/schema/groups"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { type DocumentStatus, mayMove } from "./status"

/**
 * Step: moves those of some documents that have the status `from` to the status `to`, each with its
 * entry in the trail; others stay as they are. Does not authorize.
 */
export async function moveDocuments(
  tx: Transaction,
  actor: Actor,
  ids: readonly string[],
  { from, to }: { from: DocumentStatus; to: DocumentStatus },
): Promise<void> {
  if (!mayMove(from, to)) throw new Error(`There is no way from ${from} to ${to}`)
  if (ids.length === 0) return
  const held = await tx
    .select({
      id: documents.id,
      groupId: documents.groupId,
      title: documents.title,
      groupSlug: groups.slug,
    })
    .from(documents)
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .where(and(inArray(documents.id, [...ids]), eq(documents.status, from)))
    .orderBy(asc(documents.id))
    // Not the key: whoever comments holds that, and waits for the consultation that opens or closes here.
    .for("no key update", { of: documents })
  if (held.length === 0) return
  const moved = held.map(({ id }) => id)
  await tx.update(documents).set({ status: to }).where(inArray(documents.id, moved))
  for (const { id, groupId, title, groupSlug } of held) {
    await record(tx, {
      name: "document.statusChanged",
      actor,
      groupId,
      subject: { type: "document", id },
      data: { title, status: to, before: from },
      publicChange: [groupSlug],
    })
  }
}
