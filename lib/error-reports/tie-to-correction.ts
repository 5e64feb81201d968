import { and, eq, isNotNull, isNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { errorReports } from "@/db/schema/corrections"
import type { Actor } from "@/lib/platform/actor"
import { notFound } from "@/lib/platform/errors"
import { giveAnswer } from "./write-answer"

/**
 * Step: notes that a correction was begun because of a reported error, which stays in the queue until it
 * is answered. `not_found` when no such error was reported, and confirmed, of this meeting's report.
 */
export async function tieToCorrection(
  tx: Transaction,
  { errorId, meetingId, correctionId }: Record<"errorId" | "meetingId" | "correctionId", string>,
): Promise<void> {
  const [tied] = await tx
    .update(errorReports)
    .set({ correctionId })
    .where(
      and(
        eq(errorReports.id, errorId),
        eq(errorReports.meetingId, meetingId),
        isNotNull(errorReports.confirmedAt),
      ),
    )
    .returning({ id: errorReports.id })
  if (!tied) throw notFound()
}

type Tied = { id: string; groupId: string }

/** Errors without an answer that are tied to a correction, by the index of the group's queue. */
const waitingFor = ({ id, groupId }: Tied) =>
  and(
    eq(errorReports.groupId, groupId),
    eq(errorReports.correctionId, id),
    isNull(errorReports.answer),
  )

/** Step: a correction was dropped: the errors because of which it was begun wait for another, or an answer. */
export async function untieFromCorrection(tx: Transaction, correction: Tied): Promise<void> {
  await tx.update(errorReports).set({ correctionId: null }).where(waitingFor(correction))
}

/** Step: a correction was published: whoever reported the errors because of which it was begun is told so. */
export async function answerTied(
  tx: Transaction,
  actor: Actor,
  correction: Tied & { reason: string },
): Promise<void> {
  const waiting = await tx.select().from(errorReports).where(waitingFor(correction)).for("update")
  for (const held of waiting)
    await giveAnswer(tx, actor, held, { answer: "corrected", reply: correction.reason })
}
