import { asc, eq } from "drizzle-orm"
import postgres from "postgres"
import { afterEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMeeting } from "@/db/factories/meetings"
import { makeActor, makeGroup, makePerson } from "@/db/factories/people"
import { agendaItems, attendance, type meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { meetingChannel } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { setClock } from "@/lib/platform/clock"
import { goToItem } from "./go-to-item"
import { recordAttendanceInput } from "./input"
import { markSeat } from "./mark-seat"
import type { AttendanceKind } from "./model"
import { recordAttendance } from "./record-attendance"
import { findForRoom, getRoom } from "./room"
import { seatByName } from "./seat-by-name"
import { stopClock } from "./stop-clock"

const { app, owner, ownerUrl } = await testDatabase()
const group = await makeGroup(owner)
const chair = await makeActor(owner, { name: "Ilva Morandini", roles: { [group.id]: "co-chair" } })
const taker = await makeActor(owner, { name: "Dawit Sorensen", roles: { [group.id]: "member" } })
const member = await makeActor(owner, { name: "Kwame Lindqvist", roles: { [group.id]: "member" } })
const outsider = await makeActor(owner)
const startsAt = new Date("2022-03-03T13:00:00Z")
afterEach(() => setClock(undefined))

const arrange = (given: Partial<typeof meetings.$inferInsert> = {}) =>
  arrangeMeeting(owner, { groupId: group.id, noteTakerId: taker.personId, startsAt, ...given })
const room = (ref: string, actor: Actor = member) => getRoom(actor, group.id, ref, "en")
const mark = (
  meetingId: string,
  personId: string,
  kind: AttendanceKind | null,
  actor: Actor = taker,
) => markSeat(actor, { meetingId, personId, kind })
const listed = (meetingId: string) =>
  app
    .select({ name: people.name, kind: attendance.kind, capacity: attendance.capacity })
    .from(attendance)
    .innerJoin(people, eq(people.id, attendance.personId))
    .where(eq(attendance.meetingId, meetingId))
    .orderBy(asc(attendance.position))

test("every member sees everybody whom the attendance asks about; outsiders find nothing", async () => {
  const { id } = await arrange({ number: 33, minutes: 90, zone: "Europe/Zurich" })
  await mark(id, member.personId, "present")
  const seen = await room("33")
  expect(seen).toMatchObject({
    meetingId: id,
    number: 33,
    startsAt: "2022-03-03T13:00:00.000Z",
    zone: "Europe/Zurich",
    minutes: 90,
    attendanceRevision: 2,
    turn: null,
    beganAt: null,
    next: null,
  })
  expect(seen.seats.map(({ name, kind, capacity }) => ({ name, kind, capacity }))).toEqual([
    { name: "Kwame Lindqvist", kind: "present", capacity: "" },
    { name: "Dawit Sorensen", kind: null, capacity: "" },
    { name: "Ilva Morandini", kind: null, capacity: "Co-chair" },
  ])
  expect(JSON.parse(JSON.stringify(seen))).toEqual(seen)
  await expect(room("33", outsider)).rejects.toMatchObject({ code: "not_found" })
  await expect(room("34")).rejects.toMatchObject({ code: "not_found" })
  await expect(room("nowhere")).rejects.toMatchObject({ code: "not_found" })
})

test("it says what each may do, and that nobody may at a cancelled meeting", async () => {
  const { id } = await arrange()
  expect((await room(id)).may).toEqual({
    agenda: true,
    clock: false,
    attendance: false,
    addPerson: false,
    carry: false,
  })
  expect((await room(id, taker)).may).toMatchObject({
    clock: true,
    attendance: true,
    addPerson: true,
  })
  const gone = await arrange({ cancelledAt: new Date(), cancelReason: "Travel" })
  expect(new Set(Object.values((await room(gone.id, chair)).may))).toEqual(new Set([false]))
})

test("it knows where the call is, since when, and how long each item took", async () => {
  const { id } = await arrange()
  const items = await owner
    .insert(agendaItems)
    .values(["Plan", "News"].map((title, position) => ({ meetingId: id, title, position })))
    .returning()
  const [plan = "", news = ""] = items.map((item) => item.id)
  const go = (itemId: string, time: string) => {
    setClock(() => new Date(`2022-03-03T${time}Z`))
    return goToItem(taker, { meetingId: id, itemId })
  }
  await go(plan, "13:02:00")
  await go(news, "13:12:30")
  await go(plan, "13:20:00")
  const running = await room(id)
  expect(running.turn).toEqual({ itemId: plan, startedAt: "2022-03-03T13:20:00.000Z" })
  expect(running.beganAt).toBe("2022-03-03T13:02:00.000Z")
  expect(running.agenda.map(({ spent }) => spent)).toEqual([630, 450])
  setClock(() => new Date("2022-03-03T13:21:00Z"))
  await stopClock(taker, { meetingId: id })
  expect((await room(id)).agenda.map(({ spent }) => spent)).toEqual([690, 450])
})

test("one seat is marked and marked otherwise in its place, in the capacity of that day", async () => {
  const { id } = await arrange()
  await mark(id, chair.personId, "present")
  await mark(id, member.personId, "written")
  await mark(id, chair.personId, "regrets")
  expect(await listed(id)).toEqual([
    { name: "Ilva Morandini", kind: "regrets", capacity: "Co-chair" },
    { name: "Kwame Lindqvist", kind: "written", capacity: "" },
  ])
  await mark(id, chair.personId, null)
  await mark(id, chair.personId, null)
  expect(await listed(id)).toMatchObject([{ name: "Kwame Lindqvist" }])
  const form = recordAttendanceInput.parse({ meetingId: id, revision: 1 })
  await expect(recordAttendance(chair, form)).rejects.toMatchObject({
    key: "meeting.stale",
    data: { by: "Dawit Sorensen" },
  })
})

test("a merged person is marked as the one who took over; somebody unknown is refused", async () => {
  const kept = await makePerson(owner, { name: "Wanjiru Mbeki" })
  const gone = await makePerson(owner, { name: "W. Mbeki", mergedInto: kept.id })
  const { id } = await arrange()
  await mark(id, gone.id, "present")
  await mark(id, kept.id, "written")
  expect(await listed(id)).toMatchObject([{ name: "Wanjiru Mbeki", kind: "written" }])
  await expect(mark(id, crypto.randomUUID(), "present")).rejects.toMatchObject({
    key: "meeting.personUnknown",
  })
  await expect(mark(id, kept.id, "present", member)).rejects.toMatchObject({ code: "forbidden" })
})

test("a newcomer is added by name, somebody of the register is found by it, a shared name is refused", async () => {
  const known = await makePerson(owner, { name: "Sandrine Okafor", aliases: ["Sandy O."] })
  const { id } = await arrange()
  const seat = (name: string, actor: Actor = taker) => seatByName(actor, { meetingId: id, name })
  expect(await seat("sandy o.")).toEqual({ personId: known.id, name: "Sandrine Okafor" })
  const { personId } = await seat("Noor Halvorsen")
  expect(await seat("Noor  Halvorsen")).toEqual({ personId, name: "Noor Halvorsen" })
  expect(await listed(id)).toMatchObject([
    { name: "Sandrine Okafor", kind: "present" },
    { name: "Noor Halvorsen", kind: "present" },
  ])
  await makePerson(owner, { name: "Sandrine Okafor" })
  await expect(seat("Sandrine Okafor")).rejects.toMatchObject({
    fields: { name: "meeting.nameShared" },
  })
  await expect(seat("Noor Halvorsen", member)).rejects.toMatchObject({ code: "forbidden" })
  const found = await findForRoom(member, group.id, "noor")
  expect(found).toEqual([{ personId, name: "Noor Halvorsen", about: "" }])
})

test("whoever listens hears which meeting changed, when it is committed and only then", async () => {
  const { id } = await arrange()
  const listener = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  const heard: string[] = []
  let tell = () => {}
  const first = new Promise<void>((resolve) => {
    tell = resolve
  })
  await listener.listen(meetingChannel, (said) => {
    heard.push(said)
    tell()
  })
  await expect(mark(id, crypto.randomUUID(), "present")).rejects.toThrow()
  await mark(id, chair.personId, "present")
  await first
  await listener.end()
  expect(heard).toEqual([id])
})
