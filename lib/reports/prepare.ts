import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { lockMeeting } from "@/lib/meetings/lock"
import { lockMinutesIfAny } from "@/lib/minutes/lock"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { authorize } from "@/lib/policy/can"
import type { publishMinutesInput } from "./input"
import { findNewestVersion } from "./newest-version"
import { answerErrors } from "./overrides"
import { refusePublished } from "./published-meanwhile"
import { requireReady } from "./ready"
import { findReportFacts } from "./state-queries"
import { mayMove, stateOf } from "./status"

/**
 * Step: holds the meeting and its minutes and looks whether exactly what a form showed may become the next
 * version, by this actor and at this moment; see `publishMinutes` for what is refused. Authorizes, so that
 * proposing and publishing ask the same.
 */
export async function prepareVersion(
  tx: Transaction,
  actor: Actor,
  input: z.output<typeof publishMinutesInput>,
) {
  const held = await lockMeeting(tx, input.meetingId)
  const { groupId } = held
  authorize(actor, "report.publish", { groupId })
  const minutes = await lockMinutesIfAny(tx, input.meetingId)
  const facts = await findReportFacts(tx, input.meetingId)
  const newest = facts.versions > 0 ? await findNewestVersion(tx, input.meetingId) : null
  const version = facts.versions + 1
  if (!mayMove(stateOf(facts), "publish") || (input.version ?? version) !== version)
    throw refusePublished(newest, input.revision)
  const at = now()
  const { findings, ...ready } = await requireReady(tx, held, minutes, input, at)
  const overrides = answerErrors(findings, input.overrides)
  return { held, ready: { ...ready, at }, newest, version, findings, overrides }
}
