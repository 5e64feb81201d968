import { asc, eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMeeting } from "@/db/factories/meetings"
import { makeActor, makeGroup, makePerson } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { attendance } from "@/db/schema/meetings"
import { memberships } from "@/db/schema/members"
import { people } from "@/db/schema/people"
import type { Actor } from "@/lib/platform/actor"
import { findForRollInput, recordAttendanceInput } from "./input"
import { getMeeting } from "./queries"
import { recordAttendance } from "./record-attendance"
import { findForRoll, listRoll } from "./roll"

const { app, owner } = await testDatabase()
const group = await makeGroup(owner)
const chair = await makeActor(owner, { name: "Ilva Morandini", roles: { [group.id]: "co-chair" } })
const taker = await makeActor(owner, { name: "Dawit Sorensen", roles: { [group.id]: "member" } })
const member = await makeActor(owner, { name: "Kwame Lindqvist", roles: { [group.id]: "member" } })
const startsAt = new Date("2022-03-03T13:00:00Z")
const arrange = () =>
  arrangeMeeting(owner, { groupId: group.id, noteTakerId: taker.personId, startsAt })

const mark = (personId: string, kind: string, capacity = "") => ({ personId, kind, capacity })
const save = (
  meetingId: string,
  revision: number,
  said: Record<string, unknown>,
  actor: Actor = chair,
) => recordAttendance(actor, recordAttendanceInput.parse({ meetingId, revision, ...said }))
const stored = (meetingId: string) =>
  app
    .select({
      personId: attendance.personId,
      kind: attendance.kind,
      capacity: attendance.capacity,
    })
    .from(attendance)
    .where(eq(attendance.meetingId, meetingId))
    .orderBy(asc(attendance.position))

test("co-chairs and the note-taker of that meeting take attendance, other members do not", async () => {
  const { id } = await arrange()
  await save(id, 1, { seats: [] })
  await save(id, 2, { seats: [] }, taker)
  await expect(save(id, 3, {}, member)).rejects.toMatchObject({ code: "forbidden" })
  const { id: another } = await arrangeMeeting(owner, { groupId: group.id })
  await expect(save(another, 1, {}, taker)).rejects.toMatchObject({ code: "forbidden" })
})

test("who is marked is on the list, in order, in the capacity of that day; who is not, is not", async () => {
  const { id } = await arrange()
  const counts = await save(id, 1, {
    seats: [
      mark(member.personId, "written", " MAG member "),
      mark(chair.personId, "present", "Co-chair"),
      mark(taker.personId, ""),
    ],
  })
  expect(counts).toEqual({ present: 1, regrets: 0, written: 1, revision: 2 })
  expect(await stored(id)).toEqual([
    { personId: member.personId, kind: "written", capacity: "MAG member" },
    { personId: chair.personId, kind: "present", capacity: "Co-chair" },
  ])
  const [event] = await app.select().from(events).where(eq(events.subjectId, id))
  expect(event).toMatchObject({
    name: "attendance.recorded",
    data: { present: 1, regrets: 0, written: 1 },
  })
  await save(id, 2, { seats: [mark(taker.personId, "regrets")] })
  expect(await stored(id)).toMatchObject([{ personId: taker.personId, kind: "regrets" }])
})

test("a merged person is listed as the one that took over, once", async () => {
  const kept = await makePerson(owner, { name: "Wanjiru Mbeki" })
  const gone = await makePerson(owner, { name: "W. Mbeki", mergedInto: kept.id })
  const { id } = await arrange()
  await save(id, 1, { seats: [mark(gone.id, "present", "Guest"), mark(kept.id, "regrets")] })
  expect(await stored(id)).toEqual([{ personId: kept.id, kind: "present", capacity: "Guest" }])
})

