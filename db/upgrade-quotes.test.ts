import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import { connect } from "./client"
import { emptyDatabase } from "./factories/database"
import { migrateUpTo } from "./factories/release"
import { migrate } from "./migrate"

const { ownerUrl, appUrl } = await emptyDatabase()
const before = connect(ownerUrl, { max: 1 })
const [group, meeting, plain, noted] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]

const words = (text: string) => ({ type: "text", text })
const heading = (id: string, text: string) => ({
  ...{ type: "heading", attrs: { level: 1, id }, content: [words(text)] },
})
const mention = { type: "mention", attrs: { personId: null, label: "Ilva Morandini" } }
const note = { type: "footnote", content: [words("Or so.")] }
const texts = {
  [plain]: [
    heading(randomUUID(), "Aims"),
    { type: "paragraph", content: [words("It meets every\u00a0two weeks with "), mention] },
    { type: "paragraph", content: [words("and closes early.")] },
  ],
  [noted]: [{ type: "paragraph", content: [words("Two per cent"), note, words(" is enough.")] }],
}
const quoted = {
  standing: { document: plain, quote: "every two weeks with Ilva Morandini and closes" },
  gone: { document: plain, quote: "once in a year" },
  aroundNote: { document: noted, quote: "Two per cent is enough" },
}
const ids = Object.fromEntries(Object.keys(quoted).map((name) => [name, randomUUID()]))
const [untouched, ofMinutes] = [randomUUID(), randomUUID()]

beforeAll(async () => {
  await migrateUpTo(before.db, "0018_names-of-every-record")
  const { sql } = before
  await sql`insert into groups (id, slug, short_name, name) values (${group}, 'wg', 'WG', 'Group')`
  await sql`insert into meetings (id, group_id, number) values (${meeting}, ${group}, 33)`
  for (const [id, content] of Object.entries(texts)) {
    await sql`insert into documents (id, group_id, slug, title, revision)
      values (${id}, ${group}, ${`text-${id}`}, 'Charter', 2)`
    await sql`insert into document_revisions (document_id, number, text) values
      (${id}, 1, '{"schema":2,"content":[]}'),
      (${id}, 2, ${JSON.stringify({ schema: 2, content })}::text::jsonb)`
  }
  for (const [name, { document, quote }] of Object.entries(quoted))
    await sql`insert into threads (id, group_id, document_id, about, place, quote, lost_at)
      values (${ids[name] ?? ""}, ${group}, ${document}, 'passage', ${randomUUID()}, ${quote}, now())`
  await sql`insert into threads (id, group_id, document_id, about, place, quote, lost_at)
    values (${untouched}, ${group}, ${plain}, 'passage', 'text', 'every two weeks', now())`
  await sql`insert into threads (id, group_id, meeting_id, about, place, quote, lost_at)
    values (${ofMinutes}, ${group}, ${meeting}, 'passage', 'opening', 'every two weeks', now())`
  await migrate(ownerUrl, appUrl)
})
afterAll(() => before.end())

test("a passage quoted in a consultation stands where documents are written, and is lost only if its words are", async () => {
  const rows = await before.sql`select id, place, lost_at is not null as lost from threads`
  const of = (id = "") => rows.find((row) => row.id === id)
  expect(of(ids.standing)).toMatchObject({ place: "text", lost: false })
  expect(of(ids.gone)).toMatchObject({ place: "text", lost: true })
  // Whether it stands is said when the text is next changed; until then it is not called lost.
  expect(of(ids.aroundNote)).toMatchObject({ place: "text", lost: false })
})

test("what was said of other passages stays", async () => {
  const rows = await before.sql`select id, place, lost_at is not null as lost from threads`
  const of = (id: string) => rows.find((row) => row.id === id)
  expect(of(untouched)).toMatchObject({ place: "text", lost: true })
  expect(of(ofMinutes)).toMatchObject({ place: "opening", lost: true })
})
