import { and, asc, eq, exists, gte, isNull, lt, notExists, or, type SQL, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { consultationTexts } from "@/db/schema/consultations"
import { corrections } from "@/db/schema/corrections"
import { meetings } from "@/db/schema/meetings"
import { reports } from "@/db/schema/reports"
import { reviews } from "@/db/schema/reviews"
import type { Window } from "@/lib/consultations/status"
import type { AwaitedMinutes } from "./status"

/**
 * The minutes of which a version has to come before the compendium of a consultation, which quotes what its
 * people read: those without a report, those whose next version it reviewed, and those that were being
 * corrected while comments were taken. Until then whoever is quoted may still ask not to be named.
 */
export async function awaitedMinutes(
  reader: Reader,
  { id, closesAt, lateUntil }: Pick<Window, "closesAt" | "lateUntil"> & { id: string },
): Promise<AwaitedMinutes[]> {
  const published = (which?: SQL) =>
    reader
      .select({ one: sql`1` })
      .from(reports)
      .where(and(eq(reports.meetingId, meetings.id), which))
  const reviewed = reader
    .select({ one: sql`1` })
    .from(reviews)
    .where(
      and(
        ...[eq(reviews.consultationId, id), eq(reviews.meetingId, meetings.id)],
        notExists(published(gte(reports.version, reviews.version))),
      ),
    )
  const corrected = reader
    .select({ one: sql`1` })
    .from(corrections)
    .where(
      and(
        ...[eq(corrections.meetingId, meetings.id), lt(corrections.begunAt, lateUntil ?? closesAt)],
        ...[isNull(corrections.droppedAt), isNull(corrections.reportId)],
      ),
    )
  return reader
    .select({ meetingId: meetings.id, number: meetings.number, title: meetings.title })
    .from(consultationTexts)
    .innerJoin(meetings, eq(meetings.id, consultationTexts.meetingId))
    .where(
      and(
        eq(consultationTexts.consultationId, id),
        or(notExists(published()), exists(reviewed), exists(corrected)),
      ),
    )
    .orderBy(asc(consultationTexts.position))
}
