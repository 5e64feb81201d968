import { eq } from "drizzle-orm"
import type { z } from "zod"
import { annexActivities } from "@/db/schema/editions"
import { mappingRows } from "@/db/schema/mapping"
import { record } from "@/lib/activity/record"
import { cellsOf, revisionsOf } from "@/lib/mapping/cells/row-cells"
import { updateRows } from "@/lib/mapping/cells/update-rows"
import { holdMapping } from "@/lib/mapping/hold"
import { keepLinksOfRows } from "@/lib/mapping/keep-links"
import { logChanges } from "@/lib/mapping/log-changes"
import { type Activity, mappingLimits } from "@/lib/mapping/model"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { isBackAmong } from "./back-in-row"
import type { returnActivityInput } from "./input"

/**
 * Takes an activity out of the annex back into its row, as when it goes on after all. It moves to the
 * annex again with the next edition unless it gets another year. Refuses with `conflict` when somebody
 * took it back already, when its row was retired, and when the row is full.
 */
export async function returnActivity(
  actor: Actor,
  { annexId }: z.output<typeof returnActivityInput>,
): Promise<{ group: string; mandate: string; row: number }> {
  return transaction(async (tx) => {
    const [found] = await tx
      .select({ mappingId: mappingRows.mappingId })
      .from(annexActivities)
      .innerJoin(mappingRows, eq(mappingRows.id, annexActivities.rowId))
      .where(eq(annexActivities.id, annexId))
    if (!found) throw notFound()
    const held = await holdMapping(tx, found.mappingId)
    authorize(actor, "mapping.edit", { groupId: held.groupId })
    const [entry] = await tx
      .select({ annex: annexActivities, row: mappingRows })
      .from(annexActivities)
      .innerJoin(mappingRows, eq(mappingRows.id, annexActivities.rowId))
      .where(eq(annexActivities.id, annexId))
    if (!entry) throw notFound()
    const { annex, row } = entry
    const { number } = row
    if (annex.returnedAt) throw new Refusal("conflict", "editions.returned")
    if (row.retiredAt) throw new Refusal("conflict", "editions.rowRetired", { number })
    const activity = annex.activity as Activity
    const before = cellsOf(row).activities
    // It may stand there already, with more that somebody wrote of it since: that stays.
    if (!isBackAmong(before, activity)) {
      if (before.length >= mappingLimits.activities)
        throw new Refusal("conflict", "editions.rowFull", { number })
      const after = [...before, activity]
      const revision = (revisionsOf(row).activities ?? 0) + 1
      const next = { ...row, activities: after }
      await updateRows(tx, [{ ...next, revisions: { ...revisionsOf(row), activities: revision } }])
      await keepLinksOfRows(tx, held.groupId, [{ before: row, after: next }])
      await logChanges(tx, held, {
        ...{ actor, way: "edition" },
        changes: [{ rowId: row.id, field: "activities", revision, before, after }],
      })
    }
    await tx
      .update(annexActivities)
      .set({ returnedAt: now(), returnedBy: personOf(actor) })
      .where(eq(annexActivities.id, annexId))
    await record(tx, {
      name: "mapping.activityReturned",
      actor,
      groupId: held.groupId,
      subject: { type: "mapping", id: held.id },
      data: { mandate: held.mandate.title, row: number, activity: activity.title },
    })
    return { group: held.groupSlug, mandate: held.mandate.slug, row: number }
  })
}
