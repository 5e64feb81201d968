import { eq, sql } from "drizzle-orm"
import { describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMinutes } from "@/db/factories/meetings"
import { arrangeScene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { corrections } from "@/db/schema/corrections"
import { groups } from "@/db/schema/groups"
import { meetings } from "@/db/schema/meetings"
import { reports } from "@/db/schema/reports"
import { writeMinutes } from "@/e2e/support/write-minutes"
import { editAgenda } from "@/lib/meetings/edit-agenda"
import { markSeat } from "@/lib/meetings/mark-seat"
import { getCurrentText } from "@/lib/minutes/queries"
import { savePlainMinutes } from "@/lib/minutes/save-plain"
import type { Actor } from "@/lib/platform/actor"
import { openContents } from "@/lib/record/open-content"
import { publishMinutes } from "@/lib/reports/publish"
import { findReportFacts } from "@/lib/reports/state-queries"
import { stateOf } from "@/lib/reports/status"
import { beginCorrection } from "./begin"
import { dropCorrection } from "./drop"
import { findCorrection } from "./queries"
import { withdrawReport } from "./withdraw"

const { app, owner } = await testDatabase()

const opening = "The 33rd meeting of the group was held on 3 March 2022 at 13:00 UTC."

async function arrange() {
  const scene = await arrangeScene(owner)
  const { meetingId, first, second, chair, other: taker } = scene
  await owner
    .update(meetings)
    .set({ noteTakerId: taker.personId })
    .where(eq(meetings.id, meetingId))
  await arrangeMinutes(owner, meetingId, { opening, [first]: "Eleven people spoke.", [second]: "" })
  const text = async () => (await getCurrentText(app, meetingId))?.text
  /** Says something else under the first item. */
  const write = async (actor: Actor, words: string) =>
    savePlainMinutes(actor, {
      meetingId,
      base: (await getCurrentText(app, meetingId))?.revision ?? 0,
      sections: { [first]: words },
      locale: "en",
    })
  const publish = async (given: { version?: number; revision?: number } = {}, actor = chair) =>
    publishMinutes(actor, {
      ...{ meetingId, language: "en", overrides: [] },
      revision: (await getCurrentText(app, meetingId))?.revision ?? 0,
      ...given,
    })
  const begin = (actor: Actor = chair, version = 1, reason = "Twelve people spoke, not eleven.") =>
    beginCorrection(actor, { meetingId, version, reason })
  const versions = async () =>
    openContents(
      app,
      await app
        .select({ id: reports.id, content: reports.content })
        .from(reports)
        .where(eq(reports.meetingId, meetingId))
        .orderBy(reports.version),
    )
  const state = async () => stateOf(await findReportFacts(app, meetingId))
  const trail = async () =>
    (
      await app
        .select({ name: events.name })
        .from(events)
        .where(eq(events.subjectId, meetingId))
        .orderBy(events.id)
    ).map(({ name }) => name)
  return { ...scene, taker, text, write, publish, begin, versions, state, trail }
}

describe("after publication", () => {
  test("text, agenda and attendance are closed to everybody, and say what to do", async () => {
    const { write, publish, chair, member, meetingId } = await arrange()
    await publish()
    const closed = { code: "conflict", key: "meeting.reportPublished" }
    await expect(write(member, "Something else.")).rejects.toMatchObject(closed)
    await expect(write(chair, "Something else.")).rejects.toMatchObject(closed)
    const { agendaRevision } = await meetingOf(meetingId)
    await expect(
      editAgenda(chair, { meetingId, revision: agendaRevision, items: [] }),
    ).rejects.toMatchObject(closed)
    await expect(
      markSeat(chair, { meetingId, personId: member.personId, kind: "present" }),
    ).rejects.toMatchObject(closed)
  })

  test("a correction opens them to note-taker and co-chairs, and to nobody else", async () => {
    const { write, publish, begin, chair, taker, member, state } = await arrange()
    await publish()
    await begin()
    expect(await state()).toBe("correcting")
    await expect(write(member, "Twelve.")).rejects.toMatchObject({ key: "meeting.inCorrection" })
    await expect(write(taker, "Twelve people spoke.")).resolves.toBeDefined()
    await expect(write(chair, "Twelve people spoke!")).resolves.toBeDefined()
  })
})

describe("a correction", () => {
  test("becomes the next version with its reason, its author and the paragraphs it touches", async () => {
    const { write, publish, begin, chair, first, versions, state, trail, meetingId } =
      await arrange()
    await publish()
    const [before] = await versions()
    await begin()
    await write(chair, "Twelve people spoke.")
    expect(await publish({ version: 2 })).toMatchObject({ version: 2 })
    const [one, two] = await versions()
    expect(one).toEqual(before)
    expect(two?.correction).toEqual({
      corrects: 1,
      reason: "Twelve people spoke, not eleven.",
      by: { name: chair.name, capacity: "Co-chair" },
      touches: [`${first}.0`],
    })
    expect(await state()).toBe("corrected")
    expect((await trail()).filter((name) => !name.startsWith("minutes."))).toEqual([
      "report.published",
      "correction.begun",
      "report.corrected",
    ])
    const [kept] = await app.select().from(corrections).where(eq(corrections.meetingId, meetingId))
    expect(kept?.reportId).not.toBeNull()
  })

  test("that changes nothing is not published", async () => {
    const { publish, begin } = await arrange()
    await publish()
    await begin()
    await expect(publish({ version: 2 })).rejects.toMatchObject({
      code: "conflict",
      key: "report.unchanged",
    })
  })

  test("is not begun twice, not of another version, and not by a member", async () => {
    const { publish, begin, member } = await arrange()
    await expect(begin()).rejects.toMatchObject({ key: "report.notPublished" })
    await publish()
    await expect(begin(member)).rejects.toMatchObject({ code: "forbidden" })
    await expect(begin(undefined, 2)).rejects.toMatchObject({ key: "correction.newer" })
    const results = await Promise.allSettled([begin(), begin(), begin()])
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    for (const result of results)
      if (result.status === "rejected") expect(result.reason.key).toBe("correction.isOpen")
  })

  test("that is dropped leaves the published text, and what was written in the history", async () => {
    const { write, publish, begin, chair, text, versions, state, meetingId } = await arrange()
    await publish()
    const published = await text()
    await begin()
    await write(chair, "Thirteen people spoke.")
    await dropCorrection(chair, { meetingId })
    expect(await text()).toEqual(published)
    expect(await state()).toBe("published")
    expect(await versions()).toHaveLength(1)
    const [{ n } = { n: 0 }] = await app.execute<{ n: number }>(
      sql`select count(*)::int as n from minutes_revisions where meeting_id = ${meetingId}`,
    )
    expect(n).toBe(3)
    await expect(dropCorrection(chair, { meetingId })).rejects.toMatchObject({
      key: "correction.none",
    })
    await expect(begin()).resolves.toBeDefined()
  })

  test("is not dropped while the meeting bears another number than its report", async () => {
    const { publish, begin, chair, meetingId } = await arrange()
    await publish()
    await begin()
    await owner.update(meetings).set({ number: 999 }).where(eq(meetings.id, meetingId))
    await expect(dropCorrection(chair, { meetingId })).rejects.toMatchObject({
      key: "correction.number",
      values: { number: 33 },
    })
  })
})

test("words that arrive while it is published are said to be in no version, until they are corrected away", async () => {
  const { publish, chair, first, groupId, meetingId, text } = await arrange()
  await publish()
  const [group] = await app.select().from(groups).where(eq(groups.id, groupId))
  const differs = async () => (await findCorrection(chair, group?.slug ?? "", meetingId))?.differs
  expect(await differs()).toBe(false)
  // What a server took in before it heard of the publication is kept without asking anybody again.
  const late = structuredClone(await text())
  if (!late) throw new Error("No minutes")
  late.sections[first] = {
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: "One word more." }] }],
  }
  await writeMinutes(chair, meetingId, late)
  expect(await differs()).toBe(true)
  await beginCorrection(chair, { meetingId, version: 1, reason: "To look." })
  expect(await differs()).toBe(false)
  await dropCorrection(chair, { meetingId })
  expect(await differs()).toBe(false)
})

