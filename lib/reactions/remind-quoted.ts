import { and, eq, inArray, isNull } from "drizzle-orm"
import { consultations } from "@/db/schema/consultations"
import { groups } from "@/db/schema/groups"
import { mails } from "@/db/schema/mail"
import { meetings } from "@/db/schema/meetings"
import { quoteRequests, reviews } from "@/db/schema/reviews"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { writeMails } from "@/lib/platform/mail"
import { addressesOf } from "@/lib/reviews/addresses"
import { currentQuotes, statementsOf } from "@/lib/reviews/current-quotes"
import { quoteLetter, reminderId } from "@/lib/reviews/letters"

/**
 * Two days before the end of a review: writes once for each end to those who are quoted, were written to and have not
 * answered, with their words as they stand then. Nothing for who is quoted no more, for other consultations, and nothing when the review is over.
 */
export async function remindQuoted(consultationId: string): Promise<void> {
  await transaction(async (tx) => {
    const [found] = await tx
      .select({
        reviewId: reviews.id,
        meetingId: reviews.meetingId,
        closesAt: consultations.closesAt,
        meeting: { number: meetings.number, title: meetings.title },
        group: { slug: groups.slug, name: groups.name },
      })
      .from(reviews)
      .innerJoin(consultations, eq(consultations.id, reviews.consultationId))
      .innerJoin(meetings, eq(meetings.id, reviews.meetingId))
      .innerJoin(groups, eq(groups.id, reviews.groupId))
      .where(and(eq(reviews.consultationId, consultationId), isNull(reviews.endedAt)))
    if (!found || found.closesAt <= now()) return
    // Held, so that a job that runs twice at once writes one mail to each.
    const waiting = await tx
      .select()
      .from(quoteRequests)
      .where(and(eq(quoteRequests.reviewId, found.reviewId), isNull(quoteRequests.answer)))
      .for("update")
    const asked = waiting.filter(({ mailedAt }) => mailedAt !== null)
    if (asked.length === 0) return
    const known = await addressesOf(
      tx,
      asked.flatMap(({ personId }) => personId ?? []),
    )
    const written = await tx
      .select({ messageId: mails.messageId })
      .from(mails)
      .where(
        inArray(
          mails.messageId,
          asked.map(({ id }) => reminderId(id, found.closesAt)),
        ),
      )
    const done = new Set(written.map(({ messageId }) => messageId))
    // The words may have been changed since they were asked: the link shows those that stand now.
    const { people } = await currentQuotes(tx, found.meetingId)
    await writeMails(
      tx,
      asked.flatMap((request) => {
        const to = known.get(request.personId ?? "")
        const statements = statementsOf(people, request)
        if (!to || statements.length === 0 || done.has(reminderId(request.id, found.closesAt)))
          return []
        return [quoteLetter("reminded", { ...request, statements }, to, found)]
      }),
    )
  })
}
