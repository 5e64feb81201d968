import { and, asc, eq, gt, isNull, ne, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { meetings } from "@/db/schema/meetings"
import { now } from "@/lib/platform/clock"

type Of = { id: string; groupId: string; startsAt: Date | null }
export type NextPlanned = { id: string; number: number | null; startsAt: Date | null }

/**
 * The next meeting of the group that starts after this one, is not cancelled and whose planned end
 * is still to come; null when there is none, or when this one has no start.
 */
export async function nextPlanned(reader: Reader, of: Of): Promise<NextPlanned | null> {
  if (of.startsAt === null) return null
  const end = sql`${meetings.startsAt} + coalesce(${meetings.minutes}, 60) * interval '1 minute'`
  const [found] = await reader
    .select({ id: meetings.id, number: meetings.number, startsAt: meetings.startsAt })
    .from(meetings)
    .where(
      and(
        eq(meetings.groupId, of.groupId),
        ne(meetings.id, of.id),
        isNull(meetings.cancelledAt),
        eq(meetings.fromArchive, false),
        gt(meetings.startsAt, of.startsAt),
        sql`${end} > ${now().toISOString()}::timestamptz`,
      ),
    )
    .orderBy(asc(meetings.startsAt))
    .limit(1)
  return found ?? null
}