describe("a withdrawal", () => {
  test("is a version that says why and names nobody else; a correction publishes the report anew", async () => {
    const { publish, begin, chair, meetingId, versions, state, trail } = await arrange()
    await publish()
    const reason = "It was published before the group had agreed."
    await withdrawReport(chair, { meetingId, version: 1, reason })
    const [one, two] = await versions()
    expect(two).toMatchObject({
      version: 2,
      withdrawal: { reason, by: { name: chair.name } },
      sections: [],
      agenda: [],
      chairs: [],
    })
    expect(one?.sections).not.toEqual([])
    expect(await state()).toBe("withdrawn")
    expect((await trail()).at(-1)).toBe("report.withdrawn")
    await expect(withdrawReport(chair, { meetingId, version: 2, reason })).rejects.toMatchObject({
      key: "correction.withdrawn",
    })
    await begin(chair, 2, "The group has agreed.")
    await publish({ version: 3 })
    const [, , three] = await versions()
    expect(three?.sections).toEqual(one?.sections)
    expect(three?.correction).toMatchObject({ corrects: 2 })
    expect(await state()).toBe("corrected")
  })

  test("is refused while something is being corrected, and to members", async () => {
    const { publish, begin, chair, member, meetingId } = await arrange()
    await publish()
    const input = { meetingId, version: 1, reason: "No." }
    await expect(withdrawReport(member, input)).rejects.toMatchObject({ code: "forbidden" })
    await begin()
    await expect(withdrawReport(chair, input)).rejects.toMatchObject({ key: "correction.isOpen" })
  })
})

test("a second press says who published what, and whether it is the same text", async () => {
  const { publish, chair, write, begin } = await arrange()
  await publish()
  await expect(publish()).rejects.toMatchObject({
    key: "report.published",
    values: { version: 1, by: chair.name, same: "yes" },
    data: { version: 1, published: 1, shown: 1 },
  })
  await begin()
  await write(chair, "Twelve people spoke.")
  // A form of version 1, sent again after all that.
  await expect(publish({ version: 1, revision: 2 })).rejects.toMatchObject({
    key: "report.published",
    values: { same: "no" },
  })
})

test("a change of agenda or attendance behind the form's back is noticed", async () => {
  const { chair, member, meetingId } = await arrange()
  const { revision, agendaRevision, attendanceRevision } = await meetingOf(meetingId)
  const beside = [revision, agendaRevision, attendanceRevision].join(".")
  await markSeat(chair, { meetingId, personId: member.personId, kind: "present" })
  const input = { meetingId, revision: 1, language: "en" as const, overrides: [] }
  await expect(publishMinutes(chair, { ...input, beside })).rejects.toMatchObject({
    key: "report.staleBeside",
  })
  const now = await meetingOf(meetingId)
  const fresh = [now.revision, now.agendaRevision, now.attendanceRevision].join(".")
  await expect(publishMinutes(chair, { ...input, beside: fresh })).resolves.toBeDefined()
})

async function meetingOf(id: string) {
  const [meeting] = await app.select().from(meetings).where(eq(meetings.id, id))
  if (!meeting) throw new Error("No meeting")
  return meeting
}
