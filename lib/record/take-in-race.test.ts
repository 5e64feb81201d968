import { type SQL, sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeScene } from "@/db/factories/scene"
import { reports } from "@/db/schema/reports"
import { exampleReport } from "@/lib/reports/example"
import { sha256Of } from "./canonical"
import { takeInPublished } from "./take-in"

const { owner, ownerUrl } = await testDatabase()

const waiting = async () => {
  const [row] = await owner.execute<{ n: number }>(
    sql`select count(*)::int as n from pg_locks where not granted
      and pid in (select pid from pg_stat_activity where datname = current_database())`,
  )
  return row?.n
}

const ledgerOf = (groupId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`ledger ${groupId}`}, 0))`

const publishers: [string, (groupId: string) => SQL][] = [
  [
    "a report, which is written before its entry",
    () => sql`lock table reports in row exclusive mode`,
  ],
  ["anything else, and holds the ledger already", ledgerOf],
]

test.each(publishers)("waits for whoever publishes %s, and neither for ever", async (_, holds) => {
  const { groupId, chair, meetingId } = await arrangeScene(owner)
  const { correction: __, withdrawal: ___, ...example } = exampleReport()
  const content = { ...example, schema: 1, meeting: { ...example.meeting, number: 33 } }
  await owner.insert(reports).values({
    ...{ groupId, meetingId, number: 33, version: 1, content, sha256: sha256Of(content) },
    ...{ minutesRevision: 1, publishedBy: chair.personId },
    publishedAt: new Date(content.publishedAt),
  })
  const { taking } = await owner.transaction(async (tx) => {
    await tx.execute(holds(groupId))
    const taken = takeInPublished(ownerUrl)
    await expect.poll(waiting).toBe(1)
    await tx.execute(sql`set local lock_timeout = '3s'`)
    await tx.execute(ledgerOf(groupId))
    await tx.execute(sql`lock table ledger_entries in row exclusive mode`)
    return { taking: taken }
  })
  expect(await taking).toBe(1)
})
