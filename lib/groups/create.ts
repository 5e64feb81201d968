import type { z } from "zod"
import { groups } from "@/db/schema/groups"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal, violatedConstraint } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { createGroupInput } from "./input"

/** Makes a group, without members yet. Refuses with `conflict` when the address belongs to another one. */
export async function createGroup(
  actor: Actor,
  input: z.output<typeof createGroupInput>,
): Promise<{ id: string; slug: string }> {
  authorize(actor, "group.create")
  try {
    return await transaction(async (tx) => {
      const [group] = await tx
        .insert(groups)
        .values(input)
        .returning({ id: groups.id, slug: groups.slug })
      if (!group) throw new Error("A group was not written")
      await record(tx, {
        name: "group.created",
        actor,
        groupId: group.id,
        subject: { type: "group", id: group.id },
        data: { slug: group.slug },
        publicChange: ["*"],
      })
      return group
    })
  } catch (error) {
    if (violatedConstraint(error) !== "groups_slug_unique") throw error
    throw new Refusal("conflict", "fields", {}, { slug: "groups.slugTaken" })
  }
}
