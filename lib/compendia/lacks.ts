import { and, count, eq, isNull } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { consultationStatus, type Window } from "@/lib/consultations/status"
import { lacksReason, type WorksheetRow } from "@/lib/consultations/worksheet/model"
import { now } from "@/lib/platform/clock"
import { awaitedMinutes } from "./awaited-minutes"
import { type CompendiumLacks, mayStillCome } from "./status"

/** What still keeps the compendium of a consultation from being published. Does not authorize. */
export async function compendiumLacks(
  reader: Reader,
  consultation: Window & { id: string },
  rows: readonly WorksheetRow[],
): Promise<CompendiumLacks> {
  const [waiting] = await reader
    .select({ n: count() })
    .from(comments)
    .where(
      and(
        eq(comments.consultationId, consultation.id),
        eq(comments.moderation, "waiting"),
        isNull(comments.withdrawnAt),
      ),
    )
  return {
    runs: mayStillCome(consultationStatus(consultation, now())),
    open: rows.filter(({ leads, open }) => leads && open).length,
    reason: rows.filter(lacksReason).length,
    waiting: waiting?.n ?? 0,
    minutes: await awaitedMinutes(reader, consultation),
  }
}
