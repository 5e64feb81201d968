import { eq, sql } from "drizzle-orm"
import { expect, test, vi } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping } from "@/db/factories/mapping"
import { arrangeMinutes } from "@/db/factories/meetings"
import { makeActor } from "@/db/factories/people"
import { arrangeScene } from "@/db/factories/scene"
import { editionFiles, editions } from "@/db/schema/editions"
import { mappingRows } from "@/db/schema/mapping"
import { recordNames, reportFiles } from "@/db/schema/record"
import { reports } from "@/db/schema/reports"
import { erasureOf } from "@/e2e/support/erasure"
import { startWorkerProcess } from "@/e2e/support/worker-process"
import { composeEdition } from "@/lib/editions/compose"
import { freezeEdition } from "@/lib/editions/freeze"
import { mappingFormats } from "@/lib/mapping-files/formats"
import { transaction } from "@/lib/platform/database"
import { enqueue } from "@/lib/platform/jobs"
import { eraseNames } from "@/lib/record/erase-names"
import { madeFormats } from "@/lib/report-files/formats"
import { publishMinutes } from "@/lib/reports/publish"

vi.setConfig({ testTimeout: 240_000 })

const { app, owner, appUrl } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

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

test("the files of an edition are made when it is frozen, again when a name is erased, and by the hourly look", async () => {
  const { groupId, chair, member } = await arrangeScene(owner)
  const { mappingId, rowId } = await makeMapping(owner, groupId)
  await owner
    .update(mappingRows)
    .set({ suggests: `What ${member.name} asked for` })
    .where(eq(mappingRows.id, rowId))
  const ofEdition = sql`${editionFiles.editionId} in (
    select id from ${editions} where ${editions.mappingId} = ${mappingId})`
  const made = async () => {
    const rows = await owner.select().from(editionFiles).where(ofEdition)
    return rows.map(({ format }) => format).sort()
  }
  const texts = async () => {
    const rows = await owner.select().from(editionFiles).where(ofEdition)
    return rows
      .filter(({ format }) => format === "md")
      .map(({ file }) => Buffer.from(file).toString("utf8"))
  }
  const filled = async () =>
    await owner.execute(
      sql`select state from pgboss.job where name = 'files-fill' and data->>'of' = 'editions'`,
    )
  await owner.execute(sql`delete from pgboss.job`)
  const worker = await startWorkerProcess(appUrl)
  const all = [...mappingFormats].sort()
  try {
    // The look at the start is over: what makes the files now is that the edition was frozen.
    await expect.poll(filled, { timeout: 60_000 }).toMatchObject([{ state: "completed" }])
    const { number, mark } = await composeEdition(app, mappingId)
    await freezeEdition(chair, { mappingId, edition: number, change: 0, mark, note: "" })
    await expect.poll(made, { timeout: 60_000 }).toEqual(all)
    expect(await texts()).toEqual([expect.stringContaining(member.name)])
    const [{ subjectId, key } = { subjectId: "", key: "" }] = await app
      .select()
      .from(recordNames)
      .where(eq(recordNames.name, member.name))
    const secretary = await makeActor(owner, { secretariat: true })
    await eraseNames(secretary, erasureOf([`${subjectId}.${key}`], "Asked"))
    await expect.poll(texts, { timeout: 60_000 }).toEqual([expect.stringContaining("name removed")])
    await expect.poll(made, { timeout: 60_000 }).toEqual(all)
    await owner.delete(editionFiles).where(ofEdition)
    await transaction((tx) => enqueue(tx, "files-fill", {}))
    await expect.poll(made, { timeout: 60_000 }).toEqual(all)
  } finally {
    await worker.end("SIGTERM")
  }
})
