import { and, desc, eq, lt } from "drizzle-orm"
import { events } from "@/db/schema/activity"
import { people } from "@/db/schema/people"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"

/** One line of a group's trail. `actor` is null when the portal itself acted, or a guest. */
export type TrailEntry = {
  id: number
  at: Date
  name: string
  actor: string | null
  data: unknown
  subjectType: string
  subjectId: string
}

export const trailPage = 100

/** The trail of a group, newest first, `trailPage` lines at a time; `before` is the id to go on from. */
export async function listActivity(
  actor: Actor,
  groupId: string,
  before?: number,
): Promise<TrailEntry[]> {
  authorize(actor, "activity.read", { groupId })
  return database()
    .select({
      id: events.id,
      at: events.at,
      name: events.name,
      actor: people.name,
      data: events.data,
      subjectType: events.subjectType,
      subjectId: events.subjectId,
    })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(
      and(eq(events.groupId, groupId), before === undefined ? undefined : lt(events.id, before)),
    )
    .orderBy(desc(events.id))
    .limit(trailPage)
}
