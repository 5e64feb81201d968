import { and, eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { attendance, meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { capacitiesOn } from "@/lib/people/capacity"
import { now } from "@/lib/platform/clock"
import { Refusal } from "@/lib/platform/errors"
import { currentPeople } from "./current-people"
import type { LockedMeeting } from "./lock"
import { type AttendanceKind, limits } from "./model"

type Mark = { personId: string; kind: AttendanceKind | null }

/**
 * Step: marks one person on the attendance of a meeting, at the end of the list and in the capacity
 * of that day when they were not on it; null takes them off it. Whoever was merged stands as the one
 * who took over. Moves the attendance's revision on by one. Does not authorize. Resolves to who it is;
 * refuses somebody who is not in the register.
 */
export async function writeSeat(
  tx: Transaction,
  { id: meetingId, groupId, startsAt }: Pick<LockedMeeting, "id" | "groupId" | "startsAt">,
  { personId: given, kind }: Mark,
): Promise<{ personId: string; name: string }> {
  const personId = (await currentPeople(tx, [given])).get(given)
  const [person] = personId
    ? await tx.select({ name: people.name }).from(people).where(eq(people.id, personId))
    : []
  if (!personId || !person) throw new Refusal("not_found", "meeting.personUnknown")
  const here = eq(attendance.meetingId, meetingId)
  if (kind === null) {
    await tx.delete(attendance).where(and(here, eq(attendance.personId, personId)))
  } else {
    const [list] = await tx
      .select({
        length: sql<number>`count(*)::int`,
        end: sql<number>`coalesce(max(${attendance.position}), -1)::int`,
      })
      .from(attendance)
      .where(here)
    if ((list?.length ?? 0) >= limits.attendees)
      throw new Refusal("conflict", "meeting.tooManyPeople", { most: limits.attendees })
    const known = await capacitiesOn(tx, { groupId, personIds: [personId], at: startsAt ?? now() })
    const capacity = known.get(personId) ?? ""
    await tx
      .insert(attendance)
      .values({ meetingId, personId, kind, capacity, position: (list?.end ?? -1) + 1 })
      .onConflictDoUpdate({ target: [attendance.meetingId, attendance.personId], set: { kind } })
  }
  await tx
    .update(meetings)
    .set({ attendanceRevision: sql`${meetings.attendanceRevision} + 1` })
    .where(eq(meetings.id, meetingId))
  return { personId, name: person.name }
}
