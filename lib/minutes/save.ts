import type { z } from "zod"
import { record } from "@/lib/activity/record"
import { lockMeeting } from "@/lib/meetings/lock"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { agendaOf } from "./agenda"
import { canonical } from "./canonical"
import type { saveMinutesInput } from "./input"
import { lockMinutes } from "./lock"
import { type SavedMinutes, withAgenda } from "./model"
import { acceptText } from "./read-text"
import { staleMinutes } from "./stale"
import { addRevision } from "./write-revision"

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
    const { groupId, noteTakerId, number } = await lockMeeting(tx, meetingId)
    authorize(actor, "minutes.edit", { groupId, noteTakerId })
    const current = await lockMinutes(tx, meetingId)
    const mine = acceptText(text)
    if (base !== current.revision) throw await staleMinutes(tx, meetingId, base, mine, current)
    const agenda = await agendaOf(tx, meetingId)
    const next = withAgenda(mine, agenda)
    if (canonical(next) === canonical(withAgenda(current.text, agenda))) {
      return { revision: current.revision, savedAt: current.savedAt.toISOString() }
    }
    const authorId = personOf(actor)
    const saved = await addRevision(tx, base, { meetingId, text: next, authorId })
    await record(tx, {
      name: "minutes.saved",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: { number, revision: saved.revision },
    })
    return { revision: saved.revision, savedAt: saved.savedAt.toISOString() }
  })
}
