import { randomUUID } from "node:crypto"
import { afterAll, expect, test } from "vitest"
import { connect } from "./client"
import { emptyDatabase } from "./factories/database"
import { migrateUpTo } from "./factories/release"
import { migrate } from "./migrate"

const { ownerUrl, appUrl } = await emptyDatabase()
const before = connect(ownerUrl, { max: 1 })
afterAll(() => before.end())

test("files that were read before are counted by their open findings, and are counted anew when one is answered", async () => {
  await migrateUpTo(before.db, "0035_open-drafts")
  const { sql } = before
  const [group, batch] = [randomUUID(), randomUUID()]
  await sql`insert into groups (id, slug, short_name, name) values (${group}, 'wg', 'WG', 'Group')`
  await sql`insert into import_batches (id, group_id) values (${batch}, ${group})`
  const severities = ["error", "warning", "error", "note", "note", "error"]
  const read = { findings: severities.map((severity) => ({ severity })), notSaved: { key: "x" } }
  await sql`insert into import_files (batch_id, position, name, state, read, corrected)
    values (${batch}, 0, 'draft', 'read', ${JSON.stringify(read)}, ${JSON.stringify({ number: 19, settled: [2, 3] })})`
  await sql`insert into import_files (batch_id, position, name, state) values (${batch}, 1, 'waits', 'waiting')`
  await migrate(ownerUrl, appUrl)
  const counted =
    () => sql`select draft_number, open_errors, open_warnings, open_notes, is_not_saved
    from import_files where batch_id = ${batch} order by position`
  expect([...(await counted())]).toEqual([
    {
      ...{ draft_number: 19, open_errors: 2, open_warnings: 1, open_notes: 1 },
      is_not_saved: true,
    },
    {
      ...{ draft_number: null, open_errors: 0, open_warnings: 0, open_notes: 0 },
      is_not_saved: false,
    },
  ])
  await sql`update import_files set corrected = jsonb_set(corrected, '{settled}', '[0, 1, 2, 3, 4]')
    where name = 'draft'`
  const [draft] = await counted()
  expect(draft).toMatchObject({ open_errors: 1, open_warnings: 0, open_notes: 0 })
})
