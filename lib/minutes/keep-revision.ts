import type { z } from "zod"
import { lockMeeting } from "@/lib/meetings/lock"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import type { keepRevisionInput } from "./input"
import { lockMinutesIfAny } from "./lock"
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
    const { groupId, noteTakerId } = await lockMeeting(tx, meetingId)
    authorize(actor, "minutes.edit", { groupId, noteTakerId })
    const held = await lockMinutesIfAny(tx, meetingId)
    return held && { revision: held.revision, savedAt: held.savedAt.toISOString() }
  })
}
