import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMeeting, arrangeMinutes } from "@/db/factories/meetings"
import { makeActor, makeGroup } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { agendaItems, meetings } from "@/db/schema/meetings"
import { getCurrentText } from "@/lib/minutes/queries"
import { agendaNow } from "./agenda-now"
import { carryItem } from "./carry-item"
import { getRoom } from "./room"

const { app, owner } = await testDatabase()
const hour = 3_600_000
const later = (hours: number) => new Date(Date.now() + hours * hour)

async function arrange(there: string[] = ["Plan", "Any other business"]) {
  const group = await makeGroup(owner)
  const member = await makeActor(owner, { roles: { [group.id]: "member" } })
  const meeting = (given: Partial<typeof meetings.$inferInsert>) =>
    arrangeMeeting(owner, { groupId: group.id, ...given })
  const now = await meeting({ number: 33, startsAt: later(-1) })
  const next = await meeting({ number: 34, startsAt: later(200) })
  await meeting({ number: 35, startsAt: later(400) })
  const add = async (meetingId: string, title: string, position: number, parentId?: string) => {
    const [item] = await owner
      .insert(agendaItems)
      .values({ meetingId, title, position, parentId, minutes: 10, presenter: "Ilva Morandini" })
      .returning()
    return item?.id ?? ""
  }
  await add(now.id, "Outcomes", 0)
  const news = await add(now.id, "News", 1)
  const youth = await add(now.id, "Youth", 2, news)
  const offices = await add(now.id, "Offices", 3, news)
  for (const [place, title] of there.entries()) await add(next.id, title, place)
  const carry = (itemId: string) => carryItem(member, { meetingId: now.id, itemId })
  return { group, member, meeting, now, next, news, youth, offices, carry }
}
const agenda = async (meetingId: string) =>
  (await agendaNow(app, meetingId)).map(({ label, title }) => `${label} ${title}`)
const coverages = async (meetingId: string) =>
  (await agendaNow(app, meetingId)).map(({ coverage }) => coverage)

test("a copy with all below it stands before the closing item of the next meeting, linked both ways", async () => {
  const { group, member, now, next, news, youth, offices, carry } = await arrange()
  await owner.update(agendaItems).set({ coverage: "discussed" }).where(eq(agendaItems.id, youth))
  await arrangeMinutes(owner, now.id, { [news]: "Nobody had the time." })
  const before = await getCurrentText(app, now.id)
  expect(await carry(news)).toEqual({ to: next.id, number: 34 })
  expect(await agenda(next.id)).toEqual([
    "1 Plan",
    "2 News",
    "2a Youth",
    "2b Offices",
    "3 Any other business",
  ])
  const [, copy] = await agendaNow(app, next.id)
  expect(copy).toMatchObject({ minutes: 10, presenter: "Ilva Morandini", coverage: null })
  expect(await agenda(now.id)).toEqual(["1 Outcomes", "2 News", "2a Youth", "2b Offices"])
  expect(await coverages(now.id)).toEqual([null, "not-reached", "discussed", "not-reached"])
  expect(await getCurrentText(app, now.id)).toEqual(before)

  const here = await getRoom(member, group.id, now.id, "en")
  expect(here.agenda.find(({ id }) => id === offices)?.carriedTo).toEqual({
    meetingId: next.id,
    meetingNumber: 34,
    title: "Offices",
  })
  const there = await getRoom(member, group.id, "34", "en")
  expect(there.agenda[1]?.carriedFrom).toEqual({
    meetingId: now.id,
    meetingNumber: 33,
    title: "News",
  })
  const told = await app.select().from(events).where(eq(events.subjectId, next.id))
  expect(told).toMatchObject([{ name: "agenda.itemReceived", data: { from: 33, title: "News" } }])
})

test("an item of a lower level becomes one of the first; what was carried does not come again", async () => {
  const { now, next, news, youth, carry } = await arrange(["Plan"])
  await carry(youth)
  expect(await agenda(next.id)).toEqual(["1 Plan", "2 Youth"])
  await expect(carry(youth)).rejects.toMatchObject({
    code: "conflict",
    key: "meeting.carriedAlready",
  })
  await carry(news)
  expect(await agenda(next.id)).toEqual(["1 Plan", "2 Youth", "3 News", "3a Offices"])
  expect(await coverages(now.id)).toEqual([null, "not-reached", "not-reached", "not-reached"])
})

test("two who carry the same item at once make one copy", async () => {
  const { next, news, carry } = await arrange([])
  const both = await Promise.allSettled([carry(news), carry(news)])
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  expect(await agenda(next.id)).toEqual(["1 News", "1a Youth", "1b Offices"])
})

test("nothing is carried to a meeting that is cancelled, over, or has no room", async () => {
  const { meeting, now, next, news, carry } = await arrange()
  const full = Array.from({ length: 196 }, (_, place) => ({
    meetingId: next.id,
    title: "Full",
    position: place + 10,
  }))
  await owner.insert(agendaItems).values(full)
  await expect(carry(news)).rejects.toMatchObject({
    key: "meeting.carryFull",
    values: { number: 34 },
  })
  expect(await coverages(now.id)).toEqual([null, null, null, null])
  await owner
    .update(meetings)
    .set({ cancelledAt: new Date(), cancelReason: "Travel" })
    .where(eq(meetings.groupId, now.groupId))
  await owner
    .update(meetings)
    .set({ cancelledAt: null, cancelReason: null, startsAt: later(-30) })
    .where(eq(meetings.id, now.id))
  await meeting({ number: 36, startsAt: later(-3), minutes: 60 })
  await expect(carry(news)).rejects.toMatchObject({ key: "meeting.carryNowhere" })
})
