import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMeeting, arrangeMinutes } from "@/db/factories/meetings"
import { makeActor, makeGroup } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { agendaItems, type meetings } from "@/db/schema/meetings"
import type { Actor } from "@/lib/platform/actor"
import { type AgendaItem, readAgenda } from "./agenda"
import { arrangeAgenda } from "./arrange-agenda"
import { editAgenda } from "./edit-agenda"
import { arrangeAgendaInput, editAgendaInput } from "./input"

const { app, owner } = await testDatabase()
const group = await makeGroup(owner)
const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
const member = await makeActor(owner, { name: "Dawit Sorensen", roles: { [group.id]: "member" } })
const outsider = await makeActor(owner)

const arrange = (given: Partial<typeof meetings.$inferInsert> = {}) =>
  arrangeMeeting(owner, { groupId: group.id, ...given })
type Row = { id?: string; title: string; depth?: number } & Record<string, unknown>
const save = (meetingId: string, revision: number, rows: Row[], actor: Actor = member) =>
  editAgenda(
    actor,
    editAgendaInput.parse({
      meetingId,
      revision,
      items: rows.map(({ depth = 0, ...row }) => ({ depth, ...row })),
    }),
  )
const stored = async (meetingId: string) =>
  readAgenda(await app.select().from(agendaItems).where(eq(agendaItems.meetingId, meetingId)))
const titles = (items: readonly AgendaItem[]) =>
  items.map(({ label, title }) => `${label} ${title}`)

test("every member edits the agenda, outsiders find no meeting", async () => {
  const { id } = await arrange()
  await save(id, 1, [{ title: "Opening" }])
  await save(id, 2, [{ title: "Welcome" }], chair)
  await expect(save(id, 3, [], outsider)).rejects.toMatchObject({ code: "not_found" })
})

test("a tree is kept with its labels, presenters, minutes and coverage", async () => {
  const { id } = await arrange({ number: 33 })
  const { items, revision } = await save(id, 1, [
    { title: " The plan ", presenter: "Priya Castelnau", minutes: "30" },
    { title: "News" },
    { title: "Secretariat", depth: 1, coverage: "no-update" },
    { title: "Dates", depth: 2 },
    { title: "Any other business" },
  ])
  expect(revision).toBe(2)
  expect(await stored(id)).toEqual(items)
  expect(titles(items)).toEqual([
    "1 The plan",
    "2 News",
    "2a Secretariat",
    "2ai Dates",
    "3 Any other business",
  ])
  expect(items[0]).toMatchObject({ presenter: "Priya Castelnau", minutes: 30, coverage: null })
  expect(items[2]).toMatchObject({ coverage: "no-update", depth: 1 })
  const [event] = await app.select().from(events).where(eq(events.subjectId, id))
  expect(event).toMatchObject({
    name: "agenda.edited",
    actorId: member.personId,
    data: { number: 33, items: 5 },
  })
})

test("an item keeps its id wherever it goes, and what stood below a removed one stays", async () => {
  const { id } = await arrange()
  const { items } = await save(id, 1, [{ title: "A" }, { title: "B", depth: 1 }, { title: "C" }])
  const [a, b, c] = items.map((item) => item.id)
  const after = await save(id, 2, [
    { id: c, title: "C" },
    { id: b, title: "B, renamed", depth: 1 },
  ])
  expect(after.items.map((item) => item.id)).toEqual([c, b])
  expect(titles(await stored(id))).toEqual(["1 C", "1a B, renamed"])
  expect((await stored(id)).map((item) => item.id)).not.toContain(a)
})

test("everything may be removed", async () => {
  const { id } = await arrange()
  await save(id, 1, [{ title: "A" }, { title: "B", depth: 1 }])
  await save(id, 2, [])
  expect(await stored(id)).toEqual([])
})

test("an item under which something is written cannot be removed; moving and renaming it can", async () => {
  const { id } = await arrange()
  const { items } = await save(id, 1, [{ title: "Written" }, { title: "Bare" }])
  const [written = "", bare = ""] = items.map((item) => item.id)
  await arrangeMinutes(owner, id, { [written]: "The group agreed.", [bare]: "" })
  await expect(save(id, 2, [{ id: bare, title: "Bare" }])).rejects.toMatchObject({
    code: "conflict",
    key: "meeting.agendaWritten",
    values: { label: "1", title: "Written" },
  })
  expect(titles(await stored(id))).toEqual(["1 Written", "2 Bare"])
  await save(id, 2, [{ id: written, title: "Written on" }])
  expect(titles(await stored(id))).toEqual(["1 Written on"])
})

test("a form that showed an older revision changes nothing and gets the agenda that stands", async () => {
  const { id } = await arrange()
  await save(id, 1, [{ title: "First come" }])
  await expect(save(id, 1, [{ title: "Too late" }], chair)).rejects.toMatchObject({
    code: "conflict",
    key: "meeting.stale",
    data: { revision: 2, by: "Dawit Sorensen", current: [{ title: "First come", label: "1" }] },
  })
  const both = await Promise.allSettled([
    save(id, 2, [{ title: "One" }]),
    save(id, 2, [{ title: "Two" }]),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
})

test("items of another meeting are not taken over", async () => {
  const [here, there] = [await arrange(), await arrange()]
  const { items } = await save(there.id, 1, [{ title: "Theirs" }])
  await expect(save(here.id, 1, [{ id: items[0]?.id, title: "Ours" }])).rejects.toMatchObject({
    code: "not_found",
  })
  expect(titles(await stored(there.id))).toEqual(["1 Theirs"])
  expect(await stored(here.id)).toEqual([])
})

test("what is no agenda is refused with what it lacks", async () => {
  const { id } = await arrange()
  for (const [rows, place, key] of [
    [[{ title: "A" }, { title: " " }], 1, "meeting.agendaTitle"],
    [[{ title: "A", depth: 1 }], 0, "meeting.agendaOrder"],
    [[0, 1, 2, 3].map((depth) => ({ title: "A", depth })), 3, "meeting.agendaDepth"],
    [[{ title: "A" }, ...Array(27).fill({ title: "B", depth: 1 })], 27, "meeting.agendaSiblings"],
  ] as const) {
    const fields = { [`items.${place}.title`]: key }
    await expect(save(id, 1, [...rows])).rejects.toMatchObject({ code: "invalid", fields })
  }
})

test("the agenda of a cancelled meeting stays as it was", async () => {
  const { id } = await arrange({ cancelledAt: new Date(), cancelReason: "Travel" })
  await expect(save(id, 1, [{ title: "A" }])).rejects.toMatchObject({
    key: "meeting.isCancelled",
  })
})

test("a button of the plain form arranges the rows and writes nothing", async () => {
  const { id } = await arrange()
  const press = (move: string, actor: Actor = member) =>
    arrangeAgenda(
      actor,
      arrangeAgendaInput.parse({
        meetingId: id,
        revision: "1",
        move,
        items: [
          { depth: 0, title: "A" },
          { depth: 0, title: "B" },
        ],
      }),
    )
  const order = async (move: string) =>
    (await press(move)).items.map(({ depth, title }) => `${depth}${title}`).join(" ")
  expect(await order("1:up")).toBe("0B 0A")
  expect(await order("1:in")).toBe("0A 1B")
  expect(await order("0:remove")).toBe("0B")
  expect(await order("0:add")).toBe("0A 0 0B")
  expect(await order("9:up")).toBe("0A 0B")
  expect(await stored(id)).toEqual([])
  await expect(press("0:down", outsider)).rejects.toMatchObject({ code: "not_found" })
})
