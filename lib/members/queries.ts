import { and, asc, desc, eq } from "drizzle-orm"
import { accounts } from "@/db/schema/accounts"
import { memberships } from "@/db/schema/members"
import { people } from "@/db/schema/people"
import { listAffiliations } from "@/lib/people/affiliations"
import { type Affiliation, affiliationOn, affiliationText } from "@/lib/people/model"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { isId } from "@/lib/platform/ids"
import { authorize, can } from "@/lib/policy/can"
import type { MemberRole, MemberRow } from "./model"

/**
 * The members of a group by name: those of today, or those who left, with their last role. Addresses
 * are read only for whoever may change members.
 */
export async function listMembers(
  actor: Actor,
  groupId: string,
  which: "present" | "former" = "present",
): Promise<MemberRow[]> {
  authorize(actor, "member.list", { groupId })
  const mayWrite = can(actor, "member.change", { groupId })
  const rows = await database()
    .select({
      personId: people.id,
      name: people.name,
      stakeholderGroup: people.stakeholderGroup,
      role: memberships.role,
      since: memberships.since,
      until: memberships.until,
      email: accounts.email,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(accounts, eq(accounts.personId, people.id))
    .where(eq(memberships.groupId, groupId))
    .orderBy(asc(people.name), desc(memberships.since))
  const present = new Set(rows.filter(({ until }) => until === null).map((row) => row.personId))
  const seen = new Set<string>()
  const chosen = rows.filter(({ personId, until }) => {
    const wanted = which === "present" ? until === null : !present.has(personId)
    const first = !seen.has(personId)
    if (wanted) seen.add(personId)
    return wanted && first
  })
  const known = await listAffiliations(
    database(),
    chosen.map(({ personId }) => personId),
  )
  return chosen.map((row) => ({
    ...row,
    ...placeOf(known.get(row.personId) ?? []),
    email: mayWrite ? row.email : null,
  }))
}

export type Stretch = { role: MemberRole; since: Date; until: Date | null }

export type MemberRecord = Omit<MemberRow, "role" | "since" | "until"> & {
  /** Null for whoever is no longer a member. */
  role: MemberRole | null
  /** Every stretch in the group, the newest first. */
  stretches: Stretch[]
  mayChange: boolean
}

/** One person's membership of a group with its history. Refuses with `not_found` whoever never was a member. */
export async function getMember(
  actor: Actor,
  groupId: string,
  personId: string,
): Promise<MemberRecord> {
  authorize(actor, "member.list", { groupId })
  if (!isId(personId)) throw notFound()
  const mayChange = can(actor, "member.change", { groupId })
  const stretches = await database()
    .select({ role: memberships.role, since: memberships.since, until: memberships.until })
    .from(memberships)
    .where(and(eq(memberships.groupId, groupId), eq(memberships.personId, personId)))
    .orderBy(desc(memberships.since))
  const [person] = await database()
    .select({
      personId: people.id,
      name: people.name,
      stakeholderGroup: people.stakeholderGroup,
      email: accounts.email,
    })
    .from(people)
    .leftJoin(accounts, eq(accounts.personId, people.id))
    .where(eq(people.id, personId))
  if (!person || stretches.length === 0) throw notFound()
  const known = await listAffiliations(database(), [personId])
  return {
    ...person,
    ...placeOf(known.get(personId) ?? []),
    email: mayChange ? person.email : null,
    role: stretches.find(({ until }) => until === null)?.role ?? null,
    stretches,
    mayChange,
  }
}

/** Where somebody belongs today, whole and in its parts. */
function placeOf(all: readonly Affiliation[]) {
  const current = affiliationOn(all, now().toISOString().slice(0, 10))
  return {
    affiliation: affiliationText(current),
    organisation: current?.organisation ?? "",
    capacity: current?.capacity ?? "",
  }
}
