import { eq } from "drizzle-orm"
import { people as peopleTable } from "@/db/schema/people"
import { publishedVersion } from "@/lib/meetings/published"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { translatorFor } from "@/lib/platform/i18n"
import type { Locale } from "@/lib/platform/locales"
import { authorize } from "@/lib/policy/can"
import { currentQuotes, statementsOf } from "./current-quotes"
import { markOf } from "./mark"
import { otherWords, type QuoteAnswer, type QuotedStatement } from "./model"
import { findRequest, quoteSubject, readQuoteToken } from "./quote-link"
import { newestReview } from "./review-queries"
import { answerLack } from "./status"

/** All that somebody who is quoted sees by their link: their own words as they stand, and what they said of them. */
export type WordsToAnswer = {
  name: string
  group: { slug: string; shortName: string; name: string }
  meeting: { number: number | null; title: string; startsAt: Date | null }
  /** Until when members comment; an answer is taken until the version is published. */
  closesAt: Date
  /** Their words now, each with what they would rather have said. */
  statements: (QuotedStatement & { other: string | null; changed: boolean })[]
  /** The mark of these words, for the form. */
  seen: string
  answer: QuoteAnswer | null
  note: string
  settlement: { as: "taken" | "declined"; reason: string } | null
  /** What would stand instead of their name, in the language of the page. */
  phrase: string
  /** The newest version, when there is one. */
  published: number | null
  /** What keeps it from being answered (a key under `errors`), or null. */
  lack: string | null
}

/**
 * The words of whoever holds a link, and nothing else of the minutes. `not_found` when the link is none of
 * ours, or for another group.
 */
export async function getWordsToAnswer(
  actor: Actor,
  token: string,
  slug: string,
  locale: Locale,
): Promise<WordsToAnswer> {
  const requestId = readQuoteToken(token)
  const db = database()
  const request = requestId ? await findRequest(db, requestId) : null
  if (!requestId || request?.group.slug !== slug) throw notFound()
  authorize(actor, "quote.answer", quoteSubject(requestId))
  const [newest, published, { people }] = await Promise.all([
    newestReview(db, request.meetingId),
    publishedVersion(db, request.meetingId),
    currentQuotes(db, request.meetingId),
  ])
  const statements = statementsOf(people, request)
  const words = request.words === null ? null : otherWords.parse(request.words)
  const seen = new Map(request.seen.map((each) => [each.id, each.words]))
  const { name, group, meeting, review, answer, note, settlement, settleReason } = request
  const [person] = request.personId
    ? await db
        .select({ stakeholders: peopleTable.stakeholderGroup })
        .from(peopleTable)
        .where(eq(peopleTable.id, request.personId))
    : []
  return {
    name,
    group: { slug: group.slug, shortName: group.shortName, name: group.name },
    meeting,
    closesAt: request.closesAt,
    statements: statements.map((each) => {
      const other = words?.[each.id] ?? null
      const known = seen.get(each.id)
      return { ...each, other, changed: known !== each.words && other !== each.words }
    }),
    seen: markOf(statements),
    answer,
    note,
    settlement: settlement && { as: settlement, reason: settleReason },
    phrase: translatorFor(locale)(`reviews.unnamed.${person?.stakeholders ?? "nobody"}`),
    published,
    lack: answerLack({
      version: review.version,
      published: published ?? 0,
      superseded: newest?.id !== review.id,
    }),
  }
}
