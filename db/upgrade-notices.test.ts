import { randomUUID } from "node:crypto"
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator"
import { afterAll, beforeAll, expect, test } from "vitest"
import { connect } from "./client"
import { emptyDatabase } from "./factories/database"
import { migrate } from "./migrate"

const { ownerUrl, appUrl } = await emptyDatabase()
const before = connect(ownerUrl, { max: 1 })
const [group, person, carrier] = [randomUUID(), randomUUID(), randomUUID()]
const written = "2022-03-04T07:00:00Z"

/** The migrations as the release before this one had them. */
async function previousRelease(): Promise<string> {
  const copy = await mkdtemp(path.join(tmpdir(), "release-"))
  await cp(fileURLToPath(new URL("./migrations", import.meta.url)), copy, { recursive: true })
  const file = path.join(copy, "meta", "_journal.json")
  const journal = JSON.parse(await readFile(file, "utf8"))
  const tag = "0023_erased-names-stay"
  const last = journal.entries.findIndex((entry: { tag: string }) => entry.tag === tag)
  journal.entries = journal.entries.slice(0, last + 1)
  await writeFile(file, JSON.stringify(journal))
  return copy
}

beforeAll(async () => {
  const release = await previousRelease()
  await applyMigrations(before.db, {
    migrationsFolder: release,
    migrationsSchema: "public",
    migrationsTable: "migrations",
  })
  await rm(release, { recursive: true })
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
