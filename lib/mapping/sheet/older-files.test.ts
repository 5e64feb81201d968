import { asc, eq } from "drizzle-orm"
import { afterAll, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping } from "@/db/factories/mapping"
import { arrangeScene } from "@/db/factories/scene"
import { groups } from "@/db/schema/groups"
import { mappingRows } from "@/db/schema/mapping"
import { people } from "@/db/schema/people"
import { closeReaders } from "@/lib/imports/read-safely"
import { deskFile } from "@/lib/mapping-files/desk-file"
import type { Actor } from "@/lib/platform/actor"
import { saveCells } from "../cells/save-cells"
import { saveCellsInput } from "../input"
import { addRow } from "../rows/add-row"
import { bringSheetIn } from "./bring-in"
import { bringSheetInInput, keepSheetInput } from "./input"
import { keepSheet } from "./keep-sheet"
import { getSheetPreview } from "./queries"
import { isPlain } from "./status"

const { app } = await testDatabase()
afterAll(closeReaders)

async function arrange() {
  const scene = await arrangeScene(app)
  const mapping = await makeMapping(app, scene.groupId)
  const { mappingId, mandateSlug: mandate } = mapping
  const [group] = await app.select().from(groups).where(eq(groups.id, scene.groupId))
  const [other] = await app.select().from(people).where(eq(people.id, scene.other.personId))
  const place = { group: group?.slug ?? "", mandate, locale: "en" as const }
  const bringIn = async (actor: Actor, content: string | Uint8Array, name = "table.csv") => {
    const bytes = new Uint8Array(Buffer.from(content))
    const file = new File([bytes], name)
    const { id } = await keepSheet(actor, keepSheetInput.parse({ mappingId, file }))
    const { plan } = await getSheetPreview(actor, { ...place, sheetId: id })
    const take = (given: object) =>
      bringSheetIn(actor, bringSheetInInput.parse({ sheetId: id, mark: plan.mark, ...given }))
    return { plan, take }
  }
  const save = (actor: Actor, field: string, base: number, value: unknown) => {
    const cells = [{ rowId: mapping.rowId, field, base, value }]
    return saveCells(actor, saveCellsInput.parse({ mappingId, cells }))
  }
  const rows = () =>
    app
      .select()
      .from(mappingRows)
      .where(eq(mappingRows.mappingId, mappingId))
      .orderBy(asc(mappingRows.number))
  return { ...scene, ...mapping, place, bringIn, save, rows, otherName: other?.name ?? "" }
}

