import { and, desc, eq, inArray } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { events } from "@/db/schema/activity"
import { people } from "@/db/schema/people"
import type { EventName } from "@/lib/activity/events"
import { Refusal } from "@/lib/platform/errors"

const facts: EventName[] = ["meeting.scheduled", "meeting.edited", "meeting.cancelled"]
const partEvents = {
  facts: [...facts, "import.saved"],
  agenda: [
    "agenda.edited",
    "agenda.itemAdded",
    "agenda.itemRenamed",
    "agenda.itemMoved",
    "agenda.itemRemoved",
    "agenda.itemMarked",
    "agenda.itemCarried",
    "agenda.itemReceived",
    "import.saved",
  ],
  attendance: ["attendance.recorded", "attendance.marked", "import.saved"],
} satisfies Record<string, EventName[]>

/** What the screen gets of a save that came too late: what stands now, its revision, who wrote it and when. */
export type Stale<Current> = { revision: number; by: string; at: string; current: Current }

/** The refusal of a form that showed an older revision. Nothing was written; `data` is `Stale`. */
export async function staleRefusal<Current>(
  reader: Reader,
  meetingId: string,
  part: keyof typeof partEvents,
  now: { revision: number; current: Current },
): Promise<Refusal> {
  const [last] = await reader
    .select({ by: people.name, at: events.at })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(
      and(
        eq(events.subjectType, "meeting"),
        eq(events.subjectId, meetingId),
        inArray(events.name, partEvents[part]),
      ),
    )
    .orderBy(desc(events.id))
    .limit(1)
  const data: Stale<Current> = {
    ...now,
    by: last?.by ?? "",
    at: last?.at.toISOString() ?? "",
  }
  return new Refusal("conflict", "meeting.stale", {}, {}, data)
}
