import type { z } from "zod"
import { record } from "@/lib/activity/record"
import { lockMeeting } from "@/lib/meetings/lock"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import type { keepRevisionInput } from "./input"
import { lockMinutesIfAny, lockRevision } from "./lock"
import type { SavedMinutes } from "./model"

/**
 * Makes what was written together since the last revision a revision of its own; the last one, when
 * nothing was; null before the minutes are started. Nothing that was called saved depends on it: it only marks a moment in the history.
 */
export async function keepRevision(
  actor: Actor,
  { meetingId }: z.output<typeof keepRevisionInput>,
): Promise<SavedMinutes | null> {
  return transaction(async (tx) => {
    const { groupId, noteTakerId, number } = await lockMeeting(tx, meetingId)
    authorize(actor, "minutes.edit", { groupId, noteTakerId })
    const before = await lockRevision(tx, meetingId)
    const held = before && (await lockMinutesIfAny(tx, meetingId))
    if (!held) return null
    const { revision, savedAt } = held
    if (revision > before.revision) {
      await record(tx, {
        name: "minutes.saved",
        actor,
        groupId,
        subject: { type: "meeting", id: meetingId },
        data: { number, revision },
      })
    }
    return { revision, savedAt: savedAt.toISOString() }
  })
}
