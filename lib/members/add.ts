import type { z } from "zod"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { decidePerson } from "./decide-person"
import type { addMemberInput } from "./input"
import { writeWelcome } from "./letters"
import { beginMembership, lockGroup, openMembership } from "./membership"

/**
 * Makes somebody a member from now on, with an account when an address is given, and tells them by mail
 * when that is asked for. Refuses with `conflict` a present member, and a name that several people may bear.
 */
export async function addMember(
  actor: Actor,
  input: z.output<typeof addMemberInput>,
): Promise<{ personId: string; name: string }> {
  const { groupId, email, role } = input
  return transaction(async (tx) => {
    const group = await lockGroup(tx, groupId)
    authorize(actor, "member.admit", { groupId })
    const person = await decidePerson(tx, input, input.who, { actor, groupId })
    if (await openMembership(tx, groupId, person.id))
      throw new Refusal("conflict", "members.already", { name: person.name })
    await beginMembership(tx, { groupId, personId: person.id, role })
    if (email !== null && input.invite)
      await writeWelcome(tx, group, { to: email, name: person.name, locale: input.locale })
    await record(tx, {
      name: "member.admitted",
      actor,
      groupId,
      subject: { type: "person", id: person.id },
      data: { person: person.id, name: person.name },
      publicChange: role === "co-chair" ? [group.slug] : [],
    })
    return { personId: person.id, name: person.name }
  })
}
