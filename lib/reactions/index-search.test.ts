import { randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makePerson } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { comments } from "@/db/schema/comments"
import { compendia, consultations } from "@/db/schema/consultations"
import { searchFills, searchTexts, searchWords } from "@/db/schema/search"
import { threads } from "@/db/schema/threads"
import type { CompendiumContent } from "@/lib/compendia/model"
import { cancelMeeting } from "@/lib/meetings/cancel"
import { searchInput } from "@/lib/search/input"
import { searchPublished } from "@/lib/search/public-queries"
import { searchDesk } from "@/lib/search/queries"
import { fillSearch, indexSources, isFillDue, sourcesTouchedBy } from "./index-search"
import { reactTo } from "./react"

const { owner } = await testDatabase()
let scene: Scene
beforeEach(async () => {
  await owner.delete(searchTexts)
  await owner.delete(searchWords)
  await owner.delete(searchFills)
  await owner.execute(sql`delete from pgboss.job where name in ('search', 'search-fill')`)
  scene = await arrangeScene(owner)
})

const event = (name: string, subjectType: string, subjectId: string, data: object = {}) => ({
  ...{ id: 0, name, subjectType, subjectId, data, groupId: scene.groupId },
})

async function writeComment(text: string, authorId = scene.other.personId) {
  const { groupId, meetingId } = scene
  const [thread] = await owner
    .insert(threads)
    .values({ groupId, meetingId, about: "text" })
    .returning()
  const [comment] = await owner
    .insert(comments)
    .values({ threadId: thread?.id ?? "", authorId, text, submission: randomUUID() })
    .returning()
  return comment?.id ?? ""
}

const found = async (q: string) =>
  (await searchDesk(scene.member, searchInput.parse({ q }), "en")).found?.hits ?? []

async function queued(): Promise<string[]> {
  const rows = await owner.execute<{ source: string }>(
    sql`select data->>'source' as source from pgboss.job where name = 'search' order by 1`,
  )
  return rows.map(({ source }) => source)
}

test("whatever happens to a record, that record is written again", async () => {
  const [a, b] = [randomUUID(), randomUUID()]
  const touched = async (...given: Parameters<typeof event>) =>
    (await sourcesTouchedBy(event(...given))).sort()
  expect(await touched("minutes.saved", "meeting", a)).toEqual([`meeting:${a}`])
  expect(await touched("document.published", "document", a)).toEqual([`document:${a}`])
  expect(await touched("comment.hidden", "thread", a, { comment: b })).toEqual([`comment:${b}`])
  expect(await touched("member.left", "person", a, { person: a })).toEqual([`person:${a}`])
  expect(await touched("compendium.published", "consultation", a)).toEqual([`consultation:${a}`])
  expect(await touched("session.begun", "account", a)).toEqual([])
})

test("a text whose name others show, and a person whose name stands beside words, reach these too", async () => {
  const comment = await writeComment("Yes.")
  const { meetingId, other, groupId } = scene
  expect(await sourcesTouchedBy(event("meeting.edited", "meeting", meetingId))).toEqual([
    `meeting:${meetingId}`,
    `comment:${comment}`,
  ])
  await owner.execute(
    sql`update meetings set note_taker_id = ${other.personId} where id = ${meetingId}`,
  )
  expect((await sourcesTouchedBy(event("person.edited", "person", other.personId))).sort()).toEqual(
    [`comment:${comment}`, `meeting:${meetingId}`, `person:${other.personId}`].sort(),
  )
  const imported = await sourcesTouchedBy(event("member.imported", "group", groupId))
  expect(imported).toHaveLength(3)
})

test("an event puts its record into the queue with the commit, and may be handled twice", async () => {
  await cancelMeeting(scene.chair, {
    meetingId: scene.meetingId,
    revision: 1,
    reason: "Nobody can come",
    freeNumber: false,
  })
  const [row] = await owner.execute<{ id: number }>(
    sql`select max(id)::int as id from events where subject_id = ${scene.meetingId}`,
  )
  await reactTo(row?.id ?? 0)
  await reactTo(row?.id ?? 0)
  expect(await queued()).toEqual(Array(2).fill(`meeting:${scene.meetingId}`))
  await indexSources(await queued())
  await indexSources(await queued())
  expect(await found("meeting 33")).toHaveLength(1)
})

test("an edited comment is found by its new words alone, a withdrawn one by none, and its words are forgotten", async () => {
  const id = await writeComment("The **lanterns** are [lit](https://example.org/quux).")
  await indexSources([`comment:${id}`])
  expect(await found("lantern")).toMatchObject([
    {
      ...{ kind: "comment", number: 33 },
      // A long thread has pages: the address says on which the comment is.
      href: expect.stringMatching(new RegExp(`/comments/[0-9a-f-]{36}\\?at=${id}#c-${id}$`)),
    },
  ])
  expect(await found("quux")).toEqual([])
  const update = (set: object) =>
    owner.transaction(async (tx) => {
      await tx.execute(sql`insert into comment_revisions (comment_id, text)
        select id, text from comments where id = ${id}`)
      await tx.update(comments).set(set).where(eq(comments.id, id))
    })
  await update({ text: "The beacons are lit." })
  await indexSources([`comment:${id}`])
  expect(await found("lantern")).toEqual([])
  expect(await found("beacon")).toHaveLength(1)
  await update({ withdrawnAt: new Date() })
  await indexSources([`comment:${id}`])
  expect(await owner.$count(searchTexts)).toBe(0)
  expect(await owner.select().from(searchWords)).toEqual([])
})

