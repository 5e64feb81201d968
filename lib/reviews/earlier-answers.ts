import { desc, inArray } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { earlierQuoteAnswers } from "@/db/schema/reviews"
import { otherWords, type QuoteAnswer, quotedStatements } from "./model"

/** What somebody had answered before they were asked again or answered anew. */
export type EarlierAnswer = {
  answer: QuoteAnswer
  at: Date
  /** The words that they saw, each with what they would rather have said. */
  statements: { id: string; place: string; words: string; other: string | null }[]
  note: string
  settlement: { as: "taken" | "declined"; reason: string } | null
}

/** The earlier answers to these requests, by request, the newest first. Does not authorize. */
export async function listEarlierAnswers(
  reader: Reader,
  requestIds: readonly string[],
): Promise<Map<string, EarlierAnswer[]>> {
  const found = new Map<string, EarlierAnswer[]>()
  if (requestIds.length === 0) return found
  const rows = await reader
    .select()
    .from(earlierQuoteAnswers)
    .where(inArray(earlierQuoteAnswers.requestId, [...requestIds]))
    .orderBy(desc(earlierQuoteAnswers.answeredAt), desc(earlierQuoteAnswers.replacedAt))
  for (const { requestId, answer, answeredAt, note, settlement, ...row } of rows) {
    const words = row.words === null ? {} : otherWords.parse(row.words)
    const earlier: EarlierAnswer = {
      ...{ answer, at: answeredAt, note },
      statements: quotedStatements.parse(row.statements).map(({ id, place, words: seen }) => {
        return { id, place, words: seen, other: words[id] ?? null }
      }),
      settlement: settlement && { as: settlement, reason: row.settleReason },
    }
    found.set(requestId, [...(found.get(requestId) ?? []), earlier])
  }
  return found
}
