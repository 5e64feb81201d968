import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import { env } from "@/lib/platform/env"
import { fillLinks } from "@/lib/reactions/fill-links"
import { connect } from "./client"
import { emptyDatabase } from "./factories/database"
import { migrateUpTo } from "./factories/release"
import { migrate } from "./migrate"

const { ownerUrl, appUrl } = await emptyDatabase()
process.env.DATABASE_URL = appUrl
process.env.DATABASE_MIGRATION_URL = ownerUrl
const before = connect(ownerUrl, { max: 1 })
const [group, meeting, document, person] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]

beforeAll(async () => {
  await migrateUpTo(before.db, "0009_search")
  const { sql } = before
  const href = `${env().origin}/wg-coast/documents/charter`
  const line = { type: "text", text: "the charter", marks: [{ type: "link", attrs: { href } }] }
  const said = { type: "doc", content: [{ type: "paragraph", content: [line] }] }
  const none = { type: "doc", content: [{ type: "paragraph" }] }
  const text = {
    ...{ schema: 1, order: ["opening", "closing"] },
    sections: { opening: said, closing: none },
  }
  await sql`insert into groups (id, slug, short_name, name) values (${group}, 'wg-coast', 'WG', 'Group')`
  await sql`insert into people (id, name) values (${person}, 'Ilva Morandini')`
  await sql`insert into meetings (id, group_id, number) values (${meeting}, ${group}, 33)`
  await sql`insert into minutes (meeting_id, revision) values (${meeting}, 1)`
  await sql`insert into minutes_revisions (meeting_id, number, text, author_id)
    values (${meeting}, 1, ${JSON.stringify(text)}::text::jsonb, ${person})`
  await sql`insert into documents (id, group_id, slug, title, revision)
    values (${document}, ${group}, 'charter', 'Charter', 1)`
  await sql`insert into document_revisions (document_id, number, text)
    values (${document}, 1, '{"schema":1,"content":[]}')`
  await sql`insert into search_texts (group_id, kind, reach, source, part, href, title, words, day, terms) values
    (${group}, 'minutes', 'public', 'a', 0, '/wg-coast', 'A', 'Words', '2022-03-03', to_tsvector('words')),
    (${group}, 'meeting', 'members', 'b', 0, '/wg-coast', 'B', 'Words', '2019-12-01', to_tsvector('words')),
    (null, 'person', 'members', 'c', 0, '/wg-coast', 'C', 'Words', null, to_tsvector('words'))`
  await migrate(ownerUrl, appUrl)
})
afterAll(() => before.end())

test("what could be found has its facets at once, made by the database of its own columns", async () => {
  const rows = await before.sql`select source, facets from search_texts order by source`
  expect([...rows]).toEqual([
    { source: "a", facets: ["public", "k:minutes", `g:${group}`, "y:2022", "m:202203"] },
    { source: "b", facets: ["k:meeting", `g:${group}`, "y:2019", "m:201912"] },
    { source: "c", facets: ["k:person"] },
  ])
})

test("a text of the release before that nobody saved since is known by what it speaks of", async () => {
  const links = () =>
    before.sql`select from_meeting_id, target, target_id, words from backlinks where group_id = ${group}`
  expect([...(await links())]).toEqual([])
  await fillLinks(() => false)
  await fillLinks(() => false)
  expect([...(await links())]).toEqual([
    { from_meeting_id: meeting, target: "document", target_id: document, words: "the charter" },
  ])
})
