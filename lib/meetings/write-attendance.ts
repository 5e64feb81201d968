import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { attendance, meetings } from "@/db/schema/meetings"
import { Refusal } from "@/lib/platform/errors"
import { currentPeople } from "./current-people"
import { type Attendee, limits } from "./model"

/**
 * Step: makes `list` the attendance of a meeting, whole and in this order. A person who was merged
 * stands as the one that took over; a person given twice is kept once, at the first place. Moves the
 * attendance's revision on by one and returns how many stand under each kind. Does not authorize.
 * Refuses people who are not in the register.
 */
export async function writeAttendance(
  tx: Transaction,
  meetingId: string,
  list: readonly Attendee[],
): Promise<{ present: number; regrets: number; written: number }> {
  if (list.length > limits.attendees)
    throw new Refusal("invalid", "meeting.tooManyPeople", { most: limits.attendees })
  const current = await currentPeople(
    tx,
    list.map(({ personId }) => personId),
  )
  const once = new Map<string, Attendee>()
  for (const { personId: given, kind, capacity } of list) {
    const personId = current.get(given)
    if (!personId) throw new Refusal("not_found", "meeting.personUnknown")
    const before = once.get(personId)
    once.set(personId, before ?? { personId, kind, capacity: capacity.trim() })
  }
  const rows = [...once.values()].map((each, position) => ({ ...each, meetingId, position }))
  await tx.delete(attendance).where(eq(attendance.meetingId, meetingId))
  if (rows.length > 0) await tx.insert(attendance).values(rows)
  await tx
    .update(meetings)
    .set({ attendanceRevision: sql`${meetings.attendanceRevision} + 1` })
    .where(eq(meetings.id, meetingId))
  const count = (kind: Attendee["kind"]) => rows.filter((row) => row.kind === kind).length
  return { present: count("present"), regrets: count("regrets"), written: count("written") }
}
