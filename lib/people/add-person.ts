import type { Transaction } from "@/db/client"
import { affiliations, people } from "@/db/schema/people"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { type Affiliation, type StakeholderGroup, tidyName } from "./model"

export type NewPerson = {
  name: string
  stakeholderGroup?: StakeholderGroup | null | undefined
  affiliation?: (Pick<Affiliation, "organisation"> & Partial<Affiliation>) | null | undefined
}

/**
 * Step: puts somebody into the register, whoever else may bear the name; ask `matchByName` before.
 * `by.groupId` says in whose trail it stands, null in none. Throws when the name is empty.
 */
export async function addPerson(
  tx: Transaction,
  { name, stakeholderGroup = null, affiliation }: NewPerson,
  by: { actor: Actor; groupId: string | null },
): Promise<{ id: string; name: string }> {
  const [person] = await tx
    .insert(people)
    .values({ name: tidyName(name), stakeholderGroup })
    .returning({ id: people.id, name: people.name })
  if (!person) throw new Error("A person was not written")
  if (affiliation?.organisation.trim()) {
    await tx.insert(affiliations).values({
      personId: person.id,
      organisation: affiliation.organisation.trim(),
      capacity: affiliation.capacity?.trim() ?? "",
      since: affiliation.since ?? null,
      until: affiliation.until ?? null,
    })
  }
  await record(tx, {
    name: "person.added",
    actor: by.actor,
    groupId: by.groupId,
    subject: { type: "person", id: person.id },
    data: { person: person.id, name: person.name },
  })
  return person
}
