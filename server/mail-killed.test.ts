import { eq, type SQL, sql } from "drizzle-orm"
import { PgBoss } from "pg-boss"
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { mails } from "@/db/schema/mail"
import { CountedLine } from "@/e2e/support/counted-line"
import { headerOf, Mailbox } from "@/e2e/support/mailbox"
import { startWorkerProcess } from "@/e2e/support/worker-process"
import { transaction } from "@/lib/platform/database"
import { writeMail } from "@/lib/platform/mail"

vi.setConfig({ testTimeout: 120_000 })

const { owner, appUrl, ownerUrl } = await testDatabase()
const mailbox = new Mailbox()
const smtpUrl = await mailbox.open()
afterAll(() => mailbox.close())
beforeEach(() => {
  mailbox.beforeText = () => undefined
  mailbox.beforeTaken = () => undefined
})

const patience = { timeout: 60_000 }
const stored = async (id: string) => (await owner.select().from(mails).where(eq(mails.id, id)))[0]

const countJobs = async (id: string, wanted: SQL) => {
  const [{ n } = { n: -1 }] = await owner.execute<{ n: number }>(sql`
    select count(*)::int as n from pgboss.job
    where name = 'mail' and data ->> 'mailId' = ${id} and ${wanted}`)
  return n
}

/** The dead server's job is missed, as its heartbeat is after some seconds, and its wait goes by. */
async function missTheDead(id: string) {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 1, supervise: false, schedule: false })
  await boss.start()
  await owner.execute(sql`update pgboss.job set heartbeat_on = now() - interval '1 minute'
    where name = 'mail' and state = 'active'`)
  await owner.execute(sql`update pgboss.queue set monitor_on = null, monitor_claim_on = null
    where name = 'mail'`)
  await boss.supervise("mail")
  await boss.stop({ graceful: false })
  expect(await countJobs(id, sql`state = 'retry'`)).toBe(1)
  await owner.execute(sql`update pgboss.job set start_after = now()
    where name = 'mail' and state = 'retry'`)
}

/**
 * A worker on a line of its own sends one mail and is killed on the way, as `arrange` has it; then another
 * one goes on. Resolves to all that came to the mail server.
 */
async function killedWhile(arrange: (kill: () => Promise<void>, line: CountedLine) => void) {
  const line = await CountedLine.open(appUrl)
  const worker = await startWorkerProcess(line.url, smtpUrl)
  const dead = new Promise<void>((resolve) => {
    arrange(() => worker.end("SIGKILL").then(resolve), line)
  })
  const id = await transaction((tx) =>
    writeMail(tx, { to: "ilva@example.org", subject: "Tides", text: "High at noon.\n" }),
  )
  await dead
  line.cut()
  mailbox.beforeText = () => undefined
  mailbox.beforeTaken = () => undefined
  await missTheDead(id)
  const next = await startWorkerProcess(appUrl, smtpUrl)
  try {
    await expect.poll(() => countJobs(id, sql`state = 'completed'`), patience).toBe(1)
  } finally {
    await next.end("SIGKILL")
  }
  const came = mailbox.takeRest()
  const mail = await stored(id)
  expect(mail).toMatchObject({ attempts: 0, failedAt: null, lastError: null })
  expect(mail?.sentAt).not.toBeNull()
  // Whatever comes twice is told to be the same mail, so that a mail program shows it once.
  for (const { source, text } of came) {
    expect(headerOf(source, "Message-ID")).toBe(mail?.messageId)
    expect(text).toBe("High at noon.\n")
  }
  return came
}

const marking = /^update "mails" set "sent_at"/

describe("a server that is killed while it sends a mail loses none", () => {
  test("before the text: it comes once", async () => {
    const came = await killedWhile((kill) => {
      mailbox.beforeText = kill
    })
    expect(came).toHaveLength(1)
  })

  test("when the text is there and nobody has said so: the mail server may have it twice", async () => {
    const came = await killedWhile((kill) => {
      mailbox.beforeTaken = kill
    })
    // This one keeps what it could not answer for.
    expect(came).toHaveLength(2)
  })

  test("when the mail server has said that it took it, and before that is noted: it comes twice", async () => {
    const came = await killedWhile((kill, line) => {
      line.watch({ at: marking, when: "before", act: kill })
    })
    expect(came).toHaveLength(2)
  })

  test("when it is noted, and not committed: it comes twice", async () => {
    const came = await killedWhile((kill, line) => {
      line.watch({ at: marking, when: "done", act: kill })
    })
    expect(came).toHaveLength(2)
  })
})
