import { eq, sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, makePerson } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { meetings } from "@/db/schema/meetings"
import { minutes, minutesRevisions } from "@/db/schema/minutes"
import { reports } from "@/db/schema/reports"
import { writeMinutes } from "@/e2e/support/write-minutes"
import { makeMeeting } from "@/lib/meetings/make-meeting"
import { writeAgenda } from "@/lib/meetings/write-agenda"
import { writeAttendance } from "@/lib/meetings/write-attendance"
import { emptyText, type MinutesText } from "@/lib/minutes/model"
import { beginMinutes } from "@/lib/minutes/write-revision"
import { transaction } from "@/lib/platform/database"
import type { Refusal } from "@/lib/platform/errors"
import { sha256Of } from "@/lib/record/canonical"
import { openVersion } from "@/lib/record/open-content"
import { publishMinutes } from "./publish"

const { app, owner } = await testDatabase()

async function arrange(
  changes: { number?: number | null; startsAt?: Date | null; empty?: boolean } = {},
) {
  const group = await makeGroup(owner)
  const coChair = await makeActor(owner, { name: "Ada Okafor", roles: { [group.id]: "co-chair" } })
  const member = await makeActor(owner, { name: "Bo Lind", roles: { [group.id]: "member" } })
  const guest = await makePerson(owner, { name: "Cleo Duarte" })
  const meetingId = await transaction(async (tx) => {
    const { id } = await makeMeeting(tx, {
      groupId: group.id,
      number: changes.number === undefined ? 7 : changes.number,
      startsAt:
        changes.startsAt === undefined ? new Date("2026-03-05T13:00:00Z") : changes.startsAt,
      joinLink: "https://calls.example.org/secret-room",
    })
    const row = { id: null, depth: 0, presenter: "", minutes: null, coverage: null }
    const items = await writeAgenda(tx, id, [
      { ...row, title: "The plan" },
      { ...row, title: "News" },
    ])
    await writeAttendance(tx, id, [
      { personId: guest.id, kind: "present", capacity: "observer" },
      { personId: member.personId, kind: "regrets", capacity: "" },
    ])
    await beginMinutes(tx, {
      meetingId: id,
      authorId: member.personId,
      text: changes.empty ? emptyText(items) : textFor(items),
    })
    return id
  })
  const publish = (
    actor = coChair,
    revision = 1,
    overrides: { key: string; reason: string }[] = [],
  ) => publishMinutes(actor, { meetingId, revision, language: "en", overrides })
  return { group, coChair, member, meetingId, publish }
}

function textFor(items: { id: string }[]): MinutesText {
  const text = emptyText(items)
  const words = (said: string) => [
    { type: "paragraph" as const, content: [{ type: "text" as const, text: said }] },
  ]
  const [first] = items
  if (first) {
    text.sections[first.id] = {
      type: "doc",
      content: [
        ...words("The plan was discussed."),
        {
          type: "decision",
          attrs: { id: crypto.randomUUID() },
          content: words("The plan is adopted."),
        },
      ],
    }
  }
  return text
}

const refused = async (promise: Promise<unknown>) =>
  (await promise.then(
    () => null,
    (error: unknown) => error,
  )) as Refusal | null

describe("publishing", () => {
  test("writes version 1 with all that the page shows, its hash, and one event", async () => {
    const { group, publish, meetingId, coChair } = await arrange()
    expect(await publish()).toMatchObject({ slug: group.slug, number: 7, version: 1 })
    const [report] = await app.select().from(reports).where(eq(reports.meetingId, meetingId))
    if (!report) throw new Error("No report")
    const content = await openVersion(app, report)
    expect(content.agenda.map(({ label, title, coverage }) => [label, title, coverage])).toEqual([
      ["1", "The plan", "discussed"],
      ["2", "News", "not-recorded"],
    ])
    expect(content.attendance).toMatchObject({
      present: [{ name: "Cleo Duarte", capacity: "observer" }],
      regrets: [{ name: "Bo Lind" }],
    })
    expect(report.sha256).toBe(sha256Of(report.content))
    expect(JSON.stringify(report.content)).not.toMatch(/Cleo|observer/)
    expect(report.publishedBy).toBe(coChair.personId)
    const happened = await app.select().from(events).where(eq(events.subjectId, meetingId))
    expect(happened.map(({ name }) => name)).toEqual(["report.published"])
  })

  test("leaves join link, mail addresses and ids of people behind", async () => {
    const { publish, meetingId, coChair, member } = await arrange()
    await publish()
    const [report] = await app.select().from(reports).where(eq(reports.meetingId, meetingId))
    const published = JSON.stringify(report?.content)
    for (const secret of [
      "secret-room",
      coChair.email,
      member.email,
      coChair.personId,
      member.personId,
    ]) {
      expect(published).not.toContain(secret)
    }
  })

  test("counts and does not name when the list is given on request", async () => {
    const { publish, meetingId } = await arrange()
    await owner
      .update(meetings)
      .set({ participantList: "on-request" })
      .where(eq(meetings.id, meetingId))
    await publish()
    const [report] = await app.select().from(reports).where(eq(reports.meetingId, meetingId))
    expect(JSON.stringify(report?.content)).not.toContain("Cleo Duarte")
    expect(report?.content).toMatchObject({
      attendance: { counts: { present: 1, regrets: 1, written: 0 } },
    })
  })
})

