import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMinutes } from "@/db/factories/meetings"
import { arrangeScene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { groups } from "@/db/schema/groups"
import { mails } from "@/db/schema/mail"
import { meetings } from "@/db/schema/meetings"
import { notices } from "@/db/schema/notices"
import { searchTexts } from "@/db/schema/search"
import { beginCorrection } from "@/lib/corrections/begin"
import { withdrawReport } from "@/lib/corrections/withdraw"
import { editMeeting } from "@/lib/meetings/edit"
import { factFields } from "@/lib/meetings/form-fields"
import { editMeetingInput } from "@/lib/meetings/input"
import { makeMeeting } from "@/lib/meetings/make-meeting"
import { listOffices } from "@/lib/meetings/offices"
import { findRenumbered } from "@/lib/meetings/public-queries"
import { emptyText } from "@/lib/minutes/model"
import { getCurrentText } from "@/lib/minutes/queries"
import { beginMinutes } from "@/lib/minutes/write-revision"
import { transaction } from "@/lib/platform/database"
import { indexSources } from "@/lib/reactions/index-search"
import { reactTo } from "@/lib/reactions/react"
import { findNewestVersion, findReportFile } from "@/lib/report-files/public-queries"
import { sourceOf } from "@/lib/search/sources"
import { announceReport } from "./announce"
import { findNewestVersion as findNewestReport } from "./newest-version"
import { findPublishedReport, listPublishedReports } from "./public-queries"
import { publishMinutes } from "./publish"
import { getPublishing } from "./queries"
import { usualLanguage } from "./usual-language"

const { app, owner } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

async function arrange() {
  const scene = await arrangeScene(owner)
  const { meetingId, groupId, first, second, chair } = scene
  await arrangeMinutes(owner, meetingId, {
    opening: "The group met on 3 March 2022 at 13:00 UTC.",
    [first]: "Marmalade was discussed.",
    [second]: "",
  })
  const [group] = await app.select().from(groups).where(eq(groups.id, groupId))
  const slug = group?.slug ?? ""
  const publish = async () =>
    publishMinutes(chair, {
      ...{ meetingId, language: "en", overrides: [] },
      revision: (await getCurrentText(app, meetingId))?.revision ?? 0,
    })
  const renumber = async (number: number) => {
    const [meeting] = await app.select().from(meetings).where(eq(meetings.id, meetingId))
    if (!meeting) throw new Error("No meeting")
    const fields = factFields(meeting, await listOffices(app, meetingId))
    await editMeeting(
      chair,
      editMeetingInput.parse({
        ...fields,
        meetingId,
        revision: meeting.revision,
        number: String(number),
      }),
    )
  }
  const react = async () => {
    const happened = await app.select().from(events).where(eq(events.groupId, groupId))
    for (const { id } of happened) await reactTo(id)
  }
  return { ...scene, slug, publish, renumber, react }
}

test("a version is published in the language of the one before, whatever the co-chair's screen speaks", async () => {
  const { slug, renumber, chair, meetingId, groupId } = await arrange()
  const revision = async () => (await getCurrentText(app, meetingId))?.revision ?? 0
  const press = async (language?: "en" | "fr") =>
    publishMinutes(chair, { meetingId, revision: await revision(), language, overrides: [] })
  const preset = async () => (await getPublishing(chair, slug, meetingId, "fr")).language
  // The page at /fr presets what the group writes in, not the language of its own words.
  expect(await preset()).toBe("en")
  await press()
  await beginCorrection(chair, { meetingId, version: 1, reason: "It was the 41st." })
  expect(await preset()).toBe("en")
  await expect(press()).rejects.toMatchObject({ key: "report.unchanged" })
  await renumber(41)
  await press()
  const second = await findNewestReport(app, meetingId)
  expect(second?.content.language).toBe("en")
  // Whoever chooses another one says so of the whole report.
  await beginCorrection(chair, { meetingId, version: 2, reason: "It is written in French." })
  await press("fr")
  const third = await findNewestReport(app, meetingId)
  expect(third?.content).toMatchObject({ language: "fr", correction: { touches: [""] } })
  expect(await usualLanguage(app, groupId)).toBe("fr")
  await beginCorrection(chair, { meetingId, version: 3, reason: "The 42nd." })
  expect((await getPublishing(chair, slug, meetingId, "en")).language).toBe("fr")
})

test("a first report is preset to the language of the group's newest one", async () => {
  const { slug, groupId, meetingId, chair, member } = await arrange()
  await publishMinutes(chair, { meetingId, revision: 1, language: "fr", overrides: [] })
  const next = await transaction(async (tx) => {
    const startsAt = new Date("2022-04-03T13:00:00Z")
    const { id } = await makeMeeting(tx, { groupId, number: 34, startsAt })
    const text = emptyText([])
    await beginMinutes(tx, { meetingId: id, authorId: member.personId, text })
    return id
  })
  expect((await getPublishing(chair, slug, next, "en")).language).toBe("fr")
})

test("a corrected number moves every version, and the old address leads on, also to a version", async () => {
  const { slug, publish, renumber, chair, meetingId } = await arrange()
  await publish()
  await beginCorrection(chair, { meetingId, version: 1, reason: "It was the 41st." })
  await renumber(41)
  // Before the correction is published nothing of it shows.
  expect((await findPublishedReport(slug, 33))?.report.meeting.number).toBe(33)
  expect(await findPublishedReport(slug, 41)).toBeNull()
  expect(await findRenumbered(slug, 33)).toBeNull()
  await publish()
  expect(await findPublishedReport(slug, 33)).toBeNull()
  expect(await findRenumbered(slug, 33)).toBe(41)
  const newest = await findPublishedReport(slug, 41)
  expect(newest?.report.meeting.number).toBe(41)
  expect(newest?.setting.previous).toBeNull()
  expect(newest?.setting.versions.map(({ version }) => version)).toEqual([2, 1])
  expect((await findPublishedReport(slug, 41, 1))?.report.meeting.number).toBe(33)
  // A further correction that is under way changes no address.
  await beginCorrection(chair, { meetingId, version: 2, reason: "No, the 42nd." })
  await renumber(42)
  expect(await findRenumbered(slug, 33)).toBe(41)
  expect(await findPublishedReport(slug, 42)).toBeNull()
})

test("the files of a renumbered report stand where its pages do, and the old address gives no old one", async () => {
  const { slug, publish, renumber, chair, meetingId } = await arrange()
  await publish()
  await beginCorrection(chair, { meetingId, version: 1, reason: "It was the 41st." })
  await renumber(41)
  expect(await findNewestVersion(slug, 33)).toBe(1)
  await publish()
  expect(await findNewestVersion(slug, 41)).toBe(2)
  expect(await findNewestVersion(slug, 33)).toBeNull()
  const first = await findReportFile(slug, 41, 1, "txt")
  expect(first).not.toBeNull()
  expect((await findReportFile(slug, 33, 1, "txt"))?.sha256).toBe(first?.sha256)
})

test("an old address leads on also while a correction is about to take that number back", async () => {
  const { slug, publish, renumber, chair, meetingId } = await arrange()
  await publish()
  await beginCorrection(chair, { meetingId, version: 1, reason: "It was the 41st." })
  await renumber(41)
  await publish()
  await beginCorrection(chair, { meetingId, version: 2, reason: "It was the 33rd after all." })
  await renumber(33)
  expect(await findRenumbered(slug, 33)).toBe(41)
  expect(await findRenumbered(slug, 41)).toBeNull()
  await publish()
  expect(await findRenumbered(slug, 33)).toBeNull()
  expect(await findRenumbered(slug, 41)).toBe(33)
})

test("the mailing list hears the title that is published, not that of a correction under way", async () => {
  const { publish, chair, meetingId, groupId } = await arrange()
  const mailingList = `${groupId.slice(0, 8)}@lists.example.org`
  await owner.update(groups).set({ mailingList }).where(eq(groups.id, groupId))
  await owner.update(meetings).set({ title: "The plan" }).where(eq(meetings.id, meetingId))
  await publish()
  await beginCorrection(chair, { meetingId, version: 1, reason: "The title is another." })
  await owner.update(meetings).set({ title: "The budget" }).where(eq(meetings.id, meetingId))
  await announceReport(chair, { meetingId })
  const [mail] = await app.select().from(mails).where(eq(mails.to, mailingList))
  expect(mail?.subject).toContain("The plan")
  expect(JSON.stringify(mail)).not.toContain("The budget")
})

test("every version tells what was corrected since and why, and that the report was withdrawn", async () => {
  const { slug, publish, renumber, chair, meetingId } = await arrange()
  await publish()
  await beginCorrection(chair, { meetingId, version: 1, reason: "It was the 41st." })
  await renumber(41)
  await publish()
  const reason = "The group had not agreed."
  await withdrawReport(chair, { meetingId, version: 2, reason })
  const first = await findPublishedReport(slug, 41, 1)
  expect(first?.setting.versions).toMatchObject([
    { version: 3, correction: null, withdrawal: { reason, by: { name: chair.name } } },
    {
      version: 2,
      correction: { corrects: 1, reason: "It was the 41st.", by: { name: chair.name } },
      withdrawal: null,
    },
    { version: 1, correction: null, withdrawal: null },
  ])
  expect(await listPublishedReports(slug)).toMatchObject([
    { number: 41, version: 3, withdrawn: true },
  ])
})

test("the files of a withdrawal say that it is one, and count no participants", async () => {
  const { slug, publish, chair, meetingId } = await arrange()
  await publish()
  await withdrawReport(chair, { meetingId, version: 1, reason: "The group had not agreed." })
  for (const format of ["txt", "md"] as const) {
    const found = await findReportFile(slug, 33, 2, format)
    const text = Buffer.from(found?.file ?? []).toString("utf8")
    expect(text).toContain("The group had not agreed.")
    expect(text).not.toMatch(/participants|no regrets/i)
  }
})

test("members are told of a correction and of a withdrawal; the search finds no withdrawn word", async () => {
  const { publish, renumber, react, chair, member, meetingId } = await arrange()
  const found = async () =>
    (await app.select().from(searchTexts)).filter(
      (row) =>
        row.source === sourceOf("meeting", meetingId) &&
        row.reach === "public" &&
        JSON.stringify(row).includes("Marmalade"),
    ).length
  const index = () => indexSources([sourceOf("meeting", meetingId)])
  await publish()
  await index()
  expect(await found()).toBe(1)
  await beginCorrection(chair, { meetingId, version: 1, reason: "It was the 41st." })
  await renumber(41)
  await publish()
  await withdrawReport(chair, { meetingId, version: 2, reason: "Not agreed." })
  await index()
  expect(await found()).toBe(0)
  await react()
  const told = await app.select().from(notices).where(eq(notices.personId, member.personId))
  expect(told.map(({ kind, key }) => [kind, key.split(" ")[1]])).toEqual([
    ["version-published", "1"],
    ["version-published", "2"],
    ["version-published", "3"],
  ])
})
