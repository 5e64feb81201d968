import { and, eq, isNotNull, isNull } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMinutes } from "@/db/factories/meetings"
import { makeActor, type SignedIn } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { attendance } from "@/db/schema/meetings"
import { recordNames, reportFiles } from "@/db/schema/record"
import { reports } from "@/db/schema/reports"
import { searchTexts } from "@/db/schema/search"
import { erasureOf } from "@/e2e/support/erasure"
import { transaction } from "@/lib/platform/database"
import { findPublishedReport } from "@/lib/reports/public-queries"
import { publishMinutes } from "@/lib/reports/publish"
import { writeVersion } from "@/lib/reports/write-version"
import { writeSource } from "@/lib/search/write-source"
import { compareDownload } from "./compare-download"
import { eraseNames } from "./erase-names"
import { eraseNamesInput } from "./input"
import { openVersion } from "./open-content"
import { findDownload } from "./public-queries"
import { findNames } from "./queries"
import { verifyIn, verifyRecord } from "./verify/verify"

const { app, owner } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

let scene: Scene
let secretary: SignedIn
let slug: string
let reportId: string

beforeEach(async () => {
  scene = await arrangeScene(owner)
  secretary = await makeActor(owner, { name: "Olena Veres", secretariat: true })
  const { meetingId, first, second, member, other, chair } = scene
  await owner.insert(attendance).values([
    { meetingId, personId: member.personId, kind: "present", capacity: "Harbour Guild" },
    { meetingId, personId: other.personId, kind: "present", capacity: "" },
  ])
  await arrangeMinutes(owner, meetingId, {
    opening: "ILVA MORANDINI opened.",
    [first]: "Then Ilva Morandini and Samir Koskela spoke.",
    [second]: "",
  })
  const published = await publishMinutes(chair, {
    ...{ meetingId, revision: 1, language: "en", overrides: [] },
  })
  slug = published.slug
  const [report] = await app.select().from(reports).where(eq(reports.meetingId, meetingId))
  reportId = report?.id ?? ""
})

const ilva = () => findNames(secretary, { text: "morandini", personId: null })
const erase = async (because = "Request of 3 March, article 17 GDPR") => {
  const { places } = await ilva()
  const here = places.filter((place) => place.subjectId === reportId)
  const names = here.map(({ key }) => `${reportId}.${key}`)
  return eraseNames(secretary, erasureOf(names, because))
}

/** A second version, out of minutes that still have the name, as readers see it. */
async function correct() {
  const { meetingId, groupId, chair } = scene
  const first = await findPublishedReport(slug, 33)
  if (!first) throw new Error("No report")
  const said = {
    type: "paragraph" as const,
    content: [{ type: "text" as const, text: "Ilva Morandini and Samir Koskela." }],
  }
  const content = {
    ...first.report,
    version: 2,
    sections: [{ id: "opening", content: [said] }],
    attendance: {
      list: "annexed" as const,
      present: [{ name: "Ilva Morandini", capacity: "Guild" }],
      regrets: [],
      written: [],
    },
  }
  const { reportId: second } = await transaction((tx) =>
    writeVersion(tx, {
      ...{ groupId, meetingId, content, minutesRevision: 1 },
      ...{ publishedBy: chair.personId, findings: [], overrides: [] },
    }),
  )
  const [row] = await app.select().from(reports).where(eq(reports.id, second))
  if (!row) throw new Error("No version")
  return { second, opened: await openVersion(app, row) }
}

