import { and, eq, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { groups } from "@/db/schema/groups"
import { agendaItems, meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize, can } from "@/lib/policy/can"
import type { Action } from "@/lib/policy/table"
import { findReportFacts } from "@/lib/reports/state-queries"
import { mayMove, type ReportState, stateOf } from "@/lib/reports/status"
import { type AgendaItem, readAgenda } from "./agenda"
import { type MeetingLine, meetingLines, startYear } from "./lines"
import { meetingNamed } from "./named"
import { type Neighbours, neighboursOf } from "./neighbours"
import { listOffices, type NamedOffice } from "./offices"
import { lackForActor } from "./open-to-change"
import { listSeats, type Seat } from "./seats"
import { cancelLack, type MeetingState, meetingState } from "./status"

export type MeetingList = {
  /** Planned and not over, the next one first; without a start at the end. */
  upcoming: MeetingLine[]
  /** Everything else by the year of its start (UTC), the newest first; without a start before them. */
  past: { year: number | null; meetings: MeetingLine[] }[]
  /** Every year in which the group has a meeting, the newest first. */
  years: number[]
}

/** The meetings of a group, all or those of one year. */
export async function listMeetings(
  actor: Actor,
  groupId: string,
  year?: number,
): Promise<MeetingList> {
  authorize(actor, "meeting.read", { groupId })
  const [lines, years] = await Promise.all([
    meetingLines(database(), groupId, year === undefined ? undefined : sql`${startYear} = ${year}`),
    database()
      .selectDistinct({ year: startYear })
      .from(meetings)
      .where(and(eq(meetings.groupId, groupId), sql`${meetings.startsAt} is not null`)),
  ])
  const upcoming = lines.filter(({ state }) => state === "planned").reverse()
  const past = new Map<number | null, MeetingLine[]>()
  for (const line of lines.filter(({ state }) => state !== "planned")) {
    const of = line.startsAt?.getUTCFullYear() ?? null
    past.set(of, [...(past.get(of) ?? []), line])
  }
  return {
    upcoming,
    past: [...past].map(([of, meetings]) => ({ year: of, meetings })),
    years: years.flatMap((row) => row.year ?? []).sort((a, b) => b - a),
  }
}

/** A meeting with everything that the desk shows of it. */
export type MeetingForDesk = typeof meetings.$inferSelect & {
  group: { id: string; slug: string; shortName: string }
  state: MeetingState
  /** Of its newest published report. */
  version: number | null
  report: ReportState
  /** Why nothing of it can be changed now (a key under `errors`); null while it is open to the reader. */
  lack: string | null
  noteTaker: string | null
  cancelledByName: string | null
  offices: NamedOffice[]
  agenda: AgendaItem[]
  attendance: Seat[]
  neighbours: Neighbours
  may: Record<
    "edit" | "cancel" | "editAgenda" | "recordAttendance" | "addPerson" | "publish",
    boolean
  >
}

/**
 * A meeting of a group, by its id or its number (`meetingNamed`), for whoever may do `action` to it: a page that serves one action
 * asks for that one. `not_found` when the group has no such meeting.
 */
export async function getMeeting(
  actor: Actor,
  slug: string,
  ref: string,
  action: Action = "meeting.read",
): Promise<MeetingForDesk> {
  const taker = alias(people, "taker")
  const canceller = alias(people, "canceller")
  const [found] = await database()
    .select({
      meeting: meetings,
      group: { id: groups.id, slug: groups.slug, shortName: groups.shortName },
      noteTaker: taker.name,
      cancelledByName: canceller.name,
    })
    .from(meetings)
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .leftJoin(taker, eq(taker.id, meetings.noteTakerId))
    .leftJoin(canceller, eq(canceller.id, meetings.cancelledBy))
    .where(and(eq(groups.slug, slug), meetingNamed(ref)))
  if (!found) throw notFound()
  const { meeting, ...named } = found
  const { id: meetingId } = meeting
  const subject = { groupId: meeting.groupId, noteTakerId: meeting.noteTakerId }
  authorize(actor, action, subject)
  const reader = database()
  const [facts, offices, items, seats, neighbours] = await Promise.all([
    findReportFacts(reader, meetingId),
    listOffices(reader, meetingId),
    reader.select().from(agendaItems).where(eq(agendaItems.meetingId, meetingId)),
    listSeats(reader, meetingId),
    neighboursOf(reader, meeting),
  ])
  const state = stateOf(facts)
  const version = facts.versions || null
  const lack = lackForActor(actor, { ...meeting, state })
  const open = lack === null
  return {
    ...meeting,
    ...named,
    version,
    report: state,
    lack,
    state: meetingState({ ...meeting, version }, now()),
    offices,
    agenda: readAgenda(items),
    attendance: seats,
    neighbours,
    may: {
      edit: open && can(actor, "meeting.edit", subject),
      cancel: !cancelLack({ ...meeting, version }) && can(actor, "meeting.cancel", subject),
      editAgenda: open && can(actor, "agenda.edit", subject),
      recordAttendance: open && can(actor, "attendance.record", subject),
      addPerson: open && can(actor, "person.add", subject),
      publish:
        mayMove(state, "publish") && !meeting.cancelledAt && can(actor, "report.publish", subject),
    },
  }
}
