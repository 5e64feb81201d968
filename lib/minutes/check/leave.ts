import type { z } from "zod"
import { checkDismissals } from "@/db/schema/checks"
import { record } from "@/lib/activity/record"
import { lockMeeting } from "@/lib/meetings/lock"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { getCurrentText } from "../queries"
import { findFindings } from "./find-findings"
import type { oneFindingInput } from "./input"

/**
 * Leaves a finding of the minutes as it is, for everybody who writes them, wherever its words move.
 * Refuses with `conflict` when the text as it is saved has no such finding any more, and with `invalid`
 * for an error: that one is put right, or overridden when the report is published.
 */
export async function leaveFinding(
  actor: Actor,
  { meetingId, key }: z.output<typeof oneFindingInput>,
): Promise<void> {
  return transaction(async (tx) => {
    const { groupId, noteTakerId, number } = await lockMeeting(tx, meetingId)
    authorize(actor, "minutes.edit", { groupId, noteTakerId })
    const current = await getCurrentText(tx, meetingId)
    const found = current ? await findFindings(tx, { groupId, meetingId, text: current.text }) : []
    const finding = found.find((each) => each.key === key)
    if (!finding) throw new Refusal("conflict", "finding.gone")
    if (finding.severity === "error") throw new Refusal("invalid", "finding.isError")
    const written = await tx
      .insert(checkDismissals)
      .values({ meetingId, rule: finding.rule, key, dismissedBy: personOf(actor) })
      .onConflictDoNothing()
      .returning({ key: checkDismissals.key })
    if (written.length === 0) return
    await record(tx, {
      name: "finding.left",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: { number, rule: finding.rule },
    })
  })
}
