import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { record } from "@/lib/activity/record"
import {
  closeCorrection,
  correctorOf,
  findOpenCorrection,
  type OpenCorrection,
} from "@/lib/corrections/open-correction"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { settleReview } from "@/lib/reviews/settle"
import { listUnnamed } from "@/lib/reviews/unnamed"
import { touchedPlaces } from "./align"
import { composeReport } from "./compose"
import type { publishMinutesInput } from "./input"
import type { ReportContent } from "./model"
import type { NewestVersion } from "./newest-version"
import { prepareVersion } from "./prepare"
import { closeProposal, takeProposal } from "./proposals"
import { unname } from "./unname"
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
    const { held, ready, newest, version, findings, overrides } = await prepareVersion(
      tx,
      actor,
      input,
    )
    const { groupId, slug } = held
    const proposal = await takeProposal(tx, actor, held, input)
    const correction = newest && (await findOpenCorrection(tx, input.meetingId))
    const { language } = input
    const { text } = ready.minutes
    const unnamed = await listUnnamed(tx, held.id, text, language)
    const edition = { version, publishedAt: ready.at, language }
    const composed = unname(composeReport(ready.meeting, text, edition), unnamed)
    const content = newest
      ? unname(await corrected(tx, composed, newest, correction, input), unnamed)
      : composed
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
    await closeProposal(tx, proposal, { meetingId: held.id, reportId, actor, at: ready.at })
    await settleReview(tx, { meetingId: held.id, actor, at: ready.at })
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
