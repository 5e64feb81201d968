import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { meetings } from "@/db/schema/meetings"
import { notFound } from "@/lib/platform/errors"

export type LockedMeeting = typeof meetings.$inferSelect & { slug: string }

/**
 * Step: holds a meeting until the transaction ends and returns it as it stands, with the slug of its
 * group. Does not authorize. `not_found` when there is no such meeting.
 */
export async function lockMeeting(tx: Transaction, meetingId: string): Promise<LockedMeeting> {
  const [held] = await tx
    .select({ meeting: meetings, slug: groups.slug })
    .from(meetings)
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .where(eq(meetings.id, meetingId))
    .for("update", { of: meetings })
  if (!held) throw notFound()
  return { ...held.meeting, slug: held.slug }
}
