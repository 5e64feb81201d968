import { createHash } from "node:crypto"
import { eq, isNull } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor } from "@/db/factories/people"
import { accounts, signInTokens } from "@/db/schema/accounts"
import { mails } from "@/db/schema/mail"
import { secretariat } from "@/db/schema/members"
import { people } from "@/db/schema/people"
import { env } from "@/lib/platform/env"
import { sessionAdapter } from "@/lib/platform/session-adapter"
import { inviteFirst } from "./invite-first"

const { owner } = await testDatabase()
const command = { kind: "system", command: "invite" } as const
const invite = (email: string, name?: string) => inviteFirst(command, { email, name })
const holders = () => owner.select().from(secretariat).where(isNull(secretariat.until))

test("two commands at once make one secretariat", async () => {
  const both = await Promise.allSettled([
    invite("ilse@example.org", "Ilse Brandvold"),
    invite("tomas@example.org", "Tomas Okwuosa"),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  expect(await holders()).toHaveLength(1)
})

test("the holder gets a new link, anybody else is refused", async () => {
  const [holder] = await owner.select().from(accounts)
  const { name, link } = await invite(holder?.email ?? "")
  const [person] = await owner
    .select()
    .from(people)
    .where(eq(people.id, holder?.personId ?? ""))
  expect(name).toBe(person?.name)
  expect(link).toContain(`email=${encodeURIComponent(holder?.email ?? "")}`)
  await expect(invite("third@example.org")).rejects.toMatchObject({
    code: "conflict",
    key: "accounts.secretariatStands",
  })
  expect(await holders()).toHaveLength(1)
})

test("the link is stored as the sign-in library looks for it, and good once", async () => {
  const [holder] = await owner.select().from(accounts)
  const identifier = holder?.email ?? ""
  const { link } = await invite(identifier)
  const token = new URL(link).searchParams.get("token") ?? ""
  // https://github.com/nextauthjs/next-auth: callback/index.js hashes the token and the secret in one.
  const hashed = createHash("sha256").update(`${token}${env().authSecret}`).digest("hex")
  const used = await sessionAdapter.useVerificationToken?.({ identifier, token: hashed })
  expect(used?.expires.getTime()).toBeGreaterThan(Date.now() + 9 * 60_000)
  expect(used?.expires.getTime()).toBeLessThan(Date.now() + 11 * 60_000)
  expect(await sessionAdapter.useVerificationToken?.({ identifier, token: hashed })).toBeNull()
  const kept = await owner.select().from(signInTokens)
  expect(JSON.stringify(kept)).not.toContain(token)
})

test("where a mail server is set, the mail holds the link", async () => {
  const [holder] = await owner.select().from(accounts)
  const { link, mailId } = await invite(holder?.email ?? "")
  const [mail] = await owner
    .select()
    .from(mails)
    .where(eq(mails.id, mailId ?? ""))
  expect(mail).toMatchObject({ to: holder?.email, sentAt: null })
  expect(mail?.text).toContain(link)
})

test("a secretariat whose account is disabled does not lock the portal", async () => {
  await owner.update(accounts).set({ disabledAt: new Date() })
  const [holder] = await owner.select().from(accounts)
  await invite(holder?.email ?? "")
  const [again] = await owner.select().from(accounts)
  expect(again?.disabledAt).toBeNull()
  expect(await holders()).toHaveLength(1)
})

test("nobody but the portal and the secretariat invites", async () => {
  const member = await makeActor(owner)
  await expect(inviteFirst(member, { email: "x@example.org" })).rejects.toMatchObject({
    code: "forbidden",
  })
})