describe("erasing names", () => {
  test("finds every spelling of a person, and what they were called, by a part of the name", async () => {
    const { places } = await ilva()
    const here = places.filter((place) => place.subjectId === reportId)
    expect(here.map(({ name }) => name).sort()).toEqual([
      "Harbour Guild",
      "ILVA MORANDINI",
      "Ilva Morandini",
    ])
    const byPerson = await findNames(secretary, { text: "", personId: scene.member.personId })
    expect(byPerson.places).toEqual(here)
    expect(await findNames(secretary, { text: "%", personId: null })).toMatchObject({ total: 0 })
  })

  test("takes them out of the page, the download, the search and the files; the chain holds", async () => {
    const before = JSON.stringify(await findDownload(reportId))
    await owner
      .insert(reportFiles)
      .values({ reportId, format: "txt", file: Buffer.from("Ilva Morandini"), sha256: "x" })
    await transaction((tx) => writeSource(tx, `meeting:${scene.meetingId}`))
    expect(await erase()).toEqual({ names: 3, versions: 1 })

    const page = await findPublishedReport(slug, 33)
    const shown = JSON.stringify(page?.report)
    expect(shown).not.toMatch(/morandini|Harbour Guild/i)
    expect(shown).toContain("Then [name removed] and Samir Koskela spoke.")
    const after = JSON.stringify(await findDownload(reportId))
    expect(after).not.toMatch(/morandini|Harbour Guild/i)
    expect(await app.select().from(reportFiles).where(eq(reportFiles.reportId, reportId))).toEqual(
      [],
    )

    const [event] = await app
      .select()
      .from(events)
      .where(eq(events.name, "record.nameErased"))
      .orderBy(events.id)
      .limit(1)
    expect(JSON.stringify(event?.data)).not.toMatch(/morandini/i)
    const found = await app
      .select()
      .from(searchTexts)
      .where(and(eq(searchTexts.groupId, scene.groupId), eq(searchTexts.reach, "public")))
    expect(found.length).toBeGreaterThan(0)
    expect(JSON.stringify(found)).not.toMatch(/morandini|Harbour Guild/i)

    const { differences, erased } = await verifyRecord()
    expect(differences).toEqual([])
    expect(erased).toBeGreaterThanOrEqual(3)
    expect(await compareDownload(after)).toMatchObject({ verdict: "published", without: 3 })
    expect(await compareDownload(before)).toMatchObject({ verdict: "published", without: 0 })
  })

  test("holds for the versions that follow, although the minutes still have the name", async () => {
    await erase()
    const { second, opened } = await correct()
    expect(opened.attendance).toMatchObject({ present: [{ name: "[name removed]", capacity: "" }] })
    expect(JSON.stringify(opened)).toContain("[name removed] and Samir Koskela.")
    const kept = await app.select().from(recordNames).where(eq(recordNames.subjectId, second))
    expect(JSON.stringify(kept)).not.toMatch(/Morandini|Guild/)
    expect((await verifyRecord()).differences).toEqual([])
  })

  test("is told from another name that was erased by hand under the same ground", async () => {
    await erase()
    await correct()
    const [how] = await app
      .select({ erasedAt: recordNames.erasedAt, because: recordNames.erasedBecause })
      .from(recordNames)
      .where(and(eq(recordNames.subjectId, reportId), isNotNull(recordNames.erasedAt)))
      .limit(1)
    const undo = new Error("undo")
    let told: string[] = []
    await owner
      .transaction(async (tx) => {
        await tx
          .update(recordNames)
          .set({ name: null, salt: null, erasedAt: how?.erasedAt, erasedBecause: how?.because })
          .where(and(eq(recordNames.subjectId, reportId), eq(recordNames.name, "Samir Koskela")))
        told = (await verifyIn(tx)).differences.map(({ what }) => what)
        throw undo
      })
      .catch((error: unknown) => {
        if (error !== undo) throw error
      })
    expect(told).toEqual([expect.stringMatching(/^p\d+ was erased, and no event tells of it$/)])
  })

  test("of what somebody was called leaves their name in the versions that follow", async () => {
    const { places } = await ilva()
    const called = places.find((place) => place.subjectId === reportId && place.isCapacity)
    await eraseNames(secretary, erasureOf([`${reportId}.${called?.key}`], "Left the guild"))
    const { opened } = await correct()
    expect(opened.attendance).toMatchObject({ present: [{ name: "Ilva Morandini", capacity: "" }] })
    expect(JSON.stringify(opened)).toContain("Ilva Morandini and Samir Koskela.")
  })

  test("happens once, with a ground that does not hold the name", async () => {
    const { places } = await ilva()
    const names = places
      .filter((p) => p.subjectId === reportId)
      .map(({ key }) => `${reportId}.${key}`)
    const input = erasureOf(names, "Asked by Ilva  MORANDINI")
    await expect(eraseNames(secretary, input)).rejects.toMatchObject({
      fields: { because: "record.reasonNames" },
    })
    await erase()
    await expect(eraseNames(secretary, { ...input, because: "Again" })).rejects.toMatchObject({
      code: "conflict",
    })
    const [row] = await app
      .select()
      .from(recordNames)
      .where(and(eq(recordNames.subjectId, reportId), isNull(recordNames.name)))
    expect(row).toMatchObject({ salt: null, erasedBy: secretary.personId })
  })

  test("is for the secretariat alone", async () => {
    const input = erasureOf([`${reportId}.p1`], "Mine")
    for (const actor of [scene.chair, scene.member, { kind: "public" as const }]) {
      await expect(eraseNames(actor, input)).rejects.toMatchObject({ name: "Refusal" })
      await expect(findNames(actor, { text: "a", personId: null })).rejects.toMatchObject({
        name: "Refusal",
      })
    }
  })

  test("takes no other keys than those of names", () => {
    const parse = (names: unknown) => eraseNamesInput.safeParse({ ...erasureOf([]), names }).success
    expect(parse([`${reportId}.p1`])).toBe(true)
    expect(parse([`${reportId}.former`])).toBe(false)
    expect(parse(undefined)).toBe(false)
  })
})
