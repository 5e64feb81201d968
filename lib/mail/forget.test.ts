import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { expect, test, vi } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup } from "@/db/factories/people"
import { accounts } from "@/db/schema/accounts"
import { groups } from "@/db/schema/groups"
import { mails } from "@/db/schema/mail"
import { startWorkerProcess } from "@/e2e/support/worker-process"
import { forgetMails } from "./forget"

vi.setConfig({ testTimeout: 120_000 })

const { app, owner, appUrl } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"

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

test("mails to whoever has an account and to a group's list stay; those of a closed account go", async () => {
  const group = await makeGroup(owner)
  await owner
    .update(groups)
    .set({ mailingList: "Group@lists.example.org" })
    .where(eq(groups.id, group.id))
  const { personId } = await makeActor(owner, { roles: { [group.id]: "member" } })
  const email = `member-${randomUUID()}@example.org`
  await owner
    .update(accounts)
    .set({ email })
    .where(eq(accounts.personId, personId ?? ""))
  const own = await mail({ to: email.toUpperCase(), sentAt: daysAgo(31) })
  const list = await mail({ to: "group@lists.example.org", sentAt: daysAgo(31) })
  expect(await forgetMails()).toBe(0)
  await owner
    .update(accounts)
    .set({ email: `other-${randomUUID()}@example.org` })
    .where(eq(accounts.personId, personId ?? ""))
  expect(await forgetMails()).toBe(1)
  expect([await isKept(own), await isKept(list)]).toEqual([false, true])
})
