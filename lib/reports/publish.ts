import { createHash } from "node:crypto"
import canonicalize from "canonicalize"
import { count, eq } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { reportChecks, reportOverrides } from "@/db/schema/checks"
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
import { keepReportLinks } from "./keep-links"
import type { ReportContent } from "./model"
import { answerErrors } from "./overrides"
import { lacksOf } from "./status"

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
    const overriddenBy = publisher(actor)
    const [report] = await tx
      .insert(reports)
      .values({
        groupId,
        meetingId: meeting.id,
        number: content.meeting.number,
        version,
        content,
        sha256: sha256Of(content),
        minutesRevision: minutes.revision,
        publishedAt: new Date(content.publishedAt),
        publishedBy: overriddenBy,
      })
      .returning({ id: reports.id })
    if (!report) throw new Error("A report was not written")
    const reportId = report.id
    await tx.insert(reportChecks).values({ reportId, findings })
    if (overrides.length > 0) {
      await tx.insert(reportOverrides).values(
        overrides.map(({ finding, reason }) => ({
          reportId,
          rule: finding.rule,
          finding,
          reason,
          overriddenBy,
        })),
      )
    }
    await keepReportLinks(tx, { groupId, meetingId: meeting.id })
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

/** SHA-256, in hexadecimal, of the content in the canonical form of RFC 8785 (JCS). */
export function sha256Of(content: ReportContent): string {
  return createHash("sha256")
    .update(canonicalize(content) ?? "")
    .digest("hex")
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
