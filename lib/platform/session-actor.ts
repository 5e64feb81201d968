import { and, eq, gt, inArray, isNull, lte, or, type SQL } from "drizzle-orm"
import { accounts, sessions } from "@/db/schema/accounts"
import { memberships, secretariat } from "@/db/schema/members"
import { people } from "@/db/schema/people"
import type { AccountActor } from "./actor"
import { daysFromNow, now } from "./clock"
import { database } from "./database"
import { hashOf } from "./secrets"

/** A session is good for this many days without use. */
export const idleDays = 7

/** The actor of a session's token, or null when it is unknown, too old, idle for too long, or its account is disabled. */
export async function actorOfToken(token: string): Promise<AccountActor | null> {
  return (await actorsOfTokens([token])).get(token) ?? null
}

/** As `actorOfToken`, of many at once; those that have no actor are left out. */
export async function actorsOfTokens(
  tokens: readonly string[],
): Promise<ReadonlyMap<string, AccountActor>> {
  if (tokens.length === 0) return new Map()
  const byHash = new Map(tokens.map((token) => [hashOf(token), token]))
  const idleSince = daysFromNow(-idleDays)
  const rows = await database()
    .select({
      tokenHash: sessions.tokenHash,
      sessionId: sessions.id,
      lastSeenAt: sessions.lastSeenAt,
      accountId: accounts.id,
      personId: people.id,
      name: people.name,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(
      and(
        inArray(sessions.tokenHash, [...byHash.keys()]),
        gt(sessions.expiresAt, now()),
        gt(sessions.lastSeenAt, idleSince),
        isNull(accounts.disabledAt),
      ),
    )
  // Seen once a minute is exact enough for seven days, and spares a write on every request.
  const seen = rows.filter(({ lastSeenAt }) => now().getTime() - lastSeenAt.getTime() > 60_000)
  if (seen.length > 0) {
    const ids = seen.map(({ sessionId }) => sessionId)
    await database().update(sessions).set({ lastSeenAt: now() }).where(inArray(sessions.id, ids))
  }
  const rolesOf = await openRoles(rows.map(({ personId }) => personId))
  return new Map(
    rows.map(({ tokenHash, lastSeenAt: _, ...who }) => [
      byHash.get(tokenHash) ?? "",
      { kind: "account" as const, ...who, ...rolesOf(who.personId) },
    ]),
  )
}

/** The actor of an account by its mail address, for commands; null when there is none, or it is disabled. */
export function actorOfMail(email: string): Promise<AccountActor | null> {
  return actorWhere(eq(accounts.email, email.trim().toLowerCase()))
}

/** The actor of an account as it may act now, for a job that it asked for; null as above. */
export function actorOfAccount(accountId: string): Promise<AccountActor | null> {
  return actorWhere(eq(accounts.id, accountId))
}

async function actorWhere(which: SQL): Promise<AccountActor | null> {
  const [row] = await database()
    .select({ accountId: accounts.id, personId: people.id, name: people.name })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(and(which, isNull(accounts.disabledAt)))
  if (!row) return null
  const rolesOf = await openRoles([row.personId])
  return { kind: "account", ...row, sessionId: "", ...rolesOf(row.personId) }
}

async function openRoles(ids: readonly string[]) {
  const [groups, portal] = await Promise.all([
    database()
      .select({
        personId: memberships.personId,
        groupId: memberships.groupId,
        role: memberships.role,
      })
      .from(memberships)
      .where(
        and(
          inArray(memberships.personId, [...ids]),
          lte(memberships.since, now()),
          or(isNull(memberships.until), gt(memberships.until, now())),
        ),
      ),
    database()
      .select({ personId: secretariat.personId })
      .from(secretariat)
      .where(
        and(
          inArray(secretariat.personId, [...ids]),
          lte(secretariat.since, now()),
          or(isNull(secretariat.until), gt(secretariat.until, now())),
        ),
      ),
  ])
  return (id: string) => ({
    secretariat: portal.some(({ personId }) => personId === id),
    groups: new Map(
      groups
        .filter(({ personId }) => personId === id)
        .map(({ groupId, role }) => [groupId, role] as const),
    ),
  })
}
