import { eq } from "drizzle-orm"
import type { z } from "zod"
import { groups } from "@/db/schema/groups"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize, can } from "@/lib/policy/can"
import type { editGroupInput } from "./input"
import type { GroupFacts } from "./model"

/**
 * Changes what is said of a group; its address stays. Refuses with `conflict` when somebody saved
 * since the form was opened, and hands their text over as data, so that both can be shown; with
 * `forbidden` when a co-chair would alone let one publish where it took two.
 */
export async function editGroup(
  actor: Actor,
  { groupId, revision, ...facts }: z.output<typeof editGroupInput>,
): Promise<{ revision: number }> {
  return transaction(async (tx) => {
    const [group] = await tx.select().from(groups).where(eq(groups.id, groupId)).for("update")
    if (!group) throw notFound()
    authorize(actor, "group.edit", { groupId })
    if (group.revision !== revision) {
      const { shortName, name, purpose, setUp, mailingList, publishers, reviewDays } = group
      const theirs: GroupFacts = {
        ...{ shortName, name, purpose, setUp, mailingList, publishers, reviewDays },
        revision: group.revision,
      }
      throw new Refusal("conflict", "groups.stale", {}, {}, theirs)
    }
    const publishers = { from: group.publishers, to: facts.publishers ?? group.publishers }
    if (publishers.to < publishers.from && !can(actor, "group.dropSecond", { groupId }))
      throw new Refusal("forbidden", "groups.secondStays", {}, { publishers: "groups.secondStays" })
    await tx
      .update(groups)
      .set({ ...facts, revision: revision + 1 })
      .where(eq(groups.id, groupId))
    await record(tx, {
      name: "group.edited",
      actor,
      groupId,
      subject: { type: "group", id: groupId },
      data: { slug: group.slug },
      publicChange: ["*"],
    })
    if (publishers.to !== publishers.from)
      await record(tx, {
        name: "group.publishersChanged",
        actor,
        groupId,
        subject: { type: "group", id: groupId },
        data: { ...publishers, revision: revision + 1 },
      })
    return { revision: revision + 1 }
  })
}
