import { and, desc, eq, sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makePerson } from "@/db/factories/people"
import { arrangeQuotes, paragraphOf } from "@/db/factories/quoted"
import { arrangeScene } from "@/db/factories/scene"
import { people } from "@/db/schema/people"
import { recordNames } from "@/db/schema/record"
import { reports } from "@/db/schema/reports"
import { erasureOf } from "@/e2e/support/erasure"
import { beginCorrection } from "@/lib/corrections/begin"
import { savePlainMinutes } from "@/lib/minutes/save-plain"
import { eraseNames } from "@/lib/record/erase-names"
import { openVersion } from "@/lib/record/open-content"
import { verifyRecord } from "@/lib/record/verify/verify"
import { publishMinutes } from "@/lib/reports/publish"
import { mergePeople } from "./merge"

const { owner } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

/** How many of this database wait for a lock. */
const waiting = async () => {
  const [row] = await owner.execute<{ n: number }>(
    sql`select count(*)::int as n from pg_locks where not granted
      and pid in (select pid from pg_stat_activity where datname = current_database())`,
  )
  return row?.n
}

test("two records that become one while a version is written do not bring an erased name back", async () => {
  const { meetingId, first, second, chair } = await arrangeScene(owner)
  const secretary = await makeActor(owner, { name: "Olena Veres", secretariat: true })
  const merged = await makePerson(owner, { name: "Otto Velander" })
  const kept = await makePerson(owner, { name: "O. F. Velander" })
  await arrangeQuotes(owner, meetingId, {
    [first]: [paragraphOf("Otto Velander opened the item.")],
    [second]: [paragraphOf("Eleven people spoke.")],
  })
  const publish = (version: number) =>
    publishMinutes(chair, {
      ...{ meetingId, version, revision: version, language: "en" as const, overrides: [] },
    })
  await publish(1)
  const [name] = await owner.select().from(recordNames).where(eq(recordNames.name, "Otto Velander"))
  await eraseNames(secretary, erasureOf([`${name?.subjectId}.${name?.key}`]))
  await beginCorrection(chair, { meetingId, version: 1, reason: "Twelve people spoke." })
  await savePlainMinutes(chair, {
    ...{ meetingId, base: 1, locale: "en" as const },
    sections: { [second]: "Twelve people spoke." },
  })

  const { publishing, merging } = await owner.transaction(async (tx) => {
    // The version is sealed, with the ids of today, and waits to be written.
    await tx.execute(sql`lock table reports in exclusive mode`)
    const version = publish(2)
    await expect.poll(waiting).toBe(1)
    const merge = mergePeople(secretary, { keptId: kept.id, mergedId: merged.id })
    const done = merge.then(() => "merged")
    await expect
      .poll(
        async () => (await Promise.race([done, waiting()])) === "merged" || (await waiting()) === 2,
      )
      .toBe(true)
    return { publishing: version, merging: merge }
  })
  await Promise.all([publishing, merging])

  const [newest] = await owner
    .select()
    .from(reports)
    .where(and(eq(reports.meetingId, meetingId)))
    .orderBy(desc(reports.version))
  if (!newest) throw new Error("Nothing is published")
  expect(newest.version).toBe(2)
  expect(JSON.stringify(await openVersion(owner, newest))).not.toMatch(/velander/i)
  const [gone] = await owner.select().from(people).where(eq(people.id, merged.id))
  expect(gone?.mergedInto).toBe(kept.id)
  const left = await owner.select().from(recordNames).where(eq(recordNames.personId, merged.id))
  expect(left).toEqual([])
  expect((await verifyRecord()).differences).toEqual([])
})
