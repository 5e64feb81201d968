import { and, count, eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { events } from "@/db/schema/activity"
import { comments } from "@/db/schema/comments"
import { reviews } from "@/db/schema/reviews"
import { findConsultation } from "@/lib/consultations/queries"
import { consultationStatus } from "@/lib/consultations/status"
import { giveNotices } from "@/lib/notices/give"
import { coChairsOf } from "@/lib/notices/recipients"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { consultationGuestsHref, worksheetHref } from "./hrefs"

/**
 * The co-chairs are told that a guest's comment waits for them, once each time that it begins to wait.
 * Nothing of what the guest wrote: that stands in the queue, where it is moderated.
 */
export async function tellOfWaiting(commentId: string): Promise<void> {
  await transaction(async (tx) => {
    const [comment] = await tx.select().from(comments).where(eq(comments.id, commentId))
    if (comment?.moderation !== "waiting" || comment.withdrawnAt || !comment.consultationId) return
    const consultation = await findConsultation(tx, comment.consultationId)
    if (!consultation) return
    const { id, group, slug, title } = consultation
    await giveNotices(tx, {
      kind: "consultation-held",
      groupId: group.id,
      personIds: await coChairsOf(tx, group.id),
      key: `waiting ${commentId} ${await timesModerated(tx, comment)}`,
      href: consultationGuestsHref(group.slug, slug),
      data: { title, what: "waiting", comment: commentId },
      conversation: `held.${id}`,
    })
  })
}

/** An author who gives a comment other words lets it wait once more after each answer that it had. */
async function timesModerated(
  tx: Transaction,
  { id, threadId }: typeof comments.$inferSelect,
): Promise<number> {
  const [answered] = await tx
    .select({ n: count() })
    .from(events)
    .where(
      and(
        eq(events.subjectType, "thread"),
        eq(events.subjectId, threadId),
        eq(events.name, "comment.moderated"),
        sql`${events.data}->>'comment' = ${id}`,
      ),
    )
  return answered?.n ?? 0
}

/**
 * The co-chairs are told that a consultation is over and can be worked through, once for each end; but
 * for whoever closed it. Of a review they are told by the review itself.
 */
export async function tellOfEnd(consultationId: string, closedBy: string | null): Promise<void> {
  await transaction(async (tx) => {
    const consultation = await findConsultation(tx, consultationId)
    if (!consultation) return
    const status = consultationStatus(consultation, now())
    if (status !== "late" && status !== "closed") return
    if ((await tx.$count(reviews, eq(reviews.consultationId, consultationId))) > 0) return
    const { id, group, slug, title, closesAt } = consultation
    await giveNotices(tx, {
      kind: "consultation-held",
      groupId: group.id,
      personIds: (await coChairsOf(tx, group.id)).filter((personId) => personId !== closedBy),
      key: `over ${id} ${closesAt.toISOString()}`,
      href: worksheetHref(group.slug, slug),
      data: {
        ...{ title, what: "over" },
        comments: await tx.$count(comments, eq(comments.consultationId, id)),
      },
      conversation: `held.${id}`,
    })
  })
}
