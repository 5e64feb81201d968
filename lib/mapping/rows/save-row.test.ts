import { and, eq } from "drizzle-orm"
import { describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping } from "@/db/factories/mapping"
import { makeActor } from "@/db/factories/people"
import { arrangeScene } from "@/db/factories/scene"
import { mappingChanges, mappingRows } from "@/db/schema/mapping"
import type { Refusal } from "@/lib/platform/errors"
import { restoreCell } from "../cells/restore-cell"
import type { Clash } from "../model"
import { retireRow } from "./retire-row"
import { saveRowInput } from "./row-form"
import { saveRow } from "./save-row"

const { app } = await testDatabase()

async function arrange() {
  const scene = await arrangeScene(app)
  const mapping = await makeMapping(app, scene.groupId)
  const { rowId } = mapping
  const save = (who: "member" | "other" | "chair", form: object) =>
    saveRow(scene[who], saveRowInput.parse({ rowId, ...form }))
  const row = async () => (await app.select().from(mappingRows).where(eq(mappingRows.id, rowId)))[0]
  return { ...scene, ...mapping, save, row }
}

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(() => null).catch((error: unknown) => error as Refusal)
const activity = (given: object) => ({
  ...{ id: "", kind: "dc", title: "", years: "", link: "", body: "" },
  ...given,
})

