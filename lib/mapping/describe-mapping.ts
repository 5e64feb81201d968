import { eq } from "drizzle-orm"
import type { z } from "zod"
import { mappings } from "@/db/schema/mapping"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { holdMapping } from "./hold"
import type { describeMappingInput } from "./input"
import { logChanges } from "./log-changes"

/** What is said above a mapping, as somebody else left it. */
export type StaleAbout = { goal: string; rule: string; months: number; revision: number }

/**
 * Says what a mapping is for, what belongs in it and how often an edition is due. Refuses with `conflict`
 * where somebody changed it since its form was shown (`StaleAbout`).
 */
export async function describeMapping(
  actor: Actor,
  { mappingId, revision, ...about }: z.output<typeof describeMappingInput>,
): Promise<{ revision: number }> {
  return transaction(async (tx) => {
    const held = await holdMapping(tx, mappingId)
    authorize(actor, "mapping.hold", { groupId: held.groupId })
    const before = { goal: held.goal, rule: held.rule, months: held.months }
    const fields = (["goal", "rule", "months"] as const).filter(
      (field) => before[field] !== about[field],
    )
    if (fields.length === 0) return { revision: held.revision }
    if (held.revision !== revision) {
      const stale: StaleAbout = { ...before, revision: held.revision }
      throw new Refusal("conflict", "mapping.aboutChanged", {}, {}, stale)
    }
    await tx
      .update(mappings)
      .set({ ...about, revision: revision + 1 })
      .where(eq(mappings.id, mappingId))
    await logChanges(tx, held, {
      ...{ actor, way: "form" },
      changes: [{ field: "edited", before, after: about }],
    })
    await record(tx, {
      name: "mapping.described",
      actor,
      groupId: held.groupId,
      subject: { type: "mapping", id: mappingId },
      data: { mandate: held.mandate.title, fields },
    })
    return { revision: revision + 1 }
  })
}
