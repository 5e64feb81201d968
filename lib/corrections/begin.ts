import type { z } from "zod"
import { corrections } from "@/db/schema/corrections"
import { record } from "@/lib/activity/record"
import { tieToCorrection } from "@/lib/error-reports/tie-to-correction"
import { linkFilled } from "@/lib/links/link-filled"
import { lockMeeting } from "@/lib/meetings/lock"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { findNewestVersion } from "@/lib/reports/newest-version"
import { dropOpenProposal } from "@/lib/reports/proposals"
import { findReportFacts } from "@/lib/reports/state-queries"
import { mayMove, stateOf } from "@/lib/reports/status"
import type { beginCorrectionInput } from "./input"

/**
 * Begins a correction of the newest version of a report: from then on note-taker and co-chairs may
 * change text, agenda, attendance and facts again, and missing documents that were filled meanwhile are
 * links. `errorId` names the reported error that it answers.
 * Refuses with `conflict` what is not published, what somebody corrects already, and another version.
 */
export async function beginCorrection(
  actor: Actor,
  { meetingId, version, reason, errorId }: z.output<typeof beginCorrectionInput>,
): Promise<{ slug: string; meetingId: string }> {
  return transaction(async (tx) => {
    const held = await lockMeeting(tx, meetingId)
    const { groupId, slug } = held
    authorize(actor, "report.publish", { groupId })
    const facts = await findReportFacts(tx, meetingId)
    const state = stateOf(facts)
    const newest = await findNewestVersion(tx, meetingId)
    if (!newest) throw new Refusal("conflict", "report.notPublished")
    if (!mayMove(state, "beginCorrection")) throw new Refusal("conflict", "correction.isOpen")
    if (facts.versions !== version)
      throw new Refusal("conflict", "correction.newer", { version: facts.versions })
    const begunBy = personOf(actor)
    if (!begunBy) throw new Refusal("forbidden", "forbidden")
    const [correction] = await tx
      .insert(corrections)
      .values({ groupId, meetingId, correctsVersion: version, reason, begunBy })
      .returning({ id: corrections.id })
    if (!correction) throw new Error("A correction was not written")
    // What was proposed, to withdraw it, is not what is prepared now.
    await dropOpenProposal(tx, actor, held, now())
    if (errorId) await tieToCorrection(tx, { errorId, meetingId, correctionId: correction.id })
    await record(tx, {
      name: "correction.begun",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: { number: newest.content.meeting.number, version, reason },
    })
    await linkFilled(tx, actor, held)
    return { slug, meetingId }
  })
}
