import type { z } from "zod"
import { record } from "@/lib/activity/record"
import { agendaNow } from "@/lib/meetings/agenda-now"
import { lockMeeting } from "@/lib/meetings/lock"
import { requireOpen } from "@/lib/meetings/open-to-change"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { findRevisionText } from "./find-revision"
import type { restoreMinutesInput } from "./input"
import { changeText } from "./live/change"
import { lockMinutes } from "./lock"
import { restoredNote, withAgenda } from "./model"
import { addRevision } from "./write-revision"

/** Where the minutes now stand. */
export type Restored = { slug: string; meetingId: string; revision: number }

/**
 * Makes the text of an older revision the current one, as a new revision: nothing in between is lost.
 * `base` is the newest revision that the form showed; when another was saved since, nothing changes.
 */
export async function restoreMinutes(
  actor: Actor,
  { meetingId, number: from, base }: z.output<typeof restoreMinutesInput>,
): Promise<Restored> {
  return transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    const { groupId, noteTakerId, number, slug } = meeting
    authorize(actor, "minutes.restore", { groupId, noteTakerId })
    await requireOpen(tx, actor, { ...meeting, cancelledAt: null })
    const current = await lockMinutes(tx, meetingId)
    if (base !== current.revision) {
      throw new Refusal("conflict", "minutes.movedOn", { revision: current.revision })
    }
    const old = await findRevisionText(tx, meetingId, from)
    if (!old) throw notFound()
    if (from === current.revision) throw new Refusal("conflict", "minutes.isCurrent")
    const authorId = personOf(actor)
    const text = withAgenda(old, await agendaNow(tx, meetingId))
    const shared = await changeText(tx, meetingId, current.document, text, authorId)
    const note = restoredNote(from)
    const saved = await addRevision(tx, base, { meetingId, text, authorId, note, ...shared })
    await record(tx, {
      name: "minutes.restored",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: { number, revision: saved.revision, from },
    })
    return { slug, meetingId, revision: saved.revision }
  })
}
