import { eq, sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMinutes } from "@/db/factories/meetings"
import { arrangeScene } from "@/db/factories/scene"
import { reportChecks, reportOverrides } from "@/db/schema/checks"
import { recordNames, reportFiles } from "@/db/schema/record"
import { reports } from "@/db/schema/reports"
import { exampleReport } from "@/lib/reports/example"
import { publishMinutes } from "@/lib/reports/publish"
import { sha256Of } from "./canonical"
import { openVersion } from "./open-content"
import { takeInPublished } from "./take-in"
import { verifyRecord } from "./verify/verify"

const { app, owner, appUrl, ownerUrl } = await testDatabase()

/** A report as the release before wrote it: form 1, names in the text, the hash over all of it. */
function asBefore(number: number) {
  const { correction: _, withdrawal: __, ...content } = exampleReport()
  return { ...content, schema: 1, meeting: { ...content.meeting, number } }
}

test("what an earlier release published is sealed and chained once, and reads as before", async () => {
  const { groupId, meetingId, chair, first, second } = await arrangeScene(owner)
  const content = asBefore(33)
  const finding = {
    rule: "host-not-listed",
    severity: "error",
    key: "k",
    values: { name: "Ilse Brandvold" },
  }
  const [row] = await owner
    .insert(reports)
    .values({
      ...{ groupId, meetingId, number: 33, version: 1, content, sha256: sha256Of(content) },
      ...{ minutesRevision: 1, publishedBy: chair.personId },
      publishedAt: new Date(content.publishedAt),
    })
    .returning()
  if (!row) throw new Error("No report")
  await owner.insert(reportChecks).values({ reportId: row.id, findings: [finding] })
  await owner.insert(reportOverrides).values({
    ...{ reportId: row.id, rule: finding.rule, finding, overriddenBy: chair.personId },
    reason: "Ilse Brandvold was there.",
  })
  expect((await verifyRecord()).differences).toHaveLength(1)
  const file = { reportId: row.id, format: "json", file: Buffer.from("{}"), sha256: "0".repeat(64) }
  await owner.insert(reportFiles).values(file)

  const taken = await Promise.all([takeInPublished(ownerUrl), takeInPublished(ownerUrl)])
  expect(taken.sort()).toEqual([0, 1])
  expect(await verifyRecord()).toMatchObject({ differences: [], entries: 1, reports: 1 })

  expect(await app.select().from(reportFiles), "a file in the form of before").toEqual([])
  const [now] = await app.select().from(reports)
  if (!now) throw new Error("No report")
  expect(JSON.stringify(now.content)).not.toMatch(/Brandvold|Okwuosa/)
  expect(await openVersion(app, now)).toEqual(exampleReport({ meeting: content.meeting }))
  const [former] = await app.select().from(recordNames).where(eq(recordNames.key, "former"))
  expect(former?.name).toBe(sha256Of(content))
  const [kept] = await app.select().from(reportOverrides)
  expect(JSON.stringify(kept)).not.toContain("Brandvold")

  await arrangeMinutes(owner, meetingId, { opening: "Opened.", [first]: "Said.", [second]: "" })
  const publishing = publishMinutes(chair, {
    ...{ meetingId, revision: 1, language: "en", overrides: [] },
  })
  await expect(publishing).rejects.toMatchObject({ key: "report.published" })
})

test("every guard stands again afterwards, and the application cannot do the same", async () => {
  const off = await owner.execute(
    sql`select tgname from pg_trigger where not tgisinternal and tgenabled <> 'O'`,
  )
  expect([...off]).toEqual([])
  await expect(owner.execute(sql`update reports set sha256 = sha256`)).rejects.toThrow()
  await owner.execute(sql`alter table ledger_entries disable trigger user`)
  await owner.execute(sql`delete from ledger_entries`)
  await owner.execute(sql`alter table ledger_entries enable trigger user`)
  await expect(takeInPublished(appUrl)).rejects.toThrow()
  expect((await verifyRecord()).differences).not.toEqual([])
})
