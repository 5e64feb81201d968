import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import { readingIn } from "@/lib/imports/stored"
import { connect } from "./client"
import { emptyDatabase } from "./factories/database"
import { migrateUpTo } from "./factories/release"
import { migrate } from "./migrate"

const { ownerUrl, appUrl } = await emptyDatabase()
const before = connect(ownerUrl, { max: 1 })

/** The last migration of the release before this one. */
const previous = "0002_meeting_revisions"

const group = randomUUID()
const meeting = randomUUID()
const person = randomUUID()
const item = randomUUID()
const stranger = randomUUID()
const batch = randomUUID()
const ids = { decision: randomUUID(), action: randomUUID(), statement: randomUUID() }

const say = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] })
const sections = {
  opening: {
    type: "doc",
    content: [
      say("Opened."),
      {
        type: "statement",
        attrs: { id: ids.statement, personId: person, name: "Ilva Morandini", capacity: "MAG" },
        content: [say("It is time. "), say("Now.")],
      },
    ],
  },
  [item]: {
    type: "doc",
    content: [
      say("Discussed."),
      {
        type: "action",
        attrs: {
          id: ids.action,
          owners: [
            { personId: person, name: "Ilva Morandini" },
            { personId: stranger, name: "Somebody Else" },
          ],
          due: "2022-03-10",
        },
        content: [
          {
            type: "bulletList",
            content: [{ type: "listItem", content: [say("Write"), say("and send")] }],
          },
        ],
      },
      {
        type: "decision",
        attrs: { id: ids.decision },
        content: [
          {
            type: "paragraph",
            content: [
              { type: "text", text: "Agreed with " },
              { type: "mention", attrs: { personId: person, label: "Ilva" } },
              { type: "hardBreak" },
              { type: "text", text: "today." },
            ],
          },
        ],
      },
    ],
  },
  closing: { type: "doc", content: [{ type: "paragraph" }] },
}
const text = { schema: 1, order: ["opening", item, "closing"], sections }

beforeAll(async () => {
  await migrateUpTo(before.db, previous)
  const { sql } = before
  await sql`insert into groups (id, slug, short_name, name) values (${group}, 'wg', 'WG', 'Group')`
  await sql`insert into people (id, name) values (${person}, 'Ilva Morandini')`
  await sql`insert into meetings (id, group_id, number) values (${meeting}, ${group}, 33)`
  await sql`insert into agenda_items (id, meeting_id, position, title) values (${item}, ${meeting}, 0, 'Plan')`
  await sql`insert into minutes (meeting_id, revision) values (${meeting}, 1)`
  await sql`insert into minutes_revisions (meeting_id, number, text, author_id)
    values (${meeting}, 1, ${JSON.stringify(text)}::text::jsonb, ${person})`
  await sql`insert into import_batches (id, group_id, brought_in_by) values (${batch}, ${group}, ${person})`
  // As the release before kept a reading: with marks, and without what pages show beside them now.
  const read = JSON.stringify({ findings: [], inValues: [], marks: [], passages: [] })
  await sql`insert into import_files (batch_id, position, name, state, source, read, meeting_id)
    values (${batch}, 0, 'saved.txt', 'saved', 'Words', ${read}::text::jsonb, ${meeting})`
  await sql`insert into import_files (batch_id, position, name, state, source, read)
    values (${batch}, 1, 'open.txt', 'read', 'Words', ${read}::text::jsonb)`
  await sql`insert into import_files (batch_id, position, name, state, refusal)
    values (${batch}, 2, 'no.bin', 'refused', '{"code":"empty"}')`
  await migrate(ownerUrl, appUrl)
})
afterAll(() => before.end())

test("minutes of the release before have the rows of their blocks, as the text says", async () => {
  const rows = await before.sql`
    select id, kind, section_id, position, words, person_id, name, capacity, due::text as due
    from minutes_blocks where meeting_id = ${meeting} order by section_id = 'opening' desc, position`
  expect([...rows]).toEqual([
    {
      ...{ id: ids.statement, kind: "statement", section_id: "opening", position: 0 },
      ...{ words: "It is time. \nNow.", person_id: person, name: "Ilva Morandini" },
      ...{ capacity: "MAG", due: null },
    },
    {
      ...{ id: ids.action, kind: "action", section_id: item, position: 0 },
      ...{ words: "Write\nand send", person_id: null, name: "", capacity: "", due: "2022-03-10" },
    },
    {
      ...{ id: ids.decision, kind: "decision", section_id: item, position: 1 },
      ...{ words: "Agreed with Ilva\ntoday.", person_id: null, name: "", capacity: "", due: null },
    },
  ])
})

test("owners keep their names, and their record only where the register has one", async () => {
  const rows = await before.sql`
    select position, person_id, name from minutes_block_owners where block_id = ${ids.action} order by position`
  expect([...rows]).toEqual([
    { position: 0, person_id: person, name: "Ilva Morandini" },
    { position: 1, person_id: null, name: "Somebody Else" },
  ])
})

test("no revision was touched, and migrating again changes nothing", async () => {
  await migrate(ownerUrl, appUrl)
  const [revision] = await before.sql`select text, upto, authorship from minutes_revisions`
  expect(revision).toEqual({ text, upto: null, authorship: null })
  const [count] = await before.sql`select count(*)::int as n from minutes_blocks`
  expect(count).toEqual({ n: 3 })
})

test("files that were brought in before are reports, and stay what they were", async () => {
  const rows = await before.sql`
    select name, state, kind, format, original, document_id, meeting_id from import_files order by position`
  const since = { kind: "report", format: null, original: null, document_id: null }
  expect([...rows]).toEqual([
    { name: "saved.txt", state: "saved", meeting_id: meeting, ...since },
    { name: "open.txt", state: "read", meeting_id: null, ...since },
    { name: "no.bin", state: "refused", meeting_id: null, ...since },
  ])
  const [open] = await before.sql`select read from import_files where name = 'open.txt'`
  expect(readingIn({ read: open?.read, corrected: null })).toMatchObject({
    values: [],
    settled: null,
  })
})
