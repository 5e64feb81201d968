import { randomUUID } from "node:crypto"
import { afterAll, expect, test } from "vitest"
import { connect } from "./client"
import { emptyDatabase } from "./factories/database"
import { migrateUpTo } from "./factories/release"
import { migrate } from "./migrate"

const { ownerUrl, appUrl } = await emptyDatabase()
const before = connect(ownerUrl, { max: 1 })
afterAll(() => before.end())

test("files that were refused or put aside unread leave no bytes; what was read keeps them", async () => {
  await migrateUpTo(before.db, "0025_erasures-stay")
  const { sql } = before
  const [group, batch] = [randomUUID(), randomUUID()]
  await sql`insert into groups (id, slug, short_name, name) values (${group}, 'wg', 'WG', 'Group')`
  await sql`insert into import_batches (id, group_id) values (${batch}, ${group})`
  await sql`insert into import_files (batch_id, position, name, state, original, source, refusal) values
    (${batch}, 1, 'refused', 'refused', 'x', null, '{"code":"damaged"}'),
    (${batch}, 2, 'put aside unread', 'discarded', 'x', null, null),
    (${batch}, 3, 'put aside by somebody who read it', 'discarded', 'x', 'x', null),
    (${batch}, 4, 'read', 'read', 'x', 'x', null),
    (${batch}, 5, 'waiting', 'waiting', 'x', null, null)`
  await migrate(ownerUrl, appUrl)
  const rows = await sql`select position, original is not null as kept from import_files order by 1`
  expect(rows.map(({ kept }) => kept)).toEqual([false, false, true, true, true])
  await expect(sql`update import_files set original = 'x' where position = 1`).rejects.toThrow(
    /import_files_refused_whole/,
  )
})
