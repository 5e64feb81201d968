import { and, eq, inArray, isNull } from "drizzle-orm"
import type { Reader, Transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { people } from "@/db/schema/people"
import { accountOf, giveAccount } from "@/lib/accounts/give-account"
import { addPerson } from "@/lib/people/add-person"
import { listAffiliations } from "@/lib/people/affiliations"
import { changeAffiliation } from "@/lib/people/change-affiliation"
import { matchByName } from "@/lib/people/find"
import { affiliationOn, affiliationText, type StakeholderGroup } from "@/lib/people/model"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { Refusal } from "@/lib/platform/errors"

export type Candidate = { id: string; name: string; affiliation: string }

export type SaidOfPerson = {
  name: string
  email: string | null
  organisation: string
  capacity: string
  stakeholderGroup: StakeholderGroup | null
}

/** People of the register who bear a name and cannot sign in yet: they may be the one who is meant. */
export async function candidatesFor(reader: Reader, name: string): Promise<Candidate[]> {
  const named = (await matchByName(reader, [name])).get(name) ?? []
  if (named.length === 0) return []
  const ids = named.map(({ id }) => id)
  const holders = await reader
    .select({ personId: accounts.personId })
    .from(accounts)
    .where(inArray(accounts.personId, ids))
  const free = named.filter(({ id }) => !holders.some(({ personId }) => personId === id))
  const known = await listAffiliations(reader, ids)
  const today = now().toISOString().slice(0, 10)
  return free.map(({ id, name: listed }) => ({
    id,
    name: listed,
    affiliation: affiliationText(affiliationOn(known.get(id) ?? [], today)),
  }))
}

/**
 * Step: the person of a new member. Whoever signs in with the address; else the one who was chosen,
 * who gets the address for an account; else a new one. Refuses with `conflict`, the candidates as
 * data, while it is not said which of several people is meant.
 */
export async function decidePerson(
  tx: Transaction,
  said: SaidOfPerson,
  chosen: string | null,
  by: { actor: Actor; groupId: string },
): Promise<{ id: string; name: string }> {
  const account = said.email === null ? null : await accountOf(tx, said.email)
  if (account?.disabledAt) throw new Refusal("conflict", "members.accountDisabled")
  if (account) return complete(tx, { id: account.personId, name: account.name }, said)
  // Only a bearer of the name may be chosen: an address must not be tied to just anybody's record.
  const candidates = chosen === "new" ? [] : await candidatesFor(tx, said.name)
  const person = candidates.find(({ id }) => id === chosen)
  if (person) {
    if (said.email !== null) await giveAccount(tx, person.id, said.email)
    return complete(tx, { id: person.id, name: person.name }, said)
  }
  if (candidates.length > 0)
    throw new Refusal("conflict", "members.whichPerson", {}, { who: "field.choice" }, candidates)
  const { organisation, capacity } = said
  const made = await addPerson(tx, { ...said, affiliation: { organisation, capacity } }, by)
  if (said.email !== null) await giveAccount(tx, made.id, said.email)
  return made
}

/** What is said adds to a known record: where they belong now, and a stakeholder group that was missing. */
async function complete(
  tx: Transaction,
  person: { id: string; name: string },
  { organisation, capacity, stakeholderGroup }: SaidOfPerson,
) {
  await changeAffiliation(tx, person.id, { organisation, capacity })
  if (stakeholderGroup) {
    await tx
      .update(people)
      .set({ stakeholderGroup })
      .where(and(eq(people.id, person.id), isNull(people.stakeholderGroup)))
  }
  return person
}
