import { and, eq, gt, isNull, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { commentDrafts, comments } from "@/db/schema/comments"
import { threads } from "@/db/schema/threads"
import { type Actor, personOf } from "@/lib/platform/actor"
import { minutesFromNow, now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { isId } from "@/lib/platform/ids"
import { authorize } from "@/lib/policy/can"
import type { keepDraftInput } from "./input"
import { holdRate } from "./limit"
import { textIdOf } from "./model"
import { findCommentedText } from "./text"
import { tidy } from "./write-comment"

/**
 * Keeps what somebody types and has not sent, for them alone; without words there is nothing to keep.
 * `key` is `answerKey` of a thread of the text, or `beginKey` of the text. What came too late to be
 * filed under the same key is never overwritten. `too_many` beyond the limit of a person.
 */
export async function keepDraft(
  actor: Actor,
  { on, key, text }: z.output<typeof keepDraftInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const found = await findCommentedText(tx, on)
    if (!found) throw notFound()
    authorize(actor, "comment.write", { groupId: found.groupId })
    const personId = personOf(actor)
    if (personId === null) throw new Refusal("forbidden", "forbidden")
    await holdRate(tx, personId, "drafts")
    const isOfText = key.startsWith(`${textIdOf(on)}:`)
    const ofThread = isId(key) && (await tx.$count(threads, eq(threads.id, key))) > 0
    if (!isOfText && !ofThread) throw new Refusal("invalid", "comment.place")
    const own = and(
      eq(commentDrafts.personId, personId),
      isNull(commentDrafts.guestId),
      eq(commentDrafts.key, key),
    )
    if (text.trim() === "" || (await wasSent(tx, personId, text))) {
      await tx.delete(commentDrafts).where(and(own, isNull(commentDrafts.keptBecause)))
      return
    }
    await tx
      .insert(commentDrafts)
      .values({ personId, key, text, savedAt: now() })
      .onConflictDoUpdate({
        target: [commentDrafts.personId, commentDrafts.guestId, commentDrafts.key],
        set: { text, savedAt: now() },
        setWhere: sql`${commentDrafts.keptBecause} is null`,
      })
  })
}

/** Whether these words were just sent: a draft that arrives behind its own comment is none. */
async function wasSent(tx: Transaction, authorId: string, text: string): Promise<boolean> {
  const sent = and(
    eq(comments.authorId, authorId),
    gt(comments.createdAt, minutesFromNow(-1)),
    eq(comments.text, tidy(text)),
  )
  return (await tx.$count(comments, sent)) > 0
}
