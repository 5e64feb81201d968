import { and, eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { meetings } from "@/db/schema/meetings"
import { meetingNamed } from "@/lib/meetings/named"

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
    .where(and(eq(meetings.groupId, groupId), meetingNamed(ref)))
  return found ?? null
}
