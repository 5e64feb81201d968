import { readFileSync } from "node:fs"
import { parseFeed } from "@rowanmanning/feed-parser"
import { eq } from "drizzle-orm"
import { RelaxNGValidator, XmlDocument } from "libxml2-wasm"
import { afterEach, beforeAll, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeGroup } from "@/db/factories/people"
import { consultations } from "@/db/schema/consultations"
import { ledgerEntries } from "@/db/schema/record"
import { arrangeRecord, awkward } from "@/e2e/support/arrange-record"
import { setClock } from "@/lib/platform/clock"
import { findFeed } from "./public-queries"
import { renderAtom } from "./render/atom"

const { owner } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

const grammar = readFileSync(new URL("./render/atom.rng", import.meta.url))
let slug = ""
let groupId = ""
let newest = ""
beforeAll(async () => {
  const arranged = await arrangeRecord(owner)
  slug = arranged.group.slug
  groupId = arranged.group.id
  newest = arranged.newest
  await owner.insert(ledgerEntries).values({
    ...{ groupId, position: 1, kind: "report", subjectId: newest, address: "meetings/33/v2" },
    ...{ sha256: "ab".repeat(32), hash: "12".repeat(32), at: new Date("2022-03-11T10:00:00Z") },
  })
})
const today = () => setClock(() => new Date("2022-04-01T12:00:00Z"))
beforeAll(today)
afterEach(today)

async function rendered(locale: "en" | "fr" = "en"): Promise<string> {
  const feed = await findFeed(slug)
  if (!feed) throw new Error("The group has no feed")
  return renderAtom(feed, locale)
}

test("everything that a group published, opened and closed is told once, the newest first", async () => {
  const { items, title, self } = parseFeed(await rendered())
  expect([title, self]).toEqual([
    (await findFeed(slug))?.group.shortName,
    `https://portal.example.org/${slug}/feed.xml`,
  ])
  expect(items.map((item) => [item.published?.toISOString().slice(0, 10), item.title])).toEqual([
    ["2022-03-25", "The plan, open for comments"],
    ["2022-03-20", `Meeting 32, the summary withdrawn with version 2: ${awkward}`],
    ["2022-03-11", `Meeting 33, the summary corrected with version 2: ${awkward}`],
    ["2022-03-05", "The old plan, version 1 of the comments and answers published"],
    ["2022-03-04", `Meeting 33, version 1 of the summary published: ${awkward}`],
    ["2022-03-04", "Meeting 33, the review of the minutes is over"],
    ["2022-03-03", "Meeting 33, the minutes are in review"],
    ["2022-03-01", "The old plan, closed for comments"],
    ["2022-02-20", `Meeting 32, version 1 of the summary published: ${awkward}`],
    ["2022-02-12", "Charter, version 1 (First) published"],
    ["2022-02-01", "The old plan, open for comments"],
    ["2022-01-05", "3 summaries published from the archive: meetings 3 to 5"],
  ])
  const corrected = items.find((item) => item.title?.includes("corrected"))
  expect(corrected?.url).toBe(`https://portal.example.org/${slug}/meetings/33/v2`)
  expect(corrected?.description).toBe("Why: A date was wrong.")
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
})

test("nothing of a draft, a members' question or a person's link is in it", async () => {
  expect(await rendered()).not.toMatch(/secret|draft|Tomas|What is missing/i)
})

test.each(["en", "fr"] as const)("it is a feed as RFC 4287 asks for in %s", async (locale) => {
  const text = await rendered(locale)
  const [schema, document] = [XmlDocument.fromBuffer(grammar), XmlDocument.fromString(text)]
  const validator = RelaxNGValidator.fromDoc(schema)
  validator.validate(document)
  const broken = XmlDocument.fromString(text.replace(/<updated>[^<]*<\/updated>/, ""))
  expect(() => validator.validate(broken), "and the schema notices what is missing").toThrow()
  for (const each of [validator, schema, document, broken]) each.dispose()
})

test("it says where the ledger stands, and each version its own entry", async () => {
  const text = await rendered()
  const hash = "12".repeat(32)
  expect(text).toContain(`<record:head position="1">${hash}</record:head>`)
  expect(text.match(new RegExp(`<record:entry>${hash}</record:entry>`, "g"))).toHaveLength(1)
})

test("the clock adds what closes, under an address of its own, and the feed says when", async () => {
  expect((await findFeed(slug))?.until).toEqual(new Date("2022-04-20T00:00:00Z"))
  const ids = new Set((await findFeed(slug))?.entries.map(({ id }) => id))
  setClock(() => new Date("2022-04-20T00:00:00Z"))
  const added = (await findFeed(slug))?.entries.filter(({ id }) => !ids.has(id))
  expect(added).toMatchObject([{ happening: { kind: "consultationClosed", title: "The plan" } }])
})

test("a consultation that is called off says why", async () => {
  const where = eq(consultations.slug, "plan")
  const cancelledAt = new Date("2022-03-30T00:00:00Z")
  await owner.update(consultations).set({ cancelledAt, cancelReason: "Too early" }).where(where)
  expect(await rendered()).toContain("<summary>Why: Too early</summary>")
})

test("an address of no group has no feed; a group that published nothing has an empty one", async () => {
  expect(await findFeed("wg-nobody")).toBeNull()
  const empty = await findFeed((await makeGroup(owner)).slug)
  expect([empty?.entries, empty?.head]).toEqual([[], null])
  const schema = XmlDocument.fromBuffer(grammar)
  const document = XmlDocument.fromString(empty ? renderAtom(empty, "en") : "")
  const validator = RelaxNGValidator.fromDoc(schema)
  validator.validate(document)
  for (const each of [validator, schema, document]) each.dispose()
})
