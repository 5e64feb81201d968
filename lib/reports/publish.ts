import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { record } from "@/lib/activity/record"
import {
  closeCorrection,
  correctorOf,
  findOpenCorrection,
  type OpenCorrection,
} from "@/lib/corrections/open-correction"
import { agendaIds, getMeetingForReport } from "@/lib/meetings/for-report"
import { type LockedMeeting, lockMeeting } from "@/lib/meetings/lock"
import { findFindings } from "@/lib/minutes/check/find-findings"
import { type HeldMinutes, lockMinutesIfAny } from "@/lib/minutes/lock"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { touchedPlaces } from "./align"
import { composeReport } from "./compose"
import type { publishMinutesInput } from "./input"
import type { ReportContent } from "./model"
import { findNewestVersion, type NewestVersion } from "./newest-version"
import { answerErrors } from "./overrides"
import { refusePublished } from "./published-meanwhile"
import { findReportFacts } from "./state-queries"
import { lacksOf, mayMove, stateOf } from "./status"
import { writeVersion } from "./write-version"

type Input = z.output<typeof publishMinutesInput>
type Published = { slug: string; meetingId: string; number: number; version: number }

/**
 * Publishes the minutes of a meeting as the next version of its report: exactly the revision that the
 * form showed, or nothing. A version after the first says what it corrects. Refuses with `invalid` and
 * everything that is missing, or at the field of every error of the check that has no reason; and with
 * `conflict` when somebody published (`data` is `PublishedMeanwhile`) or changed something meanwhile.
 */
export async function publishMinutes(actor: Actor, input: Input): Promise<Published> {
  return transaction(async (tx) => {
    const held = await lockMeeting(tx, input.meetingId)
    const { groupId, slug } = held
    authorize(actor, "report.publish", { groupId })
    const minutes = await lockMinutesIfAny(tx, input.meetingId)
    const facts = await findReportFacts(tx, input.meetingId)
    const newest = facts.versions > 0 ? await findNewestVersion(tx, input.meetingId) : null
    const version = facts.versions + 1
    if (!mayMove(stateOf(facts), "publish") || (input.version ?? version) !== version)
      throw refusePublished(newest, input.revision)
    const correction = newest && (await findOpenCorrection(tx, input.meetingId))
    const ready = await requireReady(tx, held, minutes, input)
    // Found again here: what the form says of findings is only which reason belongs to which error.
    const findings = await findFindings(
      tx,
      { groupId, meetingId: held.id, text: ready.minutes.text },
      ready.meeting,
    )
    const overrides = answerErrors(findings, input.overrides)
    const composed = composeReport(ready.meeting, ready.minutes.text, {
      version,
      publishedAt: ready.at,
      language: input.language,
    })
    const content = newest ? await corrected(tx, composed, newest, correction, input) : composed
    const { reportId } = await writeVersion(tx, {
      groupId,
      meetingId: held.id,
      content,
      minutesRevision: ready.minutes.revision,
      publishedBy: publisher(actor),
      findings,
      overrides,
    })
    if (correction) await closeCorrection(tx, correction.id, reportId)
    const { number } = content.meeting
    const data = { number, version, findings: findings.length, overrides: overrides.length }
    const happening = {
      actor,
      groupId,
      subject: { type: "meeting", id: held.id },
      publicChange: [slug],
    }
    if (content.correction) {
      const { reason } = content.correction
      await record(tx, { ...happening, name: "report.corrected", data: { ...data, reason } })
    } else await record(tx, { ...happening, name: "report.published", data })
    return { slug, meetingId: held.id, number, version }
  })
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

/** A version with what it corrects of the one before; refused when it would show nothing else. */
async function corrected(
  tx: Transaction,
  content: ReportContent,
  { content: before }: NewestVersion,
  correction: OpenCorrection | null,
  { language }: Input,
): Promise<ReportContent> {
  if (!correction) throw new Error(`Version ${content.version} is published without a correction`)
  const touches = touchedPlaces(before, content)
  if (touches.length === 0)
    throw new Refusal("conflict", "report.unchanged", { version: before.version })
  const by = await correctorOf(tx, correction, language)
  const { reason } = correction
  return { ...content, correction: { corrects: before.version, reason, by, touches } }
}

function publisher(actor: Actor): string {
  const person = personOf(actor)
  if (!person) throw new Refusal("forbidden", "forbidden")
  return person
}
