import { type SQL, sql } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import type { Database } from "@/db/client"
import { testDatabase } from "@/db/factories/database"
import { arrangeMinutes } from "@/db/factories/meetings"
import { arrangeScene } from "@/db/factories/scene"
import { publishMinutes } from "@/lib/reports/publish"

const { app, owner } = await testDatabase()

beforeAll(async () => {
  const { meetingId, chair } = await arrangeScene(owner)
  await arrangeMinutes(owner, meetingId, { opening: "Ilva Morandini opened." })
  await publishMinutes(chair, { meetingId, revision: 1, language: "en", overrides: [] })
})

const cause = async (db: Database, statement: SQL): Promise<string> =>
  db.execute(statement).then(
    () => "done",
    (error: { cause?: Error }) => String(error.cause?.message),
  )

const changes: [string, SQL][] = [
  ["a report", sql`update reports set published_at = now()`],
  ["a report, away", sql`delete from reports`],
  ["what was found", sql`update report_checks set findings = '[]'`],
  ["an entry", sql`update ledger_entries set address = 'x'`],
  ["an entry, away", sql`delete from ledger_entries`],
  ["the ledger, away", sql`truncate ledger_entries`],
  ["the names, away", sql`delete from record_names`],
  ["all names, away", sql`truncate record_names`],
]

describe("neither the application nor the owner of the tables changes", () => {
  test.each(changes)("%s", async (_, statement) => {
    expect(await cause(app, statement)).toMatch(/permission denied/)
    expect(await cause(owner, statement)).toMatch(/is written once|is refused/)
  })

  test.each([
    ["another name", sql`update record_names set name = 'Nobody'`],
    ["another salt", sql`update record_names set salt = '00'`],
    ["another commitment", sql`update record_names set commitment = repeat('a', 64)`],
  ])("a name into %s", async (_, statement) => {
    for (const db of [app, owner])
      expect(await cause(db, statement)).toMatch(/a name can only be erased/)
  })

  test("an erased name back into one", async () => {
    const undo = new Error("undo")
    const told = await owner
      .transaction(async (tx) => {
        await tx.execute(
          sql`update record_names set name = null, salt = null, erased_at = now(), erased_because = 'asked'`,
        )
        await tx.execute(sql`update record_names set name = 'X', salt = 'y', erased_at = null`)
        throw undo
      })
      .catch((error: { cause?: Error }) => String(error.cause?.message))
    expect(told).toMatch(/a name can only be erased/)
  })
})

test.each([
  ["the time", sql`erased_at = erased_at + interval '1 day'`],
  ["the ground", sql`erased_because = 'another'`],
  ["who did it", sql`erased_by = (select id from people limit 1)`],
  ["by what it is known", sql`erased_mark = repeat('0', 16) || ':' || repeat('0', 64)`],
  ["that it is known by anything", sql`erased_mark = null`],
])("once a name is erased, nobody changes %s", async (_, change) => {
  const undo = new Error("undo")
  const told = await owner
    .transaction(async (tx) => {
      // The first change is the erasure itself, the last one is refused.
      await tx.execute(
        sql`update record_names set name = null, salt = null, erased_at = now(), erased_because = 'asked',
          erased_mark = repeat('a', 16) || ':' || repeat('b', 64)`,
      )
      await tx.execute(sql`update record_names set person_id = person_id`)
      await tx.execute(sql`update record_names set ${change}`)
      throw undo
    })
    .catch((error: { cause?: Error }) => (error === undo ? "done" : String(error.cause?.message)))
  expect(told).toMatch(/what was erased stays as it was/)
})

test("an entry that does not follow the last one of its group is refused", async () => {
  const entry = (position: number, previous: SQL) => sql`
    insert into ledger_entries (group_id, position, kind, subject_id, address, sha256, previous, hash, at)
      select group_id, ${position}, 'document', gen_random_uuid(), 'documents/x/v1', sha256, ${previous}, repeat('d', 64), now()
      from ledger_entries where position = 1`
  expect(await cause(app, entry(3, sql`hash`))).toMatch(/does not follow the last one/)
  expect(await cause(app, entry(2, sql`repeat('e', 64)`))).toMatch(/does not follow the last one/)
  expect(await cause(app, entry(1, sql`null`))).toMatch(/does not follow|duplicate key/)
})
