import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { agendaIds, getMeetingForReport } from "@/lib/meetings/for-report"
import { type LockedMeeting, lockMeeting } from "@/lib/meetings/lock"
import { findFindings } from "@/lib/minutes/check/find-findings"
import { type HeldMinutes, lockMinutesIfAny } from "@/lib/minutes/lock"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { publishMinutesInput } from "./input"
import { findNewestVersion } from "./newest-version"
import { answerErrors } from "./overrides"
import { refusePublished } from "./published-meanwhile"
import { findReportFacts } from "./state-queries"
import { lacksOf, mayMove, stateOf } from "./status"

type Input = z.output<typeof publishMinutesInput>

/**
 * Step: holds the meeting and its minutes and looks whether exactly what a form showed may become the next
 * version, by this actor and at this moment; see `publishMinutes` for what is refused. Authorizes, so that
 * proposing and publishing ask the same.
 */
export async function prepareVersion(tx: Transaction, actor: Actor, input: Input) {
  const held = await lockMeeting(tx, input.meetingId)
  const { groupId } = held
  authorize(actor, "report.publish", { groupId })
  const minutes = await lockMinutesIfAny(tx, input.meetingId)
  const facts = await findReportFacts(tx, input.meetingId)
  const newest = facts.versions > 0 ? await findNewestVersion(tx, input.meetingId) : null
  const version = facts.versions + 1
  if (!mayMove(stateOf(facts), "publish") || (input.version ?? version) !== version)
    throw refusePublished(newest, input.revision)
  const ready = await requireReady(tx, held, minutes, input)
  // Found again here: what the form says of findings is only which reason belongs to which error.
  const findings = await findFindings(
    tx,
    { groupId, meetingId: held.id, text: ready.minutes.text },
    ready.meeting,
  )
  const overrides = answerErrors(findings, input.overrides)
  return { held, ready, newest, version, findings, overrides }
}

/** Refuses what cannot be published now, and what is no longer what the form showed. */
async function requireReady(
  tx: Transaction,
  held: LockedMeeting,
  minutes: HeldMinutes | null,
  { revision, beside }: Input,
) {
  const meeting = await getMeetingForReport(tx, held.id)
  const at = now()
  const lacks = lacksOf(
    {
      number: meeting.number,
      startsAt: meeting.startsAt,
      cancelled: meeting.cancelledAt !== null,
      text: minutes?.text ?? null,
      agendaIds: agendaIds(meeting.agenda),
    },
    at,
  )
  if (lacks.length > 0 || !minutes)
    throw new Refusal("invalid", "report.incomplete", {}, {}, { lacks })
  if (minutes.revision !== revision)
    throw new Refusal("conflict", "report.stale", { shown: revision, current: minutes.revision })
  if (beside !== undefined && beside !== meeting.beside)
    throw new Refusal("conflict", "report.staleBeside")
  return { meeting, minutes, at }
}
