import { eq, inArray } from "drizzle-orm"
import type { z } from "zod"
import type { Reader } from "@/db/client"
import { meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { findPeople } from "@/lib/people/find"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { findForRollInput } from "./input"
import type { MeetingForDesk } from "./queries"
import { type RollSeat, rollSeats, unmarked } from "./roll-seats"

export type { RollSeat } from "./roll-seats"

/**
 * Everybody whom the attendance of a meeting asks about: who is on its list, in order, then the
 * members of that day by name, in the capacity of that day.
 */
export async function listRoll(
  actor: Actor,
  meeting: Pick<MeetingForDesk, "groupId" | "noteTakerId" | "startsAt" | "attendance">,
): Promise<RollSeat[]> {
  const { groupId, noteTakerId, startsAt, attendance: listed } = meeting
  authorize(actor, "attendance.record", { groupId, noteTakerId })
  return rollSeats(database(), { groupId, startsAt, listed })
}

/** What was looked for, the seats as they were marked, and who was found besides. */
export type Looked = { asked: string; seats: RollSeat[]; found: RollSeat[] }

/**
 * What the form shows after its button "Find": the seats as they were marked, and the people whose
 * name or alias fits, who were not among them. Nothing is written.
 */
export async function findForRoll(
  actor: Actor,
  { meetingId, seats, find }: z.output<typeof findForRollInput>,
): Promise<Looked> {
  const reader = database()
  const [meeting] = await reader.select().from(meetings).where(eq(meetings.id, meetingId))
  if (!meeting) throw notFound()
  const { groupId, noteTakerId } = meeting
  authorize(actor, "attendance.record", { groupId, noteTakerId })
  const here = new Set(seats.map(({ personId }) => personId))
  const fitting = await findPeople(actor, groupId, find)
  const others = fitting
    .filter(({ id }) => !here.has(id))
    .map(({ id: personId, name }) => ({ personId, name }))
  const found = await unmarked(reader, { groupId, at: meeting.startsAt ?? now(), who: others })
  const names = await namesOf(reader, [...here])
  return {
    asked: find,
    seats: seats.map((seat) => ({ ...seat, name: names.get(seat.personId) ?? "" })),
    found,
  }
}

async function namesOf(reader: Reader, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
