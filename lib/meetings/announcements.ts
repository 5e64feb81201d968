import { and, desc, eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { events } from "@/db/schema/activity"
import type { Events } from "@/lib/activity/events"

/** When and in which revision of its facts a call was announced. */
export type Announcement = { at: Date; revision: number; eventId: number }

/** The last time that a call was announced to the members and on the mailing list; null where never. */
export async function lastAnnouncements(
  reader: Reader,
  meetingId: string,
): Promise<Record<"members" | "list", Announcement | null>> {
  const rows = await reader
    .select({ id: events.id, at: events.at, data: events.data })
    .from(events)
    .where(
      and(
        eq(events.subjectType, "meeting"),
        eq(events.subjectId, meetingId),
        eq(events.name, "meeting.announced"),
      ),
    )
    .orderBy(desc(events.id))
  const last = (place: "members" | "list"): Announcement | null => {
    for (const { id, at, data } of rows) {
      const { to, revision } = data as Events["meeting.announced"]
      if (to === place || to === "both") return { at, revision, eventId: id }
    }
    return null
  }
  return { members: last("members"), list: last("list") }
}
