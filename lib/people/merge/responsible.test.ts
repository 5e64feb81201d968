import { and, asc, eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping, makeRow } from "@/db/factories/mapping"
import { makeActor, makePerson } from "@/db/factories/people"
import { arrangeScene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { mappingChanges, mappingRows, mappings } from "@/db/schema/mapping"
import { changesSince } from "@/lib/mapping/changes-since"
import { mergePeople } from "../merge"

const { owner } = await testDatabase()

test("rows for which the merged person answers change hands as their history tells, in front of everybody", async () => {
  const desk = await makeActor(owner, { secretariat: true })
  const { groupId, member } = await arrangeScene(owner)
  const merged = await makePerson(owner, { name: "Chiara Nuñez Ødegård" })
  const keptId = member.personId
  const { mappingId, areas, rowId } = await makeMapping(owner, groupId)
  const areaId = areas[0] ?? ""
  const mine = { mappingId, areaId, responsibleId: merged.id }
  const there = await makeRow(owner, { ...mine, number: 2, revisions: { responsible: 3 } })
  const retired = await makeRow(owner, {
    ...{ ...mine, number: 3, retiredAt: new Date(), retiredReason: "Twice" },
  })
  const other = await makeMapping(owner, groupId)
  await makeRow(owner, {
    ...{ ...mine, mappingId: other.mappingId, areaId: other.areas[0] ?? "", number: 2 },
  })
  await mergePeople(desk, { keptId, mergedId: merged.id })
  const rows = await owner
    .select()
    .from(mappingRows)
    .where(eq(mappingRows.mappingId, mappingId))
    .orderBy(asc(mappingRows.number))
  expect(rows).toMatchObject([
    { id: rowId, responsibleId: null, revisions: {} },
    { responsibleId: keptId, revisions: { responsible: 4 } },
    { responsibleId: keptId, revisions: { responsible: 1 } },
  ])
  const said = { field: "responsible", before: merged.id, after: keptId, way: "merge" }
  const history = await owner
    .select()
    .from(mappingChanges)
    .where(eq(mappingChanges.mappingId, mappingId))
    .orderBy(asc(mappingChanges.change))
  expect(history).toMatchObject([
    { ...said, rowId: there.id, revision: 4, authorId: desk.personId },
    { ...said, rowId: retired.id, revision: 1, authorId: desk.personId },
  ])
  const news = await changesSince({ id: mappingId, group: { id: groupId } }, 0)
  expect(news).toMatchObject({ kind: "changes", to: 2, changes: [{ after: keptId }, {}] })
  const [twin] = await owner.select().from(mappings).where(eq(mappings.id, other.mappingId))
  expect(twin?.change).toBe(1)
  const told = await owner
    .select()
    .from(events)
    .where(and(eq(events.name, "mapping.edited"), eq(events.subjectId, mappingId)))
  expect(told).toMatchObject([{ data: { rows: [2, 3], count: 2, fields: ["responsible"] } }])
})
