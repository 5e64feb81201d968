import { and, eq, gt, isNotNull, isNull } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { consultations, consultationTexts } from "@/db/schema/consultations"
import { now } from "@/lib/platform/clock"
import type { TextRef } from "./model"

/** The consultation in which a text is open for comments at this moment, or null. Does not authorize. */
export async function openConsultationOf(reader: Reader, text: TextRef): Promise<string | null> {
  const [open] = await reader
    .select({ id: consultations.id })
    .from(consultationTexts)
    .innerJoin(consultations, eq(consultations.id, consultationTexts.consultationId))
    .where(
      and(
        text.kind === "minutes"
          ? eq(consultationTexts.meetingId, text.meetingId)
          : eq(consultationTexts.documentId, text.documentId),
        isNotNull(consultations.openedAt),
        isNull(consultations.closedAt),
        isNull(consultations.cancelledAt),
        gt(consultations.closesAt, now()),
      ),
    )
    .orderBy(consultations.closesAt)
    .limit(1)
  return open?.id ?? null
}
