import { eq } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { forgetDraft } from "./forget-draft"
import type { editCommentInput } from "./input"
import { holdRate } from "./limit"
import { lockComment, onlyAuthor } from "./lock-comment"
import { editKey } from "./model"
import { countedIn } from "./open-consultation"
import { rewriteComment } from "./rewrite-comment"
import { trailTitle } from "./text"

/**
 * Gives one's own comment other words; what it said before is kept. Nothing is written when nothing is
 * changed. One that counts to a consultation is late when its new words are, and refused with `conflict`
 * once none are taken. `too_many` beyond the limit of a person.
 */
export async function editComment(
  actor: Actor,
  { commentId, ...given }: z.output<typeof editCommentInput>,
): Promise<void> {
  const arrivedAt = now()
  await transaction(async (tx) => {
    const consultationId = await consultationOf(tx, commentId)
    // Held before the comment, as by whoever files one: so that nobody waits for each other.
    const counted = consultationId ? await countedIn(tx, consultationId, arrivedAt) : null
    const held = await lockComment(tx, commentId)
    const { thread, text } = held
    const { groupId } = thread
    authorize(actor, "comment.write", { groupId })
    onlyAuthor(actor, held)
    if (consultationId && !counted) throw new Refusal("conflict", "consultation.tooLateToEdit")
    const personId = personOf(actor)
    if (personId === null) throw new Refusal("forbidden", "forbidden")
    await holdRate(tx, personId, "edits")
    const isRewritten = await rewriteComment(tx, held, given)
    await forgetDraft(tx, { personId }, editKey(commentId))
    if (!isRewritten) return
    if (counted?.late)
      await tx.update(comments).set({ late: true }).where(eq(comments.id, commentId))
    await record(tx, {
      name: "comment.edited",
      actor,
      groupId,
      subject: { type: "thread", id: thread.id },
      data: { thread: thread.id, comment: commentId, title: trailTitle(text) },
    })
  })
}

async function consultationOf(tx: Transaction, commentId: string): Promise<string | null> {
  const [row] = await tx
    .select({ consultationId: comments.consultationId })
    .from(comments)
    .where(eq(comments.id, commentId))
  return row?.consultationId ?? null
}
