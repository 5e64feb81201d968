import { and, asc, eq, isNull, or } from "drizzle-orm"
import { memberships } from "@/db/schema/members"
import { people } from "@/db/schema/people"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { nextFreeNumber } from "./number"
import { zoneNames } from "./zones"

export type MeetingFormLists = {
  nextNumber: number
  /** Members now, by name, and whoever takes the notes of the meeting already. */
  members: { personId: string; name: string }[]
  zones: string[]
}

/** What the form of a meeting offers to choose from. Refuses whoever may not schedule. */
export async function getMeetingFormLists(
  actor: Actor,
  groupId: string,
  chosen: { zone?: string; noteTakerId?: string | null } = {},
): Promise<MeetingFormLists> {
  authorize(actor, "meeting.schedule", { groupId })
  const open = and(eq(memberships.groupId, groupId), isNull(memberships.until))
  const [nextNumber, members] = await Promise.all([
    nextFreeNumber(database(), groupId),
    database()
      .selectDistinct({ personId: people.id, name: people.name })
      .from(people)
      .leftJoin(memberships, and(eq(memberships.personId, people.id), open))
      .where(
        or(
          eq(memberships.groupId, groupId),
          chosen.noteTakerId ? eq(people.id, chosen.noteTakerId) : undefined,
        ),
      )
      .orderBy(asc(people.name)),
  ])
  return { nextNumber, members, zones: zoneNames(chosen.zone) }
}
