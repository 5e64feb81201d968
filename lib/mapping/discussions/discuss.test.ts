import { randomUUID } from "node:crypto"
import { asc, eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { type MappingScene, makeMapping } from "@/db/factories/mapping"
import { makeActor, makeGroup } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { rowMeetings } from "@/db/schema/mapping"
import { agendaItems, meetings } from "@/db/schema/meetings"
import { discussRow } from "./discuss-row"
import { discussRowInput } from "./discussion-input"
import {
  listMeetingChoices,
  listMeetingsOfRow,
  listRowChoices,
  listRowsOfMeeting,
} from "./discussion-queries"
import { undiscussRow } from "./undiscuss-row"

const { owner } = await testDatabase()
let scene: Scene
let mapping: MappingScene
beforeEach(async () => {
  scene = await arrangeScene(owner)
  mapping = await makeMapping(owner, scene.groupId)
})

const note = (more: Record<string, string> = {}, actor = scene.member) =>
  discussRow(
    actor,
    discussRowInput.parse({
      mappingId: mapping.mappingId,
      row: "1",
      meetingId: scene.meetingId,
      agendaItemId: "",
      ...more,
    }),
  )
const ofRow = () => listMeetingsOfRow(scene.other, scene.groupId, mapping.rowId)
const ofMeeting = () => listRowsOfMeeting(scene.other, scene.groupId, scene.meetingId)
const told = async () =>
  (
    await owner
      .select()
      .from(events)
      .where(eq(events.subjectId, mapping.mappingId))
      .orderBy(asc(events.id))
  ).map(({ name, data }) => ({ name, ...(data as object) }))

describe("a meeting that spoke of a row", () => {
  test("stands on the row's side and on the meeting's, with the item of its agenda, once", async () => {
    const { id } = await note({ agendaItemId: scene.first })
    expect(await note({ agendaItemId: scene.first })).toEqual({ id })
    const both = {
      id,
      meeting: { id: scene.meetingId, number: 33 },
      item: "The plan",
      row: { number: 1, suggests: "Suggestion 1", retired: false },
      mandate: { slug: mapping.mandateSlug },
    }
    expect(await ofRow()).toMatchObject([both])
    expect(await ofMeeting()).toMatchObject([both])
    await note()
    expect(await ofRow()).toMatchObject([both, { item: "" }])
    expect(await told()).toMatchObject([
      { name: "mapping.rowDiscussed", row: 1, number: 33 },
      { name: "mapping.rowDiscussed" },
    ])
  })

  test("said by ten people at once is noted once", async () => {
    const noted = await Promise.all(Array.from({ length: 10 }, () => note()))
    expect(new Set(noted.map(({ id }) => id)).size).toBe(1)
    expect(await ofRow()).toHaveLength(1)
  })

  test("is taken back on both sides, and that it was said is kept", async () => {
    const { id } = await note()
    await undiscussRow(scene.other, { discussionId: id })
    await undiscussRow(scene.other, { discussionId: id })
    expect(await ofRow()).toEqual([])
    expect(await ofMeeting()).toEqual([])
    const kept = await owner.select().from(rowMeetings).where(eq(rowMeetings.id, id))
    expect(kept).toMatchObject([
      { addedBy: scene.member.personId, removedBy: scene.other.personId },
    ])
    expect((await told()).map(({ name }) => name)).toEqual([
      "mapping.rowDiscussed",
      "mapping.rowNotDiscussed",
    ])
    expect((await note()).id).not.toBe(id)
  })

  test("outlives the item of its agenda", async () => {
    await note({ agendaItemId: scene.second })
    await owner.delete(agendaItems).where(eq(agendaItems.id, scene.second))
    expect(await ofRow()).toMatchObject([{ item: "", meeting: { number: 33 } }])
  })
})

describe("nothing is noted", () => {
  test.each([
    ["of a row that is not there", { row: "7" }, { row: "mapping.noRow" }],
    ["of a meeting that is not there", { meetingId: randomUUID() }, { meetingId: "field.choice" }],
    ["of an item of no agenda", { agendaItemId: randomUUID() }, { agendaItemId: "field.choice" }],
  ])("%s", async (_, more, fields) => {
    await expect(note(more)).rejects.toMatchObject({ code: "invalid", fields })
    expect(await ofRow()).toEqual([])
  })

  test("of a number that no row can have", () => {
    const given = { mappingId: mapping.mappingId, meetingId: scene.meetingId, row: "99999999999" }
    expect(() => discussRowInput.parse(given)).toThrow("mapping.rowNumber")
  })

  test("of a meeting of another group, or one that was cancelled", async () => {
    const elsewhere = await arrangeScene(owner)
    await expect(note({ meetingId: elsewhere.meetingId })).rejects.toMatchObject({
      fields: { meetingId: "field.choice" },
    })
    await owner
      .update(meetings)
      .set({ cancelledAt: new Date(), cancelReason: "Nobody came" })
      .where(eq(meetings.id, scene.meetingId))
    await expect(note()).rejects.toMatchObject({ key: "mapping.meetingCancelled" })
    expect(await listMeetingChoices(scene.member, scene.groupId)).toEqual([])
  })

  test("by anybody outside of the group, who reads nothing of it either", async () => {
    const group = await makeGroup(owner)
    const stranger = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
    const { id } = await note()
    await expect(note({}, { ...scene.member, ...stranger })).rejects.toThrow()
    await expect(undiscussRow(stranger, { discussionId: id })).rejects.toThrow()
    await expect(listMeetingsOfRow(stranger, scene.groupId, mapping.rowId)).rejects.toThrow()
    await expect(listRowsOfMeeting(stranger, scene.groupId, scene.meetingId)).rejects.toThrow()
    expect(await listMeetingsOfRow(stranger, group.id, mapping.rowId)).toEqual([])
  })
})

test("the page of a meeting offers the group's mappings and its own agenda", async () => {
  expect(await listRowChoices(scene.member, scene.groupId, scene.meetingId)).toMatchObject({
    tables: [{ id: mapping.mappingId }],
    items: [{ name: "1 The plan" }, { name: "2 Any other business" }],
    mayEdit: true,
  })
})
