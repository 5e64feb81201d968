import { and, eq, isNull, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { consultations } from "@/db/schema/consultations"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import type { LockedConsultation } from "./lock"
import { openDocuments } from "./open-documents"
import { settleTexts } from "./settle-texts"
import { pinRevisions } from "./texts"

/**
 * Step: opens a held consultation, once, whose texts are held too (`holdTexts`): what was written in them
 * to the last word is made a revision and noted, drafts among them are open for comments, and everyone is told by what follows from the event. Resolves to whether it did; a second server finds it open.
 */
export async function openNow(
  tx: Transaction,
  consultation: LockedConsultation,
  actor: Actor,
  at: Date,
): Promise<boolean> {
  if (consultation.openedAt) return false
  const { id, groupId, groupSlug, title } = consultation
  await settleTexts(tx, id)
  // Opened by hand, it is open from now on; by the clock, from the instant that was said.
  const opensAt = consultation.opensAt > at ? at : consultation.opensAt
  const [opened] = await tx
    .update(consultations)
    .set({ openedAt: at, opensAt, revision: sql`${consultations.revision} + 1` })
    .where(and(eq(consultations.id, id), isNull(consultations.openedAt)))
    .returning({ closesAt: consultations.closesAt })
  if (!opened) return false
  await pinRevisions(tx, id)
  await openDocuments(tx, actor, id)
  await record(tx, {
    name: "consultation.opened",
    actor,
    groupId,
    subject: { type: "consultation", id },
    data: { title, closesAt: opened.closesAt.toISOString() },
    publicChange: [groupSlug],
  })
  return true
}
