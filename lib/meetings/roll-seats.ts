import { and, asc, eq, gt, isNull, lte, or } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { memberships } from "@/db/schema/members"
import { people } from "@/db/schema/people"
import { capacitiesOn } from "@/lib/people/capacity"
import { now } from "@/lib/platform/clock"
import type { Locale } from "@/lib/platform/locales"
import type { AttendanceKind } from "./model"
import type { Seat } from "./seats"

/** A line of the list on which attendance is taken: on the list, or not marked. */
export type RollSeat = Omit<Seat, "kind"> & { kind: AttendanceKind | null }

type Asked = { groupId: string; startsAt: Date | null; listed: readonly Seat[]; locale?: Locale }

/**
 * Everybody whom the attendance of a meeting asks about: who is on its list, in order, then the
 * members of that day by name, in the capacity of that day. Does not authorize.
 */
export async function rollSeats(
  reader: Reader,
  { groupId, startsAt, listed, locale = "en" }: Asked,
): Promise<RollSeat[]> {
  const day = startsAt ?? now()
  const members = await reader
    .select({ personId: people.id, name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.groupId, groupId),
        lte(memberships.since, day),
        or(isNull(memberships.until), gt(memberships.until, day)),
      ),
    )
    .orderBy(asc(people.name))
  const here = new Set(listed.map(({ personId }) => personId))
  const others = members.filter(({ personId }) => !here.has(personId))
  return [...listed, ...(await unmarked(reader, { groupId, at: day, who: others, locale }))]
}

/** These people as lines that are not marked yet, in the capacity of an instant. Does not authorize. */
export async function unmarked(
  reader: Reader,
  asked: {
    groupId: string
    at: Date
    who: readonly { personId: string; name: string }[]
    locale?: Locale
  },
): Promise<RollSeat[]> {
  const { groupId, at, who, locale = "en" } = asked
  const personIds = who.map(({ personId }) => personId)
  const capacities = await capacitiesOn(reader, { groupId, personIds, at, locale })
  return who.map(({ personId, name }) => ({
    personId,
    name,
    kind: null,
    capacity: capacities.get(personId) ?? "",
  }))
}