test("what stands is written once, stops when it is told to, and goes on where it stopped", async () => {
  const ids: string[] = []
  for (let n = 0; n < 45; n++) ids.push(await writeComment(`Word${n} gantry`))
  let turns = 0
  expect(await fillSearch(() => turns++ > 0)).toBe(true)
  const some = await owner.$count(searchTexts)
  expect(some).toBeGreaterThan(0)
  const [fill] = await owner.select().from(searchFills)
  expect(fill?.upto).toMatch(/^\w+:[0-9a-f-]{36}$/)
  expect(fill?.finishedAt).toBe(null)
  // Two servers at once, the second of which comes late to everything.
  expect(await Promise.all([fillSearch(() => false), fillSearch(() => false)])).toEqual([
    false,
    false,
  ])
  expect(await isFillDue()).toBe(false)
  const sources = await owner
    .select({ source: searchTexts.source, words: searchTexts.words })
    .from(searchTexts)
  expect(sources.filter(({ words }) => words.includes("gantry"))).toHaveLength(45)
  expect(sources.map(({ source }) => source)).toContain(`meeting:${scene.meetingId}`)
  const [word] = await owner.select().from(searchWords).where(eq(searchWords.word, "gantry"))
  expect(word?.occurrences).toBe(45)
})

test("a new form of the index counts anew what the one before had counted otherwise", async () => {
  await indexSources([`comment:${await writeComment("Derrick e-wharf.")}`])
  const counted = async () => {
    const words = await owner.select().from(searchWords)
    return words.filter(({ word }) => ["derrick", "ewharf", "nowhere"].includes(word))
  }
  const right = [
    { word: "derrick", occurrences: 1 },
    { word: "ewharf", occurrences: 1 },
  ]
  expect(await counted()).toEqual(expect.arrayContaining(right))
  await owner.delete(searchWords).where(eq(searchWords.word, "ewharf"))
  await owner.update(searchWords).set({ occurrences: 7 }).where(eq(searchWords.word, "derrick"))
  await owner.insert(searchWords).values({ word: "nowhere", occurrences: 1 })
  expect(await fillSearch(() => false)).toBe(false)
  expect((await counted()).toSorted((a, b) => (a.word < b.word ? -1 : 1))).toEqual(right)
})

test("many records that share their words are written side by side without blocking each other", async () => {
  const ids = await Promise.all(
    Array.from({ length: 24 }, (_, n) =>
      writeComment(`zulu alpha ${n % 2 ? "mike" : "kilo"} ${n}`),
    ),
  )
  await Promise.all(ids.map((id) => indexSources([`comment:${id}`])))
  const [word] = await owner.select().from(searchWords).where(eq(searchWords.word, "zulu"))
  expect(word?.occurrences).toBe(24)
})

test("everybody finds what a compendium says, and not who asked not to be named", async () => {
  const asker = await makePerson(owner)
  const publisher = await makeActor(owner)
  const opensAt = new Date("2022-03-01T00:00:00Z")
  const closesAt = new Date("2022-03-08T00:00:00Z")
  const [consultation] = await owner
    .insert(consultations)
    .values({
      ...{ groupId: scene.groupId, slug: "the-plan", title: "The plan", question: "Is it whole?" },
      ...{ audience: "anyone", opensAt, closesAt, askedBy: asker.id },
    })
    .returning()
  const by = (name: string) => ({
    ...{ named: true as const, name, organisation: "", stakeholderGroup: null },
  })
  const said = { at: opensAt.toISOString(), late: false, proposal: null }
  const content: CompendiumContent = {
    schema: 1,
    version: 1,
    publishedAt: closesAt.toISOString(),
    group: { slug: "wg", shortName: "WG", name: "WG" },
    consultation: {
      ...{ slug: "the-plan", title: "The plan", question: "Is it whole?", audience: "anyone" },
      ...{ askedBy: "A", opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() },
    },
    texts: [],
    entries: [
      {
        ...{ number: 1, text: "The plan", section: "", quote: "", lost: false },
        ...{ disposition: "noted", reason: "It is in the annex." },
        comments: [
          { ...said, by: by("Ottoline Farrow"), words: "Add *moorings*." },
          { ...said, by: { named: false, stakeholderGroup: null }, words: "And buoys." },
        ],
      },
    ],
  }
  await owner.insert(compendia).values({
    ...{ consultationId: consultation?.id ?? "", version: 1, content, sha256: "0".repeat(64) },
    ...{ publishedBy: publisher.personId, publishedAt: closesAt },
  })
  await indexSources([`consultation:${consultation?.id}`])
  for (const q of ["mooring buoy", "annex", "Ottoline"]) {
    const { found: all } = await searchPublished(searchInput.parse({ q }), "en")
    expect(all?.hits, q).toMatchObject([{ href: "/wg/consultations/the-plan/compendium#c1" }])
  }
})
