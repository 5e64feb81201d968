import { randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMinutes } from "@/db/factories/meetings"
import { makeActor, makeGroup } from "@/db/factories/people"
import { arrangeScene } from "@/db/factories/scene"
import { groups } from "@/db/schema/groups"
import { searchTexts, searchWords } from "@/db/schema/search"
import { database, transaction } from "@/lib/platform/database"
import { indexSources } from "@/lib/reactions/index-search"
import { findTexts } from "./find"
import { type SearchInput, searchInput } from "./input"
import { limits } from "./model"
import { searchDesk } from "./queries"
import { reachOf } from "./reach"
import { recountWords } from "./vocabulary"
import { writeTexts } from "./write-texts"

const { owner } = await testDatabase()
const scene = await arrangeScene(owner)
await arrangeMinutes(owner, scene.meetingId, {
  [scene.first]:
    "The members discussed multi-stakeholder consultations and the École’s budget for 2023.",
  [scene.second]: "Nothing was said of lighthouses; the budgets of the working plan stay.",
})
await indexSources([`meeting:${scene.meetingId}`])

const ask = async (given: Partial<Record<keyof SearchInput, unknown>>, locale = "en") =>
  (await searchDesk(scene.member, searchInput.parse(given), locale)).found

const places = async (q: string, locale?: string) =>
  ((await ask({ q }, locale))?.hits ?? []).map(({ href }) => href.replace(/.*\//, "")).sort()

const [plan, other] = [`minutes#s-${scene.first}`, `minutes#s-${scene.second}`]

test("a text is found by its words in any form, with accents, hyphens and prefixes forgiven", async () => {
  expect(await places("consultation")).toEqual([plan])
  expect(await places("consulting")).toEqual([plan])
  expect(await places("lighth")).toEqual([other])
  expect(await places("ecole")).toEqual([plan])
  expect(await places("ÉCOLE")).toEqual([plan])
  expect(await places("multistakeholder")).toEqual([plan])
  expect(await places("multi stakeholder")).toEqual([plan])
  expect(await places("multi-stakeholders")).toEqual([plan])
  expect(await places("budget")).toEqual([plan, other].sort())
  expect(await places("budget lighthouse")).toEqual([other])
  expect(await places("nothing budget lighth")).toEqual([other])
  expect(await places("noth budg lighth")).toEqual([other])
})

test("slips are forgiven where no text holds the very word, and it is said", async () => {
  const found = await ask({ q: "lihgthouses" })
  expect(found?.forgiven).toBe("alone")
  expect(found?.hits.map(({ href }) => href.replace(/.*\//, ""))).toEqual([other])
  expect(found?.hits[0]?.passage.filter(({ marked }) => marked)).toEqual([
    { text: "lighthouses", marked: true },
  ])
  expect((await ask({ q: "lighthouses" }))?.forgiven).toBe(null)
  expect(await places("budgte lighthose")).toEqual([other])
  expect(await places("lighthouse saty")).toEqual([other])
  expect(await places("zzzzzzzz")).toEqual([])
})

test("one text with the same slip hides none that is spelt well: these stand behind it, on every page", async () => {
  const there = await arrangeScene(owner)
  const say = async (words: string) => {
    await arrangeMinutes(owner, there.meetingId, { [there.first]: words })
    await indexSources([`meeting:${there.meetingId}`])
  }
  await say("A word on the barcadole, as it was typed.")
  // As many well spelt ones as fill a page, and some of the next.
  const rows = limits.page + 2
  const songs = Array.from({ length: rows }, (_, n) => ({
    ...{ groupId: there.groupId, kind: "minutes" as const, reach: "members" as const },
    ...{ href: `/barcarole/${n}`, title: "Song", words: "The barcarole again.", names: [] },
    ...{ also: "", number: null, language: "english" as const, day: "2021-01-01", area: null },
  }))
  await transaction((tx) => writeTexts(tx, `songs:${randomUUID()}`, songs))
  await transaction(recountWords)
  const page = async (q: string, number = 1) => {
    const asked = searchInput.parse({ q, page: String(number) })
    const found = (await searchDesk(there.member, asked, "en")).found
    return { ...found, at: found?.hits.map(({ href }) => href) ?? [] }
  }
  const first = await page("barcadole")
  expect(first).toMatchObject({ forgiven: "behind", total: rows + 1, page: 1, pages: 2 })
  expect(first.at[0]).toContain(there.first)
  expect(first.at).toHaveLength(limits.page)
  const second = await page("barcadole", 2)
  expect(second).toMatchObject({ forgiven: "behind", total: rows + 1, page: 2 })
  expect(second.at).toHaveLength(3)
  expect(new Set([...first.at, ...second.at]).size).toBe(rows + 1)
  expect((await page("barcadole", 9)).page).toBe(1)
  // Enough of what was asked for needs nothing else.
  expect(await page("barcarole")).toMatchObject({ forgiven: null, total: rows })
})

test("quoted phrases stand as they are, and what is excluded does not occur", async () => {
  expect(await places('"working plan"')).toEqual([other])
  expect(await places('"plan working"')).toEqual([])
  expect(await places('"budget"')).toEqual([plan])
  expect(await places("budget -lighthouses")).toEqual([plan])
  expect(await places('budget -"working plan"')).toEqual([plan])
  expect(await places("budget -budget")).toEqual([])
})

test("small words count for nothing beside others, and are found alone", async () => {
  expect(await places("which of the lighthouses")).toEqual([other])
  expect(await places("the")).toContain(other)
})

test("a meeting is found by its number in every language, and by who was there", async () => {
  expect(await places("meeting 33")).toEqual(["33"])
  expect(await places("réunion 33")).toEqual(["33"])
  expect(await places("meeting 3")).toEqual([])
})

test("of whoever is in two groups, a group alone is searched when it is asked for", async () => {
  const elsewhere = await arrangeScene(owner)
  await arrangeMinutes(owner, elsewhere.meetingId, { [elsewhere.first]: "The other budget." })
  await indexSources([`meeting:${elsewhere.meetingId}`])
  const ids = [scene.groupId, elsewhere.groupId]
  const both = await makeActor(owner, {
    roles: Object.fromEntries(ids.map((id) => [id, "member" as const])),
  })
  const slugOf = async (id: string) =>
    (await owner.select({ slug: groups.slug }).from(groups).where(eq(groups.id, id)))[0]?.slug ?? ""
  const found = async (given: Record<string, string>) => {
    const asked = searchInput.parse({ q: "budget", kind: "minutes", ...given })
    const { found: hits } = await searchDesk(both, asked, "en")
    return hits?.hits.map(({ href }) => href.replace(/.*\//, "")).sort()
  }
  const theirs = `minutes#s-${elsewhere.first}`
  expect(await found({})).toEqual([plan, other, theirs].sort())
  expect(await found({ group: await slugOf(elsewhere.groupId) })).toEqual([theirs])
  expect(await found({ group: await slugOf(scene.groupId) })).toEqual([plan, other].sort())
})

test("filters narrow down, alone as well", async () => {
  expect((await ask({ q: "budget", kind: "document" }))?.total).toBe(0)
  expect((await ask({ kind: "agenda-item", year: "2022" }))?.total).toBe(2)
  expect((await ask({ kind: "agenda-item", year: "2021" }))?.total).toBe(0)
  expect((await ask({ kind: "agenda-item", group: "no-such-group" }))?.total).toBe(0)
  expect(await ask({})).toBe(null)
  expect(await ask({ kind: "nonsense", year: "x", page: "-3" })).toBe(null)
})

test("a page behind the last is the first", async () => {
  expect((await ask({ q: "budget", page: "7" }))?.hits).toHaveLength(2)
})

test("hostile input is a query like another", async () => {
  for (const q of [
    "'",
    "\\",
    "a\0b",
    "':*",
    "!!!",
    "<script>",
    "((",
    "%_",
    "a & | !",
    "\ud800",
    "😀",
  ])
    await expect(ask({ q }), JSON.stringify(q)).resolves.not.toThrow()
  expect(await ask({ q: "é".repeat(5000) })).toMatchObject({ total: 0 })
})

test("written again, a record has the same rows and words, also when two do it at once", async () => {
  const state = async () => ({
    rows: await owner
      .select({ part: searchTexts.part, href: searchTexts.href, terms: searchTexts.terms })
      .from(searchTexts)
      .orderBy(searchTexts.source, searchTexts.part),
    words: await owner.select().from(searchWords).orderBy(searchWords.word),
  })
  const before = await state()
  const times = (one: string) => before.words.find(({ word }) => word === one)?.occurrences
  expect(times("lighthouses")).toBe(1)
  // Words by which something is found that are not shown, and no stems.
  expect(times("multistakeholder")).toBe(1)
  expect(times("reunion")).toBeGreaterThan(0)
  expect(times("lighthous")).toBe(undefined)
  const again = () => indexSources([`meeting:${scene.meetingId}`])
  await Promise.all([again(), again(), again()])
  expect(await state()).toEqual(before)
  await owner.execute(sql`update search_words set occurrences = 9 where word like 'l%'`)
  await Promise.all([transaction(recountWords), again()])
  expect(await state()).toEqual(before)
})

test("a record that is gone has no rows and leaves no words", async () => {
  const actor = await makeActor(owner, { name: "Quillon Zabriskie" })
  await indexSources([`person:${actor.personId}`])
  const count = async () =>
    (await owner.execute(sql`select from search_words where word = 'zabriskie'`)).length
  expect(await count()).toBe(1)
  await owner.execute(sql`update people set merged_into = ${scene.member.personId}, merged_at = now()
    where id = ${actor.personId}`)
  await indexSources([`person:${actor.personId}`, `meeting:${randomUUID()}`])
  expect(await count()).toBe(0)
})

test("a text is read in its own language", async () => {
  const { id: groupId } = await makeGroup(owner)
  const member = await makeActor(owner, { roles: { [groupId]: "member" } })
  const [document] = await owner.execute<{ id: string }>(sql`
    with document as (insert into documents (group_id, slug, title, language, revision)
      values (${groupId}, 'chevaux', 'Les chevaux', 'fr', 1) returning id)
    insert into document_revisions (document_id, number, text)
    select id, 1, '{"schema":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"Les questions nationales furent examinées."}]}]}'
    from document returning document_id as id`)
  await indexSources([`document:${document?.id}`])
  const found = async (q: string) =>
    (await searchDesk(member, searchInput.parse({ q }), "fr")).found?.hits ?? []
  expect(await found("examiner national")).toMatchObject([{ language: "fr", kind: "document" }])
  expect((await found("examiner"))[0]?.passage.find(({ marked }) => marked)?.text).toBe("examinées")
})

test("texts filed under an area are narrowed down to it, and only areas within reach are offered", async () => {
  const areas = async () => (await searchDesk(scene.member, searchInput.parse({}), "en")).areas
  expect(await areas()).toEqual([])
  await owner.update(searchTexts).set({ area: "Capacity" }).where(eq(searchTexts.kind, "document"))
  expect(await areas()).toEqual([])
  await owner.update(searchTexts).set({ area: "Capacity" }).where(eq(searchTexts.kind, "meeting"))
  expect(await areas()).toEqual(["Capacity"])
  expect((await ask({ area: "Capacity" }))?.hits).toMatchObject([{ kind: "meeting" }])
  expect((await ask({ q: "budget", area: "Capacity" }))?.total).toBe(0)
})

test("a question that keeps the database busy for too long is given up, and says so", async () => {
  const budget = () =>
    findTexts(database(), reachOf(scene.member), searchInput.parse({ q: "budget" }), "en")
  await owner.transaction(async (tx) => {
    await tx.execute(sql`lock table search_texts in access exclusive mode`)
    expect(await budget()).toMatchObject({ hits: [], tooLong: true })
  })
  expect(await budget()).toMatchObject({ total: 2, tooLong: false })
  // What was set for the question is gone with it.
  const [row] = await database().execute(sql`select current_setting('statement_timeout') as limit`)
  expect(row).toEqual({ limit: "0" })
})

test("a person is found beside texts by the beginnings of their name, either way round", async () => {
  const noteTaker = await makeActor(owner, { name: "Odalys Marie Vandermeer" })
  await owner.execute(sql`update meetings set note_taker_id = ${noteTaker.personId}
    where id = ${scene.meetingId}`)
  await indexSources([`meeting:${scene.meetingId}`])
  const kinds = async (person: string) =>
    ((await ask({ person, kind: "meeting" }))?.hits ?? []).map(({ kind }) => kind)
  const tried = async () => {
    for (const person of ["Odalys Vandermeer", "vander mar", "Odalys Ma", "Odal"])
      expect(await kinds(person), person).toEqual(["meeting"])
    for (const person of ["Odalys Budget", "Lighthouse"])
      expect(await kinds(person), person).toEqual([])
  }
  await tried()
  // With more words of that beginning than are named one by one.
  await owner.execute(sql`insert into search_words (word, occurrences)
    select prefix || n, 1 from unnest(array['odal', 'vander']) prefix, generate_series(1, 60) n`)
  await tried()
})
