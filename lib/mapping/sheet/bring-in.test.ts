import { asc, desc, eq, sql } from "drizzle-orm"
import { afterAll, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping } from "@/db/factories/mapping"
import { makeActor } from "@/db/factories/people"
import { arrangeScene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { groups } from "@/db/schema/groups"
import { mappingChanges, mappingRows, mappingSheets } from "@/db/schema/mapping"
import { notices } from "@/db/schema/notices"
import { closeReaders } from "@/lib/imports/read-safely"
import { deskFile } from "@/lib/mapping-files/desk-file"
import type { Actor } from "@/lib/platform/actor"
import { connection } from "@/lib/platform/database"
import { indexSources, sourcesTouchedBy } from "@/lib/reactions/index-search"
import { reactTo } from "@/lib/reactions/react"
import { searchInput } from "@/lib/search/input"
import { searchDesk } from "@/lib/search/queries"
import { saveCells } from "../cells/save-cells"
import { changesSince } from "../changes-since"
import { saveCellsInput } from "../input"
import { mappingChannel } from "../log-changes"
import { bringSheetIn } from "./bring-in"
import { sheetsKept } from "./clear-sheets"
import { bringSheetInInput, keepSheetInput } from "./input"
import { keepSheet } from "./keep-sheet"
import { getSheetPreview } from "./queries"
import { takenUnasked } from "./status"

const { app } = await testDatabase()
afterAll(closeReaders)

async function arrange() {
  const scene = await arrangeScene(app)
  const mapping = await makeMapping(app, scene.groupId)
  const outsider = await makeActor(app, { name: "Nobody Here", roles: {} })
  const { mappingId, mandateSlug: mandate } = mapping
  const [group] = await app.select().from(groups).where(eq(groups.id, scene.groupId))
  const place = { group: group?.slug ?? "", mandate, locale: "en" as const }
  const keep = (actor: Actor, content: string | Uint8Array, name = "table.csv") =>
    keepSheet(
      actor,
      keepSheetInput.parse({
        mappingId,
        file: new File([new Uint8Array(Buffer.from(content))], name),
      }),
    )
  const preview = (actor: Actor, sheetId: string) => getSheetPreview(actor, { ...place, sheetId })
  const take = (actor: Actor, sheetId: string, given: object) =>
    bringSheetIn(actor, bringSheetInInput.parse({ sheetId, ...given }))
  const rows = () =>
    app
      .select()
      .from(mappingRows)
      .where(eq(mappingRows.mappingId, mappingId))
      .orderBy(asc(mappingRows.number))
  return { ...scene, ...mapping, outsider, place, keep, preview, take, rows }
}

const file = [
  "Row,Area,What the mandate suggests,Status,IGF activity,Type,Years",
  "1,Global connectivity,Suggestion 1,done,,,",
  ",Digital inclusion,Teach everybody,open,BPF on skills,BPF,2021",
  ",Space,Keep orbits clean,open,,,",
].join("\n")

describe("bringing a table in", () => {
  test("changes nothing until it is chosen, then only that, in one transaction", async () => {
    const { keep, preview, take, rows, member, mappingId, areas } = await arrange()
    const { id } = await keep(member, file)
    const { plan } = await preview(member, id)
    expect(plan.lines.map(({ state }) => state)).toEqual(["changed", "new", "doubtful"])
    expect(await rows()).toHaveLength(1)
    await expect(take(member, id, { mark: plan.mark })).rejects.toMatchObject({
      key: "mapping.nothingChosen",
    })
    const done = await take(member, id, {
      mark: plan.mark,
      take: ["2.status", "3", "4"],
      areas: [areas[0]],
      areaNames: plan.unknownAreas,
    })
    expect(done).toEqual({ added: 2, changed: 1 })
    expect(await rows()).toMatchObject([
      { number: 1, suggests: "Suggestion 1", status: "done", revisions: { status: 1 } },
      {
        ...{ number: 2, suggests: "Teach everybody", areaId: areas[1] },
        activities: [{ title: "BPF on skills", kind: "bpf", years: [2021] }],
      },
      { number: 3, suggests: "Keep orbits clean", areaId: areas[0] },
    ])
    const changes = await app
      .select()
      .from(mappingChanges)
      .where(eq(mappingChanges.mappingId, mappingId))
      .orderBy(asc(mappingChanges.change))
    expect(changes.map(({ change }) => change)).toEqual(changes.map((_, at) => at + 1))
    expect(new Set(changes.map(({ way }) => way))).toEqual(new Set(["import"]))
    await expect(take(member, id, { mark: plan.mark, take: ["3"] })).rejects.toMatchObject({
      key: "mapping.sheetTaken",
    })
  })

  test("puts a row into the area that was chosen for a name of two lines, as a form sends it", async () => {
    const { keep, preview, take, rows, member, areas } = await arrange()
    const broken = 'Area,What the mandate suggests\n"Economic\ngrowth",Grow together'
    const { id } = await keep(member, broken)
    const { plan } = await preview(member, id)
    expect(plan.unknownAreas).toEqual(["Economic\ngrowth"])
    const chosen = { areas: [areas[1]], areaNames: ["Economic\r\ngrowth"] }
    const done = await take(member, id, { mark: plan.mark, take: ["2"], ...chosen })
    expect(done).toEqual({ added: 1, changed: 0 })
    expect((await rows())[1]).toMatchObject({ suggests: "Grow together", areaId: areas[1] })
  })

  test("one suggestion on several lines is told, and its activities can join the first", async () => {
    const { keep, preview, take, rows, member } = await arrange()
    const twice = [
      "Area,What the mandate suggests,Citation,IGF activity,Type",
      "Digital inclusion,Connect everyone,A/74/821 para. 12,Forum one,BPF",
      "Digital inclusion,Connect  EVERYONE.,A/74/821 para. 12,Coalition two,DC",
      "Global connectivity,Connect everyone,A/74/821 para. 12,Coalition three,DC",
    ].join("\n")
    const { id } = await keep(member, twice)
    const { plan } = await preview(member, id)
    expect(plan.lines.map((line) => [line.joins, takenUnasked(line)])).toEqual([
      [null, true],
      [2, false],
      [null, true],
    ])
    expect(plan.lines[1]?.doubts).toEqual([{ key: "sameAsLine", value: "2" }])
    await expect(take(member, id, { mark: plan.mark, take: ["3.join"] })).rejects.toMatchObject({
      key: "mapping.joinAlone",
    })
    const done = await take(member, id, { mark: plan.mark, take: ["2", "3.join"] })
    expect(done).toEqual({ added: 1, changed: 0 })
    expect((await rows())[1]).toMatchObject({
      suggests: "Connect everyone",
      activities: [
        { title: "Forum one", kind: "bpf" },
        { title: "Coalition two", kind: "dc" },
      ],
    })
  })

  test("a file of one line per activity says the same the next time, and a new line adds to its row", async () => {
    const { keep, preview, take, rows, member } = await arrange()
    const sheet = (...more: string[]) =>
      [
        "Area,What the mandate suggests,Citation,IGF activity,Type,Years",
        "Digital inclusion,Connect everyone,A/74/821 para. 12,Forum one,BPF,2021",
        "Digital inclusion,Connect everyone,A/74/821 para. 12,Coalition two,DC,2020-2022",
        "Global connectivity,Connect everyone,A/74/821 para. 12,Coalition three,DC,",
        ...more,
      ].join("\n")
    const first = await keep(member, sheet())
    const shown = await preview(member, first.id)
    await take(member, first.id, { mark: shown.plan.mark, take: ["2", "3.join", "4"] })
    const written = await rows()
    const again = await preview(member, (await keep(member, sheet())).id)
    expect(again.plan.lines.map(({ state, row, doubts }) => [state, row?.number, doubts])).toEqual([
      ["unchanged", 2, []],
      ["unchanged", 2, []],
      ["unchanged", 3, []],
    ])
    const { id } = await keep(
      member,
      sheet("Digital inclusion,Connect everyone,A/74/821 para. 12,Session four,Workshop,2023"),
    )
    const { plan } = await preview(member, id)
    expect(plan.lines.map(({ state }) => state)).toEqual([
      ...["changed", "unchanged", "unchanged", "doubtful"],
    ])
    expect(plan.lines[3]?.doubts).toEqual([{ key: "gathered", value: "2" }])
    await take(member, id, { mark: plan.mark, all: "on" })
    const [, row, other] = await rows()
    expect(row?.activities).toEqual([
      expect.objectContaining({ title: "Forum one" }),
      expect.objectContaining({ title: "Coalition two" }),
      expect.objectContaining({ title: "Session four", kind: "workshop", years: [2023] }),
    ])
    expect(other).toEqual(written[2])
  })

  test("takes what was ticked although somebody changed another line meanwhile, and no line that moved", async () => {
    const { keep, preview, take, rows, member, other, mappingId, rowId } = await arrange()
    const { id } = await keep(member, file)
    const { plan } = await preview(member, id)
    const [first, second] = plan.lines
    const cells = [{ rowId, field: "status", base: 0, value: "under-way" }]
    await saveCells(other, saveCellsInput.parse({ mappingId, cells }))
    const ticks = [`2.status@${first?.mark}`, `3@${second?.mark}`]
    await expect(take(member, id, { mark: plan.mark, take: ticks })).rejects.toMatchObject({
      ...{ key: "mapping.sheetChanged", values: { lines: 1 }, data: { movedOn: true } },
    })
    await expect(take(member, id, { mark: plan.mark, all: "on" })).rejects.toMatchObject({
      key: "mapping.sheetChanged",
    })
    expect(await rows()).toHaveLength(1)
    const done = await take(member, id, { mark: plan.mark, take: ticks.slice(1) })
    expect(done).toEqual({ added: 1, changed: 0 })
    expect(await rows()).toMatchObject([{ status: "under-way" }, { suggests: "Teach everybody" }])
  })

  test("refuses when the table moved on, and saves nothing", async () => {
    const { keep, preview, take, rows, member, other, mappingId, rowId } = await arrange()
    const { id } = await keep(member, file)
    const { plan } = await preview(member, id)
    const cells = [{ rowId, field: "status", base: 0, value: "under-way" }]
    await saveCells(other, saveCellsInput.parse({ mappingId, cells }))
    const given = { mark: plan.mark, take: ["2.status", "3"] }
    await expect(take(member, id, given)).rejects.toMatchObject({
      code: "conflict",
      key: "mapping.sheetChanged",
    })
    expect(await rows()).toMatchObject([{ status: "under-way" }])
    const again = await preview(member, id)
    expect(await take(member, id, { ...given, mark: again.plan.mark })).toMatchObject({
      changed: 1,
    })
  })

  test("two who take the same file at once take it once", async () => {
    const { keep, preview, take, rows, member, other } = await arrange()
    const { id } = await keep(member, file)
    const { plan } = await preview(member, id)
    const given = { mark: plan.mark, take: ["3"] }
    const tries = await Promise.allSettled([take(member, id, given), take(other, id, given)])
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(await rows()).toHaveLength(2)
  })

  test("keeps nobody waiting who types while the file is laid beside the table", async () => {
    const { keep, preview, take, rows, member, other, mappingId, rowId } = await arrange()
    const { id } = await keep(member, file)
    const { plan } = await preview(member, id)
    const reading = sql`select 1 from pg_locks
      where relation = 'mapping_areas'::regclass and not granted`
    const taken = await app.transaction(async (tx) => {
      await tx.execute(sql`lock table mapping_areas in access exclusive mode`)
      const taking = take(member, id, { mark: plan.mark, take: ["2.status", "3"] })
      await expect.poll(async () => (await tx.execute(reading)).length).toBe(1)
      const cells = [{ rowId, field: "confirmed", base: 0, value: "2022-02-17" }]
      await saveCells(other, saveCellsInput.parse({ mappingId, cells }))
      return { taking }
    })
    expect(await taken.taking).toEqual({ added: 1, changed: 1 })
    expect(await rows()).toMatchObject([
      { status: "done", confirmedOn: "2022-02-17" },
      { suggests: "Teach everybody" },
    ])
  })

  test("is for members, and a scope for co-chairs", async () => {
    const { keep, preview, take, rows, member, chair, outsider } = await arrange()
    const scoped = "Row,What the mandate suggests,Scope,Reason\n1,Suggestion 1,in,It is ours"
    await expect(keep(outsider, scoped)).rejects.toMatchObject({ code: "not_found" })
    const { id } = await keep(member, scoped)
    const { plan } = await preview(member, id)
    const forged = { mark: plan.mark, take: ["2.scope"] }
    await expect(take(member, id, forged)).rejects.toMatchObject({ key: "mapping.nothingChosen" })
    await expect(take(outsider, id, forged)).rejects.toMatchObject({ code: "not_found" })
    await expect(preview(member, "-".repeat(36))).rejects.toMatchObject({ code: "not_found" })
    const theirs = await preview(chair, id)
    await take(chair, id, { mark: theirs.plan.mark, all: "on" })
    expect(await rows()).toMatchObject([{ scope: "in", scopeBy: chair.personId }])
  })

  test("whoever it names is told, its rows are found, and who looks at the table sees them", async () => {
    const { keep, preview, take, member, other, groupId, mappingId, rowId } = await arrange()
    const heard: string[] = []
    const { unlisten } = await connection().sql.listen(mappingChannel, (id) => heard.push(id))
    const named = [
      "Row,Area,What the mandate suggests,Comments and synergies",
      `1,Global connectivity,Suggestion 1,Ask @${other.name} of jacaranda`,
      ",Digital inclusion,Teach bougainvillea,",
    ].join("\n")
    const { id } = await keep(member, named)
    const { plan } = await preview(member, id)
    await take(member, id, { mark: plan.mark, take: ["2.synergies", "3"] })
    await expect.poll(() => heard, { timeout: 15_000 }).toContain(mappingId)
    await unlisten()
    expect(await changesSince({ id: mappingId, group: { id: groupId } }, 0)).toMatchObject({
      changes: [{ field: "added" }, { rowId, field: "synergies" }, { field: "suggests" }],
      rows: [{ number: 2 }],
    })
    const [event] = await app.select().from(events).orderBy(desc(events.id)).limit(1)
    if (!event) throw new Error("Nothing happened")
    await reactTo(event.id)
    const told = await app.select().from(notices).where(eq(notices.personId, other.personId))
    expect(told).toHaveLength(1)
    await indexSources(await sourcesTouchedBy(event))
    for (const q of ["jacaranda", "bougainvillea"])
      expect((await searchDesk(member, searchInput.parse({ q }), "en")).found?.total, q).toBe(1)
  })

  test("what is no table is refused with a reason, and kept nowhere", async () => {
    const { keep, member, mappingId } = await arrange()
    await expect(keep(member, "Foo,Bar\n1,2")).rejects.toMatchObject({ key: "mapping.noColumns" })
    const refused = (key: string) => ({ code: "invalid", fields: { file: key } })
    await expect(keep(member, '{"a": 1}', "a.json")).rejects.toMatchObject(
      refused("mapping.noRecord"),
    )
    const wide = Array.from({ length: 400 }, (_, at) => `c${at}`).join(",")
    await expect(keep(member, `${wide}\n${wide}`)).rejects.toMatchObject(
      refused("mapping.file.too-wide"),
    )
    const kept = await app
      .select()
      .from(mappingSheets)
      .where(eq(mappingSheets.mappingId, mappingId))
    expect(kept).toEqual([])
  })

  test("so many are kept of a mapping: the newest that were looked at, and more of those that were taken", async () => {
    const { keep, member, mappingId, groupId, preview } = await arrange()
    const other = await makeMapping(app, groupId)
    const old = (at: number, given: object = {}) => ({
      ...{ mappingId, name: `old ${at}`, content: {}, broughtBy: member.personId },
      ...{ broughtAt: new Date(Date.UTC(2026, 0, 1, at)), ...given },
    })
    const many = Array.from({ length: sheetsKept.taken + 5 }, (_, at) => at)
    const taken = { takenBy: member.personId, takenAt: new Date() }
    await app.insert(mappingSheets).values(many.map((at) => old(at)))
    await app.insert(mappingSheets).values(many.map((at) => old(at, taken)))
    await app
      .insert(mappingSheets)
      .values(many.map((at) => old(at, { mappingId: other.mappingId })))
    const { id } = await keep(member, file)
    expect((await preview(member, id)).plan.lines).toHaveLength(3)
    const kept = await app
      .select()
      .from(mappingSheets)
      .where(eq(mappingSheets.mappingId, mappingId))
    const names = (isTaken: boolean) =>
      kept.filter(({ takenAt }) => (takenAt !== null) === isTaken).map(({ name }) => name)
    expect(names(false)).toHaveLength(sheetsKept.shown)
    expect(names(false)).toEqual(expect.arrayContaining(["table.csv", "old 54", "old 36"]))
    expect(names(true)).toHaveLength(sheetsKept.taken)
    expect(names(true)).not.toContain("old 4")
    const theirs = eq(mappingSheets.mappingId, other.mappingId)
    expect(await app.select().from(mappingSheets).where(theirs)).toHaveLength(many.length)
  })

  test("2,000 rows come in at once, go out as XLSX, and come back unchanged", async () => {
    const { keep, preview, take, rows, chair, place, mandateSlug } = await arrange()
    const lines = Array.from(
      { length: 2_000 },
      (_, at) =>
        `Digital inclusion,Suggestion of line ${at},"A/74/821, para. ${at}",Session ${at} | Workshop | 2021`,
    )
    const many = ["Area,What the mandate suggests,Citation,What the IGF does", ...lines].join("\n")
    const { id } = await keep(chair, many)
    const { plan } = await preview(chair, id)
    const all = plan.lines.map(({ line }) => String(line))
    expect(await take(chair, id, { mark: plan.mark, take: all })).toEqual({
      added: 2_000,
      changed: 0,
    })
    const written = await rows()
    expect(written.map(({ number }) => number)).toEqual(written.map((_, at) => at + 1))
    const { file: xlsx, name } = await deskFile(chair, place, "xlsx")
    expect(name).toContain(mandateSlug)
    const again = await keep(chair, new Uint8Array(xlsx), name)
    const back = await preview(chair, again.id)
    expect(back.plan.lines).toHaveLength(2_001)
    expect(back.plan.lines.filter(({ state }) => state !== "unchanged")).toEqual([])
  }, 60_000)
})
