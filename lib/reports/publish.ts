import { count, eq } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { reports } from "@/db/schema/reports"
import { record } from "@/lib/activity/record"
import { agendaIds, getMeetingForReport } from "@/lib/meetings/for-report"
import { lockMeeting } from "@/lib/meetings/lock"
import { findFindings } from "@/lib/minutes/check/find-findings"
import { lockMinutesIfAny } from "@/lib/minutes/lock"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { composeReport } from "./compose"
import type { publishMinutesInput } from "./input"
import { answerErrors } from "./overrides"
import { lacksOf } from "./status"
import { writeVersion } from "./write-version"

/**
 * Publishes the minutes of a meeting as the next version of its report: exactly the revision that the
 * form showed, or nothing. Resolves to where it now stands. Refuses with `invalid` and everything that
 * is missing, or at the field of every error of the check that has no reason; and with `conflict` when somebody published or wrote on in the meantime.
 */
export async function publishMinutes(
  actor: Actor,
  input: z.output<typeof publishMinutesInput>,
): Promise<{ slug: string; meetingId: string; number: number; version: number }> {
  return transaction(async (tx) => {
    const { groupId } = await lockMeeting(tx, input.meetingId)
    authorize(actor, "report.publish", { groupId })
    const meeting = await getMeetingForReport(tx, input.meetingId)
    const minutes = await lockMinutesIfAny(tx, input.meetingId)
    const publishedVersions = await countVersions(tx, input.meetingId)
    const publishedAt = now()
    const lacks = lacksOf(
      {
        number: meeting.number,
        startsAt: meeting.startsAt,
        cancelled: meeting.cancelledAt !== null,
        publishedVersions,
        text: minutes?.text ?? null,
        agendaIds: agendaIds(meeting.agenda),
      },
      publishedAt,
    )
    if (lacks[0] === "published")
      throw new Refusal("conflict", "report.published", { version: publishedVersions })
    if (lacks.length > 0 || !minutes)
      throw new Refusal("invalid", "report.incomplete", {}, {}, { lacks })
    if (minutes.revision !== input.revision) {
      throw new Refusal("conflict", "report.stale", {
        shown: input.revision,
        current: minutes.revision,
      })
    }
    // Found again here: what the form says of findings is only which reason belongs to which error.
    const findings = await findFindings(
      tx,
      { groupId, meetingId: meeting.id, text: minutes.text },
      meeting,
    )
    const overrides = answerErrors(findings, input.overrides)
    const version = publishedVersions + 1
    const content = composeReport(meeting, minutes.text, {
      version,
      publishedAt,
      language: input.language,
    })
    await writeVersion(tx, {
      groupId,
      meetingId: meeting.id,
      content,
      minutesRevision: minutes.revision,
      publishedBy: publisher(actor),
      findings,
      overrides,
    })
    await record(tx, {
      name: "report.published",
      actor,
      groupId,
      subject: { type: "meeting", id: meeting.id },
      data: {
        number: content.meeting.number,
        version,
        findings: findings.length,
        overrides: overrides.length,
      },
      publicChange: [meeting.group.slug],
    })
    return {
      slug: meeting.group.slug,
      meetingId: meeting.id,
      number: content.meeting.number,
      version,
    }
  })
}

async function countVersions(tx: Transaction, meetingId: string): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(reports)
    .where(eq(reports.meetingId, meetingId))
  return row?.n ?? 0
}

function publisher(actor: Actor): string {
  const person = personOf(actor)
  if (!person) throw new Refusal("forbidden", "forbidden")
  return person
}
