import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "./database"

const one = await testDatabase()
const two = await testDatabase()

test("two test databases are migrated, and apart from each other", async () => {
  await one.owner.execute(sql`create table only_here (id int)`)
  const find = sql`select to_regclass('only_here') as here, to_regclass('events') as migrated`
  expect([...(await one.owner.execute(find))]).toEqual([{ here: "only_here", migrated: "events" }])
  expect([...(await two.owner.execute(find))]).toEqual([{ here: null, migrated: "events" }])
})

test("the application may not rewrite what was recorded", async () => {
  for (const table of ["events", "reports", "minutes_revisions"]) {
    await expect(one.app.execute(sql.raw(`delete from ${table}`))).rejects.toMatchObject({
      cause: { message: `permission denied for table ${table}` },
    })
  }
})
