import type { Transaction } from "@/db/client"
import { addComment } from "@/lib/comments/add-comment"
import type { CommentWay } from "@/lib/comments/model"
import type { Filed } from "./file-comment"
import type { LockedConsultation } from "./lock"
import { forgetKept, takeIn } from "./take-in"

/**
 * Step: files what a guest answers in a thread of a consultation, if it arrived in time; otherwise it is
 * kept for them. Members speak in threads at any time.
 */
export async function answerInThread(
  tx: Transaction,
  given: {
    consultationId: string
    threadId: string
    arrivedAt: Date
    author: { guestId: string }
    way: CommentWay
    text: string
    submission: string
    unnamed: boolean
    /** Whether it waits for a co-chair, asked with the consultation in hand. */
    waits: (consultation: LockedConsultation) => boolean
    draft?: string
  },
): Promise<Filed> {
  const { consultationId, threadId, author, way, text, submission, unnamed, draft } = given
  const taken = await takeIn(tx, given)
  if ("before" in taken) return { filed: true, ...taken.before, late: false, waiting: false }
  if (!taken.filed) return { filed: false, lack: taken.lack }
  const { late } = taken
  const waiting = given.waits(taken.consultation)
  const moderation = waiting ? ("waiting" as const) : ("admitted" as const)
  const { commentId } = await addComment(tx, {
    ...{ threadId, author },
    comment: {
      ...{ text, submission, way, consultationId, late, unnamed, moderation },
      draft: draft ?? null,
    },
  })
  await forgetKept(tx, { consultationId, author, submission })
  return { filed: true, threadId, commentId, late, waiting }
}
