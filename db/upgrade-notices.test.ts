import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import { connect } from "./client"
import { emptyDatabase } from "./factories/database"
import { migrateUpTo } from "./factories/release"
import { migrate } from "./migrate"

const { ownerUrl, appUrl } = await emptyDatabase()
const before = connect(ownerUrl, { max: 1 })
const [group, person, carrier] = [randomUUID(), randomUUID(), randomUUID()]
const written = "2022-03-04T07:00:00Z"

beforeAll(async () => {
  await migrateUpTo(before.db, "0023_erased-names-stay")
  const { sql } = before
  await sql`insert into groups (id, slug, short_name, name) values (${group}, 'wg', 'WG', 'Group')`
  await sql`insert into people (id, name) values (${person}, 'Ilva Morandini')`
  await sql`insert into mails (id, to_address, subject, text, message_id, created_at)
    values (${carrier}, 'ilva@example.org', 'The day', 'Two.', '<1@example.org>', ${written})`
  await sql`insert into notices (person_id, group_id, kind, key, href, tempo, mail_id) values
    (${person}, ${group}, 'replied', 'carried', '/', 'daily', ${carrier}),
    (${person}, ${group}, 'replied', 'waiting', '/', 'daily', null)`
  await migrate(ownerUrl, appUrl)
})
afterAll(() => before.end())

const carried = () =>
  before.sql`select key, mail_id, mailed_at = ${written} as since from notices order by key`

test("what a mail carried stands as carried since that mail, also once it is forgotten; what waits still waits", async () => {
  expect([...(await carried())]).toEqual([
    { key: "carried", mail_id: carrier, since: true },
    { key: "waiting", mail_id: null, since: null },
  ])
  await before.sql`delete from mails where id = ${carrier}`
  expect([...(await carried())]).toEqual([
    { key: "carried", mail_id: null, since: true },
    { key: "waiting", mail_id: null, since: null },
  ])
})
