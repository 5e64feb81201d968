import { eq } from "drizzle-orm"
import type { z } from "zod"
import { affiliations, people, personAliases } from "@/db/schema/people"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { readFacts } from "./facts"
import type { editPersonInput } from "./input"
import { tidyName } from "./model"
import { namingGroups } from "./naming-groups"
import { changeStakeholderGroup } from "./stakeholder-groups"

/**
 * Changes a person's name, stakeholder group, aliases and affiliations. A stakeholder group that changes
 * holds from now on, or `throughout` where the one before was a mistake. A name that is given up stays as
 * an alias, since old records use it. Refuses with `conflict`, what stands now as data, a form that
 * was opened before somebody else saved.
 */
export async function editPerson(
  actor: Actor,
  input: z.output<typeof editPersonInput>,
): Promise<{ mark: string }> {
  const { personId, stakeholderGroup } = input
  return transaction(async (tx) => {
    authorize(actor, "person.edit")
    const [locked] = await tx
      .select({ id: people.id })
      .from(people)
      .where(eq(people.id, personId))
      .for("update")
    const before = locked && (await readFacts(tx, personId))
    if (!before) throw notFound()
    if (before.mark !== input.mark) throw new Refusal("conflict", "people.stale", {}, {}, before)
    const name = tidyName(input.name)
    await tx.update(people).set({ name }).where(eq(people.id, personId))
    const throughout = input.throughout === "on"
    await changeStakeholderGroup(tx, personId, stakeholderGroup, { throughout })
    const aliases = namesBeside(name, [...input.aliases, before.name])
    await tx.delete(personAliases).where(eq(personAliases.personId, personId))
    if (aliases.length > 0)
      await tx.insert(personAliases).values(aliases.map((alias) => ({ personId, alias })))
    await tx.delete(affiliations).where(eq(affiliations.personId, personId))
    if (input.affiliations.length > 0)
      await tx.insert(affiliations).values(input.affiliations.map((one) => ({ ...one, personId })))
    await record(tx, {
      name: "person.edited",
      actor,
      groupId: null,
      subject: { type: "person", id: personId },
      data: { person: personId, name },
      publicChange: name === before.name ? [] : await namingGroups(tx, personId),
    })
    return { mark: (await readFacts(tx, personId))?.mark ?? "" }
  })
}

/** Each other name once, in the order given. */
function namesBeside(name: string, others: readonly string[]): string[] {
  const once = new Map(others.map((other) => [tidyName(other).toLowerCase(), tidyName(other)]))
  once.delete(name.toLowerCase())
  return [...once.values()]
}
