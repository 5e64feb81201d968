import { and, eq, gt, isNull, lte } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { consultations, consultationTexts } from "@/db/schema/consultations"
import { now } from "@/lib/platform/clock"
import type { TextRef } from "./model"

/**
 * Step: the consultation in which a text is open for comments at this moment, or null; it is held against
 * being closed until the transaction ends. No consultation asks about rows. Does not authorize.
 */
export async function openConsultationOf(tx: Transaction, text: TextRef): Promise<string | null> {
  if (text.kind === "row") return null
  const [open] = await tx
    .select({ id: consultations.id })
    .from(consultationTexts)
    .innerJoin(consultations, eq(consultations.id, consultationTexts.consultationId))
    .where(
      and(
        text.kind === "minutes"
          ? eq(consultationTexts.meetingId, text.meetingId)
          : eq(consultationTexts.documentId, text.documentId),
        // By the clock, not by the job that follows it.
        lte(consultations.opensAt, now()),
        gt(consultations.closesAt, now()),
        isNull(consultations.cancelledAt),
      ),
    )
    .orderBy(consultations.closesAt)
    .limit(1)
    // Held until the comment is filed, so that a consultation which closes meanwhile counts it.
    .for("share", { of: consultations })
  return open?.id ?? null
}
