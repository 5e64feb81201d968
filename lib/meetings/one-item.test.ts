import { and, eq, isNull } from "drizzle-orm"
import { afterEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMeeting, arrangeMinutes } from "@/db/factories/meetings"
import { makeActor, makeGroup } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { agendaItems, agendaTurns, meetings } from "@/db/schema/meetings"
import type { Actor } from "@/lib/platform/actor"
import { setClock } from "@/lib/platform/clock"
import { addItem } from "./add-item"
import { agendaNow } from "./agenda-now"
import { editAgenda } from "./edit-agenda"
import { goToItem } from "./go-to-item"
import { editAgendaInput } from "./input"
import { markItem } from "./mark-item"
import { moveItem } from "./move-item"
import { removeItem } from "./remove-item"
import { renameItem } from "./rename-item"
import { stopClock } from "./stop-clock"

const { app, owner } = await testDatabase()
const group = await makeGroup(owner)
const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
const taker = await makeActor(owner, { roles: { [group.id]: "member" } })
const member = await makeActor(owner, { roles: { [group.id]: "member" } })
const outsider = await makeActor(owner)
afterEach(() => setClock(undefined))

async function arrange(titles: string[], given: Partial<typeof meetings.$inferInsert> = {}) {
  const { id } = await arrangeMeeting(owner, {
    groupId: group.id,
    noteTakerId: taker.personId,
    ...given,
  })
  const rows = titles.map((title, position) => ({ meetingId: id, title: title.trim(), position }))
  const items = rows.length > 0 ? await owner.insert(agendaItems).values(rows).returning() : []
  return { id, item: (place: number) => items[place]?.id ?? "" }
}
const agenda = async (meetingId: string) =>
  (await agendaNow(app, meetingId)).map(({ label, title }) => `${label} ${title}`)
const revision = async (meetingId: string) =>
  (await app.select().from(meetings).where(eq(meetings.id, meetingId)))[0]?.agendaRevision
const lastEvent = async (meetingId: string) =>
  (await app.select().from(events).where(eq(events.subjectId, meetingId)).orderBy(events.id)).at(-1)

test("a member adds an item after another, on its level, and a form of before notices", async () => {
  const { id, item } = await arrange(["Plan", "News"])
  const below = await addItem(member, { meetingId: id, after: item(0), title: "Late" })
  expect(await agenda(id)).toEqual(["1 Plan", "2 Late", "3 News"])
  expect((await agendaNow(app, id))[1]?.id).toBe(below.itemId)
  expect(await lastEvent(id)).toMatchObject({
    name: "agenda.itemAdded",
    actorId: member.personId,
    data: { title: "Late" },
  })
  const form = editAgendaInput.parse({ meetingId: id, revision: 1, items: [] })
  await expect(editAgenda(chair, form)).rejects.toMatchObject({
    key: "meeting.stale",
    data: { revision: 2, by: member.name },
  })
})

test("an item added to no place stands before the one that closes", async () => {
  for (const [titles, wanted] of [
    [
      ["Plan", "Any other business"],
      ["1 Plan", "2 Late", "3 Any other business"],
    ],
    [
      ["Plan", "AOB"],
      ["1 Plan", "2 Late", "3 AOB"],
    ],
    [
      ["Any other business", "Plan"],
      ["1 Any other business", "2 Plan", "3 Late"],
    ],
    [[], ["1 Late"]],
  ]) {
    const { id } = await arrange(titles ?? [])
    await addItem(member, { meetingId: id, after: null, title: "Late" })
    expect(await agenda(id)).toEqual(wanted)
  }
})

test("an item is renamed and moved by its id, and marked; doing it twice is no second event", async () => {
  const { id, item } = await arrange(["Plan", "News", "Close"])
  await renameItem(member, { meetingId: id, itemId: item(1), title: "News of the offices" })
  await moveItem(member, { meetingId: id, itemId: item(2), move: "up" })
  await moveItem(member, { meetingId: id, itemId: item(2), move: "in" })
  expect(await agenda(id)).toEqual(["1 Plan", "1a Close", "2 News of the offices"])
  await markItem(member, { meetingId: id, itemId: item(1), coverage: "no-update" })
  const before = await revision(id)
  await markItem(member, { meetingId: id, itemId: item(1), coverage: "no-update" })
  await renameItem(member, { meetingId: id, itemId: item(0), title: "Plan" })
  await moveItem(member, { meetingId: id, itemId: item(0), move: "up" })
  expect(await revision(id)).toBe(before)
  expect((await agendaNow(app, id)).at(-1)?.coverage).toBe("no-update")
  await markItem(member, { meetingId: id, itemId: item(1), coverage: null })
  expect((await agendaNow(app, id)).at(-1)?.coverage).toBe(null)
})

test("what is no agenda is refused with its sentence: too deep, or a 27th beside 26", async () => {
  const { id, item } = await arrange(["Plan", "News"])
  const below = Array.from({ length: 26 }, (_, position) => ({
    meetingId: id,
    parentId: item(0),
    position,
    title: "Below",
  }))
  const [first] = await owner.insert(agendaItems).values(below).returning()
  await expect(
    addItem(member, { meetingId: id, after: first?.id ?? "", title: "One more" }),
  ).rejects.toMatchObject({ code: "conflict", key: "meeting.agendaSiblings" })
  expect(await agenda(id)).toHaveLength(28)
})

