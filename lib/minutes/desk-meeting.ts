import { and, eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { meetings } from "@/db/schema/meetings"

/** What the pages of the minutes say about their meeting. */
export type DeskMeeting = {
  id: string
  groupId: string
  number: number | null
  title: string
  startsAt: Date | null
  zone: string
  noteTakerId: string | null
  cancelledAt: Date | null
}

/** A meeting of a group by its id or its number, as desk addresses have it; null when there is none. */
export async function findDeskMeeting(
  reader: Reader,
  groupId: string,
  ref: string,
): Promise<DeskMeeting | null> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(ref)
  if (!isId && !/^[1-9]\d{0,8}$/.test(ref)) return null
  const [found] = await reader
    .select({
      id: meetings.id,
      groupId: meetings.groupId,
      number: meetings.number,
      title: meetings.title,
      startsAt: meetings.startsAt,
      zone: meetings.zone,
      noteTakerId: meetings.noteTakerId,
      cancelledAt: meetings.cancelledAt,
    })
    .from(meetings)
    .where(
      and(
        eq(meetings.groupId, groupId),
        isId ? eq(meetings.id, ref) : eq(meetings.number, Number(ref)),
      ),
    )
  return found ?? null
}
