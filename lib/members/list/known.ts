import { and, eq, inArray, isNull } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { memberships } from "@/db/schema/members"
import { people, personAliases } from "@/db/schema/people"
import { listAffiliations } from "@/lib/people/affiliations"
import { matchByName } from "@/lib/people/find"
import { affiliationOn } from "@/lib/people/model"
import { now } from "@/lib/platform/clock"
import type { Known, KnownPerson } from "./plan"
import type { ListLine } from "./read"

/** Everybody whom the lines of a list may mean, by address or by name. Few queries, however long the list. */
export async function readKnown(
  reader: Reader,
  groupId: string,
  lines: readonly ListLine[],
): Promise<Known> {
  const addresses = lines.flatMap(({ email }) => email ?? [])
  const byName = await matchByName(
    reader,
    lines.map(({ name }) => name),
  )
  const holders =
    addresses.length === 0
      ? []
      : await reader
          .select({ email: accounts.email, personId: accounts.personId })
          .from(accounts)
          .where(inArray(accounts.email, addresses))
  const ids = [
    ...new Set([
      ...holders.map(({ personId }) => personId),
      ...[...byName.values()].flat().map(({ id }) => id),
    ]),
  ]
  return {
    people: await readPeople(reader, groupId, ids),
    byName,
    byEmail: new Map(holders.map(({ email, personId }) => [email, personId])),
  }
}

async function readPeople(
  reader: Reader,
  groupId: string,
  ids: string[],
): Promise<Map<string, KnownPerson>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .select({
      id: people.id,
      name: people.name,
      stakeholderGroup: people.stakeholderGroup,
      email: accounts.email,
      disabledAt: accounts.disabledAt,
      role: memberships.role,
    })
    .from(people)
    .leftJoin(accounts, eq(accounts.personId, people.id))
    .leftJoin(
      memberships,
      and(
        eq(memberships.personId, people.id),
        eq(memberships.groupId, groupId),
        isNull(memberships.until),
      ),
    )
    .where(inArray(people.id, ids))
  const aliases = await reader
    .select()
    .from(personAliases)
    .where(inArray(personAliases.personId, ids))
  const places = await listAffiliations(reader, ids)
  const today = now().toISOString().slice(0, 10)
  return new Map(
    rows.map(({ disabledAt, ...row }) => {
      const place = affiliationOn(places.get(row.id) ?? [], today)
      const own = aliases.filter(({ personId }) => personId === row.id)
      return [
        row.id,
        {
          ...row,
          aliases: own.map(({ alias }) => alias),
          disabled: disabledAt !== null,
          organisation: place?.organisation ?? "",
          capacity: place?.capacity ?? "",
        },
      ]
    }),
  )
}
