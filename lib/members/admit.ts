import type { z } from "zod"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { decidePerson } from "./decide-person"
import type { admitInput } from "./input"
import { writeWelcome } from "./letters"
import { beginMembership, lockGroup, openMembership } from "./membership"
import { lockRequest, settleRequest } from "./pending"

/**
 * Admits an applicant: the person whose address it is, the one who was chosen, or a new one becomes a
 * member from now on, with an account, and is told so in the language of their form.
 */
export async function admitRequest(
  actor: Actor,
  { groupId, requestId, who }: z.output<typeof admitInput>,
): Promise<{ personId: string; name: string }> {
  return transaction(async (tx) => {
    const group = await lockGroup(tx, groupId)
    authorize(actor, "member.admit", { groupId })
    const request = await lockRequest(tx, groupId, requestId)
    const person = await decidePerson(tx, { ...request, capacity: "" }, who, { actor, groupId })
    // Admitted by another way meanwhile: the request is settled, the membership stands as it is.
    if (!(await openMembership(tx, groupId, person.id)))
      await beginMembership(tx, { groupId, personId: person.id, role: "member" })
    await settleRequest(tx, requestId, { decision: "admitted", decidedBy: personOf(actor) })
    const { email: to, locale } = request
    await writeWelcome(tx, group, { to, name: person.name, locale })
    await record(tx, {
      name: "member.admitted",
      actor,
      groupId,
      subject: { type: "person", id: person.id },
      data: { person: person.id, name: person.name },
    })
    return { personId: person.id, name: person.name }
  })
}
