import { count, eq } from "drizzle-orm"
import { comments } from "@/db/schema/comments"
import type { Events } from "@/lib/activity/events"
import { giveNotices } from "@/lib/notices/give"
import { coChairsOf } from "@/lib/notices/recipients"
import { transaction } from "@/lib/platform/database"
import { findReview, newestReview, requestsOf } from "@/lib/reviews/review-queries"
import { findMeeting } from "./find-meeting"
import { reviewHref } from "./hrefs"

/** The co-chairs are told that a review is over: who answered how, and how much was said. Not whoever ended it. */
export async function tellOfReview(
  meetingId: string,
  { end, review: id }: Events["review.ended"],
  endedBy: string | null,
): Promise<void> {
  await transaction(async (tx) => {
    const meeting = await findMeeting(tx, meetingId)
    // Another may have been opened since.
    const review = id ? await findReview(tx, id) : await newestReview(tx, meetingId)
    if (!meeting || !review?.endedAt) return
    const asked = await requestsOf(tx, review.id)
    const [filed] = await tx
      .select({ n: count() })
      .from(comments)
      .where(eq(comments.consultationId, review.consultationId))
    const number = (answer: (typeof asked)[number]["answer"]) =>
      asked.filter((each) => each.answer === answer).length
    await giveNotices(tx, {
      kind: "review-ended",
      groupId: meeting.group.id,
      personIds: (await coChairsOf(tx, meeting.group.id)).filter((id) => id !== endedBy),
      key: review.id,
      href: reviewHref(meeting.group.slug, meetingId),
      data: {
        number: meeting.number,
        title: meeting.title,
        end,
        confirmed: number("confirmed"),
        words: number("other-words"),
        unnamed: number("unnamed"),
        waiting: number(null),
        comments: filed?.n ?? 0,
      },
      conversation: `review.${meetingId}`,
    })
  })
}

/** The co-chairs are told what somebody who is quoted said of their words; each answer once. */
export async function tellOfAnswer(
  eventId: number,
  meetingId: string,
  { name, answer }: Events["quote.answered"],
): Promise<void> {
  await transaction(async (tx) => {
    const meeting = await findMeeting(tx, meetingId)
    if (!meeting) return
    await giveNotices(tx, {
      kind: "quote-answered",
      groupId: meeting.group.id,
      personIds: await coChairsOf(tx, meeting.group.id),
      key: String(eventId),
      href: reviewHref(meeting.group.slug, meetingId),
      data: {
        number: meeting.number,
        title: meeting.title,
        name,
        answer: answer as "confirmed" | "other-words" | "unnamed",
      },
      conversation: `review.${meetingId}`,
    })
  })
}
