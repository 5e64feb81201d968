import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { Refusal } from "@/lib/platform/errors"
import { type LockedComment, lockComment } from "./lock-comment"
import { notifyText } from "./notify"
import { applyLack } from "./status"
import { trailTitle } from "./text"

/**
 * Step: notes that the proposed words of a comment were put into the text, and by whom; records
 * `proposal.applied`. Changes no text and does not authorize. Gives the comment as it stood, so that the
 * caller knows its words and its author. `conflict` when there is nothing to apply, or it was applied.
 */
export async function markApplied(
  tx: Transaction,
  { commentId, actor }: { commentId: string; actor: Actor },
): Promise<LockedComment> {
  const held = await lockComment(tx, commentId)
  const { comment, thread, text } = held
  const lack = applyLack({ ...comment, hidden: comment.hiddenAt })
  if (lack) throw new Refusal("conflict", lack)
  const appliedBy = personOf(actor)
  if (appliedBy === null) throw new Refusal("forbidden", "forbidden")
  await tx.update(comments).set({ appliedAt: now(), appliedBy }).where(eq(comments.id, commentId))
  await notifyText(tx, text.text)
  await record(tx, {
    name: "proposal.applied",
    actor,
    groupId: thread.groupId,
    subject: { type: "thread", id: thread.id },
    data: { thread: thread.id, comment: commentId, title: trailTitle(text) },
  })
  return held
}
