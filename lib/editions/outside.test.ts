import { eq, sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { type MappingScene, makeMapping } from "@/db/factories/mapping"
import { makeActor } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { groups } from "@/db/schema/groups"
import { mappingRows } from "@/db/schema/mapping"
import { answerApi } from "@/lib/api/public-queries"
import { findFeed } from "@/lib/feeds/public-queries"
import type { Actor } from "@/lib/platform/actor"
import { indexSources, sourcesTouchedBy } from "@/lib/reactions/index-search"
import { sha256Of } from "@/lib/record/canonical"
import { compareDownload } from "@/lib/record/compare-download"
import { openEditionDownload } from "@/lib/record/download"
import { findRecordAt } from "@/lib/record/public-queries"
import { searchInput } from "@/lib/search/input"
import { searchPublished } from "@/lib/search/public-queries"
import { searchDesk } from "@/lib/search/queries"
import { findSitemap } from "@/lib/sitemap/public-queries"
import { composeEdition } from "./compose"
import { freezeEdition } from "./freeze"
import { findEdition, listEditions, listPublicMappings } from "./public-queries"

const { app, owner } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

let scene: Scene
let mapping: MappingScene
let slug: string

/** A word that stands in the working table alone. */
const secret = "zephyranthes"

beforeAll(async () => {
  scene = await arrangeScene(owner)
  mapping = await makeMapping(owner, scene.groupId)
  const { mappingId, rowId } = mapping
  const [group] = await app.select().from(groups).where(eq(groups.id, scene.groupId))
  slug = group?.slug ?? ""
  await owner
    .update(mappingRows)
    .set({
      suggests: "Lanterns for every harbour",
      activities: [
        {
          id: "00000000-0000-4000-8000-000000000001",
          ...{ title: "Old marimba session", kind: "workshop", years: [2019], link: "", body: "" },
        },
      ],
    })
    .where(eq(mappingRows.id, rowId))
  const before = await findEdition(slug, mapping.mandateSlug)
  expect(before).toBeNull()
  expect(await listPublicMappings(slug)).toEqual([])
  const { number, mark } = await composeEdition(app, mappingId)
  await freezeEdition(scene.chair, { mappingId, edition: number, change: 0, mark, note: "First" })
  await owner.update(mappingRows).set({ suggests: secret }).where(eq(mappingRows.id, rowId))
  for (const event of await app.select().from(events))
    await indexSources(await sourcesTouchedBy(event))
}, 60_000)

const said = async (...parts: string[]) => {
  const answer = await answerApi(parts, new URLSearchParams())
  if (!("body" in answer)) throw new Error(`No answer: ${JSON.stringify(answer)}`)
  return answer.body as Record<string, unknown>
}

test("the lists tell of the edition with how much it holds", async () => {
  const { mandateSlug } = mapping
  expect(await listPublicMappings(slug)).toMatchObject([
    { mandate: { slug: mandateSlug }, edition: { number: 1, rows: 1, annex: 1, note: "First" } },
  ])
  expect(await listEditions(slug, mandateSlug)).toMatchObject([{ number: 1, rows: 1, annex: 1 }])
})

test("the feed tells of it with its hash on the ledger, and the sitemap names its pages", async () => {
  const feed = await findFeed(slug)
  const entry = feed?.entries.find(({ happening }) => happening.kind === "edition")
  expect(entry).toMatchObject({
    path: `/${slug}/mapping/${mapping.mandateSlug}/editions/1`,
    happening: { edition: 1, note: "First" },
    hash: feed?.head?.hash,
  })
  const { pages } = await findSitemap()
  const paths = pages.map(({ path }) => path)
  for (const below of ["", "/editions", "/annex", "/coverage"])
    expect(paths).toContain(`/${slug}/mapping/${mapping.mandateSlug}${below}`)
})

test("the API gives it whole, so that anybody can compute its hash", async () => {
  const { mandateSlug } = mapping
  const list = await said("groups", slug, "mappings")
  expect(list).toMatchObject({ items: [{ slug: mandateSlug, edition: 1, rows: 1 }] })
  const newest = await said("groups", slug, "mappings", mandateSlug)
  const first = await said("groups", slug, "mappings", mandateSlug, "editions", "1")
  expect(first).toEqual(newest)
  const [, position = ""] = /\/record\/(\d+)\/record\.json$/.exec(String(first.record)) ?? []
  const download = await findRecordAt(slug, Number(position))
  expect(sha256Of(download?.record)).toBe(first.sha256)
  expect(openEditionDownload(download)).toEqual(first.edition)
  // And the page that checks files knows it, indented or not, until one sign of it differs.
  const file = JSON.stringify(download, null, 2)
  expect(await compareDownload(file)).toMatchObject({ verdict: "published" })
  expect(await compareDownload(file.replace("harbour", "harbor"))).toMatchObject({
    verdict: "changed",
  })
  const none = await answerApi(
    ["groups", slug, "mappings", mandateSlug, "editions", "2"],
    new URLSearchParams(),
  )
  expect(none).toHaveProperty("problem")
})

test("a member finds a row once, as it stands on the desk, and in the edition what was changed since", async () => {
  const { mandateSlug, mappingId, rowId } = mapping
  const find = async (q: string, actor: Actor = scene.member) =>
    (await searchDesk(actor, searchInput.parse({ q }), "en")).found?.hits.map(({ href }) => href)
  const [open, desk] = [
    `/${slug}/mapping/${mandateSlug}#row-1`,
    `/desk/${slug}/mapping/${mandateSlug}/rows/1`,
  ]
  expect(await find(secret)).toEqual([desk])
  expect(await find("lanterns harbour")).toEqual([open])
  expect(await find("marimba")).toEqual([`${desk}#annex`])
  const say = async (suggests: string) => {
    await owner.update(mappingRows).set({ suggests }).where(eq(mappingRows.id, rowId))
    await indexSources([`row:${rowId}`])
  }
  await say("Lanterns for every harbour")
  expect(await find("lanterns harbour")).toEqual([desk])
  await indexSources([`edition:${mappingId}`])
  expect(await find("lanterns harbour")).toEqual([desk])
  const elsewhere = await makeActor(owner, { roles: {} })
  expect(await find("lanterns harbour", elsewhere)).toEqual([open])
  await say(secret)
  expect(await find("lanterns harbour")).toEqual([open])
})

test("the public search finds rows of the edition and of its annex, and nothing of the working table", async () => {
  const find = async (q: string) =>
    (await searchPublished(searchInput.parse({ q }), "en")).found?.hits ?? []
  const page = `/${slug}/mapping/${mapping.mandateSlug}`
  expect(await find("lanterns harbour")).toMatchObject([
    { kind: "mapping-row", href: `${page}#row-1`, state: null },
  ])
  expect(await find("marimba")).toMatchObject([
    { kind: "mapping-row", href: `${page}/annex?row=1`, state: "annex" },
  ])
  expect(await find(secret)).toEqual([])
  const everything = JSON.stringify([
    await findEdition(slug, mapping.mandateSlug),
    await findFeed(slug),
    await findSitemap(),
    await said("groups", slug, "mappings", mapping.mandateSlug),
    await app.execute(sql`select * from search_texts where reach = 'public'`),
  ])
  expect(everything).not.toContain(secret)
})
