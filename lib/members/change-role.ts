import { eq } from "drizzle-orm"
import type { z } from "zod"
import { people } from "@/db/schema/people"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { changeRoleInput } from "./input"
import { beginMembership, keepCoChair, lockGroup, openMembership } from "./membership"

/**
 * Gives a member another role from now on; the old stretch stays as history. Refuses with `conflict`
 * to take the role from the last co-chair.
 */
export async function changeRole(
  actor: Actor,
  { groupId, personId, role }: z.output<typeof changeRoleInput>,
): Promise<{ name: string }> {
  return transaction(async (tx) => {
    const group = await lockGroup(tx, groupId)
    authorize(actor, "member.change", { groupId })
    const open = await openMembership(tx, groupId, personId)
    const [person] = await tx.select().from(people).where(eq(people.id, personId))
    if (!open || !person) throw notFound()
    if (open.role === role) throw new Refusal("conflict", "members.sameRole", { name: person.name })
    await beginMembership(tx, { groupId, personId, role })
    await keepCoChair(tx, actor, groupId)
    await record(tx, {
      name: "member.roleChanged",
      actor,
      groupId,
      subject: { type: "person", id: personId },
      data: { person: personId, name: person.name, role },
      publicChange: [group.slug],
    })
    return { name: person.name }
  })
}
