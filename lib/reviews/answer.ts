import { eq } from "drizzle-orm"
import type { z } from "zod"
import { quoteRequests } from "@/db/schema/reviews"
import { record } from "@/lib/activity/record"
import { lockMeeting } from "@/lib/meetings/lock"
import { publishedVersion } from "@/lib/meetings/published"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { currentQuotes, statementsOf } from "./current-quotes"
import type { answerQuoteInput } from "./input"
import { keepAnswers } from "./keep-answers"
import { lockRequest, lockReview } from "./lock"
import { markOf } from "./mark"
import type { OtherWords, QuoteAnswer, QuotedStatement } from "./model"
import { findRequest, quoteSubject, readQuoteToken } from "./quote-link"
import { answerLack } from "./status"

/**
 * Keeps what somebody says of their own words, by their link: they stand, other words, or without a name.
 * A later answer takes the place of an earlier one, which is kept, until the version is published. `not_found` when the
 * link is none of ours; `conflict` when the answer comes too late, or the words are not those that were shown.
 */
export async function answerQuote(
  actor: Actor,
  input: z.output<typeof answerQuoteInput>,
): Promise<{ answer: QuoteAnswer }> {
  const requestId = readQuoteToken(input.token)
  if (!requestId) throw new Refusal("not_found", "review.linkBroken")
  return transaction(async (tx) => {
    const found = await findRequest(tx, requestId)
    if (!found) throw new Refusal("not_found", "review.linkBroken")
    const { groupId, slug, number, id: meetingId } = await lockMeeting(tx, found.meetingId)
    authorize(actor, "quote.answer", quoteSubject(requestId))
    const [newest, published] = [
      await lockReview(tx, meetingId),
      await publishedVersion(tx, meetingId),
    ]
    const lack = answerLack({
      version: found.review.version,
      published: published ?? 0,
      superseded: newest?.id !== found.reviewId,
    })
    if (lack) throw new Refusal("conflict", lack)
    const request = await lockRequest(tx, meetingId, requestId)
    const { revision, people } = await currentQuotes(tx, meetingId)
    const statements = statementsOf(people, request)
    if (markOf(statements) !== input.seen) throw new Refusal("conflict", "review.wordsChanged")
    const words = input.answer === "other-words" ? otherWordsOf(statements, input.words) : null
    await keepAnswers(tx, [requestId])
    await tx
      .update(quoteRequests)
      .set({
        answer: input.answer,
        answeredAt: now(),
        words,
        note: input.note,
        statements,
        revision,
        settlement: null,
        settledAt: null,
        settledBy: null,
        settleReason: "",
      })
      .where(eq(quoteRequests.id, requestId))
    await record(tx, {
      name: "quote.answered",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: { number, name: request.name, answer: input.answer },
      // A consultation that is open to anyone may show these minutes, without whoever is not to be named.
      publicChange: [slug],
    })
    return { answer: input.answer }
  })
}

/** What is to stand instead, by statement; only what was really changed. */
function otherWordsOf(
  statements: readonly QuotedStatement[],
  typed: readonly string[],
): OtherWords {
  const fields: Record<string, string> = {}
  const words: OtherWords = {}
  for (const [place, { id, words: old }] of statements.entries()) {
    const said = tidy(typed[place] ?? old)
    if (said === "") fields[`words.${place}`] = "review.emptyWords"
    else if (said !== tidy(old)) words[id] = said
  }
  if (Object.keys(fields).length > 0) throw new Refusal("invalid", "fields", {}, fields)
  if (Object.keys(words).length === 0)
    throw new Refusal("invalid", "review.sameWords", {}, { answer: "review.sameWords" })
  return words
}

/** Words as they can be kept: one kind of line end, no blank lines, nothing that the database refuses. */
function tidy(typed: string): string {
  return typed
    .toWellFormed()
    .replaceAll("\0", "")
    .split(/\r\n?|\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== "")
    .join("\n")
    .trim()
}
