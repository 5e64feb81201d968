import { and, count, eq, isNull, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { consultations } from "@/db/schema/consultations"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import type { LockedConsultation } from "./lock"
import { endDocuments } from "./open-documents"

/**
 * Step: closes a held consultation, once, and records how many comments it has. The hold waits for every
 * comment that is being filed, so that none is missed. Resolves to whether it did.
 */
export async function closeNow(
  tx: Transaction,
  consultation: LockedConsultation,
  actor: Actor,
  at: Date,
): Promise<boolean> {
  if (consultation.closedAt) return false
  const { id, groupId, groupSlug, title } = consultation
  const early = consultation.closesAt > at
  const closesAt = early ? at : consultation.closesAt
  const [closed] = await tx
    .update(consultations)
    .set({ closedAt: at, closesAt, revision: sql`${consultations.revision} + 1` })
    .where(and(eq(consultations.id, id), isNull(consultations.closedAt)))
    .returning({ id: consultations.id })
  if (!closed) return false
  await endDocuments(tx, actor, id)
  const [filed] = await tx
    .select({ n: count() })
    .from(comments)
    .where(eq(comments.consultationId, id))
  await record(tx, {
    name: "consultation.closed",
    actor,
    groupId,
    subject: { type: "consultation", id },
    data: { title, comments: filed?.n ?? 0, ...(early && { early }) },
    publicChange: [groupSlug],
  })
  return true
}