describe("is refused", () => {
  test("to a member, to an outsider and to the public, each in their way", async () => {
    const { publish, member } = await arrange()
    expect((await refused(publish(member)))?.code).toBe("forbidden")
    expect((await refused(publish(await makeActor(owner))))?.code).toBe("not_found")
    expect((await refused(publish({ kind: "public" } as never)))?.code).toBe("sign_in")
  })

  test("without number, start and text, naming all of it", async () => {
    const { publish, meetingId } = await arrange({ number: null, startsAt: null, empty: true })
    expect((await refused(publish()))?.data).toEqual({ lacks: ["number", "start", "text"] })
    expect(await app.select().from(reports).where(eq(reports.meetingId, meetingId))).toEqual([])
  })

  test("before the meeting has begun, and when it was cancelled", async () => {
    const later = await arrange({ startsAt: new Date(Date.now() + 86_400_000) })
    expect((await refused(later.publish()))?.data).toEqual({ lacks: ["future"] })
    const { publish, meetingId } = await arrange()
    await owner
      .update(meetings)
      .set({ cancelledAt: new Date(), cancelReason: "ill" })
      .where(eq(meetings.id, meetingId))
    expect((await refused(publish()))?.data).toEqual({ lacks: ["cancelled"] })
  })

  test("when somebody wrote on while the form was open: that revision is published, or none", async () => {
    const { publish, meetingId, member } = await arrange()
    const [row] = await app
      .select()
      .from(minutesRevisions)
      .where(eq(minutesRevisions.meetingId, meetingId))
    const text = structuredClone(row?.text) as MinutesText
    text.sections.closing = {
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: "One more word." }] }],
    }
    await writeMinutes(member, meetingId, text)
    expect(await refused(publish())).toMatchObject({ code: "conflict", key: "report.stale" })
    await expect(publish(undefined, 2)).resolves.toMatchObject({ version: 1 })
  })

  test("to all but one of ten who press at once", async () => {
    const { publish, meetingId } = await arrange()
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => publish()))
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    for (const answer of answers) {
      if (answer.status === "rejected")
        expect(answer.reason).toMatchObject({ code: "conflict", key: "report.published" })
    }
    expect(await app.select().from(reports).where(eq(reports.meetingId, meetingId))).toHaveLength(1)
  })
})

describe("a published version cannot be changed", () => {
  beforeEach(async () => {
    await (await arrange()).publish()
  })
  const changes = {
    updated: sql`update reports set version = 2`,
    deleted: sql`delete from reports`,
    emptied: sql`truncate reports cascade`,
  }
  test.each(Object.entries(changes))("by the application: %s", async (_, change) => {
    await expect(app.execute(change)).rejects.toMatchObject({ cause: { code: "42501" } })
  })
  test.each(Object.entries(changes))("by the owner: %s", async (_, change) => {
    await expect(owner.execute(change)).rejects.toMatchObject({
      cause: { message: expect.stringContaining("written once") },
    })
  })
  test("nor its minutes, nor the trail; and no version can be left out", async () => {
    await expect(owner.execute(sql`update minutes_revisions set text = '{}'`)).rejects.toThrow()
    await expect(owner.execute(sql`delete from events`)).rejects.toThrow()
    await expect(owner.update(minutes).set({ revision: 9 })).rejects.toThrow()
    const gap = sql`insert into reports (group_id, meeting_id, number, version, content, sha256, minutes_revision, published_at, published_by)
      select group_id, meeting_id, number, 3, content, sha256, minutes_revision, published_at, published_by from reports limit 1`
    await expect(owner.execute(gap)).rejects.toMatchObject({
      cause: { message: expect.stringContaining("out of sequence") },
    })
  })
})
