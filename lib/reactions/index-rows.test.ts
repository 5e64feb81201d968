import { randomUUID } from "node:crypto"
import { desc, eq, sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { type MappingScene, makeMapping, makeRow } from "@/db/factories/mapping"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { annexActivities, editions } from "@/db/schema/editions"
import { mappingRows } from "@/db/schema/mapping"
import { searchTexts, searchWords } from "@/db/schema/search"
import { openThreadInput } from "@/lib/comments/input"
import { openThread } from "@/lib/comments/open-thread"
import { withdrawComment } from "@/lib/comments/withdraw-comment"
import { editArea } from "@/lib/mapping/areas/edit-area"
import { saveCells } from "@/lib/mapping/cells/save-cells"
import { saveCellsInput } from "@/lib/mapping/input"
import type { Activity } from "@/lib/mapping/model"
import { moveRow } from "@/lib/mapping/rows/move-row"
import { retireRow } from "@/lib/mapping/rows/retire-row"
import { returnRow } from "@/lib/mapping/rows/return-row"
import { searchInput } from "@/lib/search/input"
import { searchPublished } from "@/lib/search/public-queries"
import { searchDesk } from "@/lib/search/queries"
import { sourcesAfter } from "@/lib/search/sources"
import { indexSources, sourcesTouchedBy } from "./index-search"

const { owner } = await testDatabase()
let scene: Scene
let mapping: MappingScene
beforeEach(async () => {
  await owner.delete(searchTexts)
  await owner.delete(searchWords)
  scene = await arrangeScene(owner)
  mapping = await makeMapping(owner, scene.groupId)
})

/** Writes into the index what the last event touched, and says what that was. */
async function follow(): Promise<string[]> {
  const [last] = await owner.select().from(events).orderBy(desc(events.id)).limit(1)
  if (!last) throw new Error("Nothing happened")
  const touched = await sourcesTouchedBy(last)
  await indexSources(touched)
  return touched
}

const save = (cells: { field: string; value: unknown; base?: number; rowId?: string }[]) =>
  saveCells(
    scene.member,
    saveCellsInput.parse({
      mappingId: mapping.mappingId,
      cells: cells.map((cell) => ({ rowId: mapping.rowId, base: 0, ...cell })),
    }),
  )
const found = async (q: string, actor: SignedIn = scene.member, more: object = {}) =>
  (await searchDesk(actor, searchInput.parse({ q, ...more }), "en")).found?.hits ?? []
const activity = (title: string): Activity => ({
  ...{ id: randomUUID(), title, kind: "bpf" as const, years: [2021] },
  ...{ link: "https://reefs.example.org/", body: "Forum on reefs" },
})

describe("a row of a mapping", () => {
  test("is found by what its cells say, as soon as they say it, and leads to its page", async () => {
    await save([
      { field: "suggests", value: "Lighthouses for every harbour" },
      { field: "activities", value: [activity("Mooring workshop")] },
      { field: "citation", value: { mandate: "A/74/821", paragraph: "93" } },
      { field: "responsible", value: scene.other.personId },
      {
        field: "synergies",
        value: [{ type: "paragraph", content: [{ type: "text", text: "See the estuaries." }] }],
      },
    ])
    expect(await follow()).toEqual([`row:${mapping.rowId}`])
    const slug = (
      await owner.execute<{ slug: string }>(
        sql`select slug from groups where id = ${scene.groupId}`,
      )
    )[0]?.slug
    for (const q of ["lighthouse", "mooring", "estuary", "Koskela", "reefs", "lihgthouses"])
      expect(await found(q), q).toMatchObject([
        {
          kind: "mapping-row",
          href: `/desk/${slug}/mapping/${mapping.mandateSlug}/rows/1`,
          state: null,
        },
      ])
    expect(await found("lighthouse", scene.member, { area: "Global connectivity" })).toHaveLength(1)
    expect(await found("lighthouse", scene.member, { area: "Digital inclusion" })).toEqual([])
    await save([{ field: "suggests", value: "Beacons", base: 1 }])
    await follow()
    expect(await found("lighthouse")).toEqual([])
    expect(await found("beacons")).toHaveLength(1)
  })

  test("is found by the members of its group alone, and never in public", async () => {
    await save([{ field: "suggests", value: "Breakwaters" }])
    await follow()
    const elsewhere = await makeGroup(owner)
    const stranger = await makeActor(owner, { roles: { [elsewhere.id]: "co-chair" } })
    expect(await found("breakwaters", scene.chair)).toHaveLength(1)
    expect(await found("breakwaters", stranger)).toEqual([])
    const open = await searchPublished(searchInput.parse({ q: "breakwaters" }), "en")
    expect(open.found?.hits).toEqual([])
  })

  test("that was retired is found and said to be so, with why, until it comes back", async () => {
    await save([{ field: "suggests", value: "Foghorns" }])
    await retireRow(scene.member, { rowId: mapping.rowId, reason: "Superseded by sirens" })
    expect(await follow()).toEqual([`row:${mapping.rowId}`])
    for (const q of ["foghorns", "sirens"])
      expect(await found(q), q).toMatchObject([{ state: "retired" }])
    await returnRow(scene.member, { rowId: mapping.rowId })
    await follow()
    expect(await found("foghorns")).toMatchObject([{ state: null }])
    expect(await found("sirens")).toEqual([])
  })

  test("has the activities that an edition moved to the annex beside it, and says where they are", async () => {
    const [edition] = await owner
      .insert(editions)
      .values({
        ...{ mappingId: mapping.mappingId, number: 1, content: {}, sha256: "0".repeat(64) },
        ...{ frozenBy: scene.chair.personId, frozenAt: new Date() },
      })
      .returning()
    const moved = { rowId: mapping.rowId, editionId: edition?.id ?? "" }
    await owner.insert(annexActivities).values([
      { ...moved, activity: activity("Dredging panel") },
      { ...moved, activity: activity("Pilotage panel"), returnedAt: new Date() },
    ])
    await indexSources([`row:${mapping.rowId}`])
    expect(await found("dredging")).toMatchObject([{ kind: "mapping-row", state: "annex" }])
    expect(await found("pilotage")).toEqual([])
  })

  test("goes with its comments under the area to which it is moved, and pushes nobody else along", async () => {
    const second = await makeRow(owner, {
      ...{ mappingId: mapping.mappingId, areaId: mapping.areas[1] ?? "", number: 2 },
    })
    const { commentId } = await openThread(
      scene.member,
      openThreadInput.parse({
        ...{ on: { kind: "row", id: mapping.rowId }, at: "text", submission: randomUUID() },
        text: "Jetties belong here",
      }),
    )
    expect(await follow()).toEqual([`comment:${commentId}`])
    const jetties = (area: string) => found("jetties", scene.member, { area })
    expect(await jetties("Global connectivity")).toMatchObject([{ kind: "comment" }])
    await moveRow(scene.member, {
      ...{ rowId: mapping.rowId, areaId: mapping.areas[1] ?? "", after: null },
    })
    const touched = await follow()
    expect(touched.sort()).toEqual([`comment:${commentId}`, `row:${mapping.rowId}`].sort())
    expect(touched).not.toContain(`row:${second.id}`)
    expect(await jetties("Global connectivity")).toEqual([])
    expect(await jetties("Digital inclusion")).toHaveLength(1)
    await withdrawComment(scene.member, { commentId })
    await follow()
    expect(await found("jetties")).toEqual([])
  })

  test("is filed with its comments under the new name of its area", async () => {
    const { commentId } = await openThread(
      scene.member,
      openThreadInput.parse({
        ...{ on: { kind: "row", id: mapping.rowId }, at: "text", submission: randomUUID() },
        text: "Slipways",
      }),
    )
    await editArea(scene.member, {
      ...{ areaId: mapping.areas[0] ?? "", revision: 1, title: "Access for all", aliases: [] },
    })
    expect((await follow()).sort()).toEqual([`comment:${commentId}`, `row:${mapping.rowId}`].sort())
    for (const q of ["slipways", "suggestion"])
      expect(await found(q, scene.member, { area: "Access for all" }), q).toHaveLength(1)
  })

  test("is found under the new name of whoever is responsible for it, and among all that stands", async () => {
    await owner
      .update(mappingRows)
      .set({ responsibleId: scene.other.personId })
      .where(eq(mappingRows.id, mapping.rowId))
    await owner.execute(
      sql`insert into events (name, subject_type, subject_id, data)
        values ('person.edited', 'person', ${scene.other.personId}, '{}')`,
    )
    expect(await follow()).toContain(`row:${mapping.rowId}`)
    expect(await sourcesAfter(owner, "", 10_000)).toContain(`row:${mapping.rowId}`)
  })
})
