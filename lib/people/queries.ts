import { and, asc, count, desc, eq, inArray, isNull } from "drizzle-orm"
import { accounts } from "@/db/schema/accounts"
import { groups } from "@/db/schema/groups"
import { memberships, secretariat } from "@/db/schema/members"
import { people } from "@/db/schema/people"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { isId } from "@/lib/platform/ids"
import { authorize } from "@/lib/policy/can"
import { listAffiliations } from "./affiliations"
import { type PersonFacts, readFacts } from "./facts"
import { hasWords } from "./find"
import { affiliationOn, affiliationText, foldName } from "./model"

export type AccountState = "none" | "open" | "disabled"

export type ListedPerson = {
  id: string
  name: string
  affiliation: string
  /** Short names of the groups of today. */
  groups: string[]
  account: AccountState
}

/** How many people the register shows at once. */
export const registerPage = 100

const accountState = (email: string | null, disabledAt: Date | null): AccountState =>
  email === null ? "none" : disabledAt ? "disabled" : "open"

/** People of the register by name, narrowed by words of name or alias, and how many there are in all. */
export async function listPeople(
  actor: Actor,
  text: string,
): Promise<{ people: ListedPerson[]; total: number }> {
  authorize(actor, "person.see")
  const words = foldName(text.slice(0, 200)).split(" ").filter(Boolean)
  const wanted = and(isNull(people.mergedInto), words.length > 0 ? hasWords(words) : undefined)
  const rows = await database()
    .select({
      id: people.id,
      name: people.name,
      email: accounts.email,
      disabledAt: accounts.disabledAt,
    })
    .from(people)
    .leftJoin(accounts, eq(accounts.personId, people.id))
    .where(wanted)
    .orderBy(asc(people.name), asc(people.id))
    .limit(registerPage)
  const [all] = await database().select({ n: count() }).from(people).where(wanted)
  const ids = rows.map(({ id }) => id)
  const places = await listAffiliations(database(), ids)
  const joined = await database()
    .select({ personId: memberships.personId, group: groups.shortName })
    .from(memberships)
    .innerJoin(groups, eq(groups.id, memberships.groupId))
    .where(and(inArray(memberships.personId, ids), isNull(memberships.until)))
    .orderBy(asc(groups.shortName))
  const today = now().toISOString().slice(0, 10)
  return {
    total: all?.n ?? 0,
    people: rows.map(({ id, name, email, disabledAt }) => ({
      id,
      name,
      affiliation: affiliationText(affiliationOn(places.get(id) ?? [], today)),
      groups: joined.filter(({ personId }) => personId === id).map(({ group }) => group),
      account: accountState(email, disabledAt),
    })),
  }
}

export type PersonRecord = PersonFacts & {
  id: string
  /** Whose record took this one over, if one did. */
  mergedInto: { id: string; name: string } | null
  account: { state: AccountState; email: string | null; since: Date | null }
  memberships: {
    group: string
    slug: string
    role: "member" | "co-chair"
    since: Date
    until: Date | null
  }[]
  /** Since when the person is the secretariat; null for whoever is not. */
  secretariatSince: Date | null
}

/** The whole record of one person, for the secretariat. */
export async function getPerson(actor: Actor, id: string): Promise<PersonRecord> {
  authorize(actor, "person.see")
  const facts = isId(id) ? await readFacts(database(), id) : null
  if (!facts) throw notFound()
  const [[row], [account], [desk], stretches] = await Promise.all([
    database().select({ into: people.mergedInto }).from(people).where(eq(people.id, id)),
    database().select().from(accounts).where(eq(accounts.personId, id)),
    database()
      .select({ since: secretariat.since })
      .from(secretariat)
      .where(and(eq(secretariat.personId, id), isNull(secretariat.until))),
    database()
      .select({
        group: groups.shortName,
        slug: groups.slug,
        role: memberships.role,
        since: memberships.since,
        until: memberships.until,
      })
      .from(memberships)
      .innerJoin(groups, eq(groups.id, memberships.groupId))
      .where(eq(memberships.personId, id))
      .orderBy(asc(groups.shortName), desc(memberships.since)),
  ])
  const [into] = row?.into
    ? await database()
        .select({ id: people.id, name: people.name })
        .from(people)
        .where(eq(people.id, row.into))
    : []
  return {
    ...facts,
    id,
    mergedInto: into ?? null,
    account: {
      state: accountState(account?.email ?? null, account?.disabledAt ?? null),
      email: account?.email ?? null,
      since: account?.createdAt ?? null,
    },
    memberships: stretches,
    secretariatSince: desk?.since ?? null,
  }
}

/** Refuses whoever may not change the register, for a page that shows nothing else. */
export async function mayEditPeople(actor: Actor): Promise<void> {
  authorize(actor, "person.edit")
}
