import { eq } from "drizzle-orm"
import type { z } from "zod"
import { quoteRequests } from "@/db/schema/reviews"
import { record } from "@/lib/activity/record"
import { lockMeeting } from "@/lib/meetings/lock"
import { requireOpen } from "@/lib/meetings/open-to-change"
import { publishedVersion } from "@/lib/meetings/published"
import { lockMinutes } from "@/lib/minutes/lock"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { quotedIn, statementsOf } from "./current-quotes"
import type { settleQuoteInput } from "./input"
import { lockRequest } from "./lock"
import { mailDecline } from "./mail-decline"
import { otherWords } from "./model"
import { findRequest } from "./quote-link"
import { settleMark } from "./settle-mark"
import { takeOverWords } from "./take-over"

/**
 * Takes over the words that somebody proposes for what they said, as a revision that names them, or
 * declines with a reason that they are told. `conflict` when the answer or the words in the minutes are
 * not those that were shown any more, it was settled meanwhile, or the text is closed.
 */
export async function settleQuote(
  actor: Actor,
  input: z.output<typeof settleQuoteInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const found = await findRequest(tx, input.requestId)
    if (!found) throw notFound()
    const meeting = await lockMeeting(tx, found.meetingId)
    authorize(actor, "review.open", { groupId: meeting.groupId })
    const request = await lockRequest(tx, meeting.id, input.requestId)
    if (request.answer !== "other-words") throw new Refusal("conflict", "review.answerChanged")
    if (request.settlement) throw new Refusal("conflict", "review.isSettled")
    if (((await publishedVersion(tx, meeting.id)) ?? 0) >= found.review.version)
      throw new Refusal("conflict", "review.isPublished")
    const minutes = await lockMinutes(tx, meeting.id)
    const words = otherWords.parse(request.words)
    const statements = statementsOf(await quotedIn(tx, meeting.id, minutes.text), request)
    if (settleMark(request.answeredAt, words, statements) !== input.seen)
      throw new Refusal("conflict", "review.answerChanged")
    if (input.settlement === "taken") {
      // The correction for which they were asked may have been dropped since.
      await requireOpen(tx, actor, { ...meeting, cancelledAt: null })
      await takeOverWords(tx, actor, meeting, minutes, { ...request, words })
    }
    await tx
      .update(quoteRequests)
      .set({
        settlement: input.settlement,
        settledAt: now(),
        settledBy: personOf(actor),
        settleReason: input.settlement === "declined" ? input.reason : "",
      })
      .where(eq(quoteRequests.id, request.id))
    if (input.settlement === "declined") await mailDecline(tx, found, input.reason)
    await record(tx, {
      name: "quote.settled",
      actor,
      groupId: meeting.groupId,
      subject: { type: "meeting", id: meeting.id },
      data: { number: meeting.number, name: request.name, settlement: input.settlement },
    })
  })
}
