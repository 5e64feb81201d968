import { and, asc, eq } from "drizzle-orm"
import { groups } from "@/db/schema/groups"
import { meetings } from "@/db/schema/meetings"
import { meetingAnswers } from "@/db/schema/notices"
import { people } from "@/db/schema/people"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { authorize, can } from "@/lib/policy/can"
import { lastAnnouncements } from "./announcements"
import type { AnswerLink } from "./answer-link"
import type { MeetingAnswer } from "./model"
import { answerLack } from "./status"

export type MeetingAnswers = {
  /** Who said what, by name. */
  answers: { personId: string; name: string; answer: MeetingAnswer }[]
  mine: MeetingAnswer | null
  /** Where and in which state the call was announced last; null where never. */
  announced: Record<"members" | "list", { at: Date; isCurrent: boolean } | null>
  hasList: boolean
  may: { answer: boolean; announce: boolean }
}

/** What the members said of a call, and where it was announced. */
export async function getMeetingAnswers(
  actor: Actor,
  meeting: Pick<
    typeof meetings.$inferSelect,
    "id" | "groupId" | "revision" | "startsAt" | "minutes" | "cancelledAt"
  >,
): Promise<MeetingAnswers> {
  const subject = { groupId: meeting.groupId }
  authorize(actor, "meeting.read", subject)
  const db = database()
  const [answers, last, [group]] = await Promise.all([
    db
      .select({ personId: people.id, name: people.name, answer: meetingAnswers.answer })
      .from(meetingAnswers)
      .innerJoin(people, eq(people.id, meetingAnswers.personId))
      .where(eq(meetingAnswers.meetingId, meeting.id))
      .orderBy(asc(people.name)),
    lastAnnouncements(db, meeting.id),
    db.select({ list: groups.mailingList }).from(groups).where(eq(groups.id, meeting.groupId)),
  ])
  const isOpen = answerLack(meeting, now()) === null
  const told = (place: "members" | "list") => {
    const one = last[place]
    return one && { at: one.at, isCurrent: one.revision >= meeting.revision }
  }
  return {
    answers,
    mine: answers.find(({ personId }) => personId === personOf(actor))?.answer ?? null,
    announced: { members: told("members"), list: told("list") },
    hasList: Boolean(group?.list),
    may: {
      answer: isOpen && can(actor, "meeting.answer", subject),
      announce: isOpen && can(actor, "meeting.announce", subject),
    },
  }
}

/** What the page behind a mailed link shows: the call, and what its person has said so far. */
export type CallToAnswer = {
  group: string
  number: number | null
  title: string
  startsAt: Date | null
  name: string
  answer: MeetingAnswer | null
  /** What keeps it from being answered (a key under `errors`), or null. */
  lack: string | null
}

/** The call of a link that we signed, or null when it is gone. */
export async function findCallToAnswer({
  meetingId,
  personId,
}: AnswerLink): Promise<CallToAnswer | null> {
  const [found] = await database()
    .select({
      meeting: meetings,
      group: groups.shortName,
      name: people.name,
      answer: meetingAnswers.answer,
    })
    .from(meetings)
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .innerJoin(people, eq(people.id, personId))
    .leftJoin(
      meetingAnswers,
      and(eq(meetingAnswers.meetingId, meetings.id), eq(meetingAnswers.personId, personId)),
    )
    .where(eq(meetings.id, meetingId))
  if (!found) return null
  const { meeting, ...shown } = found
  const { number, title, startsAt } = meeting
  return { ...shown, number, title, startsAt, lack: answerLack(meeting, now()) }
}
