import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import { connect } from "./client"
import { emptyDatabase } from "./factories/database"
import { migrateUpTo } from "./factories/release"
import { migrate } from "./migrate"

const { ownerUrl, appUrl } = await emptyDatabase()
const before = connect(ownerUrl, { max: 1 })
const [group, meeting, document] = [randomUUID(), randomUUID(), randomUUID()]
const [item, removed, aims, means] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]

const heading = (id: string, ...words: string[]) => ({
  ...{ type: "heading", attrs: { level: 1, id } },
  content: words.map((text) => ({ type: "text", text })),
})
const revisions = [
  [heading(aims, "Goals"), heading(means, "Means")],
  [heading(aims, "Our ", "aims")],
]

beforeAll(async () => {
  await migrateUpTo(before.db, "0028_invitations-taken-back")
  const { sql } = before
  await sql`insert into groups (id, slug, short_name, name) values (${group}, 'wg', 'WG', 'Group')`
  await sql`insert into meetings (id, group_id, number) values (${meeting}, ${group}, 33)`
  await sql`insert into agenda_items (id, meeting_id, position, title) values (${item}, ${meeting}, 0, 'The plan')`
  await sql`insert into documents (id, group_id, slug, title, revision)
    values (${document}, ${group}, 'charter', 'Charter', 2)`
  for (const [at, content] of revisions.entries())
    await sql`insert into document_revisions (document_id, number, text) values
      (${document}, ${at + 1}, ${JSON.stringify({ schema: 2, content })}::text::jsonb)`
  for (const place of [item, removed])
    await sql`insert into threads (group_id, meeting_id, about, place)
      values (${group}, ${meeting}, 'item', ${place})`
  for (const place of [aims, means, "opening"])
    await sql`insert into threads (group_id, document_id, about, place)
      values (${group}, ${document}, 'section', ${place})`
  await migrate(ownerUrl, appUrl)
})
afterAll(() => before.end())

test("threads that began before know what they are about, and one on a removed item is lost", async () => {
  const rows = await before.sql`
    select place, was_about as was, lost_at is not null as lost from threads`
  const of = (place: string) => rows.find((row) => row.place === place)
  expect(of(item)).toMatchObject({ was: "The plan", lost: false })
  expect(of(removed)).toMatchObject({ was: "", lost: true })
  expect(of(aims)).toMatchObject({ was: "Our aims", lost: false })
  expect(of(means)).toMatchObject({ was: "Means" })
  expect(of("opening")).toMatchObject({ was: "", lost: false })
})
