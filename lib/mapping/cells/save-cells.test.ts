import { eq } from "drizzle-orm"
import { describe, expect, onTestFinished, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping } from "@/db/factories/mapping"
import { makePerson } from "@/db/factories/people"
import { arrangeScene } from "@/db/factories/scene"
import { mappingChanges, mappingRows, mappings } from "@/db/schema/mapping"
import { setClock } from "@/lib/platform/clock"
import { Refusal } from "@/lib/platform/errors"
import { saveCellsInput } from "../input"
import type { Clash } from "../model"
import { retireRow } from "../rows/retire-row"
import { againstIn } from "./against"
import { saveCells } from "./save-cells"

const { app } = await testDatabase()

async function arrange() {
  const scene = await arrangeScene(app)
  const mapping = await makeMapping(app, scene.groupId)
  const save = (who: "member" | "other" | "chair", cells: unknown[]) =>
    saveCells(scene[who], saveCellsInput.parse({ mappingId: mapping.mappingId, cells }))
  return { ...scene, ...mapping, save }
}

const rowOf = async (id: string) =>
  (await app.select().from(mappingRows).where(eq(mappingRows.id, id)))[0]

describe("saving cells", () => {
  test("keeps the value, its revision and its history", async () => {
    const { save, rowId, member, mappingId } = await arrange()
    const cell = { rowId, field: "suggests", base: 0, value: "Connect every school" }
    expect(await save("member", [cell])).toEqual({
      change: 1,
      cells: [{ rowId, field: "suggests", revision: 1 }],
    })
    expect(await rowOf(rowId)).toMatchObject({
      suggests: "Connect every school",
      revisions: { suggests: 1 },
    })
    const [kept] = await app
      .select()
      .from(mappingChanges)
      .where(eq(mappingChanges.mappingId, mappingId))
    expect(kept).toMatchObject({
      change: 1,
      field: "suggests",
      before: "Suggestion 1",
      after: "Connect every school",
      authorId: member.personId,
    })
  })

  test("a cell that is named twice in one save is refused, and nothing is written", async () => {
    const { rowId, mappingId } = await arrange()
    const cells = ["One", "Two"].map((value) => ({ rowId, field: "suggests", base: 0, value }))
    const read = saveCellsInput.safeParse({ mappingId, cells })
    expect(read.error?.issues[0]?.message).toBe("mapping.sameCell")
    const others = [{ rowId, field: "status", base: 0, value: "done" }, cells[0]]
    expect(saveCellsInput.safeParse({ mappingId, cells: others }).success).toBe(true)
  })

  test("a day that lies ahead everywhere on earth is none on which a row was confirmed", async () => {
    const { rowId, mappingId } = await arrange()
    setClock(() => new Date("2026-03-03T11:00:00Z"))
    onTestFinished(() => setClock(undefined))
    const read = (value: string) =>
      saveCellsInput.safeParse({
        mappingId,
        cells: [{ rowId, field: "confirmed", base: 0, value }],
      })
    expect(read("2026-03-04").success).toBe(true)
    expect(read("2026-03-05").error?.issues[0]?.message).toBe("mapping.dayAhead")
    expect(read("2062-02-17").error?.issues[0]?.message).toBe("mapping.dayAhead")
  })

  test("of two who change one cell, the later one is told what stands there, and nothing is written", async () => {
    const { save, rowId, member } = await arrange()
    await save("member", [{ rowId, field: "suggests", base: 0, value: "First" }])
    const late = save("other", [
      { rowId, field: "suggests", base: 0, value: "Second" },
      { rowId, field: "status", base: 0, value: "done" },
    ])
    const refusal = await late.then(() => null).catch((error: unknown) => error as Refusal)
    expect(refusal).toBeInstanceOf(Refusal)
    expect(refusal?.code).toBe("conflict")
    expect(refusal?.data as Clash[]).toMatchObject([
      { rowId, field: "suggests", revision: 1, value: "First", by: member.name },
    ])
    expect(await rowOf(rowId)).toMatchObject({ suggests: "First", status: "open" })
  })

  test("of many who change one cell at once exactly one wins", async () => {
    const { save, rowId, mappingId } = await arrange()
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, (_, who) =>
        save(who % 2 ? "member" : "other", [
          { rowId, field: "suggests", base: 0, value: `Version ${who}` },
        ]),
      ),
    )
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    const [mapping] = await app.select().from(mappings).where(eq(mappings.id, mappingId))
    expect(mapping?.change).toBe(1)
  })

  test("a scope is decided by a co-chair, with a reason", async () => {
    const { save, rowId, chair } = await arrange()
    const cell = { rowId, field: "scope", base: 0, value: { scope: "in", reason: "It is theirs" } }
    await expect(save("member", [cell])).rejects.toMatchObject({ code: "forbidden" })
    await save("chair", [cell])
    expect(await rowOf(rowId)).toMatchObject({ scope: "in", scopeBy: chair.personId })
    expect(() =>
      saveCellsInput.parse({
        mappingId: rowId,
        cells: [{ ...cell, value: { scope: "out", reason: " " } }],
      }),
    ).toThrow("mapping.scopeReason")
  })

  test("somebody responsible is a member, an area one of the mapping", async () => {
    const { save, rowId, areas, other } = await arrange()
    const stranger = crypto.randomUUID()
    await expect(
      save("member", [{ rowId, field: "responsible", base: 0, value: stranger }]),
    ).rejects.toMatchObject({ code: "invalid", key: "mapping.notMember" })
    await expect(
      save("member", [{ rowId, field: "area", base: 0, value: stranger }]),
    ).rejects.toMatchObject({ code: "invalid", key: "mapping.noArea" })
    await save("member", [
      { rowId, field: "responsible", base: 0, value: other.personId },
      { rowId, field: "area", base: 0, value: areas[1] },
    ])
    expect(await rowOf(rowId)).toMatchObject({
      responsibleId: other.personId,
      areaId: areas[1],
    })
  })

  test("all that stands against cells of a save is named, and the others can be saved without them", async () => {
    const { save, member, mappingId, rowId, areas } = await arrange()
    const rowIds = [crypto.randomUUID(), crypto.randomUUID()]
    const added = rowIds.map((id) => ({ id, areaId: areas[0] ?? "" }))
    await saveCells(member, saveCellsInput.parse({ mappingId, cells: [], added }))
    const [gone = "", there = ""] = rowIds
    await retireRow(member, { rowId: gone, reason: "Said twice" })
    const words = { field: "suggests", base: 0, value: "Words" }
    const stranger = crypto.randomUUID()
    const cells = [
      { rowId: gone, ...words },
      { rowId: gone, field: "status", base: 0, value: "done" },
      { rowId: there, field: "area", base: 0, value: stranger },
      { rowId: there, field: "responsible", base: 0, value: stranger },
      { rowId, field: "responsible", base: 0, value: stranger },
      { rowId, field: "scope", base: 0, value: { scope: "in", reason: "It is ours" } },
      { rowId, ...words },
    ]
    const named = async (left: object[]) => {
      const refusal = await save("member", left).catch((error: unknown) => error)
      return againstIn(refusal).map(({ rowId: of, field, key }) => [of, field, key])
    }
    expect(await named(cells)).toEqual([
      [gone, "suggests", "mapping.rowRetired"],
      [gone, "status", "mapping.rowRetired"],
    ])
    expect(await named(cells.slice(2))).toEqual([[rowId, "scope", "forbidden"]])
    expect(await named(cells.slice(2).filter(({ field }) => field !== "scope"))).toEqual([
      [there, "area", "mapping.noArea"],
      [there, "responsible", "mapping.notMember"],
      [rowId, "responsible", "mapping.notMember"],
    ])
    expect(await rowOf(rowId)).toMatchObject({ suggests: "Suggestion 1" })
    await save("member", cells.slice(-1))
    expect(await rowOf(rowId)).toMatchObject({ suggests: "Words" })
  })

  test("an activity keeps its form, and no link that runs code", async () => {
    const { save, rowId, mappingId } = await arrange()
    const activity = {
      ...{ id: crypto.randomUUID(), title: "Meaningful access", kind: "policy-network" },
      ...{ years: [2022, 2021, 2022], link: "https://example.org/pn", body: "" },
    }
    await save("member", [{ rowId, field: "activities", base: 0, value: [activity] }])
    expect((await rowOf(rowId))?.activities).toEqual([{ ...activity, years: [2021, 2022] }])
    const bad = { ...activity, link: "javascript:alert(1)" }
    const parse = () =>
      saveCellsInput.parse({
        mappingId,
        cells: [{ rowId, field: "activities", base: 1, value: [bad] }],
      })
    expect(parse).toThrow("mapping.linkForm")
    await expect(
      app
        .update(mappingRows)
        .set({ activities: [bad] })
        .where(eq(mappingRows.id, rowId)),
    ).rejects.toMatchObject({ cause: { constraint_name: "mapping_rows_activities" } })
  })

  test("an address that begins in capitals, and a day that never was, do not break on the database", async () => {
    const { save, rowId } = await arrange()
    const activity = {
      ...{ id: crypto.randomUUID(), title: "Meaningful access", kind: "bpf" },
      ...{ years: [], link: "HTTPS://Example.org/Path", body: "" },
    }
    await save("member", [{ rowId, field: "activities", base: 0, value: [activity] }])
    expect((await rowOf(rowId))?.activities).toMatchObject([{ link: "https://Example.org/Path" }])
    expect(() =>
      saveCellsInput.parse({
        mappingId: rowId,
        cells: [{ rowId, field: "confirmed", base: 0, value: "0000-01-01" }],
      }),
    ).toThrow("field.format")
    await save("member", [{ rowId, field: "confirmed", base: 0, value: "2024-02-29" }])
    expect(await rowOf(rowId)).toMatchObject({ confirmedOn: "2024-02-29" })
  })

  test("no page says that a file or an edition made its change", async () => {
    const { rowId, mappingId } = await arrange()
    const cells = [{ rowId, field: "status", base: 0, value: "done" }]
    for (const way of ["import", "edition"])
      expect(saveCellsInput.safeParse({ mappingId, cells, way }).success).toBe(false)
    for (const way of ["grid", "form", "paste", "undo", "restore"])
      expect(saveCellsInput.safeParse({ mappingId, cells, way }).success).toBe(true)
  })

  test("what equals what stands changes nothing", async () => {
    const { save, rowId } = await arrange()
    const cell = { rowId, field: "suggests", base: 0, value: "Suggestion 1" }
    expect(await save("member", [cell])).toEqual({
      change: 0,
      cells: [{ rowId, field: "suggests", revision: 0 }],
    })
  })
})

