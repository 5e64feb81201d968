import { randomUUID } from "node:crypto"
import { afterEach, beforeAll, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { groups } from "@/db/schema/groups"
import { agendaItems, meetingFormerNumbers, meetings } from "@/db/schema/meetings"
import { memberships } from "@/db/schema/members"
import { people } from "@/db/schema/people"
import { reports } from "@/db/schema/reports"
import { findPublicGroup, listPublicGroups } from "@/lib/groups/public-queries"
import {
  findAnnouncedMeeting,
  findRenumbered,
  listAnnouncedMeetings,
} from "@/lib/meetings/public-queries"
import { setClock } from "@/lib/platform/clock"
import { exampleReport } from "./example"
import type { ReportContent } from "./model"
import { findPublishedReport, listNewReports, listPublishedReports } from "./public-queries"

const { owner } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

const person = randomUUID()
const harbour = randomUUID()

async function meeting(facts: Partial<typeof meetings.$inferInsert>): Promise<string> {
  const id = randomUUID()
  await owner.insert(meetings).values({
    id,
    groupId: harbour,
    minutes: 60,
    joinLink: "https://secret.example.org/join",
    ...facts,
  })
  return id
}

async function publish(meetingId: string, report: ReportContent): Promise<void> {
  await owner.insert(reports).values({
    groupId: harbour,
    meetingId,
    number: report.meeting.number,
    version: report.version,
    content: report,
    sha256: "ab".repeat(32),
    minutesRevision: 1,
    publishedAt: new Date(report.publishedAt),
    publishedBy: person,
  })
}

beforeAll(async () => {
  const member = randomUUID()
  await owner.insert(people).values([
    { id: person, name: "Tomas Okwuosa" },
    { id: member, name: "Quiet Member" },
  ])
  await owner.insert(groups).values([
    { id: harbour, slug: "wg-harbour", shortName: "WG-Harbour", name: "Working Group on Harbours" },
    { slug: "wg-empty", shortName: "WG-Empty", name: "A Group without Meetings" },
  ])
  await owner.insert(memberships).values([
    { groupId: harbour, personId: person, role: "co-chair" },
    { groupId: harbour, personId: member, role: "member" },
  ])
  const startsAt = new Date("2022-03-03T13:00:00Z")
  const done = await meeting({ number: 33, startsAt })
  await publish(done, exampleReport())
  await publish(done, exampleReport({ version: 2, publishedAt: "2022-03-11T10:00:00Z" }))
  await owner
    .insert(meetingFormerNumbers)
    .values({ groupId: harbour, number: 330, meetingId: done })
  await meeting({ number: 32, startsAt: new Date("2022-02-17T13:00:00Z"), fromArchive: true })
  const planned = await meeting({ number: 34, startsAt: new Date("2022-03-17T13:00:00Z") })
  await owner.insert(agendaItems).values([
    { meetingId: planned, position: 1, title: "Second" },
    { meetingId: planned, position: 0, title: "First", presenter: "Quiet Member" },
  ])
  const cancelledAt = new Date("2022-03-10T00:00:00Z")
  await meeting({
    number: 35,
    startsAt: new Date("2022-03-24T13:00:00Z"),
    cancelledAt,
    cancelReason: "internal matters",
  })
  await meeting({ number: null, startsAt: null, title: "An unnumbered draft" })
  setClock(() => new Date("2022-03-15T12:00:00Z"))
})
afterEach(() => setClock(() => new Date("2022-03-15T12:00:00Z")))

test("the newest version is found, an older one by its number, a missing one not at all", async () => {
  const newest = await findPublishedReport("wg-harbour", 33)
  expect(newest?.report.version).toBe(2)
  expect(newest?.setting.versions.map((each) => each.version)).toEqual([2, 1])
  expect((await findPublishedReport("wg-harbour", 33, 1))?.report.version).toBe(1)
  expect(await findPublishedReport("wg-harbour", 33, 3)).toBeNull()
  expect(await findPublishedReport("wg-harbour", 34)).toBeNull()
  expect(await findPublishedReport("wg-empty", 33)).toBeNull()
})

test("neighbours are published reports and announced calls, not drafts or cancelled ones", async () => {
  const found = await findPublishedReport("wg-harbour", 33)
  expect(found?.setting.previous).toBeNull()
  expect(found?.setting.next).toMatchObject({ number: 34, state: "planned" })
  expect(found?.setting.until).toEqual(new Date("2022-03-17T14:00:00Z"))
})

test("lists show each meeting once, with what its newest version holds", async () => {
  const lines = await listPublishedReports("wg-harbour")
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({
    number: 33,
    version: 2,
    startsAt: new Date("2022-03-03T13:00:00Z"),
    agenda: ["Plan for 2022", "News", "Nominations"],
    decisions: 2,
    actions: 1,
  })
  expect((await listNewReports(5)).map((each) => each.slug)).toEqual(["wg-harbour"])
})

test("announced calls come without their link, people and reasons; the archive's drafts not at all", async () => {
  const calls = await listAnnouncedMeetings("wg-harbour")
  expect(calls.map((call) => [call.number, call.state])).toEqual([
    [35, "cancelled"],
    [34, "planned"],
  ])
  const call = await findAnnouncedMeeting("wg-harbour", 34)
  expect(call?.agenda.map((item) => [item.label, item.title])).toEqual([
    ["1", "First"],
    ["2", "Second"],
  ])
  expect(JSON.stringify([calls, call])).not.toMatch(/secret|internal|Quiet Member/)
  expect(await findAnnouncedMeeting("wg-harbour", 32)).toBeNull()
  expect(await findAnnouncedMeeting("wg-harbour", 33)).toBeNull()
})

test("once a call is over only its date is known until its minutes are published", async () => {
  setClock(() => new Date("2022-03-17T14:00:00Z"))
  expect(await findAnnouncedMeeting("wg-harbour", 34)).toBeNull()
  expect((await listAnnouncedMeetings("wg-harbour"))[1]).toMatchObject({ state: "held" })
  expect((await findPublishedReport("wg-harbour", 33))?.setting.next).toBeNull()
})

test("an old number leads to the new one", async () => {
  expect(await findRenumbered("wg-harbour", 330)).toBe(33)
  expect(await findRenumbered("wg-harbour", 33)).toBeNull()
})

test("a group names its co-chairs and nobody else", async () => {
  expect(await findPublicGroup("wg-harbour")).toMatchObject({ coChairs: ["Tomas Okwuosa"] })
  expect(JSON.stringify(await findPublicGroup("wg-harbour"))).not.toContain("Quiet")
  expect((await listPublicGroups()).map((group) => group.slug)).toEqual(["wg-empty", "wg-harbour"])
  expect(await findPublicGroup("wg-unknown")).toBeNull()
})
