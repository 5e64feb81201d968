import { and, eq, gt, inArray, isNull, lte, or } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { memberships, secretariat } from "@/db/schema/members"
import { noticeChoices, personSettings } from "@/db/schema/notices"
import { people } from "@/db/schema/people"
import { keptId } from "@/lib/people/kept"
import { now } from "@/lib/platform/clock"
import { isLocale, type Locale, routing } from "@/lib/platform/locales"
import type { Choice } from "./model"

/** Somebody who can be told something: with an account that is open. */
export type Recipient = {
  personId: string
  name: string
  email: string
  locale: Locale
  zone: string
}

/**
 * Who of these people may read what a group does at this moment and has an account. A person who was
 * merged is told as the one that took over.
 */
export async function recipientsIn(
  reader: Reader,
  groupId: string,
  personIds: readonly string[],
): Promise<Recipient[]> {
  if (personIds.length === 0) return []
  const asked = reader
    .select({ id: keptId.as("id") })
    .from(people)
    .where(inArray(people.id, [...personIds]))
  const openNow = (dated: typeof memberships | typeof secretariat) =>
    and(lte(dated.since, now()), or(isNull(dated.until), gt(dated.until, now())))
  const inGroup = reader
    .select({ id: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.groupId, groupId), openNow(memberships)))
  const everywhere = reader
    .select({ id: secretariat.personId })
    .from(secretariat)
    .where(openNow(secretariat))
  const rows = await reader
    .select({
      personId: people.id,
      name: people.name,
      email: accounts.email,
      locale: personSettings.locale,
      zone: personSettings.zone,
    })
    .from(people)
    .innerJoin(accounts, and(eq(accounts.personId, people.id), isNull(accounts.disabledAt)))
    .leftJoin(personSettings, eq(personSettings.personId, people.id))
    .where(
      and(
        inArray(people.id, asked),
        or(inArray(people.id, inGroup), inArray(people.id, everywhere)),
      ),
    )
    .orderBy(people.id)
  return rows.map(addressed)
}

/** Where and how somebody is written to; null without an account that is open. */
export async function recipientOf(reader: Reader, personId: string): Promise<Recipient | null> {
  const [row] = await reader
    .select({
      personId: people.id,
      name: people.name,
      email: accounts.email,
      locale: personSettings.locale,
      zone: personSettings.zone,
    })
    .from(people)
    .innerJoin(accounts, and(eq(accounts.personId, people.id), isNull(accounts.disabledAt)))
    .leftJoin(personSettings, eq(personSettings.personId, people.id))
    .where(eq(people.id, personId))
  return row ? addressed(row) : null
}

const addressed = ({
  locale,
  zone,
  ...who
}: Omit<Recipient, "locale" | "zone"> & {
  locale: string | null
  zone: string | null
}): Recipient => ({
  ...who,
  locale: locale && isLocale(locale) ? locale : routing.defaultLocale,
  zone: zone ?? "UTC",
})

/** The members of a group at this moment. */
export async function membersOf(reader: Reader, groupId: string): Promise<string[]> {
  const rows = await reader
    .select({ id: memberships.personId })
    .from(memberships)
    .where(
      and(
        eq(memberships.groupId, groupId),
        lte(memberships.since, now()),
        or(isNull(memberships.until), gt(memberships.until, now())),
      ),
    )
  return rows.map(({ id }) => id)
}

/** The co-chairs of a group at this moment. */
export async function coChairsOf(reader: Reader, groupId: string): Promise<string[]> {
  const rows = await reader
    .select({ id: memberships.personId })
    .from(memberships)
    .where(
      and(
        eq(memberships.groupId, groupId),
        eq(memberships.role, "co-chair"),
        lte(memberships.since, now()),
        or(isNull(memberships.until), gt(memberships.until, now())),
      ),
    )
  return rows.map(({ id }) => id)
}

/** Whether somebody speaks for a group at this moment: as its co-chair, or in the secretariat. */
export async function holds(reader: Reader, groupId: string, personId: string): Promise<boolean> {
  if ((await coChairsOf(reader, groupId)).includes(personId)) return true
  const open = and(
    eq(secretariat.personId, personId),
    lte(secretariat.since, now()),
    or(isNull(secretariat.until), gt(secretariat.until, now())),
  )
  return (await reader.$count(secretariat, open)) > 0
}

/** What each of these people chose; who chose nothing is not among them. */
export async function choicesOf(
  reader: Reader,
  personIds: readonly string[],
): Promise<Map<string, Choice[]>> {
  if (personIds.length === 0) return new Map()
  const rows = await reader
    .select()
    .from(noticeChoices)
    .where(inArray(noticeChoices.personId, [...personIds]))
  const found = new Map<string, Choice[]>()
  for (const row of rows) found.set(row.personId, [...(found.get(row.personId) ?? []), row])
  return found
}
