import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMeeting } from "@/db/factories/meetings"
import { makeActor, makeGroup, makePerson } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { meetingFormerNumbers, meetingOffices, meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { type Actor, publicActor } from "@/lib/platform/actor"
import { scheduleMeetingInput } from "./input"
import { nextFreeNumber } from "./number"
import { scheduleMeeting } from "./schedule"

const { app, owner } = await testDatabase()
const group = await makeGroup(owner)
const chair = await makeActor(owner, { name: "Ilva Morandini", roles: { [group.id]: "co-chair" } })
const member = await makeActor(owner, { name: "Dawit Sorensen", roles: { [group.id]: "member" } })
const desk = await makeActor(owner, { secretariat: true })
const outsider = await makeActor(owner)

const schedule = (said: Record<string, unknown>, actor: Actor = chair) =>
  scheduleMeeting(
    actor,
    scheduleMeetingInput.parse({
      groupId: group.id,
      zone: "UTC",
      participantList: "annexed",
      ...said,
    }),
  )
const stored = async (id: string) => {
  const [row] = await app.select().from(meetings).where(eq(meetings.id, id))
  return row
}

test("co-chairs and the secretariat schedule; others do not, or do not even know", async () => {
  await schedule({ number: "1" })
  await schedule({ number: "2" }, desk)
  await expect(schedule({}, member)).rejects.toMatchObject({ code: "forbidden" })
  await expect(schedule({}, outsider)).rejects.toMatchObject({ code: "not_found" })
  await expect(schedule({}, publicActor)).rejects.toMatchObject({ code: "sign_in" })
})

test("a start is kept as an instant with the zone in which it was entered", async () => {
  const { id } = await schedule({
    number: "7",
    title: "Preparing the plan",
    day: "2022-03-17",
    time: "14:00",
    zone: "Europe/Rome",
    minutes: "90",
    place: "online",
    joinLink: "https://calls.example.org/7",
    participantList: "on-request",
    noteTakerId: member.personId,
  })
  expect(await stored(id)).toMatchObject({
    number: 7,
    title: "Preparing the plan",
    startsAt: new Date("2022-03-17T13:00:00Z"),
    zone: "Europe/Rome",
    minutes: 90,
    joinLink: "https://calls.example.org/7",
    participantList: "on-request",
    noteTakerId: member.personId,
    fromArchive: false,
    revision: 1,
  })
  const [event] = await app.select().from(events).where(eq(events.subjectId, id))
  expect(event).toMatchObject({
    name: "meeting.scheduled",
    actorId: chair.personId,
    groupId: group.id,
    data: { number: 7, startsAt: "2022-03-17T13:00:00.000Z" },
  })
})

test("a local time that the clocks skip or repeat is refused with what it would be", async () => {
  await expect(
    schedule({ day: "2022-03-27", time: "02:30", zone: "Europe/Rome" }),
  ).rejects.toMatchObject({ fields: { time: "meeting.timeSkipped" }, values: { after: "03:00" } })
  await expect(
    schedule({ day: "2022-10-30", time: "02:30", zone: "Europe/Rome" }),
  ).rejects.toMatchObject({
    fields: { time: "meeting.timeTwice" },
    values: { first: "00:30", second: "01:30", zone: "Europe/Rome" },
  })
  await expect(schedule({ day: "2022-10-30" })).rejects.toMatchObject({
    fields: { time: "meeting.wholeStart" },
  })
})

test("a number that another meeting bears or bore is refused with that meeting and the next free one", async () => {
  const other = await makeGroup(owner)
  const fellow = await makeActor(owner, { roles: { [other.id]: "co-chair" } })
  const held = await arrangeMeeting(owner, {
    groupId: other.id,
    number: 33,
    title: "The plan",
    startsAt: new Date("2022-03-03T13:00:00Z"),
  })
  await owner
    .insert(meetingFormerNumbers)
    .values({ groupId: other.id, number: 40, meetingId: held.id })
  await expect(schedule({ groupId: other.id, number: "33" }, fellow)).rejects.toMatchObject({
    code: "conflict",
    fields: { number: "meeting.numberTaken" },
    values: { number: 33, next: 41, meeting: "The plan, 2022-03-03", known: "yes" },
    data: { next: 41, meetingId: held.id },
  })
  await expect(schedule({ groupId: other.id, number: "40" }, fellow)).rejects.toMatchObject({
    code: "conflict",
    fields: { number: "meeting.numberFormer" },
  })
  expect(await nextFreeNumber(app, other.id)).toBe(41)
  // The same number in another group is nobody's business.
  await schedule({ number: "33" })
})

test("of two who take the same number at once, one gets it and the other is told", async () => {
  const results = await Promise.allSettled([
    schedule({ number: "500" }),
    schedule({ number: "500" }, desk),
  ])
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  expect(results.find((result) => result.status === "rejected")).toMatchObject({
    reason: { code: "conflict", fields: { number: "meeting.numberTaken" }, values: { next: 501 } },
  })
})

test("offices are named by name or alias, with the capacity of the day where none is given", async () => {
  const host = await makePerson(owner, {
    name: "Teodor Achebe-Lind",
    aliases: ["T. Achebe"],
    affiliations: [{ organisation: "Harbour Institute", capacity: "Adviser", since: "2021-01-01" }],
  })
  const { id } = await schedule({
    day: "2022-03-17",
    time: "13:00",
    offices: [
      { name: "ilva morandini", kind: "chair", capacity: "" },
      { name: "T. Achebe", kind: "host", capacity: "" },
      { name: "Teodor Achebe-Lind", kind: "moderator", capacity: "Moderator of the day" },
    ],
  })
  const offices = await app
    .select()
    .from(meetingOffices)
    .where(eq(meetingOffices.meetingId, id))
    .orderBy(meetingOffices.position)
  expect(offices).toMatchObject([
    { personId: chair.personId, kind: "chair", capacity: "Co-chair" },
    { personId: host.id, kind: "host", capacity: "Adviser, Harbour Institute" },
    { personId: host.id, kind: "moderator", capacity: "Moderator of the day" },
  ])
})

test("a name that fits nobody or several is refused at its field, and can be added", async () => {
  await makePerson(owner, { name: "Noor Halvorsen" })
  await makePerson(owner, { name: "Noor Halvorsen" })
  const offices = [
    { name: "Noor Halvorsen", kind: "chair" },
    { name: "Nobody Yet", kind: "host" },
    { name: "nobody yet", kind: "moderator" },
  ]
  await expect(schedule({ offices })).rejects.toMatchObject({
    code: "invalid",
    fields: {
      "offices.0.name": "meeting.nameShared",
      "offices.1.name": "meeting.nameUnknown",
      "offices.2.name": "meeting.nameUnknown",
    },
    data: { unknown: true },
  })
  const { id } = await schedule({ offices: offices.slice(1), addPeople: "on" })
  const added = await app.select().from(people).where(eq(people.name, "Nobody Yet"))
  expect(added).toHaveLength(1)
  const held = await app.select().from(meetingOffices).where(eq(meetingOffices.meetingId, id))
  expect(held.map(({ personId }) => personId)).toEqual([added[0]?.id, added[0]?.id])
})

test("everything that is wrong with a form is said at once, and nothing of it is done", async () => {
  const said = { number: "1", day: "2022-03-27", time: "02:30", zone: "Europe/Rome" }
  const offices = [{ name: "Never Added", kind: "chair" }]
  await expect(
    schedule({ ...said, offices, addPeople: "on", noteTakerId: outsider.personId }),
  ).rejects.toMatchObject({
    code: "invalid",
    fields: {
      time: "meeting.timeSkipped",
      noteTakerId: "meeting.noteTaker",
      number: "meeting.numberTaken",
    },
    values: { after: "03:00", number: 1 },
  })
  expect(await app.select().from(people).where(eq(people.name, "Never Added"))).toEqual([])
})

test("of several with one name the member of the group is meant", async () => {
  await makePerson(owner, { name: "Dawit Sorensen" })
  const { id } = await schedule({ offices: [{ name: "Dawit Sorensen", kind: "chair" }] })
  const held = await app.select().from(meetingOffices).where(eq(meetingOffices.meetingId, id))
  expect(held).toMatchObject([{ personId: member.personId }])
})

test("the note-taker is a member of the group", async () => {
  await expect(schedule({ noteTakerId: outsider.personId })).rejects.toMatchObject({
    fields: { noteTakerId: "meeting.noteTaker" },
  })
})
