import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeCorrection, arrangeMeeting, arrangeReport } from "@/db/factories/meetings"
import { makeActor, makeGroup } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { meetingFormerNumbers, meetings } from "@/db/schema/meetings"
import type { Actor } from "@/lib/platform/actor"
import { cancelMeeting } from "./cancel"
import { editMeeting } from "./edit"
import { factFields } from "./form-fields"
import { cancelMeetingInput, editMeetingInput } from "./input"
import { nextFreeNumber } from "./number"

const { app, owner } = await testDatabase()
const group = await makeGroup(owner)
const chair = await makeActor(owner, { name: "Ilva Morandini", roles: { [group.id]: "co-chair" } })
const member = await makeActor(owner, { roles: { [group.id]: "member" } })
const outsider = await makeActor(owner)

type Meeting = Awaited<ReturnType<typeof arrangeMeeting>>
let counter = 100
const arrange = (given: Partial<Meeting> = {}) =>
  arrangeMeeting(owner, {
    groupId: group.id,
    number: counter++,
    title: "The plan",
    startsAt: new Date("2022-03-03T13:00:00Z"),
    zone: "Europe/Rome",
    minutes: 90,
    ...given,
  })
const edit = (meeting: Meeting, change: Record<string, unknown>, actor: Actor = chair) => {
  const { id: meetingId, revision } = meeting
  const shown = factFields(meeting, [])
  return editMeeting(actor, editMeetingInput.parse({ meetingId, revision, ...shown, ...change }))
}
const cancel = (meeting: Meeting, change: Record<string, unknown> = {}, actor: Actor = chair) => {
  const { id: meetingId, revision } = meeting
  const input = { meetingId, revision, reason: "Half of the group is travelling.", ...change }
  return cancelMeeting(actor, cancelMeetingInput.parse(input))
}
const stored = async ({ id }: Meeting) => {
  const [row] = await app.select().from(meetings).where(eq(meetings.id, id))
  if (!row) throw new Error("The meeting is gone")
  return row
}
const former = ({ id }: Meeting) =>
  app.select().from(meetingFormerNumbers).where(eq(meetingFormerNumbers.meetingId, id))
const trail = ({ id }: Meeting) =>
  app.select().from(events).where(eq(events.subjectId, id)).orderBy(events.id)

test("only co-chairs edit and cancel, and outsiders find nothing", async () => {
  const meeting = await arrange()
  for (const act of [() => edit(meeting, {}, member), () => cancel(meeting, {}, member)])
    await expect(act()).rejects.toMatchObject({ code: "forbidden" })
  for (const act of [() => edit(meeting, {}, outsider), () => cancel(meeting, {}, outsider)])
    await expect(act()).rejects.toMatchObject({ code: "not_found" })
  const ghost = { ...meeting, id: crypto.randomUUID() }
  await expect(edit(ghost, {})).rejects.toMatchObject({ code: "not_found" })
})

test("what is different is written and named in the trail; the same form again changes nothing", async () => {
  const meeting = await arrange()
  expect(await edit(meeting, {})).toEqual({ fields: [] })
  expect(await stored(meeting)).toMatchObject({ revision: 1 })
  expect(await edit(meeting, { title: "The plan, again", time: "15:00" })).toEqual({
    fields: ["time", "title"],
  })
  expect(await stored(meeting)).toMatchObject({
    title: "The plan, again",
    startsAt: new Date("2022-03-03T14:00:00Z"),
    revision: 2,
  })
  expect(await trail(meeting)).toMatchObject([
    { name: "meeting.edited", data: { number: meeting.number, fields: ["time", "title"] } },
  ])
})

test("what a report says of the next meeting is a fact like the others, and can be put right", async () => {
  const meeting = await arrange({ nextMeetingText: "Somebody will send a poll." })
  expect(factFields(meeting, []).nextMeetingText).toBe("Somebody will send a poll.")
  const nextMeetingText = "24 March 2022, 13:00 UTC"
  expect(await edit(meeting, { nextMeetingText })).toEqual({ fields: ["nextMeetingText"] })
  expect(await stored(meeting)).toMatchObject({ nextMeetingText, revision: 2 })
})

test("a form that showed an older revision changes nothing and gets what stands", async () => {
  const meeting = await arrange()
  await edit(meeting, { title: "First come" })
  await expect(edit(meeting, { title: "Too late" })).rejects.toMatchObject({
    code: "conflict",
    key: "meeting.stale",
    data: {
      revision: 2,
      by: "Ilva Morandini",
      current: { title: "First come", zone: "Europe/Rome" },
    },
  })
  expect(await stored(meeting)).toMatchObject({ title: "First come", revision: 2 })
})

