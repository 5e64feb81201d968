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
import { keepErasuresAway } from "@/lib/record/hold-erasures"
import { composeWithdrawal } from "@/lib/reports/compose-withdrawal"
import { closeProposal } from "@/lib/reports/proposals"
import { unname } from "@/lib/reports/unname"
import { writeVersion } from "@/lib/reports/write-version"
import { listUnnamed } from "@/lib/reviews/unnamed"
import { sourceOf } from "@/lib/search/sources"
import { writeSource } from "@/lib/search/write-source"
import type { withdrawReportInput } from "./input"
import { requireWithdrawable, takeWithdrawal } from "./withdrawals"

/**
 * Takes a report back: a further version, which says so and why and holds no text; who asked not to be
 * named is not named there either. The versions before stay at their addresses. Refuses with `conflict`
 * what is not published, is withdrawn already, is being corrected, another version than the form showed, and
 * where the group asks for two what no other co-chair proposed.
 */
export async function withdrawReport(
  actor: Actor,
  input: z.output<typeof withdrawReportInput>,
): Promise<{ slug: string; meetingId: string; version: number }> {
  const { meetingId, reason } = input
  return transaction(async (tx) => {
    await keepErasuresAway(tx)
    const held = await lockMeeting(tx, meetingId)
    const { groupId, slug } = held
    authorize(actor, "report.publish", { groupId })
    const newest = await requireWithdrawable(tx, held, input.version)
    const proposal = await takeWithdrawal(tx, actor, held, input)
    const personId = personOf(actor)
    if (!personId || actor.kind !== "account") throw new Refusal("forbidden", "forbidden")
    const at = now()
    const known = await capacitiesOn(tx, { groupId, personIds: [personId] })
    const by = { name: actor.name, capacity: known.get(personId) ?? "" }
    const composed = composeWithdrawal(newest.content, { at, reason, by })
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
    const { reportId } = await writeVersion(tx, {
      ...{ groupId, meetingId, content, publishedBy: personId, findings: [], overrides: [] },
      minutesRevision: newest.minutesRevision,
    })
    await closeProposal(tx, proposal, { meetingId, reportId, actor, at })
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
    await writeSource(tx, sourceOf("meeting", meetingId))
    return { slug, meetingId, version }
  })
}
