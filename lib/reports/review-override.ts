import { eq } from "drizzle-orm"
import type { z } from "zod"
import { overrideReviews, reportOverrides } from "@/db/schema/checks"
import { reports } from "@/db/schema/reports"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { reviewOverrideInput } from "./input"

/**
 * Writes down that somebody has looked at an override again, and what came of it. The override itself
 * is never changed, and it can be looked at more than once. `not_found` when there is no such override.
 */
export async function reviewOverride(
  actor: Actor,
  { overrideId, note }: z.output<typeof reviewOverrideInput>,
): Promise<void> {
  return transaction(async (tx) => {
    const [held] = await tx
      .select({
        groupId: reports.groupId,
        meetingId: reports.meetingId,
        number: reports.number,
        version: reports.version,
        rule: reportOverrides.rule,
      })
      .from(reportOverrides)
      .innerJoin(reports, eq(reports.id, reportOverrides.reportId))
      .where(eq(reportOverrides.id, overrideId))
    if (!held) throw notFound()
    const { groupId, meetingId, number, version, rule } = held
    authorize(actor, "override.review", { groupId })
    const reviewedBy = personOf(actor)
    if (!reviewedBy) throw new Refusal("forbidden", "forbidden")
    await tx.insert(overrideReviews).values({ overrideId, note, reviewedBy })
    await record(tx, {
      name: "override.reviewed",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: { number, version, rule },
    })
  })
}
