import { and, asc, eq, isNull, or } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { attendance, meetingOffices } from "@/db/schema/meetings"
import { memberships } from "@/db/schema/members"
import { people } from "@/db/schema/people"
import { capacitiesOn } from "@/lib/people/capacity"
import type { Locale } from "@/lib/platform/locales"
import type { DeskMeeting } from "./desk-meeting"
import type { MinutesPerson } from "./model"
import type { KnownPerson } from "./plain-names"

/**
 * Whom the minutes of a meeting may name: those on its lists first, then the members of the group,
 * each by name, in the capacity of that day as the list has it, else as the register has it.
 */
export async function peopleOf(
  reader: Reader,
  meeting: Pick<DeskMeeting, "id" | "groupId" | "startsAt">,
  locale: Locale,
): Promise<MinutesPerson[]> {
  const listed = await reader
    .select({
      id: people.id,
      name: people.name,
      atMeeting: attendance.capacity,
      inOffice: meetingOffices.capacity,
      here: attendance.id,
      office: meetingOffices.id,
    })
    .from(people)
    .leftJoin(
      memberships,
      and(
        eq(memberships.personId, people.id),
        eq(memberships.groupId, meeting.groupId),
        isNull(memberships.until),
      ),
    )
    .leftJoin(
      attendance,
      and(eq(attendance.personId, people.id), eq(attendance.meetingId, meeting.id)),
    )
    .leftJoin(
      meetingOffices,
      and(eq(meetingOffices.personId, people.id), eq(meetingOffices.meetingId, meeting.id)),
    )
    .where(
      and(
        isNull(people.mergedInto),
        or(
          eq(memberships.groupId, meeting.groupId),
          eq(attendance.meetingId, meeting.id),
          eq(meetingOffices.meetingId, meeting.id),
        ),
      ),
    )
    .orderBy(asc(people.name))
  const once = [...new Map(listed.map((person) => [person.id, person])).values()]
  const known = await capacitiesOn(reader, {
    groupId: meeting.groupId,
    personIds: once.map(({ id }) => id),
    at: meeting.startsAt,
    locale,
  })
  const isThere = ({ here, office }: (typeof once)[number]) => here !== null || office !== null
  return [...once.filter(isThere), ...once.filter((person) => !isThere(person))].map(
    ({ id, name, atMeeting, inOffice }) => ({
      id,
      name,
      capacity: atMeeting || inOffice || known.get(id) || "",
    }),
  )
}

/** Whom the minutes of a meeting may name, and who of them is there: present, or in an office without regrets. */
export async function knownAt(
  reader: Reader,
  meeting: Parameters<typeof peopleOf>[1],
  locale: Locale,
): Promise<KnownPerson[]> {
  const listed = await reader
    .select({ id: attendance.personId, kind: attendance.kind })
    .from(attendance)
    .where(eq(attendance.meetingId, meeting.id))
  const officers = await reader
    .select({ id: meetingOffices.personId })
    .from(meetingOffices)
    .where(eq(meetingOffices.meetingId, meeting.id))
  const present = new Set(
    [...officers, ...listed.filter(({ kind }) => kind === "present")].map(({ id }) => id),
  )
  for (const { id, kind } of listed) if (kind !== "present") present.delete(id)
  return (await peopleOf(reader, meeting, locale)).map((person) => ({
    ...person,
    present: present.has(person.id),
  }))
}
