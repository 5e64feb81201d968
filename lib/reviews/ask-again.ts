import { eq, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { consultations } from "@/db/schema/consultations"
import { groups } from "@/db/schema/groups"
import { quoteRequests } from "@/db/schema/reviews"
import { record } from "@/lib/activity/record"
import { lockMeeting } from "@/lib/meetings/lock"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { askPeople, mailRequests } from "./ask"
import { currentQuotes } from "./current-quotes"
import type { askQuotedInput } from "./input"
import { keepAnswers } from "./keep-answers"
import { lockReview } from "./lock"
import type { QuotedStatement } from "./model"
import { readStanding } from "./standing"

/**
 * Asks those who are quoted and were not asked, and those whose words changed since they answered: each
 * gets a mail with the words that stand now. Refuses with `conflict` when nobody is left to ask.
 */
export async function askQuoted(
  actor: Actor,
  { meetingId }: z.output<typeof askQuotedInput>,
): Promise<{ asked: number }> {
  return transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    const { groupId, number, slug } = meeting
    authorize(actor, "review.open", { groupId })
    const review = await lockReview(tx, meetingId)
    const { people, counts } = await readStanding(tx, meetingId)
    if (!review || !counts) throw new Refusal("conflict", "review.isOver")
    const fresh = people.filter(({ request }) => request === null)
    const again = people.filter(
      ({ mark, statements }) => mark === "changed" && statements.length > 0,
    )
    if (fresh.length + again.length === 0) throw new Refusal("conflict", "review.nobodyToAsk")
    const [about] = await tx
      .select({ name: groups.name, closesAt: consultations.closesAt })
      .from(consultations)
      .innerJoin(groups, eq(groups.id, consultations.groupId))
      .where(eq(consultations.id, review.consultationId))
    if (!about) throw new Error(`A review has no consultation ${review.consultationId}`)
    const { revision } = await currentQuotes(tx, meetingId)
    const closesAt = review.endedAt ? null : about.closesAt
    const subject = { meeting, group: { slug, name: about.name }, closesAt }
    await askPeople(tx, fresh, { reviewId: review.id, meetingId, revision, ...subject })
    const asked = again.flatMap(({ request, statements }) =>
      request ? [{ ...request, statements }] : [],
    )
    await showAgain(tx, asked, revision)
    await mailRequests(tx, asked, subject)
    for (const { name } of [...fresh, ...again])
      await record(tx, {
        name: "quote.asked",
        actor,
        groupId,
        subject: { type: "meeting", id: meetingId },
        data: { number, name },
      })
    return { asked: fresh.length + again.length }
  })
}

/** The words that stand now take the place of those that were seen, and nothing counts as answered. */
async function showAgain(
  tx: Transaction,
  asked: readonly { id: string; statements: QuotedStatement[] }[],
  revision: number,
): Promise<void> {
  if (asked.length === 0) return
  await keepAnswers(
    tx,
    asked.map(({ id }) => id),
  )
  const shown = JSON.stringify(asked.map(({ id, statements }) => ({ id, statements })))
  await tx.execute(sql`
    update ${quoteRequests} set statements = shown.statements, revision = ${revision},
      answer = null, answered_at = null, words = null, note = '',
      settlement = null, settled_at = null, settled_by = null, settle_reason = ''
    from jsonb_to_recordset(${shown}::jsonb) as shown(id uuid, statements jsonb)
    where ${quoteRequests.id} = shown.id`)
}
