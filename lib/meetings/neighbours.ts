import { and, asc, desc, eq, gt, isNull, lt, ne, type SQL } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { meetings } from "@/db/schema/meetings"

export type Neighbour = { id: string; number: number | null; startsAt: Date | null }
export type Neighbours = { previous: Neighbour | null; next: Neighbour | null }

type Place = { id: string; groupId: string; number: number | null; startsAt: Date | null }

/**
 * The meetings of the group before and after one, by start; by number for one without a start.
 * Cancelled ones are passed over.
 */
export async function neighboursOf(reader: Reader, meeting: Place): Promise<Neighbours> {
  const { startsAt, number } = meeting
  const [column, value] =
    startsAt !== null
      ? ([meetings.startsAt, startsAt] as const)
      : ([meetings.number, number] as const)
  if (value === null) return { previous: null, next: null }
  const nearest = async (fits: SQL, order: SQL) => {
    const [found] = await reader
      .select({ id: meetings.id, number: meetings.number, startsAt: meetings.startsAt })
      .from(meetings)
      .where(
        and(
          eq(meetings.groupId, meeting.groupId),
          ne(meetings.id, meeting.id),
          isNull(meetings.cancelledAt),
          fits,
        ),
      )
      .orderBy(order)
      .limit(1)
    return found ?? null
  }
  const [previous, next] = await Promise.all([
    nearest(lt(column, value), desc(column)),
    nearest(gt(column, value), asc(column)),
  ])
  return { previous, next }
}
