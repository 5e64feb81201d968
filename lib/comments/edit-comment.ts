import type { z } from "zod"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { editCommentInput } from "./input"
import { holdRate } from "./limit"
import { lockComment, onlyAuthor } from "./lock-comment"
import { rewriteComment } from "./rewrite-comment"
import { trailTitle } from "./text"

/**
 * Gives one's own comment other words; what it said before is kept. Nothing is written when nothing is
 * changed. `too_many` beyond the limit of a person.
 */
export async function editComment(
  actor: Actor,
  { commentId, ...given }: z.output<typeof editCommentInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const held = await lockComment(tx, commentId)
    const { thread, text } = held
    const { groupId } = thread
    authorize(actor, "comment.write", { groupId })
    onlyAuthor(actor, held)
    const personId = personOf(actor)
    if (personId === null) throw new Refusal("forbidden", "forbidden")
    await holdRate(tx, personId, "edits")
    if (!(await rewriteComment(tx, held, given))) return
    await record(tx, {
      name: "comment.edited",
      actor,
      groupId,
      subject: { type: "thread", id: thread.id },
      data: { thread: thread.id, comment: commentId, title: trailTitle(text) },
    })
  })
}
