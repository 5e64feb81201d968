import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { consultationCalls } from "@/db/schema/consultations"
import { people } from "@/db/schema/people"
import { partsOf } from "@/lib/comments/markup"
import type { Part } from "@/lib/comments/model"

/** Under which name it is kept that a guest was told of an answer. */
export const answerCall = (commentId: string): string => `reply ${commentId}`

/** Under which name it is kept that a guest was told what became of a thread. */
export const outcomeCall = (threadId: string, decidedAt: Date): string =>
  `settled ${threadId} ${decidedAt.toISOString()}`

/** Under which name it is kept that a guest was told that a comment of theirs was hidden. */
export const hidingCall = (commentId: string, hiddenAt: Date): string =>
  `hidden ${commentId} ${hiddenAt.toISOString()}`

/** What a co-chair answered to a guest in their thread. */
export type AnswerToGuest = {
  id: string
  threadId: string
  seq: number
  by: string
  at: Date
  edited: boolean
  parts: Part[]
}

/**
 * The answers that a guest was told of, in their order, as they stand now; none that was withdrawn or hidden
 * since. What members say to each other in a thread was never told, and so is not among them.
 */
export async function answersTo(
  reader: Reader,
  { guestId, consultationId }: { guestId: string; consultationId: string },
): Promise<AnswerToGuest[]> {
  const told = reader
    .select({ id: sql<string>`substr(${consultationCalls.kind}, 7)::uuid`.as("id") })
    .from(consultationCalls)
    .where(
      and(
        eq(consultationCalls.consultationId, consultationId),
        eq(consultationCalls.recipientId, guestId),
        sql`${consultationCalls.kind} like 'reply %'`,
      ),
    )
  const rows = await reader
    .select({ comment: comments, by: people.name })
    .from(comments)
    .innerJoin(people, eq(people.id, comments.authorId))
    .where(
      and(
        inArray(comments.id, told),
        eq(comments.moderation, "admitted"),
        isNull(comments.withdrawnAt),
        isNull(comments.hiddenAt),
      ),
    )
    .orderBy(asc(comments.seq))
  return rows.map(({ comment, by }) => ({
    ...{ id: comment.id, threadId: comment.threadId, seq: comment.seq, by },
    ...{ at: comment.createdAt, edited: comment.editedAt !== null },
    parts: partsOf(comment.text),
  }))
}
