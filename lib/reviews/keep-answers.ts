import { and, inArray, isNotNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { earlierQuoteAnswers, quoteRequests } from "@/db/schema/reviews"
import { now } from "@/lib/platform/clock"

/**
 * Step: keeps what was answered to these requests before something else takes its place: the answer, the words
 * that were seen and those that were wished, and what became of it. Those without an answer keep nothing.
 */
export async function keepAnswers(tx: Transaction, requestIds: readonly string[]): Promise<void> {
  if (requestIds.length === 0) return
  const answered = await tx
    .select()
    .from(quoteRequests)
    .where(and(inArray(quoteRequests.id, [...requestIds]), isNotNull(quoteRequests.answer)))
  const replacedAt = now()
  const rows = answered.flatMap(({ id: requestId, answer, answeredAt, ...said }) => {
    const { revision, statements, words, note } = said
    const { settlement, settledAt, settledBy, settleReason } = said
    if (!answer || !answeredAt) return []
    return [
      {
        ...{ requestId, revision, statements, answer, answeredAt, words, note },
        ...{ settlement, settledAt, settledBy, settleReason, replacedAt },
      },
    ]
  })
  if (rows.length > 0) await tx.insert(earlierQuoteAnswers).values(rows)
}
