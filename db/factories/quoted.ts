import { randomUUID } from "node:crypto"
import type { Database } from "../client"
import { consultations } from "../schema/consultations"
import { minutes, minutesRevisions } from "../schema/minutes"
import { quoteRequests, reviews } from "../schema/reviews"

/** A statement of minutes, with one paragraph. */
export function statementOf(
  name: string,
  words: string,
  given: { id?: string; personId?: string | null; capacity?: string } = {},
) {
  const { id = randomUUID(), personId = null, capacity = "" } = given
  return {
    type: "statement" as const,
    attrs: { id, personId, name, capacity },
    content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: words }] }],
  }
}

/** A paragraph of minutes. */
export const paragraphOf = (words: string) => ({
  type: "paragraph",
  content: [{ type: "text", text: words }],
})

/** The first revision of the minutes of a meeting, with these blocks under each of its sections. */
export async function arrangeQuotes(
  db: Database,
  meetingId: string,
  blocks: Record<string, object[]>,
): Promise<void> {
  const own = ["opening", "closing"]
  const order = ["opening", ...Object.keys(blocks).filter((id) => !own.includes(id)), "closing"]
  const sections = Object.fromEntries(
    order.map((id) => [id, { type: "doc", content: blocks[id] ?? [{ type: "paragraph" }] }]),
  )
  await db.insert(minutes).values({ meetingId, revision: 1 })
  await db
    .insert(minutesRevisions)
    .values({ meetingId, number: 1, text: { schema: 1, order, sections } })
}

/** That somebody was asked about their words, in a review of its own that is over. */
export async function arrangeQuoteRequest(
  db: Database,
  given: { groupId: string; meetingId: string; personId: string; openedBy: string },
): Promise<void> {
  const { groupId, meetingId, personId, openedBy } = given
  const [opensAt, closesAt] = [new Date("2022-01-01T00:00:00Z"), new Date("2022-01-08T00:00:00Z")]
  const [window] = await db
    .insert(consultations)
    .values({
      ...{ groupId, opensAt, closesAt, askedBy: openedBy, audience: "members" },
      ...{ slug: `review-${randomUUID().slice(0, 8)}`, title: "Review", question: "Is it right?" },
    })
    .returning({ id: consultations.id })
  const [review] = await db
    .insert(reviews)
    .values({
      ...{
        groupId,
        meetingId,
        openedBy,
        revision: 1,
        version: 1,
        endedAt: closesAt,
        end: "passed",
      },
      consultationId: window?.id ?? "",
    })
    .returning({ id: reviews.id })
  await db.insert(quoteRequests).values({
    ...{ reviewId: review?.id ?? "", meetingId, personId, revision: 1, statements: [] },
    ...{ name: "Somebody", tokenHash: randomUUID() },
  })
}
