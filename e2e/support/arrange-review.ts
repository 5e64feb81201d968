import { randomBytes } from "node:crypto"
import type postgres from "postgres"

export type ArrangedReview = {
  /** A request of a review that was given up, answered with other words. */
  quote: string
}

/** A review of the minutes of a meeting that was given up, with somebody who proposed other words. */
export async function arrangeReview(
  sql: postgres.Sql,
  meetingId: string,
  coChair: string,
): Promise<ArrangedReview> {
  const [consultation] = await sql<{ id: string }[]>`
    insert into consultations (group_id, slug, title, question, audience, opens_at, closes_at, opened_at, cancelled_at, cancel_reason, asked_by)
    select group_id, 'review-given-up', 'Review', 'Is it right?', 'members', now() - interval '2 days',
      now() + interval '5 days', now() - interval '2 days', now(), 'Too early', ${coChair}
    from meetings where id = ${meetingId} returning id`
  const [review] = await sql<{ id: string }[]>`
    insert into reviews (group_id, meeting_id, consultation_id, revision, version, opened_by, created_at, ended_at, "end")
    select group_id, id, ${consultation?.id ?? ""}, 1, 1, ${coChair}, now() - interval '2 days', now(), 'given-up'
    from meetings where id = ${meetingId} returning id`
  const [request] = await sql<{ id: string }[]>`
    insert into quote_requests (review_id, meeting_id, name, revision, statements, token_hash, answer, answered_at, words)
    values (${review?.id ?? ""}, ${meetingId}, 'Zoe Example', 1, '[]', ${randomBytes(32).toString("hex")},
      'other-words', now(), '{}') returning id`
  if (!request) throw new Error("A review was not written")
  return { quote: request.id }
}
