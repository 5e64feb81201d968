import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import { connect } from "./client"
import { emptyDatabase } from "./factories/database"
import { migrateUpTo } from "./factories/release"
import { migrate } from "./migrate"

const { ownerUrl, appUrl } = await emptyDatabase()
const before = connect(ownerUrl, { max: 1 })
const [group, meeting, document] = [randomUUID(), randomUUID(), randomUUID()]
const [person, consultation] = [randomUUID(), randomUUID()]
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
  await sql`insert into people (id, name) values (${person}, 'Hyejin Abara')`
  await sql`insert into consultations
    (id, group_id, slug, title, question, audience, opens_at, closes_at, asked_by) values
    (${consultation}, ${group}, 'charter', 'Charter', 'Is it so?', 'invited', '2026-03-01', '2026-03-20', ${person})`
  await sql`insert into consultation_texts (consultation_id, position, document_id, revision)
    values (${consultation}, 0, ${document}, 1)`
  await sql`insert into threads (group_id, document_id, about, place, consultation_id)
    values (${group}, ${document}, 'section', ${aims}, ${consultation})`
  await migrate(ownerUrl, appUrl)
})
afterAll(() => before.end())

test("threads that began before know what they are about, and one on a removed item is lost", async () => {
  const rows = await before.sql`
    select place, was_about as was, lost_at is not null as lost from threads
    where consultation_id is null`
  const of = (place: string) => rows.find((row) => row.place === place)
  expect(of(item)).toMatchObject({ was: "The plan", lost: false })
  expect(of(removed)).toMatchObject({ was: "", lost: true })
  expect(of(aims)).toMatchObject({ was: "Our aims", lost: false })
  expect(of(means)).toMatchObject({ was: "Means" })
  expect(of("opening")).toMatchObject({ was: "", lost: false })
})

test("a thread of a consultation is about what that asked", async () => {
  const rows = await before.sql`
    select place, was_about as was from threads where consultation_id = ${consultation}`
  expect(rows).toEqual([{ place: aims, was: "Goals" }])
})
