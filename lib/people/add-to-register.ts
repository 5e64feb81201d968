import type { z } from "zod"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { addPerson } from "./add-person"
import { matchByName } from "./find"
import type { addToRegisterInput } from "./input"

/**
 * Puts somebody into the register who belongs to no group yet. Refuses with `conflict` a name that
 * the register knows: two people of one name are told apart by an addition to the name.
 */
export async function addToRegister(
  actor: Actor,
  { organisation, capacity, ...said }: z.output<typeof addToRegisterInput>,
): Promise<{ id: string; name: string }> {
  return transaction(async (tx) => {
    authorize(actor, "person.edit")
    const bearers = await matchByName(tx, [said.name])
    if (bearers.size > 0) throw new Refusal("conflict", "fields", {}, { name: "people.nameKnown" })
    const affiliation = { organisation, capacity }
    return addPerson(tx, { ...said, affiliation }, { actor, groupId: null })
  })
}