test("of two saves of one form at once only one is written", async () => {
  const meeting = await arrange()
  const results = await Promise.allSettled([
    edit(meeting, { title: "One" }),
    edit(meeting, { title: "Two" }),
  ])
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  expect(await stored(meeting)).toMatchObject({ revision: 2 })
})

test("a number under which a report was published leads on to the new one, and comes back", async () => {
  const meeting = await arrange()
  await arrangeReport(owner, meeting, chair.personId)
  await arrangeCorrection(owner, meeting, chair.personId)
  await edit(meeting, { number: "900" })
  expect(await former(meeting)).toMatchObject([{ groupId: group.id, number: meeting.number }])
  const other = await arrange()
  await expect(edit(other, { number: String(meeting.number) })).rejects.toMatchObject({
    fields: { number: "meeting.numberFormer" },
  })
  await edit(await stored(meeting), { number: String(meeting.number) })
  expect(await former(meeting)).toMatchObject([{ number: meeting.number }])
  expect(await stored(meeting)).toMatchObject({ number: meeting.number })
})

test("a number that a correction tried, and that stands on no report, is free again", async () => {
  const meeting = await arrange()
  await arrangeReport(owner, meeting, chair.personId)
  await arrangeCorrection(owner, meeting, chair.personId)
  await edit(meeting, { number: "930" })
  await edit(await stored(meeting), { number: "931" })
  expect(await former(meeting)).toMatchObject([{ number: meeting.number }])
  await edit(await stored(meeting), { number: String(meeting.number) })
  expect(await former(meeting)).toMatchObject([{ number: meeting.number }])
  await expect(edit(await arrange(), { number: "930" })).resolves.toBeDefined()
})

test("before anything is published a changed number leaves nothing behind", async () => {
  const meeting = await arrange()
  await edit(meeting, { number: "910" })
  expect(await former(meeting)).toEqual([])
})

test("what is published is closed, and keeps a number and a start while it is corrected", async () => {
  const meeting = await arrange()
  await arrangeReport(owner, meeting, chair.personId)
  await expect(edit(meeting, { title: "Another" })).rejects.toMatchObject({
    code: "conflict",
    key: "meeting.reportPublished",
  })
  await arrangeCorrection(owner, meeting, chair.personId)
  await expect(edit(meeting, { number: "" })).rejects.toMatchObject({
    fields: { number: "meeting.numberKept" },
  })
  await expect(edit(meeting, { day: "", time: "" })).rejects.toMatchObject({
    fields: { day: "meeting.startKept" },
  })
  await expect(cancel(meeting)).rejects.toMatchObject({ key: "meeting.isPublished" })
})

test("a cancelled meeting keeps its place, its number and its reason, and is changed no more", async () => {
  const meeting = await arrange()
  await cancel(meeting)
  const cancelled = await stored(meeting)
  expect(cancelled).toMatchObject({
    number: meeting.number,
    cancelledBy: chair.personId,
    cancelReason: "Half of the group is travelling.",
    revision: 2,
  })
  expect(cancelled.cancelledAt).toBeInstanceOf(Date)
  expect((await trail(meeting)).at(-1)).toMatchObject({
    name: "meeting.cancelled",
    data: { number: meeting.number, reason: "Half of the group is travelling." },
  })
  await expect(edit(cancelled, {})).rejects.toMatchObject({ key: "meeting.isCancelled" })
  await expect(cancel(cancelled)).rejects.toMatchObject({ key: "meeting.alreadyCancelled" })
})

test("a number can be freed by the cancellation, for another meeting", async () => {
  const meeting = await arrange({ number: 2000 })
  await cancel(meeting, { freeNumber: "on" })
  expect(await stored(meeting)).toMatchObject({ number: null })
  const other = await arrange()
  await edit(other, { number: "2000" })
  expect(await nextFreeNumber(app, group.id)).toBe(2001)
})

test("a cancellation needs a reason, and the revision that the form showed", async () => {
  const meeting = await arrange()
  expect(
    cancelMeetingInput.safeParse({ meetingId: meeting.id, revision: 1, reason: " " }).error?.issues,
  ).toMatchObject([{ message: "meeting.reason" }])
  await edit(meeting, { title: "Changed" })
  await expect(cancel(meeting)).rejects.toMatchObject({
    key: "meeting.changed",
    data: { revision: 2 },
  })
})
