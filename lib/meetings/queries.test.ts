import { afterEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeCorrection, arrangeMeeting, arrangeReport } from "@/db/factories/meetings"
import { makeActor, makeGroup } from "@/db/factories/people"
import { attendance, meetingFormerNumbers, meetingOffices } from "@/db/schema/meetings"
import { findDeskMeeting } from "@/lib/minutes/desk-meeting"
import { publicActor } from "@/lib/platform/actor"
import { setClock } from "@/lib/platform/clock"
import { agendaIds, getMeetingForReport } from "./for-report"
import { getMeetingFormLists } from "./form-queries"
import { getMeeting, listMeetings } from "./queries"
import { getRoom } from "./room"
import { writeAgenda } from "./write-agenda"

const { app, owner } = await testDatabase()
const group = await makeGroup(owner)
const chair = await makeActor(owner, { name: "Ilva Morandini", roles: { [group.id]: "co-chair" } })
const member = await makeActor(owner, { name: "Dawit Sorensen", roles: { [group.id]: "member" } })
const reader = await makeActor(owner, { roles: { [group.id]: "member" } })
const outsider = await makeActor(owner)
const at = (day: string) => new Date(`${day}T13:00:00Z`)
const arrange = (number: number | null, day: string | null, given = {}) =>
  arrangeMeeting(owner, { groupId: group.id, number, startsAt: day ? at(day) : null, ...given })

const first = await arrange(31, "2021-12-30")
const published = await arrange(32, "2022-02-03", { noteTakerId: member.personId })
await arrangeReport(owner, published, chair.personId)
const cancelled = await arrange(33, "2022-03-01", {
  cancelledAt: at("2022-02-20"),
  cancelReason: "-",
})
const next = await arrange(34, "2022-03-17")
const later = await arrange(35, "2022-04-07")
const read = await arrange(null, null, { fromArchive: true })
await owner.insert(meetingOffices).values([
  { meetingId: next.id, personId: chair.personId, kind: "chair", position: 1 },
  { meetingId: next.id, personId: member.personId, kind: "chair", position: 0 },
  { meetingId: next.id, personId: outsider.personId, kind: "host" },
])
await owner.insert(attendance).values([
  { meetingId: published.id, personId: chair.personId, kind: "present", position: 1 },
  {
    meetingId: published.id,
    personId: member.personId,
    kind: "present",
    capacity: "Note-taker",
    position: 0,
  },
  { meetingId: published.id, personId: outsider.personId, kind: "regrets", position: 2 },
])

const today = () => setClock(() => at("2022-03-10"))
afterEach(() => setClock(undefined))

test("the list begins with what is to come, the next one first, then goes back year by year", async () => {
  today()
  const { upcoming, past, years } = await listMeetings(member, group.id)
  expect(upcoming.map(({ id }) => id)).toEqual([next.id, later.id])
  expect(past.map(({ year, meetings }) => [year, ...meetings.map(({ id }) => id)])).toEqual([
    [null, read.id],
    [2022, cancelled.id, published.id],
    [2021, first.id],
  ])
  expect(years).toEqual([2022, 2021])
})

test("a line says who chairs, how many were there and what state it is in", async () => {
  today()
  const { upcoming, past } = await listMeetings(member, group.id)
  expect(upcoming[0]).toMatchObject({
    chairs: ["Dawit Sorensen", "Ilva Morandini"],
    present: 0,
    state: "planned",
    version: null,
  })
  const states = past.flatMap(({ meetings }) => meetings.map((line) => [line.state, line.version]))
  expect(states).toEqual([
    ["draft", null],
    ["cancelled", null],
    ["published", 1],
    ["draft", null],
  ])
  expect(past[1]?.meetings[1]).toMatchObject({ present: 2, chairs: [] })
})

test("one year can be looked at alone", async () => {
  today()
  const { upcoming, past, years } = await listMeetings(member, group.id, 2021)
  expect(upcoming).toEqual([])
  expect(past.map(({ year }) => year)).toEqual([2021])
  expect(years).toEqual([2022, 2021])
})

test("the desk of a group is its members' alone", async () => {
  await expect(listMeetings(outsider, group.id)).rejects.toMatchObject({ code: "not_found" })
  await expect(getMeeting(outsider, group.slug, next.id)).rejects.toMatchObject({
    code: "not_found",
  })
  await expect(getMeeting(publicActor, group.slug, next.id)).rejects.toMatchObject({
    code: "sign_in",
  })
  await expect(getMeetingFormLists(member, group.id)).rejects.toMatchObject({ code: "forbidden" })
  expect(await getMeetingFormLists(chair, group.id)).toMatchObject({ nextNumber: 36 })
})