describe("the form of a row", () => {
  test("saves every cell that was typed into, and leaves the others", async () => {
    const { save, row, areas, other } = await arrange()
    const saved = await save("chair", {
      base: { suggests: "0", status: "0" },
      ...{ area: areas[1], suggests: "Suggestion 1", status: "done", confirmed: "2026-01-02" },
      citation: { mandate: "A/74/821", paragraph: "93 (a)" },
      scope: { scope: "in", reason: "It is theirs" },
      responsible: other.personId,
      activities: [activity({ title: "Access", years: "2022, 2020–2021" }), activity({})],
      synergies: "One.\n\n- A list\n- of two",
    })
    expect(saved).toMatchObject({ number: 1, changed: 8 })
    expect(await row()).toMatchObject({
      ...{ areaId: areas[1], status: "done", citationParagraph: "93 (a)", scope: "in" },
      ...{ responsibleId: other.personId, confirmedOn: "2026-01-02" },
      activities: [{ title: "Access", years: [2020, 2021, 2022] }],
      synergies: [{ type: "paragraph" }, { type: "bulletList" }],
    })
    expect((await row())?.revisions).not.toHaveProperty("suggests")
  })

  test("a cell that somebody else changed and the form only shows is not taken back", async () => {
    const { save, row } = await arrange()
    await save("member", { base: { status: "0" }, status: "done" })
    const late = { base: { status: "0", suggests: "0" }, status: "open", suggests: "New words" }
    expect(await save("other", late)).toMatchObject({ number: 1, changed: 1 })
    expect(await row()).toMatchObject({ status: "done", suggests: "New words" })
  })

  test("a form that is sent as it was shown changes nothing, whatever ends its lines", async () => {
    const { save, row } = await arrange()
    await save("chair", {
      suggests: "One\r\nTwo",
      scope: { scope: "out", reason: "No\r\nMore" },
      synergies: "One.\r\n\r\n- Two\r\n- Three",
    })
    const kept = await row()
    expect(kept).toMatchObject({ suggests: "One\nTwo", scopeReason: "No\nMore" })
    const shown = {
      base: { suggests: "1", scope: "1", synergies: "1" },
      suggests: "One\r\nTwo",
      scope: { scope: "out", reason: "No\r\nMore" },
      synergies: "One.\r\n\r\n- Two\r\n- Three",
    }
    expect(await save("member", shown)).toMatchObject({ changed: 0, change: 3 })
    expect(await row()).toEqual(kept)
  })

  test("of two who change one cell the later one sees both, and each answer does what it says", async () => {
    for (const [answer, stands] of [
      ["mine", "Second"],
      ["theirs", "First"],
      ["both", "First\n\nSecond"],
    ]) {
      const { save, row, member } = await arrange()
      await save("member", { base: { suggests: "0" }, suggests: "First" })
      const typed = { base: { suggests: "0" }, suggests: "Second" }
      const refusal = await refusalOf(save("other", typed))
      expect(refusal).toMatchObject({ code: "conflict", key: "mapping.clash" })
      expect(refusal?.data as Clash[]).toMatchObject([
        { field: "suggests", revision: 1, value: "First", by: member.name },
      ])
      // Without an answer it is asked again.
      expect(await refusalOf(save("other", { ...typed, over: { suggests: "1" } }))).not.toBeNull()
      await save("other", { ...typed, over: { suggests: "1" }, answer: { suggests: answer } })
      expect((await row())?.suggests).toBe(stands)
    }
  })

  test("an answer counts for what was shown, not for what came after", async () => {
    const { save, row } = await arrange()
    await save("member", { base: { suggests: "0" }, suggests: "First" })
    await save("member", { base: { suggests: "1" }, suggests: "First, again" })
    const late = { base: { suggests: "0" }, over: { suggests: "1" }, suggests: "Second" }
    for (const answer of ["mine", "both"])
      expect(
        await refusalOf(save("other", { ...late, answer: { suggests: answer } })),
      ).toMatchObject({
        code: "conflict",
        data: [{ value: "First, again", revision: 2 }],
      })
    expect((await row())?.suggests).toBe("First, again")
  })

  test("both lists of activities are one, by their ids", async () => {
    const { save, row } = await arrange()
    const one = activity({ id: crypto.randomUUID(), title: "One" })
    await save("chair", { activities: [one] })
    await save("member", {
      base: { activities: "1" },
      activities: [one, activity({ title: "Two" })],
    })
    const mine = { base: { activities: "1" }, activities: [one, activity({ title: "Three" })] }
    await save("other", { ...mine, over: { activities: "2" }, answer: { activities: "both" } })
    expect((await row())?.activities).toMatchObject([
      { title: "One" },
      { title: "Two" },
      { title: "Three" },
    ])
  })

  test("both that are more than the cell holds are refused at the answer, and nothing is overwritten", async () => {
    const { save, row } = await arrange()
    const [theirs, mine] = ["Our Common Agenda, ".repeat(4), "Roadmap, report ".repeat(4)]
    const citation = (mandate: string) => ({ citation: { mandate, paragraph: "93" } })
    await save("member", {
      ...{ ...citation(theirs.trim()), suggests: "First", status: "done" },
      base: { citation: "0", suggests: "0", status: "0" },
    })
    const typed = {
      ...{ ...citation(mine.trim()), suggests: "Second", status: "under-way" },
      base: { citation: "0", suggests: "0", status: "0" },
    }
    const first = await refusalOf(save("other", typed))
    expect(first?.data).toMatchObject([
      { field: "suggests" },
      { field: "citation", oneOnly: true },
      { field: "status" },
    ])
    const answered = {
      ...typed,
      over: { citation: "1", suggests: "1", status: "1" },
      answer: { citation: "both", suggests: "both", status: "theirs" },
    }
    const second = await refusalOf(save("other", answered))
    expect(second).toMatchObject({
      ...{ code: "invalid", fields: { "answer.citation": "mapping.bothTooLong" } },
      // All that was asked stays in sight.
      data: [{ field: "suggests" }, { field: "citation", oneOnly: true }, { field: "status" }],
    })
    expect(await row()).toMatchObject({ citationMandate: theirs.trim(), suggests: "First" })
    await save("other", { ...answered, ...citation("Roadmap") })
    expect(await row()).toMatchObject({
      ...{ citationMandate: `${theirs.trim()}; Roadmap`, suggests: "First\n\nSecond" },
      status: "done",
    })
  })

  test("an activity is taken out by its mark, and one that is not whole is refused in its place", async () => {
    const { save, row, rowId } = await arrange()
    await save("member", { activities: [activity({ title: "One" }), activity({ title: "Two" })] })
    const [one, two] = ((await row())?.activities ?? []) as { id: string; title: string }[]
    const kept = { ...activity({}), ...two, years: "" }
    const gone = { ...activity({}), ...one, years: "", remove: "on" }
    await save("member", { base: { activities: "1" }, activities: [gone, kept] })
    expect((await row())?.activities).toMatchObject([{ title: "Two" }])
    const bad = saveRowInput.safeParse({
      rowId,
      activities: [
        activity({ title: "Fine" }),
        activity({ years: "2022", link: "javascript:alert(1)" }),
        activity({ title: "x", years: "soon" }),
      ],
    })
    expect(bad.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["activities.1.title", "field.required"],
      ["activities.1.link", "mapping.linkForm"],
      ["activities.2.years", "mapping.yearForm"],
    ])
  })

  test("refuses bad cells: a day that is none, 100 kB, NUL, a link that runs code", () => {
    const parse = (form: object) =>
      saveRowInput.safeParse({ rowId: crypto.randomUUID(), ...form }).success
    expect(parse({ confirmed: "2026-02-30" })).toBe(false)
    expect(parse({ synergies: "x".repeat(100_000) })).toBe(false)
    expect(parse({ suggests: "x".repeat(100_000) })).toBe(false)
    expect(parse({ synergies: "a\0b" })).toBe(false)
    expect(parse({ scope: { scope: "out", reason: " " } })).toBe(false)
    expect(parse({ base: { wrong: "1" } })).toBe(false)
    expect(parse({ base: { suggests: "-1" } })).toBe(false)
  })

  test("a day ahead that stands from before is in nobody's way, and nobody writes one", async () => {
    const { save, row, rowId } = await arrange()
    await app
      .update(mappingRows)
      .set({ confirmedOn: "2062-02-17" })
      .where(eq(mappingRows.id, rowId))
    await save("member", { base: { confirmed: "0" }, confirmed: "2062-02-17", suggests: "New" })
    expect(await row()).toMatchObject({ suggests: "New", confirmedOn: "2062-02-17" })
    const refusal = await refusalOf(save("member", { confirmed: "2062-02-18", suggests: "Newer" }))
    expect(refusal?.fields).toEqual({ confirmed: "mapping.dayAhead" })
    expect(await row()).toMatchObject({ suggests: "New" })
  })

  test("is for members, the scope for co-chairs, and not for a retired row", async () => {
    const { save, row, rowId, member } = await arrange()
    const stranger = await makeActor(app)
    const form = saveRowInput.parse({ rowId, status: "done" })
    await expect(saveRow(stranger, form)).rejects.toMatchObject({ code: "not_found" })
    const scope = { scope: { scope: "in", reason: "Mine" }, status: "done" }
    await expect(save("member", scope)).rejects.toMatchObject({ code: "forbidden" })
    expect((await row())?.status).toBe("open")
    await retireRow(member, { rowId, reason: "Twice" })
    await expect(save("member", { status: "done" })).rejects.toMatchObject({
      key: "mapping.rowRetired",
    })
  })
})

