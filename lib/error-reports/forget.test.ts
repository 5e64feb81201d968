import { randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { expect, test, vi } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMinutes } from "@/db/factories/meetings"
import { arrangeScene } from "@/db/factories/scene"
import { errorReports } from "@/db/schema/corrections"
import { mails } from "@/db/schema/mail"
import { reports } from "@/db/schema/reports"
import { startWorkerProcess } from "@/e2e/support/worker-process"
import { beginCorrection } from "@/lib/corrections/begin"
import { savePlainMinutes } from "@/lib/minutes/save-plain"
import { publishMinutes } from "@/lib/reports/publish"
import { answerError } from "./answer"

vi.setConfig({ testTimeout: 120_000 })

const { app, owner, appUrl } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

async function arrange() {
  const scene = await arrangeScene(owner)
  const { meetingId, groupId, first, second, chair } = scene
  await arrangeMinutes(owner, meetingId, { opening: "It met.", [first]: "Eleven.", [second]: "" })
  const publish = (revision: number) =>
    publishMinutes(chair, { meetingId, revision, language: "en", overrides: [] })
  await publish(1)
  const [version] = await app.select().from(reports).where(eq(reports.meetingId, meetingId))
  const report = async (given: { createdAt?: Date; confirmedAt?: Date }) => {
    const email = `reader-${randomUUID()}@example.org`
    const [row] = await owner
      .insert(errorReports)
      .values({
        ...{ groupId, meetingId, reportId: version?.id ?? "", email, message: "Twelve spoke." },
        ...{ submission: randomUUID(), tokenHash: randomUUID(), ...given },
      })
      .returning()
    if (!row) throw new Error("Nothing was reported")
    return { id: row.id, email }
  }
  const kept = async (id: string) =>
    (await app.select().from(errorReports).where(eq(errorReports.id, id)))[0]
  return { ...scene, publish, report, kept }
}

test("a reported error that nobody confirmed is forgotten by the daily clock, though nobody else reports one", async () => {
  const { report, kept } = await arrange()
  const old = await report({ createdAt: daysAgo(8) })
  const fresh = await report({ createdAt: daysAgo(6) })
  const confirmed = await report({ createdAt: daysAgo(8), confirmedAt: daysAgo(8) })
  const worker = await startWorkerProcess(appUrl)
  try {
    await expect.poll(() => kept(old.id), { timeout: 30_000 }).toBeUndefined()
    const scheduled = await owner.execute<{ cron: string }>(
      sql`select cron from pgboss.schedule where name = 'forgetting'`,
    )
    expect(scheduled.map(({ cron }) => cron)).toEqual([expect.stringMatching(/^\d+ \d+ \* \* \*$/)])
  } finally {
    await worker.end("SIGTERM")
  }
  expect(await kept(fresh.id)).toMatchObject({ email: fresh.email })
  expect(await kept(confirmed.id)).toMatchObject({ email: confirmed.email })
})

test("an address is kept until the answer is written to it, and no longer", async () => {
  const { report, kept, publish, meetingId, chair, first } = await arrange()
  const [one, other] = [
    await report({ confirmedAt: daysAgo(1) }),
    await report({ confirmedAt: daysAgo(1) }),
  ]
  await answerError(chair, { errorId: one.id, answer: "no-error", reply: "The list names eleven." })
  expect(await kept(one.id)).toMatchObject({ email: null, answer: "no-error" })
  expect(await kept(other.id)).toMatchObject({ email: other.email })
  const correction = { version: 1, errorId: other.id, reason: "Twelve people spoke." }
  await beginCorrection(chair, { meetingId, ...correction })
  expect(await kept(other.id)).toMatchObject({ email: other.email })
  await savePlainMinutes(chair, {
    ...{ meetingId, base: 1, locale: "en" as const, over: undefined, answer: undefined },
    sections: { [first]: "Twelve." },
  })
  await publish(2)
  expect(await kept(other.id)).toMatchObject({ email: null, answer: "corrected" })
  for (const { email } of [one, other])
    expect(await app.select().from(mails).where(eq(mails.to, email))).toHaveLength(1)
})
