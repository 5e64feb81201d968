import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMinutes } from "@/db/factories/meetings"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { attendance } from "@/db/schema/meetings"
import { reports } from "@/db/schema/reports"
import type { Actor } from "@/lib/platform/actor"
import { findPublishedReport } from "@/lib/reports/public-queries"
import { publishMinutes } from "@/lib/reports/publish"
import { sha256OfText } from "./canonical"
import { checkFile } from "./check-file"
import { openDownload, type ReportDownload } from "./download"
import { findDownload, findEntry, findHead, findLedger } from "./public-queries"

const { app, owner } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

const anybody: Actor = { kind: "public" }
let scene: Scene
let slug: string
let reportId: string
let download: ReportDownload
let connections = 0

beforeAll(async () => {
  scene = await arrangeScene(owner)
  const { meetingId, first, second, member, chair } = scene
  await owner
    .insert(attendance)
    .values({ meetingId, personId: member.personId, kind: "present", capacity: "Harbours" })
  await arrangeMinutes(owner, meetingId, {
    opening: "Ilva Morandini opened.",
    [first]: "The plan was discussed.",
    [second]: "",
  })
  const published = await publishMinutes(chair, {
    ...{ meetingId, revision: 1, language: "en", overrides: [] },
  })
  slug = published.slug
  const [report] = await app.select().from(reports).where(eq(reports.meetingId, meetingId))
  reportId = report?.id ?? ""
  const found = await findDownload(reportId)
  if (!found) throw new Error("Nothing to download")
  download = found
})

const check = (text: string) => {
  connections += 1
  const file = new File([text], "report.json")
  return checkFile(anybody, { slug, file, network: `192.0.2.${connections}` })
}
const changed = (change: (copy: ReportDownload) => void) => {
  const copy = structuredClone(download)
  change(copy)
  return check(JSON.stringify(copy))
}

