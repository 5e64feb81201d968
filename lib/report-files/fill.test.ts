import { randomUUID } from "node:crypto"
import { count, eq, inArray, sql } from "drizzle-orm"
import { expect, test, vi } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { groups } from "@/db/schema/groups"
import { meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { reportFiles } from "@/db/schema/record"
import { transaction } from "@/lib/platform/database"
import { exampleReport } from "@/lib/reports/example"
import { writeVersion } from "@/lib/reports/write-version"
import { fillFiles } from "./fill"
import { madeFormats } from "./formats"
import { findUnmade, makeFiles } from "./make"

vi.setConfig({ testTimeout: 240_000 })

const { owner } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

const filling = { find: findUnmade, make: makeFiles }

async function arrange(numbers: readonly number[]): Promise<string[]> {
  const [person, groupId] = [randomUUID(), randomUUID()]
  const slug = `wg-${groupId.slice(0, 8)}`
  await owner.insert(people).values({ id: person, name: "Tomas Okwuosa" })
  await owner.insert(groups).values({ id: groupId, slug, shortName: "WG", name: "Working Group" })
  const ids: string[] = []
  for (const number of numbers) {
    const meetingId = randomUUID()
    await owner.insert(meetings).values({ id: meetingId, groupId, number })
    const example = exampleReport()
    const meeting = { ...example.meeting, number }
    // One after the other, so that it is known which is the oldest.
    const publishedAt = new Date(Date.parse(example.publishedAt) + number * 1_000).toISOString()
    const content = { ...example, meeting, publishedAt, group: { ...example.group, slug } }
    const { reportId } = await transaction((tx) =>
      writeVersion(tx, {
        ...{ groupId, meetingId, content, minutesRevision: 1, publishedBy: person },
        ...{ findings: [], overrides: [] },
      }),
    )
    ids.push(reportId)
  }
  return ids
}

const kept = async (ids: readonly string[]) => {
  const rows = await owner
    .select({ id: reportFiles.reportId, files: count() })
    .from(reportFiles)
    .where(inArray(reportFiles.reportId, [...ids]))
    .groupBy(reportFiles.reportId)
  return ids.map((id) => rows.find((row) => row.id === id)?.files ?? 0)
}

test("a look makes what is missing, passes over what fails, and the next look tries that again", async () => {
  const ids = await arrange([1, 2, 3])
  const [first = ""] = ids
  const all = madeFormats.length
  // One version cannot be kept, as on a full disk, and it is the first in the row.
  await owner.execute(
    sql.raw(`create function no_room() returns trigger language plpgsql as $$ begin
      if new.report_id = '${first}' then raise exception 'no space left on device'; end if;
      return new; end $$`),
  )
  await owner.execute(
    sql.raw(
      "create trigger no_room before insert on report_files for each row execute function no_room()",
    ),
  )
  expect(await findUnmade(null, 1)).toEqual([first])
  expect(await findUnmade(first, 10)).toEqual(ids.slice(1))
  // A turn that is over after one version tells where the next one goes on.
  let looks = 0
  const after = await fillFiles(filling, () => looks++ > 0, null)
  expect(after).toBe(first)
  expect(await fillFiles(filling, () => false, after)).toBeNull()
  expect(await kept(ids)).toEqual([0, all, all])
  await owner.execute(sql.raw("drop function no_room() cascade"))
  expect(await fillFiles(filling, () => false, null)).toBeNull()
  expect(await kept(ids)).toEqual([all, all, all])
  expect(await findUnmade(null, 10)).toEqual([])
  await owner.delete(reportFiles).where(eq(reportFiles.reportId, first))
  expect(await findUnmade(null, 10)).toEqual([first])
})
