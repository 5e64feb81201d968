import { randomUUID } from "node:crypto"
import { afterAll, expect, test } from "vitest"
import { connect } from "./client"
import { emptyDatabase } from "./factories/database"
import { migrateUpTo } from "./factories/release"
import { migrate } from "./migrate"

const { ownerUrl, appUrl } = await emptyDatabase()
const before = connect(ownerUrl, { max: 1 })
afterAll(() => before.end())

test("what was kept a second time and should not be public is gone, and nothing else", async () => {
  await migrateUpTo(before.db, "0032_places-of-files")
  const { sql } = before
  const [group, batch] = [randomUUID(), randomUUID()]
  const spelling = {
    rule: "spelling",
    values: { word: "teh" },
    words: { before: "", there: "teh" },
  }
  const secret = {
    rule: "personal-data",
    values: { kind: "password", text: "8824…" },
    words: { before: "passcode: ", there: "882 431" },
    replacement: "",
  }
  const link = {
    rule: "personal-data",
    values: { kind: "mail", text: "noor…", href: "mailto:noor@tides.example.org" },
    fix: "",
  }
  // Six signs and fewer stood whole where a longer one is cut; the words of a link are public anyway.
  const short = { ...secret, values: { kind: "code", text: "882431" } }
  const mail = { ...link, values: { kind: "mail", text: "a@b.ch", href: "mailto:a@b.ch" } }
  const call = { ...link, values: { kind: "link", text: "call", href: "https://z.org?pwd=1" } }
  const findings = [secret, spelling, link, short, mail, call]
  const read = { findings, aside: { read: { findings }, corrected: {} } }
  await sql`insert into groups (id, slug, short_name, name) values (${group}, 'wg', 'WG', 'Group')`
  await sql`insert into import_batches (id, group_id) values (${batch}, ${group})`
  await sql`insert into import_files (batch_id, position, name, state, read)
    values (${batch}, 0, 'call', 'discarded', ${JSON.stringify(read)}::text::jsonb)`
  const words = { type: "text", text: 'said ", "marks": []"' }
  const linked = { ...words, marks: [{ type: "link", attrs: { href: "https://example.org" } }] }
  const draft = (...content: object[]) => JSON.stringify({ content })
  const open = draft({ ...words, marks: [] }, linked)
  const put = { findings: [spelling], aside: { corrected: JSON.parse(open) } }
  await sql`insert into import_files (batch_id, position, name, state, corrected, read)
    values (${batch}, 20000, 'open', 'read', ${open}::text::jsonb, ${JSON.stringify(put)}::text::jsonb)`
  await sql`insert into import_files (batch_id, position, name, state) values (${batch}, 10000, 'new', 'waiting')`
  const key = (text: string) => JSON.stringify(["personal-data", "kind", "code", "text", text])
  const [meeting, person] = [randomUUID(), randomUUID()]
  const input = (...texts: string[]) => ({
    overrides: texts.map((text) => ({ key: key(text), reason: 'It is "old"' })),
  })
  await sql`insert into people (id, name) values (${person}, 'Ilva Morandini')`
  await sql`insert into meetings (id, group_id, number) values (${meeting}, ${group}, 33)`
  for (const text of ["882431", "88 31", "8825…"])
    await sql`insert into check_dismissals (meeting_id, rule, key)
      values (${meeting}, 'personal-data', ${key(text)})`
  await sql`insert into publication_proposals (group_id, meeting_id, revision, input, proposed_by)
    values (${group}, ${meeting}, 1, ${JSON.stringify(input("882431", "8825…"))}::text::jsonb, ${person})`
  await migrate(ownerUrl, appUrl)
  const left = await sql`select key from check_dismissals order by key collate "C"`
  expect(left.map((one) => one.key)).toEqual([key("8825…"), key("88…")])
  const [proposal] = await sql`select input from publication_proposals`
  expect(proposal?.input).toEqual(input("88…", "8825…"))
  const [row] = await sql`select read from import_files where batch_id = ${batch} and position = 0`
  const [now] = await sql`select corrected, read from import_files where name = 'open'`
  expect(now?.corrected).toEqual({ content: [words, linked] })
  expect(now?.read).toEqual({ ...put, aside: { corrected: { content: [words, linked] } } })
  const stripped = [
    { rule: "personal-data", values: secret.values, replacement: "" },
    spelling,
    { rule: "personal-data", values: { kind: "mail", text: "noor…" }, fix: "" },
    { rule: "personal-data", values: { kind: "code", text: "88…" }, replacement: "" },
    { rule: "personal-data", values: { kind: "mail", text: "a@…" }, fix: "" },
    { rule: "personal-data", values: { kind: "link", text: "call" }, fix: "" },
  ]
  expect(row?.read).toEqual({
    findings: stripped,
    aside: { read: { findings: stripped }, corrected: {} },
  })
})
