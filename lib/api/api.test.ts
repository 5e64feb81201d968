import { Validator } from "@seriousme/openapi-schema-validator"
import { Ajv2020 } from "ajv/dist/2020"
import addFormats from "ajv-formats"
import { and, eq } from "drizzle-orm"
import { afterEach, beforeAll, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping } from "@/db/factories/mapping"
import { makeActor, makeGroup } from "@/db/factories/people"
import { meetings } from "@/db/schema/meetings"
import { ledgerEntries } from "@/db/schema/record"
import { reports } from "@/db/schema/reports"
import { arrangeRecord } from "@/e2e/support/arrange-record"
import { composeEdition } from "@/lib/editions/compose"
import { freezeEdition } from "@/lib/editions/freeze"
import { setClock } from "@/lib/platform/clock"
import { exampleReport } from "@/lib/reports/example"
import { reportContent } from "@/lib/reports/model"
import { writeCursor } from "./cursor"
import { endpoints } from "./endpoints"
import { describeApi } from "./open-api"
import { failedOnOurSide, problem } from "./problem"
import { answerApi } from "./public-queries"

const { owner } = await testDatabase()
const origin = "https://portal.example.org"
process.env.AUTH_URL = origin
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

let group = ""
beforeAll(async () => {
  const arranged = await arrangeRecord(owner)
  group = arranged.group.slug
  const at = new Date("2022-03-11T10:00:00Z")
  const entry = { groupId: arranged.group.id, kind: "report" as const, sha256: "ab".repeat(32), at }
  const hash = (sign: string) => sign.repeat(64)
  await owner.insert(ledgerEntries).values([
    { ...entry, position: 1, subjectId: crypto.randomUUID(), address: "a", hash: hash("1") },
    {
      ...{ ...entry, position: 2, subjectId: arranged.newest, address: "meetings/33/v2" },
      ...{ previous: hash("1"), hash: hash("2") },
    },
  ])
  const { mappingId } = await makeMapping(owner, arranged.group.id)
  const chair = await makeActor(owner, {
    ...{ name: "Hyejin Abara", roles: { [arranged.group.id]: "co-chair" } },
  })
  const more = await Promise.all([1, 2].map(() => makeMapping(owner, arranged.group.id)))
  for (const each of [mappingId, ...more.map((made) => made.mappingId)]) {
    const { mark } = await composeEdition(owner, each)
    await freezeEdition(chair, { mappingId: each, edition: 1, change: 0, mark, note: "" })
  }
  await makeGroup(owner)
  await makeGroup(owner)
})
const today = () => setClock(() => new Date("2022-04-01T12:00:00Z"))
beforeAll(today)
afterEach(today)

type Body = { items: Record<string, unknown>[]; next: string | null } & Record<string, unknown>

/** What stands at an address below `/api/v1`. */
async function get(address: string): Promise<Body> {
  const url = new URL(address, origin)
  const answer = await answerApi(url.pathname.split("/").filter(Boolean), url.searchParams)
  if (!("body" in answer)) throw new Error(`${address}: ${JSON.stringify(answer)}`)
  return answer.body as Body
}
const status = async (address: string) => {
  const url = new URL(address, origin)
  const answer = await answerApi(url.pathname.split("/").filter(Boolean), url.searchParams)
  return "problem" in answer ? answer.problem.status : 200
}

/** An address of each pattern, where something stands in the arranged group. */
const addressOf = (path: string, slug: string) =>
  path
    .replace("{group}", group)
    .replace("{number}", path.includes("mappings") ? "1" : "33")
    .replace("{version}", "1")
    .replace("{slug}", slug)

const slugs = async (path: string) => {
  if (!path.includes("{slug}")) return ""
  if (path.includes("consultations")) return "old-plan"
  const list = path.includes("mappings") ? "mappings" : "documents"
  return String((await get(`/groups/${group}/${list}`)).items[0]?.slug)
}

test("the description is one of OpenAPI 3.1, as its own validator says", async () => {
  const description = describeApi(origin)
  expect(await new Validator().validate(description)).toEqual({ valid: true })
  const broken = { ...description, paths: { "/x": { get: { responses: 200 } } } }
  expect((await new Validator().validate(broken)).valid).toBe(false)
})

