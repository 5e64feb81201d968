import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { accounts, attempts, sessions } from "@/db/schema/accounts"
import { groups } from "@/db/schema/groups"
import { memberships } from "@/db/schema/members"
import { people } from "@/db/schema/people"
import { publicActor } from "@/lib/platform/actor"
import { setClock } from "@/lib/platform/clock"
import { hashOf } from "@/lib/platform/secrets"
import { actorOfToken } from "@/lib/platform/session-actor"
import { beginSampleSession } from "./begin-sample-session"
import { endSessions } from "./end-sessions"
import { nextPath } from "./input"
import { listSamplePeople } from "./queries"
import { requestLink } from "./request-link"

const { owner: db } = await testDatabase()

async function personWithAccount(email: string) {
  const [person] = await db.insert(people).values({ name: "Ada Okafor" }).returning()
  const [account] = await db
    .insert(accounts)
    .values({ personId: person?.id ?? "", email })
    .returning()
  if (!person || !account) throw new Error("not written")
  return { person, account }
}

async function session(
  accountId: string,
  token: string,
  changes: Partial<typeof sessions.$inferInsert> = {},
) {
  const expiresAt = new Date(Date.now() + 30 * 86_400_000)
  await db.insert(sessions).values({ accountId, tokenHash: hashOf(token), expiresAt, ...changes })
}

beforeEach(async () => {
  setClock(undefined)
  await db.delete(sessions)
  await db.delete(memberships)
  await db.delete(accounts)
  await db.delete(attempts)
})

describe("asking for a link", () => {
  const ask = (email: string, network = "192.0.2.1") =>
    requestLink(publicActor, { email, network, next: "/desk", locale: "en" })

  test("finds an account, and nothing for an unknown or disabled one", async () => {
    const { account } = await personWithAccount("ada@example.org")
    expect(await ask("ada@example.org")).toBe("ada@example.org")
    expect(await ask("nobody@example.org")).toBe(null)
    await db.update(accounts).set({ disabledAt: new Date() }).where(eq(accounts.id, account.id))
    expect(await ask("ada@example.org")).toBe(null)
  })

  test("is refused the fourth time in a quarter of an hour, known address or not", async () => {
    for (let n = 0; n < 3; n++) await ask("nobody@example.org")
    await expect(ask("nobody@example.org")).rejects.toMatchObject({ code: "too_many" })
    setClock(() => new Date(Date.now() + 16 * 60_000))
    await expect(ask("nobody@example.org")).resolves.toBe(null)
  })

  test("counts requests that come at once one after the other", async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 8 }, () => ask("nobody@example.org")),
    )
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(3)
  })

  test("counts a network too, and keeps neither address in clear", async () => {
    for (let n = 0; n < 30; n++) await ask(`n${n}@example.org`, "198.51.100.7")
    await expect(ask("late@example.org", "198.51.100.7")).rejects.toMatchObject({
      code: "too_many",
    })
    const kept = JSON.stringify(await db.select().from(attempts))
    expect(kept).not.toContain("example.org")
    expect(kept).not.toContain("198.51.100.7")
  })
})

describe("a session", () => {
  test("is found by its token and carries the roles that are open now", async () => {
    const { person, account } = await personWithAccount("ada@example.org")
    await session(account.id, "token-1")
    const [group] = await db
      .insert(groups)
      .values({ slug: "wg-a", shortName: "A", name: "A" })
      .returning()
    const groupId = group?.id ?? ""
    const [membership] = await db
      .insert(memberships)
      .values({ groupId, personId: person.id, role: "co-chair" })
      .returning()
    expect((await actorOfToken("token-1"))?.groups.get(groupId)).toBe("co-chair")
    await db
      .update(memberships)
      .set({ until: new Date() })
      .where(eq(memberships.id, membership?.id ?? ""))
    expect((await actorOfToken("token-1"))?.groups.get(groupId)).toBeUndefined()
  })

  test("ends after seven idle days, after thirty in any case, and with its account", async () => {
    const { account } = await personWithAccount("ada@example.org")
    const day = 86_400_000
    await session(account.id, "idle", { lastSeenAt: new Date(Date.now() - 7 * day - 1000) })
    await session(account.id, "old", { expiresAt: new Date(Date.now() - 1000) })
    await session(account.id, "good")
    expect(await actorOfToken("idle")).toBe(null)
    expect(await actorOfToken("old")).toBe(null)
    expect(await actorOfToken("good")).not.toBe(null)
    await db.update(accounts).set({ disabledAt: new Date() }).where(eq(accounts.id, account.id))
    expect(await actorOfToken("good")).toBe(null)
  })

  test("the others end, this one stays, and those of other people too", async () => {
    const { account } = await personWithAccount("ada@example.org")
    const other = await personWithAccount("bo@example.org")
    for (const token of ["here", "phone", "library"]) await session(account.id, token)
    await session(other.account.id, "bo")
    const actor = await actorOfToken("here")
    if (!actor) throw new Error("no actor")
    expect(await endSessions(actor, { which: "others" })).toEqual({ ended: 2 })
    expect(await actorOfToken("phone")).toBe(null)
    expect(await actorOfToken("here")).not.toBe(null)
    expect(await actorOfToken("bo")).not.toBe(null)
  })
})

describe("with a database of one's own there is no sample mode", () => {
  test("no buttons, and no session behind them", async () => {
    const { person } = await personWithAccount("ada@example.org")
    expect(await listSamplePeople()).toEqual([])
    await expect(beginSampleSession(publicActor, { personId: person.id })).rejects.toMatchObject({
      code: "not_found",
    })
    expect(await db.select().from(sessions)).toEqual([])
  })
})

test.each([
  ["/desk/wg-strategy?x=1", "/desk/wg-strategy?x=1"],
  ["//evil.example.org", "/desk"],
  ["/\\evil.example.org", "/desk"],
  ["https://evil.example.org", "/desk"],
  [undefined, "/desk"],
])("after signing in, %s leads to %s", (given, led) => {
  expect(nextPath.parse(given)).toBe(led)
})
