import { randomUUID } from "node:crypto"
import { afterAll, expect, test } from "vitest"
import { connect } from "./client"
import { emptyDatabase } from "./factories/database"
import { migrateUpTo } from "./factories/release"
import { migrate } from "./migrate"

const { ownerUrl, appUrl } = await emptyDatabase()
const before = connect(ownerUrl, { max: 1 })
afterAll(() => before.end())

test("where two files stood in one place of a batch, both are kept, the later one in a place of its own behind the last", async () => {
  await migrateUpTo(before.db, "0030_answers-of-withdrawals")
  const { sql } = before
  const [group, batch, other] = [randomUUID(), randomUUID(), randomUUID()]
  await sql`insert into groups (id, slug, short_name, name) values (${group}, 'wg', 'WG', 'Group')`
  await sql`insert into import_batches (id, group_id) values (${batch}, ${group}), (${other}, ${group})`
  for (const [position, name] of [
    [0, "one"],
    [0, "twin of one"],
    [10_000, "two"],
    [10_000, "twin of two"],
    [10_003, "out of two"],
  ] as const)
    await sql`insert into import_files (batch_id, position, name, state)
      values (${batch}, ${position}, ${name}, 'waiting')`
  await sql`insert into import_files (batch_id, position, name, state)
    values (${other}, 0, 'alone', 'waiting')`
  await migrate(ownerUrl, appUrl)
  const rows = await sql`select position from import_files where batch_id = ${batch} order by 1`
  expect(rows.map(({ position }) => position)).toEqual([0, 10_000, 10_003, 20_000, 30_000])
  const [alone] = await sql`select position, tries from import_files where batch_id = ${other}`
  expect(alone).toEqual({ position: 0, tries: 0 })
  await expect(
    sql`insert into import_files (batch_id, position, name, state) values (${batch}, 0, 'x', 'waiting')`,
  ).rejects.toThrow(/import_files_place/)
})
