import { eq } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { archivePublications } from "@/db/schema/reports"
import { record } from "@/lib/activity/record"
import { lockMeeting } from "@/lib/meetings/lock"
import { lockMinutesIfAny } from "@/lib/minutes/lock"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { composeReport } from "@/lib/reports/compose"
import { errorsAmong } from "@/lib/reports/overrides"
import { type ReadyReport, requireReady } from "@/lib/reports/ready"
import { findReportFacts } from "@/lib/reports/state-queries"
import { stateOf } from "@/lib/reports/status"
import { unname } from "@/lib/reports/unname"
import { writeVersion } from "@/lib/reports/write-version"
import { listUnnamed } from "@/lib/reviews/unnamed"
import type { publishArchiveInput } from "./input"

type Input = z.output<typeof publishArchiveInput>

/**
 * Publishes reports of the past together, quietly: all of them or none, each in exactly the revision that
 * the form showed, without a question or a mail to anybody, as one event. `reason` stands for every error
 * of the check. Refuses, naming the first meeting, with `conflict` what is no draft from the archive or
 * was changed meanwhile, and with `invalid` what lacks something; so are errors without a reason.
 */
export async function publishArchive(
  actor: Actor,
  input: Input,
): Promise<{ slug: string; reports: number }> {
  return transaction(async (tx) => {
    const { groupId } = input
    authorize(actor, "archive.publish", { groupId })
    const [group] = await tx
      .select({ slug: groups.slug })
      .from(groups)
      .where(eq(groups.id, groupId))
    const publishedBy = personOf(actor)
    if (!group) throw notFound()
    if (!publishedBy) throw new Refusal("forbidden", "forbidden")
    const at = now()
    const ready = await readyReports(tx, input, at)
    const wrong = ready.filter(({ findings }) => errorsAmong(findings).length > 0)
    if (wrong.length > 0 && input.reason === "") {
      const numbers = wrong.map(({ meeting }) => meeting.number).join(", ")
      const values = { count: wrong.length, numbers }
      throw new Refusal("invalid", "archive.errors", values, { reason: "archive.reason" })
    }
    const [publication] = await tx
      .insert(archivePublications)
      .values({ groupId, publishedBy, publishedAt: at })
      .returning({ id: archivePublications.id })
    if (!publication) throw new Error("A publication of the archive was not written")
    for (const { meeting, minutes, findings } of ready) {
      const { language, reason } = input
      const composed = composeReport(meeting, minutes.text, {
        version: 1,
        publishedAt: at,
        language,
      })
      const content = unname(composed, await listUnnamed(tx, meeting.id, minutes.text, language))
      await writeVersion(tx, {
        ...{ groupId, meetingId: meeting.id, content, publishedBy, findings },
        minutesRevision: minutes.revision,
        overrides: errorsAmong(findings).map((finding) => ({ finding, reason })),
        archivePublicationId: publication.id,
      })
    }
    await record(tx, {
      name: "archive.published",
      actor,
      groupId,
      subject: { type: "archive", id: publication.id },
      data: { reports: ready.length },
      publicChange: [group.slug],
    })
    return { slug: group.slug, reports: ready.length }
  })
}

/** The chosen reports, held and ready, in the order of their start, in which they enter the record. */
async function readyReports(tx: Transaction, input: Input, at: Date): Promise<ReadyReport[]> {
  const ready: ReadyReport[] = []
  // Always in one order, so that two who publish at once wait for each other and do not hold each other up.
  const chosen = [...input.reports].sort((a, b) => (a.meetingId < b.meetingId ? -1 : 1))
  for (const { meetingId, revision } of chosen) {
    const held = await lockMeeting(tx, meetingId)
    if (held.groupId !== input.groupId) throw notFound()
    const named = { meeting: held.number ?? held.title }
    const state = stateOf(await findReportFacts(tx, meetingId))
    if (state !== "draft" || !held.fromArchive) throw new Refusal("conflict", "archive.gone", named)
    const minutes = await lockMinutesIfAny(tx, meetingId)
    if (minutes && minutes.revision !== revision)
      throw new Refusal("conflict", "archive.stale", named)
    const naming = (error: unknown) => {
      if (!(error instanceof Refusal) || error.key !== "report.incomplete") throw error
      throw new Refusal("invalid", "archive.incomplete", named)
    }
    ready.push(await requireReady(tx, held, minutes, { revision }, at).catch(naming))
  }
  return ready.sort(
    (one, other) => Number(one.meeting.startsAt ?? 0) - Number(other.meeting.startsAt ?? 0),
  )
}