test("somebody new enters the register together with the list", async () => {
  const { id } = await arrange()
  const newcomer = {
    name: "Noor Halvorsen",
    organisation: "Ministry of Posts",
    capacity: "Observer",
  }
  await save(id, 1, { newcomer }, taker)
  const [person] = await app.select().from(people).where(eq(people.name, "Noor Halvorsen"))
  expect(await stored(id)).toEqual([
    { personId: person?.id, kind: "present", capacity: "Observer, Ministry of Posts" },
  ])
  await expect(save(id, 2, { newcomer })).rejects.toMatchObject({
    fields: { "newcomer.name": "meeting.newcomerKnown" },
    data: { known: true },
  })
  expect(await stored(id)).toHaveLength(1)
  await save(id, 2, { newcomer: { ...newcomer, another: "on" } })
  const bearers = await app.select().from(people).where(eq(people.name, "Noor Halvorsen"))
  expect(bearers).toHaveLength(2)
})

test("a form that showed an older revision changes nothing and gets the list that stands", async () => {
  const { id } = await arrange()
  await save(id, 1, { seats: [mark(chair.personId, "present")] }, taker)
  await expect(save(id, 1, { seats: [mark(member.personId, "present")] })).rejects.toMatchObject({
    code: "conflict",
    key: "meeting.stale",
    data: { revision: 2, by: "Dawit Sorensen", current: [{ name: "Ilva Morandini" }] },
  })
  expect(await stored(id)).toMatchObject([{ personId: chair.personId }])
})

test("people who are not in the register are refused, and nothing is written", async () => {
  const { id } = await arrange()
  const seats = [mark(chair.personId, "present"), mark(crypto.randomUUID(), "present")]
  await expect(save(id, 1, { seats })).rejects.toMatchObject({ key: "meeting.personUnknown" })
  expect(await stored(id)).toEqual([])
})

test("the roll asks about the list, then about the members of that day", async () => {
  const left = await makePerson(owner, { name: "Anders Nwachukwu" })
  const later = await makePerson(owner, { name: "Ines Valadares" })
  const stretch = { groupId: group.id, role: "member" as const }
  await owner.insert(memberships).values([
    {
      ...stretch,
      personId: left.id,
      since: new Date("2021-01-01T00:00:00Z"),
      until: new Date("2022-06-01T00:00:00Z"),
    },
    { ...stretch, personId: later.id, since: new Date("2022-06-01T00:00:00Z") },
  ])
  const { id } = await arrange()
  await save(id, 1, { seats: [mark(member.personId, "present", "Rapporteur")] })
  const roll = await listRoll(chair, await getMeeting(chair, group.slug, id))
  expect(roll.map(({ name, kind, capacity }) => ({ name, kind, capacity }))).toEqual([
    { name: "Kwame Lindqvist", kind: "present", capacity: "Rapporteur" },
    { name: "Anders Nwachukwu", kind: null, capacity: "" },
    { name: "Dawit Sorensen", kind: null, capacity: "" },
    { name: "Ilva Morandini", kind: null, capacity: "Co-chair" },
  ])
  await expect(listRoll(member, await getMeeting(member, group.slug, id))).rejects.toMatchObject({
    code: "forbidden",
  })
})

test("looking for somebody keeps what was marked and finds by alias, in the capacity of that day", async () => {
  const guest = await makePerson(owner, {
    name: "Sandrine Okafor",
    aliases: ["Sandy O."],
    affiliations: [{ organisation: "Old House", until: "2022-12-31" }],
  })
  const { id } = await arrange()
  const seats = [mark(chair.personId, "regrets", "Chair of the day")]
  const look = (find: string, actor: Actor = taker) =>
    findForRoll(actor, findForRollInput.parse({ meetingId: id, revision: 1, seats, find }))
  expect(await look("sandy")).toEqual({
    asked: "sandy",
    seats: [
      {
        personId: chair.personId,
        name: "Ilva Morandini",
        kind: "regrets",
        capacity: "Chair of the day",
      },
    ],
    found: [{ personId: guest.id, name: "Sandrine Okafor", kind: null, capacity: "Old House" }],
  })
  expect((await look("ilva")).found).toEqual([])
  await expect(look("sandy", member)).rejects.toMatchObject({ code: "forbidden" })
})
