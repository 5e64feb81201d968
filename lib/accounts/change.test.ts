import { and, eq, isNull } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, makePerson } from "@/db/factories/people"
import { accounts, sessions, signInTokens } from "@/db/schema/accounts"
import { events } from "@/db/schema/activity"
import { mails } from "@/db/schema/mail"
import { memberships, secretariat } from "@/db/schema/members"
import { changeSecretariat } from "@/lib/members/change-secretariat"
import { invitePerson } from "@/lib/members/invite"
import { inviteInput } from "@/lib/people/input"
import { publicActor } from "@/lib/platform/actor"
import { daysFromNow } from "@/lib/platform/clock"
import { hashOf, newToken } from "@/lib/platform/secrets"
import { actorOfToken } from "@/lib/platform/session-actor"
import { disableAccount } from "./disable"
import { enableAccount } from "./enable"
import { removeAccount } from "./remove"

const { owner } = await testDatabase()
const desk = await makeActor(owner, { secretariat: true })
const group = await makeGroup(owner)
const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })

async function signIn(accountId: string): Promise<string> {
  const token = newToken()
  await owner
    .insert(sessions)
    .values({ tokenHash: hashOf(token), accountId, expiresAt: daysFromNow(1) })
  return token
}
const invite = (said: Record<string, string>) => invitePerson(desk, inviteInput.parse(said))

test("a disabled account is out at once, with its links, and can come back", async () => {
  const who = await makeActor(owner)
  const token = await signIn(who.accountId)
  await owner
    .insert(signInTokens)
    .values({ identifier: who.email, tokenHash: "x", expiresAt: daysFromNow(1) })
  expect(await actorOfToken(token)).toMatchObject({ personId: who.personId })
  await disableAccount(desk, who)
  expect(await actorOfToken(token)).toBeNull()
  const links = await owner
    .select()
    .from(signInTokens)
    .where(eq(signInTokens.identifier, who.email))
  expect(links).toEqual([])
  await expect(disableAccount(desk, who)).rejects.toMatchObject({ code: "conflict" })
  await enableAccount(desk, who)
  expect(await actorOfToken(token)).toBeNull()
  expect(await actorOfToken(await signIn(who.accountId))).not.toBeNull()
  await expect(enableAccount(desk, who)).rejects.toMatchObject({ code: "conflict" })
  const trail = await owner.select().from(events).where(eq(events.subjectId, who.personId))
  expect(trail.map(({ name }) => name)).toEqual(["account.disabled", "account.enabled"])
})

test("a removed account leaves the person, who can be given another address", async () => {
  const who = await makeActor(owner)
  const token = await signIn(who.accountId)
  await removeAccount(desk, who)
  expect(await actorOfToken(token)).toBeNull()
  expect(await owner.select().from(accounts).where(eq(accounts.email, who.email))).toEqual([])
  await invite({ personId: who.personId, email: `new-${who.email}`, tell: "on" })
  const [account] = await owner.select().from(accounts).where(eq(accounts.personId, who.personId))
  expect(account?.email).toBe(`new-${who.email}`)
  const [mail] = await owner
    .select()
    .from(mails)
    .where(eq(mails.to, `new-${who.email}`))
  expect(mail?.text).toContain("http://localhost:3000/sign-in")
})

test("one's own account stays", async () => {
  const own = { code: "conflict", key: "accounts.ownAccount" }
  await expect(disableAccount(desk, desk)).rejects.toMatchObject(own)
  await expect(removeAccount(desk, desk)).rejects.toMatchObject(own)
})

test("an invitation gives an account and a membership, and says so by mail if asked", async () => {
  const { id: personId } = await makePerson(owner)
  const email = `invited-${personId}@example.org`
  await invite({ personId, email, groupId: group.id, role: "co-chair" })
  const [open] = await owner.select().from(memberships).where(eq(memberships.personId, personId))
  expect(open).toMatchObject({ groupId: group.id, role: "co-chair", until: null })
  expect(await owner.select().from(mails).where(eq(mails.to, email))).toEqual([])
  const again = invite({ personId, groupId: group.id })
  await expect(again).rejects.toMatchObject({ key: "members.already" })
  const other = await makeGroup(owner)
  await invite({ personId, groupId: other.id, tell: "on" })
  const [mail] = await owner.select().from(mails).where(eq(mails.to, email))
  expect(mail?.subject).toContain(other.shortName)
})

test("an invitation to nothing, with a known address, or of a disabled account is refused", async () => {
  const { id: personId } = await makePerson(owner)
  await expect(invite({ personId })).rejects.toMatchObject({
    fields: { groupId: "people.inviteToWhat" },
  })
  await expect(invite({ personId, email: chair.email })).rejects.toMatchObject({
    fields: { email: "accounts.emailTaken" },
  })
  const gone = await makeActor(owner)
  await disableAccount(desk, gone)
  const attempt = invite({ personId: gone.personId, groupId: group.id })
  await expect(attempt).rejects.toMatchObject({ key: "members.accountDisabled" })
})

test("the secretariat makes others secretariat, and never ends the last", async () => {
  const who = await makeActor(owner)
  await changeSecretariat(desk, { personId: who.personId, to: "begin" })
  expect(await actorOfToken(await signIn(who.accountId))).toMatchObject({ secretariat: true })
  const twice = changeSecretariat(desk, { personId: who.personId, to: "begin" })
  await expect(twice).rejects.toMatchObject({ code: "not_found" })
  const both = await Promise.allSettled([
    changeSecretariat(desk, { personId: who.personId, to: "end" }),
    changeSecretariat({ ...who, secretariat: true }, { personId: desk.personId, to: "end" }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  const open = await owner.select().from(secretariat).where(isNull(secretariat.until))
  expect(open).toHaveLength(1)
  const { id: personId } = await makePerson(owner)
  const without = changeSecretariat(desk, { personId, to: "begin" })
  await expect(without).rejects.toMatchObject({ key: "people.needsAccount" })
})

test("accounts and invitations are for the secretariat", async () => {
  const { personId } = await makeActor(owner)
  for (const [who, code] of [
    [chair, "forbidden"],
    [publicActor, "sign_in"],
  ] as const) {
    await expect(disableAccount(who, { personId })).rejects.toMatchObject({ code })
    await expect(enableAccount(who, { personId })).rejects.toMatchObject({ code })
    await expect(removeAccount(who, { personId })).rejects.toMatchObject({ code })
    const change = changeSecretariat(who, { personId, to: "begin" })
    await expect(change).rejects.toMatchObject({ code })
    const attempt = invitePerson(who, inviteInput.parse({ personId, groupId: group.id }))
    await expect(attempt).rejects.toMatchObject({ code })
  }
  const [account] = await owner
    .select()
    .from(accounts)
    .where(and(eq(accounts.personId, personId), isNull(accounts.disabledAt)))
  expect(account).toBeDefined()
})
