import { and, eq, isNull } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { threads } from "@/db/schema/threads"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { isId } from "@/lib/platform/ids"
import { authorize } from "@/lib/policy/can"
import type { keepDraftInput } from "./input"
import { holdRate } from "./limit"
import { editKey, isTyped, type TextRef, textIdOf } from "./model"
import { findCommentedText } from "./text"
import { ofText } from "./thread-row"
import { tidy } from "./tidy"
import { writeDraft } from "./write-draft"

/**
 * Keeps what somebody types and has not sent, with what they propose, what it is about and whether they
 * are not to be named, for them alone. `key` is `answerKey` of a thread of the text, `beginKey` or
 * `passageKey` of the text, or `editKey` of a comment of theirs. Resolves to whether it is kept: without
 * words, of what was sent, and where something came too late to be filed, nothing is. `too_many` beyond
 * the limit of a person.
 */
export async function keepDraft(
  actor: Actor,
  { on, key, quote, ...typed }: z.output<typeof keepDraftInput>,
): Promise<boolean> {
  return transaction(async (tx) => {
    const found = await findCommentedText(tx, on)
    if (!found) throw notFound()
    authorize(actor, "comment.write", { groupId: found.groupId })
    const personId = personOf(actor)
    if (personId === null) throw new Refusal("forbidden", "forbidden")
    await holdRate(tx, personId, "drafts")
    if (key.startsWith(editKey(""))) return keepEdit(tx, { personId, key, on }, typed)
    const isOfText = key.startsWith(`${textIdOf(on)}:`)
    const ofThread = isId(key) && (await tx.$count(threads, eq(threads.id, key))) > 0
    if (!isOfText && !ofThread) throw new Refusal("invalid", "comment.place")
    // A passage that was only selected is nothing that was typed.
    const about = isTyped(typed) ? quote : undefined
    return writeDraft(tx, { personId }, { key, ...typed, ...about })
  })
}

/** Of words that the comment has already nothing is kept. */
async function keepEdit(
  tx: Transaction,
  { personId, key, on }: { personId: string; key: string; on: TextRef },
  typed: { text: string; proposal?: string | undefined },
): Promise<boolean> {
  const commentId = key.slice(editKey("").length)
  const [comment] = isId(commentId)
    ? await tx
        .select({ text: comments.text, proposal: comments.proposal })
        .from(comments)
        .innerJoin(threads, eq(threads.id, comments.threadId))
        .where(
          and(
            ofText(on),
            eq(comments.id, commentId),
            eq(comments.authorId, personId),
            isNull(comments.withdrawnAt),
          ),
        )
    : []
  if (!comment) throw new Refusal("invalid", "comment.place")
  const { text, proposal = comment.proposal ?? "" } = typed
  const isSame = tidy(text) === comment.text && tidy(proposal) === (comment.proposal ?? "")
  return writeDraft(tx, { personId }, isSame ? { key, text: "" } : { key, text, proposal })
}