/** A validator of what the description says of the answers. */
function validatorOf(name: string) {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, discriminator: false })
  addFormats.default(ajv)
  ajv.addVocabulary(["example", "components", "openapi", "info", "servers", "security", "paths"])
  ajv.addSchema({ ...describeApi(origin), $id: "api" })
  const validate = ajv.getSchema(`api#/components/schemas/${name}`)
  if (!validate) throw new Error(`${name} is not described`)
  return (body: unknown) => (validate(body) ? null : validate.errors)
}

test.each(endpoints)("what $path answers is as the description says", async ({ path, name }) => {
  const body = await get(addressOf(path, await slugs(path)))
  const differs = validatorOf(name)
  expect(differs(body)).toBeNull()
  const [first] = Object.keys(body)
  const { [first ?? ""]: _, ...without } = body
  expect(differs(without), "and the description notices what is missing").not.toBeNull()
  expect(JSON.stringify(body)).not.toMatch(/secret\.example|Secret (draft|question)/)
})

test("every link in every answer leads to something of the API or to a page", async () => {
  const links = new Set<string>()
  for (const { path } of endpoints) {
    const text = JSON.stringify(await get(addressOf(path, await slugs(path))))
    for (const [link] of text.matchAll(/https:\/\/portal\.example\.org\/api\/v1[^"]*/g))
      links.add(link)
  }
  expect(links.size).toBeGreaterThan(15)
  for (const link of links)
    expect([link, await status(link.split("/api/v1")[1] ?? "")]).toEqual([link, 200])
})

test("meetings are those that the public knows, as it knows them", async () => {
  const { items } = await get(`/groups/${group}/meetings`)
  expect(items.map(({ number, state, version }) => [number, state, version])).toEqual([
    [34, "planned", null],
    [33, "published", 2],
    [32, "published", 2],
    [31, "held", null],
    [5, "published", 1],
    [4, "published", 1],
    [3, "published", 1],
  ])
  expect(await status(`/groups/${group}/meetings/6`)).toBe(404)
})

test("a version comes whole, with what it corrects and where it stands on the ledger", async () => {
  const body = await get(`/groups/${group}/meetings/33/versions/2`)
  expect(reportContent.parse(body.report).correction?.reason).toBe("A date was wrong.")
  expect(body).toMatchObject({
    ...{ kind: "correction", reason: "A date was wrong.", newest: true },
    ledger: { position: 2, hash: "2".repeat(64) },
  })
  const { items } = await get(`/groups/${group}/meetings/32/versions`)
  expect(items.map(({ kind }) => kind)).toEqual(["withdrawal", "publication"])
})

test("a meeting that was given another number is led to from the one before, with all its versions", async () => {
  const { group, chair } = await arrangeRecord(owner)
  const [meeting] = await owner
    .update(meetings)
    .set({ number: 40 })
    .where(and(eq(meetings.groupId, group.id), eq(meetings.number, 33)))
    .returning()
  const read = (path: string) =>
    answerApi(["groups", group.slug, "meetings", ...path.split("/")], new URLSearchParams())
  expect(await read("33"), "nothing was published under the new one").toHaveProperty(
    "body.number",
    33,
  )
  expect(await read("40")).toHaveProperty("problem.status", 404)
  const facts = exampleReport({ version: 3, publishedAt: "2022-03-25T10:00:00Z" })
  const content = { ...facts, meeting: { ...facts.meeting, number: 40 } }
  await owner.insert(reports).values({
    ...{ groupId: group.id, meetingId: meeting?.id ?? "", number: 40, version: 3, content },
    ...{ sha256: "ab".repeat(32), minutesRevision: 2, publishedBy: chair.personId },
    publishedAt: new Date(content.publishedAt),
  })
  const at = `${origin}/api/v1/groups/${group.slug}/meetings/40`
  expect(await read("33")).toEqual({ moved: at })
  expect(await read("33/versions")).toEqual({ moved: `${at}/versions` })
  expect(await read("33/versions/2")).toEqual({ moved: `${at}/versions/2` })
  expect(await read("40")).toHaveProperty("body.version", 3)
  const whole = await read("40/versions")
  expect("body" in whole && whole.body).toMatchObject({
    items: [{ version: 3 }, { version: 2 }, { version: 1 }],
  })
  expect(await read("40/versions/1")).toHaveProperty("body.report.meeting.number", 33)
})

test("a register holds what the newest versions hold: nothing of a report that was taken back", async () => {
  const decisions = await get(`/groups/${group}/decisions`)
  expect(decisions.items.map(({ id }) => id)).toEqual(
    [33, 5, 4, 3].flatMap((number) => [`${number}/1`, `${number}/2`]),
  )
  expect(decisions.items[0]).toMatchObject({
    text: "The paper stays open until 10 March.",
    links: { page: expect.stringMatching(/\/meetings\/33#i1p\d+$/) },
  })
  const [action] = (await get(`/groups/${group}/actions`)).items
  expect(action).toMatchObject({ due: "2022-03-14", owners: ["Tomas Okwuosa", "Ilse Brandvold"] })
})

const lists = endpoints.flatMap(({ path, cursor }) => (cursor ? [path] : []))

test.each(lists)(
  "the pages of %s hold every line once, in the order of the whole list",
  async (path) => {
    const list = addressOf(path, "")
    const whole = await get(list)
    // Of documents one is arranged; their pages are cut as those of mappings are.
    const fewest = path.endsWith("/documents") ? 1 : 2
    expect(whole.items.length, "one line shows nothing of pages").toBeGreaterThanOrEqual(fewest)
    for (const limit of [1, 2, 3]) {
      const lines: unknown[] = []
      let next: string | null = `${origin}/api/v1${list}?limit=${limit}`
      for (let pages = 0; next !== null; pages++) {
        const page: Body = await get(next.replace(`${origin}/api/v1`, ""))
        expect(page.items.length).toBeLessThanOrEqual(limit)
        lines.push(...page.items)
        next = page.next
        expect(pages, "it ends").toBeLessThan(whole.items.length + 1)
      }
      expect(lines).toEqual(whole.items)
    }
  },
)

test.each([
  ["/groups/wg-nobody", 404],
  ["/groups/wg-nobody/meetings", 404],
  ["/nothing", 404],
  ["/groups/../groups", 200],
  ["/groups?limit=0", 400],
  ["/groups?limit=101", 400],
  ["/groups?limit=2e1", 400],
  ["/groups?cursor=x", 400],
  ["/groups?cursor=WzFd", 400],
  ["/groups?cursor=WyJ3ZyJd", 200],
  ["/groups?other=1", 200],
  ["/openapi.json?limit=0", 200],
])("%s is answered with %i", async (address, expected) => {
  expect(await status(address)).toBe(expected)
})

test("only a list reads `limit` and `cursor`, and only a list is described as refusing them", async () => {
  const { paths } = describeApi(origin) as { paths: Record<string, { get: { responses: object } }> }
  for (const { path } of endpoints) {
    const address = addressOf(path, await slugs(path))
    const told = Object.keys(paths[path]?.get.responses ?? {})
    for (const query of ["limit=0", "limit=x", "cursor=x"])
      expect([path, query, (await status(`${address}?${query}`)) === 400]).toEqual([
        ...[path, query, told.includes("400")],
      ])
  }
})

test("every address is described as answering with a problem where something fails on our side", () => {
  const { paths } = describeApi(origin) as { paths: Record<string, object> }
  expect(Object.keys(paths)).toHaveLength(endpoints.length)
  for (const path of Object.values(paths))
    expect(path).toHaveProperty(
      ["get", "responses", "500", "content", "application/problem+json", "schema", "$ref"],
      "#/components/schemas/Problem",
    )
  expect(problem.parse(failedOnOurSide)).toEqual(failedOnOurSide)
})

test.each([
  ["meetings", [2 ** 31]],
  ["meetings/33/versions", [2 ** 31]],
  ["record", [Number.MAX_SAFE_INTEGER]],
  ["decisions", [2 ** 40, 1]],
])("a cursor of %s beyond every number is none of ours", async (list, cursor) => {
  const written = writeCursor(cursor)
  expect(await status(`/groups/${group}/${list}?cursor=${written}`)).toBe(400)
})

test.each(["0", "033", "-1", "1e1", "9999999", "x"])(
  "%s is no number of a meeting",
  async (number) => {
    expect(await status(`/groups/${group}/meetings/${number}`)).toBe(404)
  },
)

test("what changes by the clock alone says when", async () => {
  const answer = await answerApi(["groups", group, "meetings"], new URLSearchParams())
  expect("until" in answer && answer.until).toEqual(new Date("2022-04-07T14:00:00Z"))
  setClock(() => new Date("2022-04-07T14:00:00Z"))
  expect((await get(`/groups/${group}/meetings/34`)).state).toBe("held")
})
