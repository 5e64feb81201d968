import { cookies } from "next/headers"
import NextAuth from "next-auth"
import { cache } from "react"
import { type Actor, publicActor } from "./actor"
import { daysFromNow } from "./clock"
import { env } from "./env"
import { keyedHash } from "./secrets"
import { actorOfToken } from "./session-actor"
import { absoluteDays, sessionAdapter } from "./session-adapter"
import { cookieName, isSecure } from "./session-cookie"
import { linkMinutes, mailSignInLink } from "./session-link"

const cookieOptions = () => ({
  httpOnly: true,
  sameSite: "lax" as const,
  path: "/",
  secure: isSecure(),
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
  const flags = `Path=/api/auth; HttpOnly; SameSite=Lax; Max-Age=120${isSecure() ? "; Secure" : ""}`
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
