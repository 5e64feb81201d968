import { and, asc, eq, gte, isNotNull, isNull, lt, ne } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { consultationCalls, consultationGuests } from "@/db/schema/consultations"
import { people } from "@/db/schema/people"
import { threads } from "@/db/schema/threads"
import { writeAnswer, writeHiding, writeOutcomes } from "@/lib/consultations/answer-letters"
import { answerCall, hidingCall, outcomeCall } from "@/lib/consultations/answers-to-guests"
import { findConsultation } from "@/lib/consultations/queries"
import { holds } from "@/lib/notices/recipients"
import { transaction } from "@/lib/platform/database"

/** Threads that are decided within this time are told in one mail: one worksheet decides many. */
const together = 3_600_000

type Guest = typeof consultationGuests.$inferSelect

/**
 * A guest who wrote in a thread is told what a co-chair or the secretariat answers there, once for each
 * answer. What members say to each other is not meant for them, and neither mailed nor shown.
 */
export async function tellGuestsOfAnswer(commentId: string): Promise<void> {
  await transaction(async (tx) => {
    const [found] = await tx
      .select({ comment: comments, thread: threads, by: people.name })
      .from(comments)
      .innerJoin(threads, eq(threads.id, comments.threadId))
      .innerJoin(people, eq(people.id, comments.authorId))
      .where(eq(comments.id, commentId))
    if (!found?.comment.authorId || found.comment.moderation !== "admitted") return
    const { comment, thread, by } = found
    if (comment.withdrawnAt || comment.hiddenAt || !thread.consultationId) return
    if (!(await holds(tx, thread.groupId, found.comment.authorId))) return
    const consultation = await findConsultation(tx, thread.consultationId)
    if (!consultation) return
    for (const { guest, words } of await guestsBefore(tx, comment)) {
      if (!(await isFresh(tx, guest, answerCall(commentId))) || !isWrittenTo(guest)) continue
      const { threadId, text } = comment
      await writeAnswer(tx, consultation, guest, { by, text, threadId, words })
    }
  })
}

/** The guests who wrote in a thread before a comment, each with the last that they said there. */
async function guestsBefore(
  tx: Transaction,
  { threadId, seq }: Pick<typeof comments.$inferSelect, "threadId" | "seq">,
): Promise<{ guest: Guest; words: string }[]> {
  const rows = await tx
    .select({ guest: consultationGuests, comment: comments })
    .from(comments)
    .innerJoin(consultationGuests, eq(consultationGuests.id, comments.guestId))
    .where(
      and(
        eq(comments.threadId, threadId),
        lt(comments.seq, seq),
        ne(comments.moderation, "refused"),
        isNotNull(consultationGuests.confirmedAt),
      ),
    )
    .orderBy(asc(comments.seq))
  const last = new Map(
    rows.map(({ guest, comment }) => [
      guest.id,
      { guest, words: comment.withdrawnAt || comment.hiddenAt ? "" : comment.text },
    ]),
  )
  return [...last.values()]
}

/**
 * The guest who began a thread is told what became of it and why, once for each decision, together with
 * others of theirs that were decided at about the same time.
 */
export async function tellGuestOfOutcome(threadId: string): Promise<void> {
  await transaction(async (tx) => {
    const [decided] = await tx.select().from(threads).where(eq(threads.id, threadId))
    if (!decided?.decidedAt || !decided.consultationId || !decided.disposition) return
    const [begun] = await tx
      .select({ guest: consultationGuests })
      .from(comments)
      .leftJoin(consultationGuests, eq(consultationGuests.id, comments.guestId))
      .where(eq(comments.threadId, threadId))
      .orderBy(asc(comments.seq))
      .limit(1)
    const guest = begun?.guest
    const consultation = await findConsultation(tx, decided.consultationId)
    if (!guest?.confirmedAt || !consultation) return
    const since = new Date(decided.decidedAt.getTime() - together)
    const rows = await decidedOf(tx, guest, decided.consultationId, since)
    const outcomes = []
    for (const { thread, text } of rows) {
      const { disposition, reason, decidedAt } = thread
      if (!disposition || !decidedAt) continue
      if (await isFresh(tx, guest, outcomeCall(thread.id, decidedAt)))
        outcomes.push({ words: text, disposition, reason })
    }
    if (outcomes.length > 0 && isWrittenTo(guest))
      await writeOutcomes(tx, consultation, guest, outcomes)
  })
}

/** A guest is told that a comment of theirs was hidden and why, once for each time; what others read in its place. */
export async function tellGuestOfHiding(commentId: string): Promise<void> {
  await transaction(async (tx) => {
    const [found] = await tx
      .select({ comment: comments, guest: consultationGuests })
      .from(comments)
      .innerJoin(consultationGuests, eq(consultationGuests.id, comments.guestId))
      .where(eq(comments.id, commentId))
    if (!found?.comment.hiddenAt || !found.guest.confirmedAt) return
    const { comment, guest } = found
    const { hiddenAt, hiddenReason, text } = comment
    const consultation = await findConsultation(tx, guest.consultationId)
    if (!consultation || !hiddenAt) return
    if (!(await isFresh(tx, guest, hidingCall(commentId, hiddenAt))) || !isWrittenTo(guest)) return
    await writeHiding(tx, consultation, guest, { words: text, reason: hiddenReason ?? "" })
  })
}

/** The threads of a guest that were decided since, with the words that each began with. */
async function decidedOf(tx: Transaction, guest: Guest, consultationId: string, since: Date) {
  return tx
    .selectDistinctOn([threads.id], { thread: threads, text: comments.text })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .where(
      and(
        eq(comments.guestId, guest.id),
        eq(comments.moderation, "admitted"),
        isNull(comments.withdrawnAt),
        isNull(comments.hiddenAt),
        eq(threads.consultationId, consultationId),
        eq(threads.state, "resolved"),
        gte(threads.decidedAt, since),
      ),
    )
    .orderBy(threads.id, asc(comments.seq))
}

/** Whoever asked for silence, and whose invitation was taken back, gets no mail. */
const isWrittenTo = ({ silencedAt, takenBackAt }: Guest) => !silencedAt && !takenBackAt

/** Keeps that a guest is told; whether they were not before. Whoever wants no mail reads it on their page. */
async function isFresh(tx: Transaction, guest: Guest, kind: string): Promise<boolean> {
  const told = await tx
    .insert(consultationCalls)
    .values({ consultationId: guest.consultationId, kind, recipientId: guest.id })
    .onConflictDoNothing()
    .returning({ kind: consultationCalls.kind })
  return told.length > 0
}
