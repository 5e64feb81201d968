import { and, asc, isNull, lte, or, sql } from "drizzle-orm"
import { consultations } from "@/db/schema/consultations"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { database, transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { closeNow } from "./close-now"
import { lockConsultation } from "./lock"
import { openNow } from "./open-now"
import { remindNow } from "./remind-now"
import { holdTexts } from "./settle-texts"
import { consultationStatus } from "./status"

const clock: Actor = { kind: "system", command: "clock" }

const reminderDue = sql`${consultations.closesAt} - interval '48 hours'`

/** Consultations for which the clock has something to do at an instant, the earliest end first. */
const due = (at: Date) =>
  and(
    isNull(consultations.cancelledAt),
    or(
      and(isNull(consultations.openedAt), lte(consultations.opensAt, at)),
      and(isNull(consultations.closedAt), lte(consultations.closesAt, at)),
      and(
        isNull(consultations.remindedAt),
        isNull(consultations.closedAt),
        lte(reminderDue, at.toISOString()),
        sql`${reminderDue} > ${consultations.opensAt}`,
      ),
    ),
  )

/**
 * Does what is due by the clock: opens, reminds, closes, each once, whichever server comes first, and
 * what was missed while none ran. Each consultation is a transaction of its own, and one that fails keeps
 * no other from its turn; it throws in the end, so that the job is tried again.
 */
export async function turnConsultations(): Promise<void> {
  const waiting = await database()
    .select({ id: consultations.id })
    .from(consultations)
    .where(due(now()))
    .orderBy(asc(consultations.closesAt))
  const failed: unknown[] = []
  for (const { id } of waiting) await turnOne(id).catch((error: unknown) => failed.push(error))
  if (failed.length > 0) throw new AggregateError(failed, "Consultations were not turned")
}

async function turnOne(consultationId: string): Promise<void> {
  await transaction(async (tx) => {
    await holdTexts(tx, consultationId)
    const consultation = await lockConsultation(tx, consultationId)
    authorize(clock, "consultation.hold", { groupId: consultation.groupId })
    // Asked again under the hold: another server may have done it, or a co-chair moved the end.
    const at = now()
    const status = consultationStatus(consultation, at)
    if (status === "planned" || status === "cancelled") return
    await openNow(tx, consultation, clock, at)
    if (status === "open") await remindNow(tx, consultation, clock, at)
    else await closeNow(tx, consultation, clock, at)
  })
}

/** When the clock next has something to do, within `seconds`; null when there is nothing. */
export async function nextTurn(seconds: number): Promise<Date | null> {
  const at = now()
  const until = new Date(at.getTime() + seconds * 1000)
  const within = (instant: unknown) =>
    sql`case when ${instant} > ${at.toISOString()}::timestamptz and ${instant} <= ${until.toISOString()}::timestamptz then ${instant} end`
  const [row] = await database()
    .select({
      next: sql<Date | null>`min(least(${within(consultations.opensAt)}, ${within(reminderDue)}, ${within(consultations.closesAt)}))`.mapWith(
        (value: string | Date) => new Date(value),
      ),
    })
    .from(consultations)
    .where(and(isNull(consultations.cancelledAt), isNull(consultations.closedAt)))
  return row?.next ?? null
}
