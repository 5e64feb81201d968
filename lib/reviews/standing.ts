import type { Reader } from "@/db/client"
import type { quoteRequests, reviews } from "@/db/schema/reviews"
import { publishedVersion } from "@/lib/meetings/published"
import { currentQuotes } from "./current-quotes"
import { otherWords, type QuotedStatement, type QuoteMark, quotedStatements } from "./model"
import { changedSince, keyOf } from "./quoted"
import { newestReview, requestsOf } from "./review-queries"
import { markOfAnswer } from "./status"

type Request = typeof quoteRequests.$inferSelect

/** Somebody who is quoted, or was when they were asked: their words now, and what they said of them. */
export type QuotedStanding = {
  name: string
  personId: string | null
  mark: QuoteMark
  /** As they stand now; none when they are quoted no more. */
  statements: QuotedStatement[]
  /** Null for somebody whom nobody asked yet. */
  request: Request | null
}

export type ReviewStanding = {
  /** The review that was opened last; null when there was none. */
  review: typeof reviews.$inferSelect | null
  /** Whether it prepares a version that is not published yet, and was not given up. */
  counts: boolean
  /** Those who were asked first, then those who were not. */
  people: QuotedStanding[]
}

/** Where the answers about the minutes of a meeting stand at this moment. Does not authorize. */
export async function readStanding(reader: Reader, meetingId: string): Promise<ReviewStanding> {
  const [review, published, { people }] = await Promise.all([
    newestReview(reader, meetingId),
    publishedVersion(reader, meetingId),
    currentQuotes(reader, meetingId),
  ])
  const requests = review ? await requestsOf(reader, review.id) : []
  const now = new Map(people.map((person) => [keyOf(person), person]))
  const asked = requests.map((request): QuotedStanding => {
    const { name, personId } = request
    const statements = now.get(keyOf(request))?.statements ?? []
    return { name, personId, statements, request, mark: markOfRequest(request, statements) }
  })
  const known = new Set(requests.map(keyOf))
  const others = people.filter((person) => !known.has(keyOf(person)))
  return {
    review,
    counts: review !== null && review.end !== "given-up" && review.version > (published ?? 0),
    people: [
      ...asked,
      ...others.map(({ name, personId, statements }): QuotedStanding => {
        return { name, personId, statements, request: null, mark: "not-asked" }
      }),
    ],
  }
}

function markOfRequest(request: Request, current: readonly QuotedStatement[]): QuoteMark {
  const taken = request.settlement === "taken" ? otherWords.parse(request.words) : {}
  const seen = quotedStatements.parse(request.statements)
  return markOfAnswer({ ...request, changed: changedSince(seen, taken, current) })
}