describe("restoring a cell", () => {
  test("brings back what stood there, as a change of its own", async () => {
    const { save, row, rowId, member, mappingId } = await arrange()
    await save("member", { base: { suggests: "0" }, suggests: "First" })
    await save("member", { base: { suggests: "1" }, suggests: "Second" })
    await restoreCell(member, { rowId, change: 1, side: "before", base: 2 })
    expect(await row()).toMatchObject({ suggests: "Suggestion 1", revisions: { suggests: 3 } })
    await restoreCell(member, { rowId, change: 1, side: "after", base: 3 })
    expect((await row())?.suggests).toBe("First")
    const restored = await app
      .select()
      .from(mappingChanges)
      .where(and(eq(mappingChanges.mappingId, mappingId), eq(mappingChanges.way, "restore")))
    expect(restored).toHaveLength(2)
  })

  test("never over what was not seen, never of another row, never by a stranger", async () => {
    const { save, rowId, member, row } = await arrange()
    const elsewhere = await arrange()
    await save("member", { base: { suggests: "0" }, suggests: "First" })
    const restore = { rowId, change: 1, side: "before" as const, base: 0 }
    await expect(restoreCell(member, restore)).rejects.toMatchObject({ code: "conflict" })
    await expect(
      restoreCell(elsewhere.member, { ...restore, rowId: elsewhere.rowId }),
    ).rejects.toMatchObject({ code: "not_found" })
    await expect(restoreCell(await makeActor(app), restore)).rejects.toMatchObject({
      code: "not_found",
    })
    await retireRow(member, { rowId, reason: "Twice" })
    // A row's retirement is no cell.
    await expect(restoreCell(member, { ...restore, change: 2 })).rejects.toMatchObject({
      code: "not_found",
    })
    expect((await row())?.suggests).toBe("First")
  })

  test("of a scope takes a co-chair", async () => {
    const { save, rowId, member, chair } = await arrange()
    await save("chair", { scope: { scope: "in", reason: "It is theirs" } })
    const restore = { rowId, change: 1, side: "before" as const, base: 1 }
    await expect(restoreCell(member, restore)).rejects.toMatchObject({ code: "forbidden" })
    expect(await restoreCell(chair, restore)).toMatchObject({ field: "scope", number: 1 })
  })
})
