import { and, desc, eq, gt, isNull, lte, or } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { consultations, consultationTexts } from "@/db/schema/consultations"
import { takingOf } from "@/lib/consultations/status"
import { now } from "@/lib/platform/clock"
import type { TextRef } from "./model"

/** The consultation to which a comment counts, and whether as a late one. */
export type Counted = { consultationId: string; late: boolean }

/**
 * Step: the consultation to which a comment on a text counts at this moment, or null: one that is open,
 * else one that still takes late comments. It is held against being closed until the transaction ends.
 * No consultation asks about rows. Does not authorize.
 */
export async function openConsultationOf(tx: Transaction, text: TextRef): Promise<Counted | null> {
  if (text.kind === "row") return null
  // By the clock, not by the job that follows it.
  const at = now()
  const isOpen = gt(consultations.closesAt, at)
  const [open] = await tx
    .select({ id: consultations.id })
    .from(consultationTexts)
    .innerJoin(consultations, eq(consultations.id, consultationTexts.consultationId))
    .where(
      and(
        text.kind === "minutes"
          ? eq(consultationTexts.meetingId, text.meetingId)
          : eq(consultationTexts.documentId, text.documentId),
        lte(consultations.opensAt, at),
        or(isOpen, gt(consultations.lateUntil, at)),
        isNull(consultations.cancelledAt),
      ),
    )
    .orderBy(desc(isOpen), consultations.closesAt)
    .limit(1)
  return open ? countedIn(tx, open.id, at) : null
}

/**
 * Step: how what arrived at an instant counts in a consultation; null when it takes no comment, and what
 * is said in its threads is said among the group. It is held, so that one which closes meanwhile counts
 * it. Does not authorize.
 */
export async function countedIn(
  tx: Transaction,
  consultationId: string,
  arrivedAt: Date,
): Promise<Counted | null> {
  const [held] = await tx
    .select()
    .from(consultations)
    .where(eq(consultations.id, consultationId))
    .for("share")
  const taking = held && takingOf(held, arrivedAt)
  return taking && "late" in taking ? { consultationId, late: taking.late } : null
}