describe("people in rich text", () => {
  const mention = (personId: string, label: string) => ({
    type: "mention",
    attrs: { personId, label },
  })
  const said = (...content: unknown[]) => [
    {
      type: "bulletList",
      content: [{ type: "listItem", content: [{ type: "paragraph", content }] }],
    },
  ]

  test("bear the names of the register, whatever label was sent with them", async () => {
    const { save, rowId, other, member } = await arrange()
    const gone = await makePerson(app, { name: "Twice Entered", mergedInto: other.personId })
    const nobody = "00000000-0000-4000-8000-000000000001"
    const value = said(
      mention(other.personId, "The Secretary-General"),
      mention(gone.id, "Twice Entered"),
      mention(nobody, "Nobody"),
    )
    const saved = await save("member", [
      { rowId, field: "synergies", base: 0, value },
      { rowId, field: "status", base: 0, value: "done" },
    ])
    const row = await rowOf(rowId)
    // Who wrote it is told what stands, where it is not what was sent.
    expect(saved.cells).toEqual([
      { rowId, field: "synergies", revision: 1, value: row?.synergies },
      { rowId, field: "status", revision: 1 },
    ])
    const named = mention(other.personId, other.name)
    expect(row?.synergies).toEqual(said(named, named, { type: "text", text: "@Nobody" }))
    const kept = await app.select().from(mappingChanges).where(eq(mappingChanges.rowId, rowId))
    expect(kept.find(({ field }) => field === "synergies")).toMatchObject({
      ...{ after: row?.synergies, authorId: member.personId },
    })
    // What only its label would change is no change.
    const again = said(mention(other.personId, "X"), named, { type: "text", text: "@Nobody" })
    expect(
      await save("other", [{ rowId, field: "synergies", base: 1, value: again }]),
    ).toMatchObject({
      cells: [{ revision: 1 }],
    })
  })
})