test("a meeting is found by its id, its number and one that it bore before, in its own group only", async () => {
  const other = await makeGroup(owner)
  const desk = await makeActor(owner, { secretariat: true })
  for (const [slug, id] of [
    [other.slug, next.id],
    [group.slug, crypto.randomUUID()],
    [other.slug, "34"],
    [other.slug, "3"],
    [group.slug, "99"],
    [group.slug, "034"],
    [group.slug, "34 "],
    [group.slug, "9999999999"],
  ] as const)
    await expect(getMeeting(desk, slug, id)).rejects.toMatchObject({ code: "not_found" })
  await owner
    .insert(meetingFormerNumbers)
    .values({ groupId: group.id, number: 3, meetingId: next.id })
  for (const ref of [next.id, "34", "3"]) {
    expect(await getMeeting(desk, group.slug, ref)).toMatchObject({ id: next.id, number: 34 })
    expect(await findDeskMeeting(app, group.id, ref)).toMatchObject({ id: next.id })
    expect(await getRoom(member, group.id, ref, "en")).toMatchObject({ meetingId: next.id })
  }
  // What stands beside the facts is looked up by the id, also when the number was asked.
  expect(await getMeeting(desk, group.slug, "32")).toMatchObject({
    ...{ version: 1, report: "published" },
    attendance: (await getMeeting(desk, group.slug, published.id)).attendance,
  })
})

test("previous and next pass over what was cancelled", async () => {
  const { neighbours } = await getMeeting(member, group.slug, next.id)
  expect(neighbours.previous).toMatchObject({ id: published.id, number: 32 })
  expect(neighbours.next).toMatchObject({ id: later.id, number: 35 })
  const ends = await getMeeting(member, group.slug, first.id)
  expect(ends.neighbours).toMatchObject({ previous: null, next: { id: published.id } })
  expect((await getMeeting(member, group.slug, read.id)).neighbours).toEqual({
    previous: null,
    next: null,
  })
})

test("abilities follow the role, the note-taker's duty and the state of the meeting", async () => {
  const may = async (actor: typeof chair, id: string) =>
    Object.entries((await getMeeting(actor, group.slug, id)).may).flatMap(([name, is]) =>
      is ? [name] : [],
    )
  const all = ["edit", "cancel", "editAgenda", "recordAttendance", "addPerson", "publish"]
  expect(await may(chair, next.id)).toEqual(all)
  expect(await may(chair, published.id)).toEqual([])
  expect(await may(chair, cancelled.id)).toEqual([])
  expect(await may(member, next.id)).toEqual(["editAgenda"])
  expect(await may(member, published.id)).toEqual([])
  await arrangeCorrection(owner, published, chair.personId)
  expect(await may(chair, published.id)).toEqual(all.filter((name) => name !== "cancel"))
  expect(await may(member, published.id)).toEqual(["editAgenda", "recordAttendance", "addPerson"])
  expect(await may(reader, published.id)).toEqual([])
})

test("a report gets the meeting with its lists in order and its agenda as a tree", async () => {
  const items = await app.transaction((tx) =>
    writeAgenda(tx, published.id, [
      { id: null, depth: 0, title: "News", presenter: "", minutes: null, coverage: null },
      { id: null, depth: 1, title: "Dates", presenter: "", minutes: 5, coverage: "no-update" },
    ]),
  )
  const meeting = await getMeetingForReport(app, published.id)
  expect(meeting).toMatchObject({
    group: { slug: group.slug, shortName: group.shortName, name: group.name },
    number: 32,
    noteTaker: { name: "Dawit Sorensen", capacity: "Note-taker" },
    offices: [],
    attendance: [
      { name: "Dawit Sorensen", kind: "present", capacity: "Note-taker" },
      { name: "Ilva Morandini", kind: "present", capacity: "" },
      { name: outsider.name, kind: "regrets", capacity: "" },
    ],
    agenda: [
      {
        label: "1",
        title: "News",
        coverage: null,
        children: [{ label: "1a", coverage: "no-update" }],
      },
    ],
  })
  expect(agendaIds(meeting.agenda)).toEqual(items.map(({ id }) => id))
  expect(JSON.stringify(meeting)).not.toContain(member.personId)
  await expect(getMeetingForReport(app, crypto.randomUUID())).rejects.toMatchObject({
    code: "not_found",
  })
})
