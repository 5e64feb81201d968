import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { type MappingScene, makeMapping } from "@/db/factories/mapping"
import { makeActor, makeGroup } from "@/db/factories/people"
import { editions } from "@/db/schema/editions"
import { meetingFormerNumbers, meetings } from "@/db/schema/meetings"
import { listRowsDiscussedAt } from "./public-queries"

const { owner } = await testDatabase()
let group: { id: string; slug: string }
let mapping: MappingScene
let frozenBy: string
beforeEach(async () => {
  group = await makeGroup(owner)
  mapping = await makeMapping(owner, group.id)
  frozenBy = (await makeActor(owner, { roles: { [group.id]: "co-chair" } })).personId
})

const freeze = (number: number, rows: object[], of = mapping, title = "The tides") =>
  owner.insert(editions).values({
    ...{ mappingId: of.mappingId, number, frozenBy, frozenAt: new Date() },
    ...{ sha256: "0".repeat(64), content: { mandate: { title, symbol: "A/1" }, rows } },
  })

test("a report knows the rows of each newest edition that name its meeting, in their order", async () => {
  const reefs = await makeMapping(owner, group.id)
  await freeze(1, [{ number: 9, suggests: "Gone since", meetings: [33] }])
  await freeze(2, [
    { number: 7, suggests: "Gauges", meetings: [31, 33] },
    { number: 2, suggests: "Buoys", meetings: [33] },
    { number: 3, suggests: "Not this one", meetings: [3] },
  ])
  await freeze(1, [{ number: 1, suggests: "Corals", meetings: [33] }], reefs, "The reefs")
  expect(await listRowsDiscussedAt(group.slug, 33)).toEqual([
    { mandate: { slug: reefs.mandateSlug, title: "The reefs" }, number: 1, suggests: "Corals" },
    { mandate: { slug: mapping.mandateSlug, title: "The tides" }, number: 7, suggests: "Gauges" },
    { mandate: { slug: mapping.mandateSlug, title: "The tides" }, number: 2, suggests: "Buoys" },
  ])
})

test("no row of another group, and none that only the working table names", async () => {
  const elsewhere = await makeGroup(owner)
  await freeze(
    1,
    [{ number: 1, suggests: "Theirs", meetings: [33] }],
    await makeMapping(owner, elsewhere.id),
  )
  expect(await listRowsDiscussedAt(group.slug, 33)).toEqual([])
})

test("a meeting whose number was corrected keeps the rows that name it by the one before, and the other way round", async () => {
  const [meeting] = await owner
    .insert(meetings)
    .values({ groupId: group.id, number: 23, startsAt: new Date("2020-05-07T13:00:00Z") })
    .returning({ id: meetings.id })
  const former = { groupId: group.id, number: 22, meetingId: meeting?.id ?? "" }
  await owner.insert(meetingFormerNumbers).values(former)
  await freeze(1, [
    { number: 1, suggests: "Before", meetings: [22] },
    { number: 2, suggests: "Since", meetings: [23] },
    { number: 3, suggests: "Another", meetings: [24] },
  ])
  for (const number of [22, 23])
    expect((await listRowsDiscussedAt(group.slug, number)).map((row) => row.suggests)).toEqual([
      "Before",
      "Since",
    ])
})
