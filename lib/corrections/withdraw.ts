import type { z } from "zod"
import { record } from "@/lib/activity/record"
import { lockMeeting } from "@/lib/meetings/lock"
import { emptyText } from "@/lib/minutes/model"
import { getCurrentText } from "@/lib/minutes/queries"
import { capacitiesOn } from "@/lib/people/capacity"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { isLocale, routing } from "@/lib/platform/locales"
import { authorize } from "@/lib/policy/can"
import { composeWithdrawal } from "@/lib/reports/compose-withdrawal"
import { findNewestVersion } from "@/lib/reports/newest-version"
import { findReportFacts } from "@/lib/reports/state-queries"
import { mayMove, stateOf } from "@/lib/reports/status"
import { unname } from "@/lib/reports/unname"
import { writeVersion } from "@/lib/reports/write-version"
import { listUnnamed } from "@/lib/reviews/unnamed"
import type { withdrawReportInput } from "./input"

/**
 * Takes a report back: a further version, which says so and why and holds no text; who asked not to be
 * named is not named there either. The versions before stay at their addresses. Refuses with `conflict`
 * what is not published, is withdrawn already, is being corrected, and another version than the form showed.
 */
export async function withdrawReport(
  actor: Actor,
  { meetingId, version: shown, reason }: z.output<typeof withdrawReportInput>,
): Promise<{ slug: string; meetingId: string; version: number }> {
  return transaction(async (tx) => {
    const { groupId, slug } = await lockMeeting(tx, meetingId)
    authorize(actor, "report.publish", { groupId })
    const facts = await findReportFacts(tx, meetingId)
    const state = stateOf(facts)
    const newest = await findNewestVersion(tx, meetingId)
    if (!newest) throw new Refusal("conflict", "report.notPublished")
    if (state === "withdrawn") throw new Refusal("conflict", "correction.withdrawn")
    if (!mayMove(state, "withdraw")) throw new Refusal("conflict", "correction.isOpen")
    if (facts.versions !== shown)
      throw new Refusal("conflict", "correction.newer", { version: facts.versions })
    const personId = personOf(actor)
    if (!personId || actor.kind !== "account") throw new Refusal("forbidden", "forbidden")
    const known = await capacitiesOn(tx, { groupId, personIds: [personId] })
    const by = { name: actor.name, capacity: known.get(personId) ?? "" }
    const composed = composeWithdrawal(newest.content, { at: now(), reason, by })
    const { language } = composed
    const content = unname(
      composed,
      await listUnnamed(
        tx,
        meetingId,
        (await getCurrentText(tx, meetingId))?.text ?? emptyText([]),
        isLocale(language) ? language : routing.defaultLocale,
      ),
    )
    await writeVersion(tx, {
      ...{ groupId, meetingId, content, publishedBy: personId, findings: [], overrides: [] },
      minutesRevision: newest.minutesRevision,
    })
    const { version } = content
    await record(tx, {
      name: "report.withdrawn",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: {
        number: content.meeting.number,
        version,
        reason: content.withdrawal?.reason ?? "",
      },
      publicChange: [slug],
    })
    return { slug, meetingId, version }
  })
}
