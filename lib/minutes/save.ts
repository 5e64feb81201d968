import type { z } from "zod"
import { record } from "@/lib/activity/record"
import { lockMeeting } from "@/lib/meetings/lock"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import type { saveMinutesInput } from "./input"
import { keepText } from "./keep-text"
import { lockMinutes } from "./lock"
import type { SavedMinutes } from "./model"
import { acceptText } from "./read-text"
import { staleMinutes } from "./stale"

/**
 * Saves the text of a meeting's minutes as its next revision, fitted to the agenda of this moment.
 * `base` is the revision on which the text was written: when another was saved since, nothing changes
 * and `StaleMinutes` carries both texts. A text that equals the stored one makes no new revision.
 */
export async function saveMinutes(
  actor: Actor,
  { meetingId, base, text }: z.output<typeof saveMinutesInput>,
): Promise<SavedMinutes> {
  return transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    authorize(actor, "minutes.edit", meeting)
    const current = await lockMinutes(tx, meetingId)
    const mine = acceptText(text)
    if (base !== current.revision) throw await staleMinutes(tx, meetingId, base, mine, current)
    const { isNew, ...saved } = await keepText(tx, actor, meetingId, current, mine)
    if (isNew) {
      await record(tx, {
        name: "minutes.saved",
        actor,
        groupId: meeting.groupId,
        subject: { type: "meeting", id: meetingId },
        data: { number: meeting.number, revision: saved.revision },
      })
    }
    return saved
  })
}
