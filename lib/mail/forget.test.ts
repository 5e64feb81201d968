import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { afterEach, expect, test, vi } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup } from "@/db/factories/people"
import { accounts } from "@/db/schema/accounts"
import { groups } from "@/db/schema/groups"
import { mails } from "@/db/schema/mail"
import { notices } from "@/db/schema/notices"
import { startWorkerProcess } from "@/e2e/support/worker-process"
import { removeAccount } from "@/lib/accounts/remove"
import { findDueDigests } from "@/lib/notices/due-digests"
import { giveNotices } from "@/lib/notices/give"
import { postOnList } from "@/lib/notices/post-on-list"
import { setClock } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { writeDigest } from "@/lib/reactions/write-digest"
import { forgetMails } from "./forget"
import { tryMailsAgain } from "./try-again"

vi.setConfig({ testTimeout: 120_000 })

const { app, owner, appUrl } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"

afterEach(() => setClock(undefined))

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

async function mail(given: Partial<typeof mails.$inferInsert>): Promise<string> {
  const [row] = await owner
    .insert(mails)
    .values({
      ...{ to: `reader-${randomUUID()}@example.org`, subject: "Your answer", text: "A link" },
      ...{ messageId: `<${randomUUID()}@example.org>`, createdAt: daysAgo(40), ...given },
    })
    .returning()
  return row?.id ?? ""
}
/** As if what went to an address had gone long ago. */
const makeOld = (to: string) =>
  owner
    .update(mails)
    .set({ createdAt: daysAgo(40), sentAt: daysAgo(31) })
    .where(eq(mails.to, to))
const isKept = async (id: string) => (await app.$count(mails, eq(mails.id, id))) === 1

test("the daily clock forgets a mail to somebody without an account when its time is over", async () => {
  const went = await mail({ sentAt: daysAgo(31) })
  const fresh = await mail({ sentAt: daysAgo(1) })
  const worker = await startWorkerProcess(appUrl)
  try {
    await expect.poll(() => isKept(went), { timeout: 30_000 }).toBe(false)
  } finally {
    await worker.end("SIGTERM")
  }
  expect(await isKept(fresh)).toBe(true)
})

test("what went, what was given up and what was left is kept for 30 days from the last of it", async () => {
  const over = [
    await mail({ sentAt: daysAgo(31) }),
    await mail({ failedAt: daysAgo(31), attempts: 3 }),
    await mail({ sentAt: daysAgo(39), failedAt: daysAgo(31) }),
    await mail({ attempts: 55 }),
  ]
  const kept = [
    await mail({ sentAt: daysAgo(29) }),
    await mail({ failedAt: daysAgo(29), attempts: 3 }),
    await mail({ sentAt: daysAgo(39), failedAt: daysAgo(29) }),
    await mail({ createdAt: daysAgo(29) }),
  ]
  expect(await forgetMails()).toBe(over.length)
  for (const id of over) expect(await isKept(id)).toBe(false)
  for (const id of kept) expect(await isKept(id)).toBe(true)
})

test("mails to whoever has an account stay; those of a closed account go", async () => {
  const group = await makeGroup(owner)
  const { personId, email } = await makeActor(owner, { roles: { [group.id]: "member" } })
  const own = await mail({ to: email.toUpperCase(), sentAt: daysAgo(31) })
  expect(await forgetMails()).toBe(0)
  await owner
    .update(accounts)
    .set({ email: `other-${randomUUID()}@example.org` })
    .where(eq(accounts.personId, personId))
  expect(await forgetMails()).toBe(1)
  expect(await isKept(own)).toBe(false)
})

test("what was posted on a list stays, also when the group has another list or none", async () => {
  const group = await makeGroup(owner, { mailingList: "Group@lists.example.org" })
  const post = () =>
    transaction((tx) =>
      postOnList(tx, { groupId: group.id, about: group.id, subject: "Open", paragraphs: ["Now."] }),
    )
  expect(await post()).toBe("posted")
  await makeOld("Group@lists.example.org")
  for (const mailingList of ["Group@lists.example.org", "new@lists.example.org", null]) {
    await owner.update(groups).set({ mailingList }).where(eq(groups.id, group.id))
    expect(await forgetMails()).toBe(0)
    expect(await post()).toBe(mailingList ? "known" : "no-list")
  }
})

test("what told a closed account of something goes too, and no later digest tells it again", async () => {
  const group = await makeGroup(owner)
  const secretariat = await makeActor(owner, { secretariat: true })
  const reader = await makeActor(owner, { roles: { [group.id]: "member" } })
  const told = { groupId: group.id, personIds: [reader.personId], key: "k", href: "/desk/x" }
  setClock(() => daysAgo(40))
  await transaction(async (tx) => {
    const data = { title: "Tides", closesAt: daysAgo(39).toISOString() }
    await giveNotices(tx, { ...told, kind: "consultation-closing", data })
    await giveNotices(tx, { ...told, kind: "replied", data: { by: "Ilse", title: "", number: 3 } })
  })
  setClock(() => daysAgo(38))
  for (const one of await findDueDigests()) await writeDigest(one)
  setClock(undefined)
  expect(await owner.$count(mails, eq(mails.to, reader.email))).toBe(2)
  await makeOld(reader.email)
  const ofGuest = await mail({ sentAt: daysAgo(31) })
  expect(await forgetMails()).toBe(1)
  expect(await isKept(ofGuest)).toBe(false)
  await removeAccount(secretariat, { personId: reader.personId })
  expect(await forgetMails()).toBe(2)
  const { personId, email } = reader
  await owner.insert(accounts).values({ personId, email })
  const left = await owner.select().from(notices).where(eq(notices.personId, personId))
  expect(left.map(({ mailId }) => mailId)).toEqual([null, null])
  expect(await findDueDigests()).toEqual([])
})

test("a mail that is tried again is not forgotten before it had its tries", async () => {
  const secretariat = await makeActor(owner, { secretariat: true })
  const again = await mail({ createdAt: daysAgo(31), failedAt: daysAgo(5), attempts: 55 })
  expect(await tryMailsAgain(secretariat, { mailId: again })).toEqual({ mails: 1 })
  for (const [daysLater, kept] of [
    [0, true],
    [29, true],
    [31, false],
  ] as const) {
    setClock(() => daysAgo(-daysLater))
    await forgetMails()
    expect(await isKept(again)).toBe(kept)
  }
})
