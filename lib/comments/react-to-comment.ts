import { and, eq } from "drizzle-orm"
import type { z } from "zod"
import { commentReactions } from "@/db/schema/comments"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { reactInput } from "./input"
import { holdRate } from "./limit"
import { lockComment } from "./lock-comment"
import { notifyText } from "./notify"
import { hideLack } from "./status"
import { trailTitle } from "./text"

/** Agrees with a comment or asks what it means; done again, it is taken back. `too_many` beyond the limit. */
export async function reactToComment(
  actor: Actor,
  { commentId, kind }: z.output<typeof reactInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const { comment, thread, text } = await lockComment(tx, commentId)
    authorize(actor, "comment.write", { groupId: thread.groupId })
    const personId = personOf(actor)
    if (personId === null) throw new Refusal("forbidden", "forbidden")
    await holdRate(tx, personId, "reactions")
    const lack = hideLack({ ...comment, hidden: comment.hiddenAt })
    if (lack) throw new Refusal("conflict", lack)
    const taken = await tx
      .delete(commentReactions)
      .where(
        and(
          eq(commentReactions.commentId, commentId),
          eq(commentReactions.personId, personId),
          eq(commentReactions.kind, kind),
        ),
      )
      .returning({ kind: commentReactions.kind })
    await notifyText(tx, text.text)
    if (taken.length > 0) return
    await tx.insert(commentReactions).values({ commentId, personId, kind })
    await record(tx, {
      name: "comment.reacted",
      actor,
      groupId: thread.groupId,
      subject: { type: "thread", id: thread.id },
      data: { thread: thread.id, comment: commentId, title: trailTitle(text), kind },
    })
  })
}
