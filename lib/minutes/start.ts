import { eq } from "drizzle-orm"
import type { z } from "zod"
import { minutes } from "@/db/schema/minutes"
import { record } from "@/lib/activity/record"
import { agendaNow } from "@/lib/meetings/agenda-now"
import { lockMeeting } from "@/lib/meetings/lock"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { startMinutesInput } from "./input"
import { emptyText } from "./model"
import { beginMinutes } from "./write-revision"

/**
 * Starts the minutes of a meeting: an empty text with a section for every agenda item. Where somebody
 * was quicker, theirs stand and nothing changes. A cancelled meeting has no minutes.
 */
export async function startMinutes(
  actor: Actor,
  { meetingId }: z.output<typeof startMinutesInput>,
): Promise<{ meetingId: string }> {
  return transaction(async (tx) => {
    const { groupId, noteTakerId, number, cancelledAt } = await lockMeeting(tx, meetingId)
    authorize(actor, "minutes.edit", { groupId, noteTakerId })
    if (cancelledAt) throw new Refusal("conflict", "minutes.cancelled")
    const standing = await tx.select().from(minutes).where(eq(minutes.meetingId, meetingId))
    if (standing.length > 0) return { meetingId }
    const text = emptyText(await agendaNow(tx, meetingId))
    await beginMinutes(tx, { meetingId, text, authorId: personOf(actor) })
    await record(tx, {
      name: "minutes.started",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: { number },
    })
    return { meetingId }
  })
}
