import { inArray, sql } from "drizzle-orm"
import { afterAll, expect, test, vi } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { mails } from "@/db/schema/mail"
import { Mailbox } from "@/e2e/support/mailbox"
import { freePort } from "@/e2e/support/portal"
import { startWorkerProcess } from "@/e2e/support/worker-process"
import { transaction } from "@/lib/platform/database"
import { writeMails } from "@/lib/platform/mail"

vi.setConfig({ testTimeout: 60_000 })

const { owner, appUrl } = await testDatabase()
const mailbox = new Mailbox()
const port = await freePort()
const worker = await startWorkerProcess(appUrl, `smtp://127.0.0.1:${port}`)
afterAll(async () => {
  await worker.end("SIGTERM")
  await mailbox.close()
})

const patience = { timeout: 30_000 }

test("a mail server that is down for an hour costs no mail, and none comes twice", async () => {
  const letters = ["Ilva", "Samir", "Hyejin"].map((name) => ({
    to: `${name.toLowerCase()}@example.org`,
    subject: `Tides for ${name}`,
    text: "High at noon.\n",
  }))
  const ids = await transaction((tx) => writeMails(tx, letters))
  const stored = () => owner.select().from(mails).where(inArray(mails.id, ids))
  const everyMail = async (check: (mail: typeof mails.$inferSelect) => boolean) =>
    (await stored()).every(check)
  await expect.poll(() => everyMail(({ attempts }) => attempts > 0), patience).toBe(true)
  expect(await everyMail(({ sentAt, failedAt }) => sentAt === null && failedAt === null)).toBe(true)

  await mailbox.open(port)
  // An hour goes by: every wait that has begun is over.
  const past = sql`update pgboss.job set start_after = start_after - interval '1 hour'
    where name = 'mail' and state = 'retry'`
  const sent = async () => {
    await owner.execute(past)
    return everyMail(({ sentAt }) => sentAt !== null)
  }
  await expect.poll(sent, patience).toBe(true)
  const came = mailbox.takeRest()
  expect(came.map(({ subject }) => subject).sort()).toEqual(
    letters.map(({ subject }) => subject).sort(),
  )
  expect(await everyMail(({ lastError }) => lastError === null)).toBe(true)
})
