import { randomUUID } from "node:crypto"
import type { Database } from "../client"
import { accounts } from "../schema/accounts"
import { groups } from "../schema/groups"
import { memberships, secretariat } from "../schema/members"
import { affiliations, people, personAliases } from "../schema/people"

/** Where an arranged record begins unless the test says otherwise: long before anything happens. */
const longAgo = new Date("2020-01-01T00:00:00Z")

/** What a session gives to the code that asks who is there. */
export type SignedIn = {
  kind: "account"
  accountId: string
  personId: string
  name: string
  sessionId: string
  secretariat: boolean
  groups: ReadonlyMap<string, "member" | "co-chair">
}

/** A group with an address of its own. */
export async function makeGroup(db: Database, given: Partial<typeof groups.$inferInsert> = {}) {
  const slug = `wg-${randomUUID().slice(0, 8)}`
  const [group] = await db
    .insert(groups)
    .values({ slug, shortName: slug.toUpperCase(), name: `Working Group ${slug}`, ...given })
    .returning()
  if (!group) throw new Error("A group was not written")
  return group
}

/** Somebody in the register, with aliases and affiliations as given. */
export async function makePerson(
  db: Database,
  given: Partial<typeof people.$inferInsert> & {
    aliases?: string[]
    affiliations?: Omit<typeof affiliations.$inferInsert, "personId">[]
  } = {},
) {
  const { aliases = [], affiliations: where = [], ...facts } = given
  const [person] = await db
    .insert(people)
    .values({ name: `Person ${randomUUID().slice(0, 8)}`, ...facts })
    .returning()
  if (!person) throw new Error("A person was not written")
  for (const alias of aliases) await db.insert(personAliases).values({ personId: person.id, alias })
  for (const one of where) await db.insert(affiliations).values({ ...one, personId: person.id })
  return person
}

/** A person with an account, in the roles given, as the actor that their session would make. */
export async function makeActor(
  db: Database,
  given: {
    name?: string
    email?: string
    roles?: Record<string, "member" | "co-chair">
    secretariat?: boolean
  } = {},
): Promise<SignedIn & { email: string }> {
  const person = await makePerson(db, given.name === undefined ? {} : { name: given.name })
  const email = given.email ?? `${randomUUID().slice(0, 8)}@example.org`
  const [account] = await db.insert(accounts).values({ personId: person.id, email }).returning()
  if (!account) throw new Error("An account was not written")
  const roles = Object.entries(given.roles ?? {})
  for (const [groupId, role] of roles)
    await db.insert(memberships).values({ groupId, personId: person.id, role, since: longAgo })
  if (given.secretariat)
    await db.insert(secretariat).values({ personId: person.id, since: longAgo })
  return {
    kind: "account",
    accountId: account.id,
    personId: person.id,
    name: person.name,
    sessionId: randomUUID(),
    secretariat: given.secretariat ?? false,
    groups: new Map(roles),
    email,
  }
}
