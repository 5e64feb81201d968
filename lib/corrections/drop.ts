import { eq } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { corrections } from "@/db/schema/corrections"
import { record } from "@/lib/activity/record"
import { untieFromCorrection } from "@/lib/error-reports/tie-to-correction"
import { keepFilled } from "@/lib/links/keep-filled"
import { lockMeeting } from "@/lib/meetings/lock"
import { findRevisionText } from "@/lib/minutes/find-revision"
import { keepText } from "@/lib/minutes/keep-text"
import { lockMinutes } from "@/lib/minutes/lock"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { findNewestVersion, type NewestVersion } from "@/lib/reports/newest-version"
import { dropOpenProposal } from "@/lib/reports/proposals"
import { findReportFacts } from "@/lib/reports/state-queries"
import { mayMove, stateOf } from "@/lib/reports/status"
import type { dropCorrectionInput } from "./input"
import { findOpenCorrection } from "./open-correction"

/**
 * Gives up a correction: the newest version stays, and the text of the minutes becomes what it
 * published, as a revision of its own; what was written meanwhile stays in the history. Facts, agenda
 * and attendance stay as they are. Refuses with `conflict` when nothing is being corrected, while it is
 * in review, and when the meeting bears another number than its report.
 */
export async function dropCorrection(
  actor: Actor,
  { meetingId }: z.output<typeof dropCorrectionInput>,
): Promise<{ slug: string; meetingId: string }> {
  return transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    const { groupId, slug } = meeting
    authorize(actor, "report.publish", { groupId })
    const state = stateOf(await findReportFacts(tx, meetingId))
    const correction = await findOpenCorrection(tx, meetingId)
    const newest = await findNewestVersion(tx, meetingId)
    if (state === "in-review") throw new Refusal("conflict", "correction.inReview")
    if (!mayMove(state, "dropCorrection") || !correction || !newest)
      throw new Refusal("conflict", "correction.none")
    const { number } = newest.content.meeting
    if (meeting.number !== number) throw new Refusal("conflict", "correction.number", { number })
    await putTextBack(tx, actor, meeting, newest)
    const at = now()
    await dropOpenProposal(tx, actor, meeting, at)
    await tx
      .update(corrections)
      .set({ droppedAt: at, droppedBy: personOf(actor) })
      .where(eq(corrections.id, correction.id))
    await untieFromCorrection(tx, correction)
    await record(tx, {
      name: "correction.dropped",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: { number, version: correction.correctsVersion },
    })
    return { slug, meetingId }
  })
}

/**
 * The text of the newest version becomes the current one, and missing documents that were filled wait in it
 * for the next correction; of a withdrawn report it stays as it is.
 */
async function putTextBack(
  tx: Transaction,
  actor: Actor,
  meeting: { id: string; groupId: string; number: number | null },
  { content, minutesRevision }: NewestVersion,
): Promise<void> {
  if (content.withdrawal) return
  const current = await lockMinutes(tx, meeting.id)
  const published = await findRevisionText(tx, meeting.id, minutesRevision)
  if (!published) throw new Error(`Revision ${minutesRevision} of ${meeting.id} is gone`)
  const { isNew, revision } = await keepFilled(tx, meeting.id, () =>
    keepText(tx, actor, meeting.id, current, published),
  )
  if (!isNew) return
  await record(tx, {
    name: "minutes.restored",
    actor,
    groupId: meeting.groupId,
    subject: { type: "meeting", id: meeting.id },
    data: { number: meeting.number, revision, from: minutesRevision },
  })
}
