import { eq, ne } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { meetingAnswers } from "@/db/schema/notices"
import { people } from "@/db/schema/people"
import { record } from "@/lib/activity/record"
import { now } from "@/lib/platform/clock"
import { notFound, Refusal } from "@/lib/platform/errors"
import type { LockedMeeting } from "./lock"
import type { MeetingAnswer } from "./model"
import { answerLack } from "./status"

/**
 * Step: keeps whether somebody comes to a call; the last answer counts, and the same one twice is one.
 * Refuses with `conflict` when the call is cancelled, over, or has no start.
 */
export async function writeMeetingAnswer(
  tx: Transaction,
  meeting: LockedMeeting,
  personId: string,
  answer: MeetingAnswer,
): Promise<void> {
  const lack = answerLack(meeting, now())
  if (lack) throw new Refusal("conflict", lack)
  const [person] = await tx.select().from(people).where(eq(people.id, personId))
  if (!person) throw notFound()
  const meetingId = meeting.id
  const [changed] = await tx
    .insert(meetingAnswers)
    .values({ meetingId, personId, answer, answeredAt: now() })
    .onConflictDoUpdate({
      target: [meetingAnswers.meetingId, meetingAnswers.personId],
      set: { answer, answeredAt: now() },
      setWhere: ne(meetingAnswers.answer, answer),
    })
    .returning({ answer: meetingAnswers.answer })
  if (!changed) return
  await record(tx, {
    name: "meeting.answered",
    actor: { personId },
    groupId: meeting.groupId,
    subject: { type: "meeting", id: meetingId },
    data: { number: meeting.number, person: personId, name: person.name, answer },
  })
}
