import { and, eq, gt, isNull, lte, or } from "drizzle-orm"
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
  const idleSince = daysFromNow(-idleDays)
  const [row] = await database()
    .select({
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
        eq(sessions.tokenHash, hashOf(token)),
        gt(sessions.expiresAt, now()),
        gt(sessions.lastSeenAt, idleSince),
        isNull(accounts.disabledAt),
      ),
    )
  if (!row) return null
  const { lastSeenAt, ...who } = row
  // Seen once a minute is exact enough for seven days, and spares a write on every request.
  if (now().getTime() - lastSeenAt.getTime() > 60_000) {
    await database()
      .update(sessions)
      .set({ lastSeenAt: now() })
      .where(eq(sessions.id, row.sessionId))
  }
  return { kind: "account", ...who, ...(await openRoles(row.personId)) }
}

/** The actor of an account by its mail address, for commands; null when there is none, or it is disabled. */
export async function actorOfMail(email: string): Promise<AccountActor | null> {
  const [row] = await database()
    .select({ accountId: accounts.id, personId: people.id, name: people.name })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(and(eq(accounts.email, email.trim().toLowerCase()), isNull(accounts.disabledAt)))
  if (!row) return null
  return { kind: "account", ...row, sessionId: "", ...(await openRoles(row.personId)) }
}

async function openRoles(personId: string) {
  const [groups, portal] = await Promise.all([
    database()
      .select({ groupId: memberships.groupId, role: memberships.role })
      .from(memberships)
      .where(
        and(
          eq(memberships.personId, personId),
          lte(memberships.since, now()),
          or(isNull(memberships.until), gt(memberships.until, now())),
        ),
      ),
    database()
      .select({ id: secretariat.id })
      .from(secretariat)
      .where(
        and(
          eq(secretariat.personId, personId),
          lte(secretariat.since, now()),
          or(isNull(secretariat.until), gt(secretariat.until, now())),
        ),
      ),
  ])
  return {
    secretariat: portal.length > 0,
    groups: new Map(groups.map(({ groupId, role }) => [groupId, role])),
  }
}