describe("a file that was taken out before others wrote", () => {
  const bare = (text: string) => text.replace(/ \(state [^)]*\)/, "").replace(/"change": ?\d+,/, "")
  test.each([
    ["csv", "since", null],
    ["xlsx", "since", null],
    ["docx", "since", null],
    ["json", "since", null],
    ["csv", "older", bare],
    ["json", "older", bare],
  ] as const)(
    "as %s does not take their words back with all others (%s)",
    async (format, key, edited) => {
      const { member, other, otherName, place, bringIn, save, rows } = await arrange()
      const activity = (title: string) => ({
        ...{ id: crypto.randomUUID(), title, kind: "bpf", years: [2021], link: "", body: "" },
      })
      await save(member, "activities", 0, [activity("BPF on skills")])
      const { file, name } = await deskFile(member, place, format)
      await save(other, "suggests", 0, "Suggestion 1, as others wrote it since")
      await save(other, "activities", 1, [activity("BPF on skills"), activity("BPF on gender")])
      const said = edited ? edited(file.toString("utf8")) : new Uint8Array(file)
      const { plan, take } = await bringIn(member, said, name)
      const [line] = plan.lines
      if (!line) throw new Error("There is no line")
      expect(line.state).toBe("doubtful")
      expect(line.cells.map((cell) => [cell.field, cell.doubts, isPlain(line, cell)])).toEqual([
        [
          "suggests",
          [{ key, value: otherName, day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) }],
          false,
        ],
        ["activities", [expect.objectContaining({ key, value: otherName })], false],
      ])
      await expect(take({ all: "on" })).rejects.toMatchObject({ key: "mapping.nothingChosen" })
      // Whoever means it can still have it, cell by cell.
      await take({ take: [`${line.line}.suggests`] })
      expect(await rows()).toMatchObject([
        { suggests: "Suggestion 1", activities: [{}, { title: "BPF on gender" }] },
      ])
    },
  )

  test("asks also where it was changed as well, and not where its own author went back", async () => {
    const { member, other, place, bringIn, save, rows } = await arrange()
    await save(other, "suggests", 0, "Said at first")
    const { file } = await deskFile(member, place, "csv")
    await save(other, "suggests", 1, "Said at first, and more since")
    await save(other, "status", 0, "under-way")
    const csv = Buffer.from(file).toString("utf8")
    const ours = await bringIn(member, csv.replace("Said at first", "As we wrote it in the file"))
    expect(ours.plan.lines[0]?.cells.map(({ field, doubts }) => [field, doubts[0]?.key])).toEqual([
      ["suggests", "since"],
      ["status", "since"],
    ])
    await expect(ours.take({ all: "on" })).rejects.toMatchObject({ key: "mapping.nothingChosen" })
    const { file: newer } = await deskFile(member, place, "csv")
    const back = Buffer.from(newer)
      .toString("utf8")
      .replace("Said at first, and more since", "Said at first")
    const { plan, take } = await bringIn(member, back)
    expect(plan.lines[0]).toMatchObject({ state: "changed", doubts: [] })
    await take({ all: "on" })
    expect(await rows()).toMatchObject([{ suggests: "Said at first", status: "under-way" }])
  })

  test.each(["csv", "json"] as const)(
    "of another group, as %s, is read by its words: neither its state nor its numbers count here",
    async (format) => {
      const [theirs, ours] = [await arrange(), await arrange()]
      await theirs.save(theirs.member, "suggests", 0, "Teach everybody to read")
      const { file, name } = await deskFile(theirs.member, theirs.place, format)
      await ours.save(ours.other, "suggests", 0, "Fund community networks")
      await ours.save(ours.other, "status", 0, "under-way")
      const { plan, take } = await ours.bringIn(ours.member, new Uint8Array(file), name)
      expect(plan.lines).toMatchObject([{ row: null, state: "new" }])
      await take({ all: "on", take: [String(plan.lines[0]?.line)] })
      expect(await ours.rows()).toMatchObject([
        { number: 1, suggests: "Fund community networks", status: "under-way" },
        { number: 2, suggests: "Teach everybody to read", status: "open" },
      ])
    },
  )

  test("of another group gives up no doubt about what it would take back", async () => {
    const [theirs, ours] = [await arrange(), await arrange()]
    for (const base of [0, 1])
      await theirs.save(theirs.member, "status", base, base ? "open" : "done")
    const { file } = await deskFile(theirs.member, theirs.place, "csv")
    await ours.save(ours.other, "status", 0, "under-way")
    await ours.save(ours.other, "confirmed", 0, "2024-03-01")
    const { plan } = await ours.bringIn(ours.member, new Uint8Array(file))
    expect(plan.lines[0]?.cells.map(({ field, doubts }) => [field, doubts[0]?.key])).toEqual([
      ["status", "older"],
      ["confirmed", "older"],
    ])
  })

  test("says nothing of cells that say something new", async () => {
    const { member, other, bringIn, save } = await arrange()
    await save(other, "status", 0, "under-way")
    const { plan, take } = await bringIn(
      member,
      "Row,What the mandate suggests,Status\n1,Suggestion 1 in new words,done",
    )
    expect(plan.lines[0]).toMatchObject({ state: "changed", doubts: [] })
    expect(await take({ all: "on" })).toEqual({ added: 0, changed: 1 })
  })
})

describe("a line with the number of a row that says something else", () => {
  async function added() {
    const scene = await arrange()
    const { member, other, mappingId, areas, place } = scene
    const { file } = await deskFile(member, place, "csv")
    const [areaId = ""] = areas
    const { row } = await addRow(other, { mappingId, id: crypto.randomUUID(), areaId })
    const theirs = [{ rowId: row.id, field: "suggests", base: 0, value: "Fund community networks" }]
    await saveCells(other, saveCellsInput.parse({ mappingId, cells: theirs }))
    const [head = "", ...lines] = Buffer.from(file).toString("utf8").trimEnd().split(/\r?\n/)
    const line = head
      .split(",")
      .map((_, at) =>
        at === 0 ? "2" : at === 1 ? "Digital inclusion" : at === 2 ? "Teach everybody to read" : "",
      )
    const csv = [head, ...lines, line.join(",")].join("\n")
    return { ...scene, ...(await scene.bringIn(member, csv)) }
  }

  test("is not taken with all others, and can be added as a row of its own", async () => {
    const { plan, take, rows, areas } = await added()
    const [, line] = plan.lines
    expect(line).toMatchObject({
      ...{ state: "doubtful", row: { number: 2 }, open: true },
      doubts: [{ key: "otherWords", value: "2" }],
    })
    await expect(take({ all: "on" })).rejects.toMatchObject({ key: "mapping.nothingChosen" })
    expect(await take({ take: [String(line?.line)] })).toEqual({ added: 1, changed: 0 })
    expect(await rows()).toMatchObject([
      { suggests: "Suggestion 1" },
      { suggests: "Fund community networks" },
      { number: 3, suggests: "Teach everybody to read", areaId: areas[1] },
    ])
  })

  test("changes that row where somebody says so, cell by cell", async () => {
    const { plan, take, rows } = await added()
    await take({ take: [`${plan.lines[1]?.line}.suggests`] })
    expect(await rows()).toMatchObject([{}, { number: 2, suggests: "Teach everybody to read" }])
    expect(await rows()).toHaveLength(2)
  })
})
