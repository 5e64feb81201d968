import { eq } from "drizzle-orm"
import { z } from "zod"
import type { Reader } from "@/db/client"
import { consultations } from "@/db/schema/consultations"
import { groups } from "@/db/schema/groups"
import { meetings } from "@/db/schema/meetings"
import { quoteRequests, reviews } from "@/db/schema/reviews"
import type { Actor } from "@/lib/platform/actor"
import { env } from "@/lib/platform/env"
import { type Locale, localePath } from "@/lib/platform/locales"
import { hashOf } from "@/lib/platform/secrets"
import { readSignedToken, signedToken } from "@/lib/platform/signed"
import { type QuotedStatement, quotedStatements } from "./model"

const purpose = "words of somebody who is quoted"

/** The token of the link for one request; the same each time, so that it can be shown to be copied. */
export const quoteToken = (requestId: string): string => signedToken(purpose, [requestId])

/** What is stored of it. */
export const quoteTokenHash = (requestId: string): string => hashOf(quoteToken(requestId))

/** Where somebody who is quoted answers. Whoever has the address is taken for them. */
export function quoteAddress(requestId: string, slug: string, locale: Locale): string {
  return `${env().origin}${localePath(locale, `/${slug}/your-words`)}?token=${quoteToken(requestId)}`
}

/** The request that a token was signed for, or null when it is none of ours. */
export function readQuoteToken(token: string): string | null {
  const parsed = z.tuple([z.uuid()]).safeParse(readSignedToken(purpose, token))
  return parsed.success ? parsed.data[0] : null
}

/** What a guest may act on: the answer to one request, and nothing else. */
export const quoteSubject = (requestId: string) => ({ type: "quote-request", id: requestId })

/** Whoever holds a link: the guest of one request, or the public when the link is good for nothing. */
export function guestOfQuoteLink(token: string): Actor {
  const requestId = readQuoteToken(token)
  if (!requestId) return { kind: "public" }
  const { type, id } = quoteSubject(requestId)
  return { kind: "guest", subjectType: type, subjectId: id }
}

export type LinkedRequest = typeof quoteRequests.$inferSelect & {
  review: typeof reviews.$inferSelect
  meeting: { number: number | null; title: string; startsAt: Date | null }
  group: { id: string; slug: string; shortName: string; name: string }
  closesAt: Date
  /** The words that they saw when they were asked, or answered. */
  seen: QuotedStatement[]
}

/** A request with its review, meeting and group, or null when there is none. Does not authorize. */
export async function findRequest(
  reader: Reader,
  requestId: string,
): Promise<LinkedRequest | null> {
  const [found] = await reader
    .select({
      request: quoteRequests,
      review: reviews,
      meeting: { number: meetings.number, title: meetings.title, startsAt: meetings.startsAt },
      group: {
        id: groups.id,
        slug: groups.slug,
        shortName: groups.shortName,
        name: groups.name,
      },
      closesAt: consultations.closesAt,
    })
    .from(quoteRequests)
    .innerJoin(reviews, eq(reviews.id, quoteRequests.reviewId))
    .innerJoin(consultations, eq(consultations.id, reviews.consultationId))
    .innerJoin(meetings, eq(meetings.id, quoteRequests.meetingId))
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .where(eq(quoteRequests.id, requestId))
  if (!found) return null
  const { request, ...around } = found
  return { ...request, ...around, seen: quotedStatements.parse(request.statements) }
}
