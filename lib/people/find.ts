import { and, asc, eq, isNull, or, type SQL, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { memberships } from "@/db/schema/members"
import { people, personAliases } from "@/db/schema/people"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { listAffiliations } from "./affiliations"
import { folded } from "./fold"
import { affiliationOn, affiliationText, foldName } from "./model"

/** How many people a picker shows. */
export const pickerLength = 12

export type FoundPerson = {
  id: string
  name: string
  /** Today's; "" when none is known. */
  affiliation: string
  /** Whether the person is a member of the group now. */
  member: boolean
}

/**
 * People whose name or alias has a word beginning with each word of `text`, accents forgiven: members
 * of the group first, then everybody else of the register. Nobody for an empty text.
 */
export async function findPeople(
  actor: Actor,
  groupId: string,
  text: string,
): Promise<FoundPerson[]> {
  authorize(actor, "person.find", { groupId })
  const words = foldName(text.slice(0, 200)).split(" ").filter(Boolean)
  if (words.length === 0) return []
  const member = sql<boolean>`${memberships.id} is not null`
  const rows = await database()
    .select({ id: people.id, name: people.name, member })
    .from(people)
    .leftJoin(
      memberships,
      and(
        eq(memberships.personId, people.id),
        eq(memberships.groupId, groupId),
        isNull(memberships.until),
      ),
    )
    .where(and(isNull(people.mergedInto), hasWords(words)))
    .orderBy(sql`${member} desc`, asc(people.name))
    .limit(pickerLength)
  const today = now().toISOString().slice(0, 10)
  const known = await listAffiliations(
    database(),
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    ...row,
    affiliation: affiliationText(affiliationOn(known.get(row.id) ?? [], today)),
  }))
}

/** Whether a person's name or one of the aliases has a word beginning with each of the folded words. */
export function hasWords(words: readonly string[]): SQL | undefined {
  const inText = (column: SQL) =>
    and(
      ...words.map(
        (word) => sql`position(${` ${word}`} in ' ' || replace(${column}, '-', ' ')) > 0`,
      ),
    )
  const inAlias = sql`exists (select from ${personAliases}
    where ${personAliases.personId} = ${people.id} and ${inText(folded(personAliases.alias))})`
  return or(inText(folded(people.name)), inAlias)
}

export type NamedPerson = { id: string; name: string; by: "name" | "alias" }

/**
 * For each of the names the people who bear it, as name or as alias, whole, accents and case forgiven;
 * those listed under their own name first. One query for all; a name that nobody bears is left out.
 */
export async function matchByName(
  reader: Reader,
  names: readonly string[],
): Promise<Map<string, NamedPerson[]>> {
  const wanted = new Map(names.map((name) => [name, foldName(name)]))
  const asked = sql`any(${sql.param([...new Set(wanted.values())])}::text[])`
  const byName = reader
    .select({
      id: people.id,
      name: people.name,
      by: sql<"name" | "alias">`'name'`.as("by"),
      said: folded(people.name).as("said"),
    })
    .from(people)
    .where(and(isNull(people.mergedInto), sql`${folded(people.name)} = ${asked}`))
  const byAlias = reader
    .select({
      id: people.id,
      name: people.name,
      by: sql<"name" | "alias">`'alias'`.as("by"),
      said: folded(personAliases.alias).as("said"),
    })
    .from(personAliases)
    .innerJoin(people, eq(people.id, personAliases.personId))
    .where(and(isNull(people.mergedInto), sql`${folded(personAliases.alias)} = ${asked}`))
  const rows = wanted.size === 0 ? [] : await byName.unionAll(byAlias)
  const found = new Map<string, NamedPerson[]>()
  for (const [name, fold] of wanted) {
    const bearers = new Map<string, NamedPerson>()
    for (const { said, ...person } of rows) {
      if (said === fold && (person.by === "name" || !bearers.has(person.id)))
        bearers.set(person.id, person)
    }
    if (bearers.size > 0)
      found.set(
        name,
        [...bearers.values()].sort((a, b) => b.by.localeCompare(a.by)),
      )
  }
  return found
}
