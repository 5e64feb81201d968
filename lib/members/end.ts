import { eq } from "drizzle-orm"
import type { z } from "zod"
import { people } from "@/db/schema/people"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { endMembershipInput } from "./input"
import { endOpen, keepCoChair, lockGroup, openMembership } from "./membership"

/**
 * Ends a membership now: the person's next request no longer opens the group's desk. What they did stays.
 * Refuses with `conflict` to let the last co-chair go.
 */
export async function endMembership(
  actor: Actor,
  { groupId, personId }: z.output<typeof endMembershipInput>,
): Promise<{ name: string }> {
  return transaction(async (tx) => {
    const group = await lockGroup(tx, groupId)
    authorize(actor, "member.change", { groupId })
    const open = await openMembership(tx, groupId, personId)
    const [person] = await tx.select().from(people).where(eq(people.id, personId))
    if (!open || !person) throw notFound()
    await endOpen(tx, groupId, personId)
    if (open.role === "co-chair") await keepCoChair(tx, actor, groupId)
    await record(tx, {
      name: "member.left",
      actor,
      groupId,
      subject: { type: "person", id: personId },
      data: { person: personId, name: person.name },
      publicChange: open.role === "co-chair" ? [group.slug] : [],
    })
    return { name: person.name }
  })
}
