import { and, eq, gt, isNull } from "drizzle-orm"
import type { Adapter, AdapterUser } from "next-auth/adapters"
import { accounts, sessions, signInTokens } from "@/db/schema/accounts"
import { now } from "./clock"
import { database } from "./database"
import { browserName } from "./request"
import { hashOf } from "./secrets"

/** A session is good for this many days in all, used or not. */
export const absoluteDays = 30

const asUser = (row: { id: string; email: string; emailVerified: Date | null }): AdapterUser => ({
  id: row.id,
  email: row.email,
  emailVerified: row.emailVerified,
})

const open = (email: string) =>
  and(eq(accounts.email, email.toLowerCase()), isNull(accounts.disabledAt))

async function findAccount(email: string): Promise<AdapterUser | null> {
  const [row] = await database().select().from(accounts).where(open(email))
  return row ? asUser(row) : null
}

/**
 * What the sign-in library keeps with us. Tokens of sessions and links are stored as hashes;
 * an account is made by an invitation or an admission, never by signing in.
 */
export const sessionAdapter: Adapter = {
  createUser: () => {
    throw new Error("An account is not made by signing in")
  },
  getUser: async (id) => {
    const [row] = await database()
      .select()
      .from(accounts)
      .where(and(eq(accounts.id, id), isNull(accounts.disabledAt)))
    return row ? asUser(row) : null
  },
  getUserByEmail: findAccount,
  updateUser: async (user) => {
    const [row] = await database()
      .update(accounts)
      .set({ emailVerified: user.emailVerified ?? now() })
      .where(eq(accounts.id, user.id))
      .returning()
    if (!row) throw new Error("The account is gone")
    return asUser(row)
  },
  createSession: async ({ sessionToken, userId, expires }) => {
    await database()
      .insert(sessions)
      .values({
        tokenHash: hashOf(sessionToken),
        accountId: userId,
        createdAt: now(),
        lastSeenAt: now(),
        expiresAt: expires,
        browser: await browserName(),
      })
    return { sessionToken, userId, expires }
  },
  getSessionAndUser: async (sessionToken) => {
    const [row] = await database()
      .select({ account: accounts, expires: sessions.expiresAt })
      .from(sessions)
      .innerJoin(accounts, eq(accounts.id, sessions.accountId))
      .where(
        and(
          eq(sessions.tokenHash, hashOf(sessionToken)),
          gt(sessions.expiresAt, now()),
          isNull(accounts.disabledAt),
        ),
      )
    if (!row) return null
    return {
      session: { sessionToken, userId: row.account.id, expires: row.expires },
      user: asUser(row.account),
    }
  },
  // The end of a session is fixed when it begins, so there is nothing to lengthen.
  updateSession: async () => null,
  deleteSession: async (sessionToken) => {
    await database()
      .delete(sessions)
      .where(eq(sessions.tokenHash, hashOf(sessionToken)))
  },
  createVerificationToken: async (token) => {
    await database().insert(signInTokens).values({
      identifier: token.identifier.toLowerCase(),
      tokenHash: token.token,
      expiresAt: token.expires,
    })
    return token
  },
  useVerificationToken: async ({ identifier, token }) => {
    const [row] = await database()
      .delete(signInTokens)
      .where(
        and(
          eq(signInTokens.identifier, identifier.toLowerCase()),
          eq(signInTokens.tokenHash, token),
        ),
      )
      .returning()
    return row ? { identifier: row.identifier, token: row.tokenHash, expires: row.expiresAt } : null
  },
}
