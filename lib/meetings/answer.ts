import type { z } from "zod"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { answerMeetingInput } from "./input"
import { lockMeeting } from "./lock"
import { writeMeetingAnswer } from "./write-meeting-answer"

/** Says whether whoever is signed in comes to a call. Refuses as the step does. */
export async function answerMeeting(
  actor: Actor,
  { meetingId, answer }: z.output<typeof answerMeetingInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    authorize(actor, "meeting.answer", { groupId: meeting.groupId })
    const personId = personOf(actor)
    if (!personId) throw new Refusal("forbidden", "forbidden")
    await writeMeetingAnswer(tx, meeting, personId, answer)
  })
}
