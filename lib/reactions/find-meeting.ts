import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { meetings } from "@/db/schema/meetings"

/** What a notice says of a meeting; null when there is none. */
export async function findMeeting(tx: Transaction, meetingId: string) {
  const [found] = await tx
    .select({ number: meetings.number, title: meetings.title, group: groups })
    .from(meetings)
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .where(eq(meetings.id, meetingId))
  return found ?? null
}
