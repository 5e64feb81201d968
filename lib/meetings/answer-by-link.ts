import { and, eq, gt, isNull, lte, or } from "drizzle-orm"
import type { z } from "zod"
import { memberships } from "@/db/schema/members"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { answerSubject, readAnswerToken } from "./answer-link"
import type { answerByLinkInput } from "./input"
import { lockMeeting } from "./lock"
import type { MeetingAnswer } from "./model"
import { writeMeetingAnswer } from "./write-meeting-answer"

/**
 * Says from a mail whether somebody comes to a call. `not_found` when the link is none of ours, or its
 * person has left the group.
 */
export async function answerByLink(
  actor: Actor,
  { token, answer }: z.output<typeof answerByLinkInput>,
): Promise<{ answer: MeetingAnswer }> {
  const link = readAnswerToken(token)
  if (!link) throw new Refusal("not_found", "meeting.linkBroken")
  return transaction(async (tx) => {
    const meeting = await lockMeeting(tx, link.meetingId)
    authorize(actor, "meeting.answerByLink", answerSubject(link))
    const [member] = await tx
      .select({ id: memberships.id })
      .from(memberships)
      .where(
        and(
          eq(memberships.groupId, meeting.groupId),
          eq(memberships.personId, link.personId),
          lte(memberships.since, now()),
          or(isNull(memberships.until), gt(memberships.until, now())),
        ),
      )
    if (!member) throw new Refusal("not_found", "meeting.linkBroken")
    await writeMeetingAnswer(tx, meeting, link.personId, answer)
    return { answer }
  })
}