describe("a downloaded report", () => {
  test("opens as the page shows it", async () => {
    const page = await findPublishedReport(slug, 33)
    expect(openDownload(JSON.parse(JSON.stringify(download)))).toEqual(page?.report)
    expect(page?.setting.entry?.hash).toBe(download.ledger.hash)
    expect(JSON.stringify(download.record)).not.toContain("Morandini")
  })

  test("is the published one, however its JSON is written", async () => {
    const on = { slug, address: "meetings/33/v1", position: 1 }
    const found = { verdict: "published", without: 0, on: expect.objectContaining(on) }
    expect(await check(JSON.stringify(download))).toEqual(found)
    const turned = Object.fromEntries(Object.entries(download).reverse())
    expect(await check(JSON.stringify(turned, null, 7))).toEqual(found)
  })

  test("is told from one in which a byte was changed, and which it says that it is", async () => {
    const verdict = await changed(({ record }) => {
      record.nextMeeting = "Never."
    })
    expect(verdict).toMatchObject({
      verdict: "changed",
      claims: { address: "meetings/33/v1" },
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  test("is told from one with another name, or with a name of its own", async () => {
    const [key = ""] = Object.keys(download.names)
    expect(
      await changed(({ names }) => {
        names[key] = { name: "Somebody Else", salt: names[key]?.salt ?? "" }
      }),
    ).toMatchObject({ verdict: "names", keys: [key] })
    expect(
      await changed(({ names }) => {
        names.p99 = { name: "Somebody Else", salt: "" }
      }),
    ).toMatchObject({ verdict: "names", keys: ["p99"] })
  })

  test("is told from one that says another place, another time or another kind of it", async () => {
    const on = expect.objectContaining({ address: "meetings/33/v1", position: 1 })
    const forged: [string, (copy: ReportDownload) => void][] = [
      ["ledger.position", ({ ledger }) => Object.assign(ledger, { position: 2 })],
      ["ledger.kind", ({ ledger }) => Object.assign(ledger, { kind: "edition" })],
      ["ledger.address", ({ ledger }) => Object.assign(ledger, { address: "meetings/34/v1" })],
      ["ledger.sha256", ({ ledger }) => Object.assign(ledger, { sha256: "a".repeat(64) })],
      ["ledger.previous", ({ ledger }) => Object.assign(ledger, { previous: "b".repeat(64) })],
      ["ledger.hash", ({ ledger }) => Object.assign(ledger, { hash: "c".repeat(64) })],
      ["ledger.at", ({ ledger }) => Object.assign(ledger, { at: "2020-01-01T00:00:00.000Z" })],
      ["format", (copy) => Object.assign(copy, { format: "rapporteur-edition" })],
    ]
    for (const [place, change] of forged)
      expect(await changed(change)).toEqual({ verdict: "place", on, places: [place] })
    const all = await changed((copy) => {
      for (const [, change] of forged) change(copy)
    })
    expect(all).toMatchObject({ places: expect.arrayContaining(forged.map(([place]) => place)) })
  })

  test("stays the published one without a name that was erased", async () => {
    const [key = ""] = Object.keys(download.names)
    const verdict = await changed(({ names }) => {
      delete names[key]
    })
    expect(verdict).toMatchObject({ verdict: "published", without: 1 })
  })

  test.each(["", "no JSON", "42", "null"])("is not what cannot be read: %j", async (text) => {
    expect(await check(text)).toEqual({ verdict: "unreadable" })
  })

  test("is told from one that says something twice, so that programs read this or that", async () => {
    const text = JSON.stringify(download)
    const twice = [
      // What most programs read is the second, which is the published one; a person reads the first.
      text.replace('"record":{', '"record":{"nextMeeting":"Never.",'),
      text.replace('{"format"', '{"names":{},"format"'),
      text.replace('"record":{', '"record":{"next\\u004deeting":"Never.",'),
    ]
    for (const forged of twice) {
      expect(JSON.parse(forged)).toEqual(JSON.parse(text))
      expect(await check(forged)).toMatchObject({ verdict: "ambiguous" })
    }
    expect(await check(twice[0] ?? "")).toEqual({ verdict: "ambiguous", at: "nextMeeting" })
  })

  test.each([
    ["a number that loses digits", '{"version": 1.0000000000000000001}'],
    ["an integer beyond what is exact", '{"version": 9007199254740993}'],
    ["a number without end", '{"version": 1e999}'],
    ["half of a sign", '{"reason": "\\ud800"}'],
    ["a field twice, deep inside", '{"a": [{"b": {"c": 1, "d": [], "c": 1}}]}'],
  ])("is not %s", async (_, text) => {
    expect(await check(text)).toMatchObject({ verdict: "ambiguous" })
  })

  test.each([
    ["the same field in two objects", '{"a": {"b": 1}, "c": {"b": 1}}'],
    ["a value that is a field's name", '{"a": ["a", "a"], "b": "a"}'],
    ["brackets and commas in words", '{"a": "}, \\"a\\": {", "b": ","}'],
    ["exact numbers", '{"a": -0.1e-7, "b": 9007199254740991, "c": 0.30000000000000004}'],
  ])("is read where nothing stands twice: %s", async (_, text) => {
    expect(await check(text)).toMatchObject({ verdict: "changed" })
  })

  test.each([
    ["hostile fields", '{"__proto__": {"names": 1}}'],
    ["a deep nest", `${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}`],
    ["a download of nothing", '{"format": "rapporteur-report", "schema": 1}'],
  ])("is not any other JSON: %s", async (_, text) => {
    expect(await check(text)).toMatchObject({ verdict: "changed", claims: null })
  })

  test("can be checked only so often from one connection", async () => {
    const once = () =>
      checkFile(anybody, { slug, file: new File(["{}"], "x.json"), network: "198.51.100.1" })
    for (let count = 0; count < 60; count++) await once()
    await expect(once()).rejects.toMatchObject({ code: "too_many" })
  })
})

describe("the ledger", () => {
  test("is public with its head, and an entry is found by what it seals", async () => {
    const ledger = await findLedger(slug)
    expect(ledger?.entries).toEqual([await findHead(slug)])
    expect(await findEntry(reportId)).toEqual(ledger?.entries[0])
    expect(await findLedger("nobody")).toBeNull()
    expect((await findLedger(slug, { to: 0 }))?.entries).toEqual([])
    expect((await findLedger(slug, { most: 1, to: 1 }))?.entries).toMatchObject([{ position: 1 }])
  })

  test("can be computed again from what is public alone, as its page says", async () => {
    const { hash, ...entry } = download.ledger
    const fields = ["address", "at", "kind", "position", "previous", "schema", "sha256"]
    const sealed = fields.map((field) => {
      const value = { schema: 1, ...entry }[field as keyof typeof entry]
      return `${JSON.stringify(field)}:${JSON.stringify(value)}`
    })
    expect(sha256OfText(`{${sealed.join()}}`)).toBe(hash)
  })
})
