import type { z } from "zod"
import { archivePublications } from "@/db/schema/reports"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { keepErasuresAway } from "@/lib/record/hold-erasures"
import { composeReport } from "@/lib/reports/compose"
import { closeProposal } from "@/lib/reports/proposals"
import { unname } from "@/lib/reports/unname"
import { writeVersion } from "@/lib/reports/write-version"
import { listUnnamed } from "@/lib/reviews/unnamed"
import type { publishArchiveInput } from "./input"
import { overridesOf } from "./overrides"
import { closeArchiveProposal, holdArchive, takeArchiveProposal } from "./proposals"
import { readyReports } from "./ready-reports"

type Input = z.output<typeof publishArchiveInput>

/**
 * Publishes reports of the past together, quietly: all of them or none, each in exactly the revision that
 * the form showed, without a question or a mail to anybody, as one event. A report's own reason stands
 * for the errors of the check in it, or else the common one, but never for personal data. Refuses, naming the first meeting, with `conflict` what is no draft from the archive or
 * was changed meanwhile, and with `invalid` what lacks something; so are errors without a reason. Where the
 * group asks for two co-chairs another one has proposed exactly these.
 */
export async function publishArchive(
  actor: Actor,
  input: Input,
): Promise<{ slug: string; reports: number }> {
  return transaction(async (tx) => {
    await keepErasuresAway(tx)
    const { groupId } = input
    authorize(actor, "archive.publish", { groupId })
    const { slug } = await holdArchive(tx, groupId)
    const publishedBy = personOf(actor)
    if (!publishedBy) throw new Refusal("forbidden", "forbidden")
    const at = now()
    const ready = await readyReports(tx, input, at)
    const proposal = await takeArchiveProposal(tx, actor, input)
    const [publication] = await tx
      .insert(archivePublications)
      .values({ groupId, publishedBy, publishedAt: at })
      .returning({ id: archivePublications.id })
    if (!publication) throw new Error("A publication of the archive was not written")
    for (const each of ready) {
      const { meeting, minutes, findings } = each
      const { language } = input
      const composed = composeReport(meeting, minutes.text, {
        version: 1,
        publishedAt: at,
        language,
      })
      const content = unname(composed, await listUnnamed(tx, meeting.id, minutes.text, language))
      const { reportId } = await writeVersion(tx, {
        ...{ groupId, meetingId: meeting.id, content, publishedBy, findings },
        minutesRevision: minutes.revision,
        overrides: overridesOf(each, input),
        archivePublicationId: publication.id,
      })
      // Of this report alone, where somebody proposed it before.
      await closeProposal(tx, null, { meetingId: meeting.id, reportId, actor, at })
    }
    await closeArchiveProposal(tx, proposal, { groupId, publicationId: publication.id, actor, at })
    await record(tx, {
      name: "archive.published",
      actor,
      groupId,
      subject: { type: "archive", id: publication.id },
      data: { reports: ready.length },
      publicChange: [slug],
    })
    return { slug, reports: ready.length }
  })
}