test("only an empty item is removed, and never the one at which the call is", async () => {
  const { id, item } = await arrange(["Written", "Runs", "Bare"])
  await arrangeMinutes(owner, id, { [item(0)]: "The group agreed.", [item(1)]: "", [item(2)]: "" })
  await goToItem(taker, { meetingId: id, itemId: item(1) })
  const remove = (itemId: string) => removeItem(member, { meetingId: id, itemId })
  await expect(remove(item(0))).rejects.toMatchObject({ key: "meeting.agendaWritten" })
  await expect(remove(item(1))).rejects.toMatchObject({ key: "meeting.itemRuns" })
  await remove(item(2))
  await expect(remove(item(2))).rejects.toMatchObject({ code: "not_found" })
  expect(await agenda(id)).toEqual(["1 Written", "2 Runs"])
})

test("an item of another meeting is not found, whatever is done to it", async () => {
  const [here, there] = [await arrange(["Ours"]), await arrange(["Theirs"])]
  const ids = { meetingId: here.id, itemId: there.item(0) }
  for (const done of [
    () => renameItem(member, { ...ids, title: "Taken" }),
    () => moveItem(member, { ...ids, move: "up" }),
    () => markItem(member, { ...ids, coverage: "discussed" }),
    () => removeItem(member, ids),
    () => goToItem(chair, ids),
    () => addItem(member, { meetingId: here.id, after: there.item(0), title: "Late" }),
  ])
    await expect(done()).rejects.toMatchObject({ code: "not_found" })
  expect(await agenda(there.id)).toEqual(["1 Theirs"])
})

test("who may not is refused, and nobody changes a cancelled meeting", async () => {
  const { id, item } = await arrange(["Plan"])
  const ids = { meetingId: id, itemId: item(0) }
  const stranger: Actor = outsider
  await expect(markItem(stranger, { ...ids, coverage: null })).rejects.toMatchObject({
    code: "not_found",
  })
  await expect(goToItem(member, ids)).rejects.toMatchObject({ code: "forbidden" })
  await expect(stopClock(member, { meetingId: id })).rejects.toMatchObject({ code: "forbidden" })
  const gone = await arrange(["Plan"], { cancelledAt: new Date(), cancelReason: "Travel" })
  const old = { meetingId: gone.id, itemId: gone.item(0) }
  for (const done of [
    () => renameItem(chair, { ...old, title: "Taken" }),
    () => goToItem(chair, old),
    () => addItem(chair, { meetingId: gone.id, after: null, title: "Late" }),
  ])
    await expect(done()).rejects.toMatchObject({ key: "meeting.isCancelled" })
})

test("the clock goes from item to item, stops after the last, and goes on where it stopped", async () => {
  const { id, item } = await arrange(["Plan", "News"])
  const at = (minute: number) => setClock(() => new Date(Date.UTC(2022, 2, 3, 13, minute)))
  const go = (itemId: string | null = null) => goToItem(taker, { meetingId: id, itemId })
  at(0)
  expect(await go()).toEqual({ itemId: item(0) })
  at(12)
  expect(await go(item(0))).toEqual({ itemId: item(0) })
  at(20)
  expect(await go()).toEqual({ itemId: item(1) })
  at(25)
  expect(await go()).toEqual({ itemId: null })
  at(30)
  expect(await go()).toEqual({ itemId: item(1) })
  at(31)
  await stopClock(taker, { meetingId: id })
  await stopClock(taker, { meetingId: id })
  const turns = await app
    .select()
    .from(agendaTurns)
    .where(eq(agendaTurns.meetingId, id))
    .orderBy(agendaTurns.startedAt)
  const minutes = turns.map(({ itemId, startedAt, endedAt }) => [
    itemId,
    ((endedAt?.getTime() ?? 0) - startedAt.getTime()) / 60_000,
  ])
  expect(minutes).toEqual([
    [item(0), 20],
    [item(1), 5],
    [item(1), 1],
  ])
  expect(turns.every(({ startedBy }) => startedBy === taker.personId)).toBe(true)
})

test("two who press at once leave one open turn", async () => {
  const { id, item } = await arrange(["Plan", "News"])
  await Promise.all([
    goToItem(taker, { meetingId: id, itemId: item(0) }),
    goToItem(chair, { meetingId: id, itemId: item(1) }),
  ])
  const open = and(eq(agendaTurns.meetingId, id), isNull(agendaTurns.endedAt))
  expect(await app.select().from(agendaTurns).where(open)).toHaveLength(1)
})

test("without an agenda there is nothing for the clock to run on", async () => {
  const { id } = await arrange([])
  await expect(goToItem(chair, { meetingId: id, itemId: null })).rejects.toMatchObject({
    key: "meeting.clockWithoutAgenda",
  })
})
