import { and, asc, eq, gt, inArray, isNull, lte, or } from "drizzle-orm"
import type { z } from "zod"
import type { Reader } from "@/db/client"
import { meetings } from "@/db/schema/meetings"
import { memberships } from "@/db/schema/members"
import { people } from "@/db/schema/people"
import { capacitiesOn } from "@/lib/people/capacity"
import { findPeople } from "@/lib/people/find"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { findForRollInput } from "./input"
import type { AttendanceKind } from "./model"
import type { MeetingForDesk } from "./queries"
import type { Seat } from "./seats"

/** A line of the form on which attendance is taken: on the list, or not marked. */
export type RollSeat = Omit<Seat, "kind"> & { kind: AttendanceKind | null }

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
  const reader = database()
  const day = startsAt ?? now()
  const members = await reader
    .select({ personId: people.id, name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.groupId, groupId),
        lte(memberships.since, day),
        or(isNull(memberships.until), gt(memberships.until, day)),
      ),
    )
    .orderBy(asc(people.name))
  const here = new Set(listed.map(({ personId }) => personId))
  const others = members.filter(({ personId }) => !here.has(personId))
  return [...listed, ...(await seated(reader, groupId, day, others))]
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
  const found = await seated(reader, groupId, meeting.startsAt ?? now(), others)
  const names = await namesOf(reader, [...here])
  return {
    asked: find,
    seats: seats.map((seat) => ({ ...seat, name: names.get(seat.personId) ?? "" })),
    found,
  }
}

async function seated(
  reader: Reader,
  groupId: string,
  at: Date,
  who: readonly { personId: string; name: string }[],
): Promise<RollSeat[]> {
  const personIds = who.map(({ personId }) => personId)
  const capacities = await capacitiesOn(reader, { groupId, personIds, at })
  return who.map((person) => ({
    ...person,
    kind: null,
    capacity: capacities.get(person.personId) ?? "",
  }))
}

async function namesOf(reader: Reader, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
