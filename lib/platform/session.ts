import { and, eq, gt, isNull, lte, or } from "drizzle-orm"
import { cookies } from "next/headers"
import NextAuth from "next-auth"
import { cache } from "react"
import { accounts, sessions } from "@/db/schema/accounts"
import { memberships, secretariat } from "@/db/schema/members"
import { people } from "@/db/schema/people"
import { type AccountActor, type Actor, publicActor } from "./actor"
import { daysFromNow, now } from "./clock"
import { database } from "./database"
import { env } from "./env"
import { hashOf, keyedHash } from "./secrets"
import { absoluteDays, idleDays, sessionAdapter } from "./session-adapter"
import { mailSignInLink } from "./session-link"

/** Minutes for which a mailed link is good. */
export const linkMinutes = 10

const secure = () => env().origin.startsWith("https:")
/** The `__Host-` prefix ties the cookie to this host alone; browsers allow it only over https. */
const cookieName = () => (secure() ? "__Host-rapporteur" : "rapporteur")
const cookieOptions = () => ({
  httpOnly: true,
  sameSite: "lax" as const,
  path: "/",
  secure: secure(),
})

export const { handlers, signIn } = NextAuth(() => ({
  adapter: sessionAdapter,
  secret: env().authSecret,
  trustHost: true,
  basePath: "/api/auth",
  session: { strategy: "database" as const, maxAge: absoluteDays * 86_400 },
  cookies: { sessionToken: { name: cookieName(), options: cookieOptions() } },
  pages: { signIn: "/sign-in", error: "/sign-in", verifyRequest: "/sign-in" },
  providers: [
    {
      id: "email",
      type: "email" as const,
      name: "mail",
      from: env().mailFrom,
      maxAge: linkMinutes * 60,
      sendVerificationRequest: mailSignInLink,
    },
  ],
  // The library would make an account for whoever holds a link; here an account stands before.
  callbacks: {
    signIn: async ({ user }) => (await sessionAdapter.getUserByEmail?.(user.email ?? "")) !== null,
  },
  logger: { error: () => {}, warn: () => {}, debug: () => {} },
}))

/** The cookie that says: in this browser the button for this link was pressed, a moment ago. */
export function confirmCookie(token: string): string {
  const flags = `Path=/api/auth; HttpOnly; SameSite=Lax; Max-Age=120${secure() ? "; Secure" : ""}`
  return `rapporteur-confirm=${keyedHash(token)}; ${flags}`
}

/** Whether that cookie stands for this token. */
export function wasConfirmed(cookie: string | undefined, token: string | null): boolean {
  return Boolean(token) && cookie === keyedHash(token ?? "")
}

/** Writes the cookie of a session that was begun without a mailed link (sample mode). */
export async function setSessionCookie(token: string): Promise<void> {
  const jar = await cookies()
  jar.set(cookieName(), token, { ...cookieOptions(), expires: daysFromNow(absoluteDays) })
}

export async function clearSessionCookie(): Promise<void> {
  const jar = await cookies()
  jar.set(cookieName(), "", { ...cookieOptions(), maxAge: 0 })
}

/** Whoever is signed in, with the roles that are open now; the public otherwise. Asked once a request. */
export const currentActor = cache(async (): Promise<Actor> => {
  const token = (await cookies()).get(cookieName())?.value
  return (token && (await actorOfToken(token))) || publicActor
})

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
