import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { record } from "@/lib/activity/record"
import {
  closeCorrection,
  correctorOf,
  findOpenCorrection,
  type OpenCorrection,
} from "@/lib/corrections/open-correction"
import { answerTied } from "@/lib/error-reports/tie-to-correction"
import { lockMeeting } from "@/lib/meetings/lock"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import type { Locale } from "@/lib/platform/locales"
import { authorize } from "@/lib/policy/can"
import { asItWillBeRead } from "@/lib/record/as-read"
import { keepErasuresAway } from "@/lib/record/hold-erasures"
import { settleReview } from "@/lib/reviews/settle"
import { listUnnamed } from "@/lib/reviews/unnamed"
import { sourceOf } from "@/lib/search/sources"
import { writeSource } from "@/lib/search/write-source"
import { touchedPlaces } from "./align"
import { composeReport } from "./compose"
import type { publishMinutesInput } from "./input"
import type { ReportContent } from "./model"
import { prepareVersion } from "./prepare"
import { closeProposal, takeProposal } from "./proposals"
import { unname } from "./unname"
import { writeVersion } from "./write-version"

/**
 * Publishes the minutes of a meeting as the next version of its report: exactly the revision that the
 * form showed, or nothing. A version after the first says what it corrects. Refuses with `invalid` and
 * everything that is missing, or at the field of every error of the check that has no reason; and with
 * `conflict` when somebody published (`data` is `PublishedMeanwhile`) or changed something meanwhile.
 */
export async function publishMinutes(
  actor: Actor,
  input: z.output<typeof publishMinutesInput>,
): Promise<{ slug: string; meetingId: string; number: number; version: number }> {
  const { meetingId } = input
  return transaction(async (tx) => {
    await keepErasuresAway(tx)
    const held = await lockMeeting(tx, meetingId)
    const { groupId, slug } = held
    authorize(actor, "report.publish", { groupId })
    const prepared = await prepareVersion(tx, held, input)
    const { ready, newest, version, language, findings, overrides } = prepared
    const { at, minutes } = ready
    const proposal = await takeProposal(tx, actor, held, { ...input, language })
    const correction = newest && (await findOpenCorrection(tx, meetingId))
    const unnamed = await listUnnamed(tx, meetingId, minutes.text, language)
    const edition = { version, publishedAt: at, language }
    const composed = unname(composeReport(ready.meeting, minutes.text, edition), unnamed)
    const given = newest && { before: newest.content, correction, meetingId, language }
    const content = given ? unname(await corrected(tx, composed, given), unnamed) : composed
    const { reportId } = await writeVersion(tx, {
      ...{ groupId, meetingId, content, findings, overrides },
      minutesRevision: minutes.revision,
      publishedBy: publisher(actor),
    })
    if (correction) {
      await closeCorrection(tx, correction.id, reportId)
      // As it was published: who reported an error reads no more than the world does.
      const reason = content.correction?.reason ?? ""
      await answerTied(tx, actor, { id: correction.id, groupId, reason })
    }
    await closeProposal(tx, proposal, { meetingId, reportId, actor, at })
    await settleReview(tx, { meetingId, actor, at })
    const { number } = content.meeting
    const data = { number, version, findings: findings.length, overrides: overrides.length }
    const subject = { type: "meeting", id: meetingId }
    const happening = { actor, groupId, subject, publicChange: [slug] }
    if (content.correction) {
      const { reason } = content.correction
      await record(tx, { ...happening, name: "report.corrected", data: { ...data, reason } })
    } else await record(tx, { ...happening, name: "report.published", data })
    await writeSource(tx, sourceOf("meeting", meetingId))
    return { slug, meetingId, number, version }
  })
}

/** A version with what it corrects of the one before; refused when it would show nothing else. */
async function corrected(
  tx: Transaction,
  content: ReportContent,
  {
    before,
    correction,
    meetingId,
    language,
  }: {
    before: ReportContent
    correction: OpenCorrection | null
    meetingId: string
    language: Locale
  },
): Promise<ReportContent> {
  if (!correction) throw new Error(`Version ${content.version} is published without a correction`)
  const touches = touchedPlaces(before, await asItWillBeRead(tx, meetingId, content))
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
