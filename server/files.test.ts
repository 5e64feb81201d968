import { eq, sql } from "drizzle-orm"
import { expect, test, vi } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMinutes } from "@/db/factories/meetings"
import { arrangeScene } from "@/db/factories/scene"
import { reportFiles } from "@/db/schema/record"
import { reports } from "@/db/schema/reports"
import { startWorkerProcess } from "@/e2e/support/worker-process"
import { transaction } from "@/lib/platform/database"
import { enqueue } from "@/lib/platform/jobs"
import { madeFormats } from "@/lib/report-files/formats"
import { publishMinutes } from "@/lib/reports/publish"

vi.setConfig({ testTimeout: 240_000 })

const { app, owner, appUrl } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"

test("files whose job was given up are made by the hourly look, while the worker runs", async () => {
  const { meetingId, chair, first } = await arrangeScene(owner)
  await arrangeMinutes(owner, meetingId, { opening: "It met.", [first]: "Eleven spoke." })
  await publishMinutes(chair, { meetingId, revision: 1, language: "en", overrides: [] })
  const [version] = await app.select().from(reports).where(eq(reports.meetingId, meetingId))
  const ofVersion = eq(reportFiles.reportId, version?.id ?? "")
  const made = () => owner.$count(reportFiles, ofVersion)
  // All the work that would have made them is gone, as after a day of failures.
  await owner.execute(sql`delete from pgboss.job`)
  const worker = await startWorkerProcess(appUrl)
  try {
    await expect.poll(made, { timeout: 60_000 }).toBe(madeFormats.length)
    await owner.delete(reportFiles).where(ofVersion)
    const [scheduled] = await owner.execute<{ cron: string; data: Record<string, string> }>(
      sql`select cron, data from pgboss.schedule where name = 'files-fill'`,
    )
    expect(scheduled?.cron).toMatch(/^\d+ \* \* \* \*$/)
    // What the schedule sends when its time comes.
    await transaction((tx) => enqueue(tx, "files-fill", scheduled?.data ?? {}))
    await expect.poll(made, { timeout: 60_000 }).toBe(madeFormats.length)
  } finally {
    await worker.end("SIGTERM")
  }
})
