import { and, asc, eq } from "drizzle-orm"
import { afterEach, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping, makeRow } from "@/db/factories/mapping"
import { arrangeReport } from "@/db/factories/meetings"
import { arrangeScene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { annexActivities, editions } from "@/db/schema/editions"
import { groups } from "@/db/schema/groups"
import { mappingChanges, mappingRows, mappings } from "@/db/schema/mapping"
import { ledgerEntries, recordNames } from "@/db/schema/record"
import type { Naming } from "@/lib/mapping/cells/cell-text"
import { saveCells } from "@/lib/mapping/cells/save-cells"
import { saveCellsInput } from "@/lib/mapping/input"
import { type Activity, mappingLimits } from "@/lib/mapping/model"
import { setClock } from "@/lib/platform/clock"
import type { Refusal } from "@/lib/platform/errors"
import { catalogues } from "@/lib/platform/i18n"
import { compareEditions } from "./compare"
import { composeEdition } from "./compose"
import { freezeEdition } from "./freeze"
import { findEdition } from "./public-queries"
import { returnActivity } from "./return-activity"

const { app, owner } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

afterEach(() => setClock(undefined))

const activity = (id: number, changes: Partial<Activity> = {}): Activity => ({
  id: `00000000-0000-4000-8000-${String(id).padStart(12, "0")}`,
  ...{ title: `Activity ${id}`, kind: "bpf", years: [], link: "", body: "" },
  ...changes,
})

const plainNaming: Naming = {
  ...{ kind: catalogues.en.mapping.kind, scope: catalogues.en.mapping.scope },
  ...{ status: catalogues.en.mapping.status, paragraph: "para." },
  ...{ area: (id) => id, person: () => "" },
}

async function arrange() {
  setClock(() => new Date("2022-07-01T10:00:00Z"))
  const scene = await arrangeScene(app)
  const mapping = await makeMapping(app, scene.groupId)
  const { mappingId, areas, rowId, mandateSlug } = mapping
  const [group] = await app.select().from(groups).where(eq(groups.id, scene.groupId))
  const slug = group?.slug ?? ""
  /** What the form of the page of editions holds. */
  const shown = async (note = "") => {
    const { number, mark } = await composeEdition(app, mappingId)
    const [now] = await app.select().from(mappings).where(eq(mappings.id, mappingId))
    return { mappingId, edition: number, change: now?.change ?? -1, mark, note }
  }
  const save = (field: string, base: number, value: unknown) =>
    saveCells(
      scene.member,
      saveCellsInput.parse({ mappingId, cells: [{ rowId, field, base, value }] }),
    )
  const freeze = async (note?: string) => freezeEdition(scene.chair, await shown(note))
  const find = (number?: number) => findEdition(slug, mandateSlug, number)
  return { ...scene, ...{ mappingId, areas, rowId, mandateSlug, slug }, shown, save, freeze, find }
}

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error as Refusal,
  )

describe("freezing an edition", () => {
  test("keeps the table as it was shown, on the ledger, whatever happens to it later", async () => {
    const { save, freeze, find, areas, mappingId, mandateSlug, slug, chair } = await arrange()
    await makeRow(owner, { mappingId, areaId: areas[1] ?? "", number: 2, suggests: "Include all" })
    const before = await find()
    expect(before).toBeNull()
    expect(await freeze("The first one")).toEqual({
      ...{ group: slug, mandate: mandateSlug, edition: 1, annexed: 0 },
    })
    await save("suggests", 0, "Changed since")
    const edition = await find()
    expect(edition?.content).toMatchObject({
      ...{ number: 1, note: "The first one", frozenAt: "2022-07-01T10:00:00.000Z", annex: [] },
      areas: [
        { slug: "connectivity", title: "Global connectivity", crossCutting: false },
        { slug: "inclusion", title: "Digital inclusion", crossCutting: false },
      ],
      rows: [
        { number: 1, area: "connectivity", suggests: "Suggestion 1", scope: "proposed" },
        { number: 2, area: "inclusion", suggests: "Include all" },
      ],
    })
    const [entry] = await app
      .select()
      .from(ledgerEntries)
      .where(eq(ledgerEntries.subjectId, edition?.id ?? ""))
    expect(entry).toMatchObject({
      kind: "edition",
      address: `mapping/${mandateSlug}/editions/1`,
      sha256: edition?.sha256,
    })
    expect(edition?.entry).toEqual(expect.objectContaining({ hash: entry?.hash }))
    const [event] = await app
      .select()
      .from(events)
      .where(and(eq(events.name, "edition.frozen"), eq(events.subjectId, mappingId)))
    expect(event).toMatchObject({
      actorId: chair.personId,
      data: { edition: 1, rows: 2, annexed: 0 },
    })
    await freeze()
    expect((await find())?.content.rows[0]?.suggests).toBe("Changed since")
    expect((await find(1))?.content).toEqual(edition?.content)
    expect((await find(2))?.editions.map(({ number }) => number)).toEqual([2, 1])
    expect(await find(3)).toBeNull()
    expect(await findEdition("elsewhere", mandateSlug)).toBeNull()
  })

  test("moves activities whose years are all over to the annex, as a change of the cell", async () => {
    const { save, freeze, find, rowId, chair } = await arrange()
    const going = activity(1, { years: [2020, 2021] })
    const staying = [
      activity(2, { years: [2021, 2022] }),
      activity(3),
      activity(4, { years: [2023] }),
    ]
    await save("activities", 0, [going, ...staying])
    expect(await freeze()).toMatchObject({ edition: 1, annexed: 1 })
    const [row] = await app.select().from(mappingRows).where(eq(mappingRows.id, rowId))
    expect(row).toMatchObject({ activities: staying, revisions: { activities: 2 } })
    const [change] = await app
      .select()
      .from(mappingChanges)
      .where(and(eq(mappingChanges.rowId, rowId), eq(mappingChanges.way, "edition")))
    expect(change).toMatchObject({
      ...{ field: "activities", revision: 2, authorId: chair.personId },
      ...{ before: [going, ...staying], after: staying },
    })
    expect((await find())?.content.annex).toEqual([
      { row: 1, area: "connectivity", suggests: "Suggestion 1", activity: going, edition: 1 },
    ])
    setClock(() => new Date("2023-01-01T00:00:00Z"))
    expect(await freeze()).toMatchObject({ edition: 2, annexed: 1 })
    const second = await find()
    expect(second?.content.annex.map((one) => [one.activity.id, one.edition])).toEqual([
      [going.id, 1],
      [staying[0]?.id, 2],
    ])
    expect(second?.content.rows[0]?.activities).toEqual(staying.slice(1))
    const kept = await app
      .select({ number: editions.number })
      .from(annexActivities)
      .innerJoin(editions, eq(editions.id, annexActivities.editionId))
      .where(eq(annexActivities.rowId, rowId))
      .orderBy(asc(editions.number))
    expect(kept).toEqual([{ number: 1 }, { number: 2 }])
  })

  test("leaves retired rows and the ids of people out", async () => {
    const { freeze, find, save, mappingId, areas, member } = await arrange()
    await makeRow(owner, {
      ...{ mappingId, areaId: areas[0] ?? "", number: 2 },
      ...{ retiredAt: new Date(), retiredReason: "Said twice" },
    })
    const mention = { personId: member.personId, label: "Ilva Morandini" }
    const content = [
      { type: "text", text: "Ask " },
      { type: "mention", attrs: mention },
    ]
    await save("synergies", 0, [{ type: "paragraph", content }])
    await save("responsible", 0, member.personId)
    await freeze()
    const edition = await find()
    expect(edition?.content.rows).toHaveLength(1)
    expect(JSON.stringify(edition?.content)).not.toContain(member.personId)
    expect(JSON.stringify(edition?.content)).toContain("@Ilva Morandini")
  })

  test("keeps in the annex what an edition said of a row, not what was typed before it was retired", async () => {
    const { freeze, find, save, mappingId, areas, rowId } = await arrange()
    await makeRow(owner, { mappingId, areaId: areas[1] ?? "", number: 2 })
    const going = activity(1, { years: [2020] })
    const back = activity(2, { years: [2021] })
    await save("activities", 0, [going, back])
    await freeze()
    await save("suggests", 0, "Said in public")
    await save("activities", 2, [{ ...back, years: [2022] }])
    await freeze()
    expect((await find())?.content.annex).toMatchObject([{ suggests: "Said in public" }])
    await save("suggests", 1, "Never shown")
    await owner
      .update(mappingRows)
      .set({ areaId: areas[1] ?? "", retiredAt: new Date(), retiredReason: "Not ours" })
      .where(eq(mappingRows.id, rowId))
    await freeze()
    // The second stood in its row when edition 2 was frozen: the edition that moved it tells of it.
    const words = { row: 1, area: "connectivity", edition: 1 }
    expect((await find())?.content.annex).toMatchObject([
      { ...words, suggests: "Said in public", activity: going },
      { ...words, suggests: "Suggestion 1", activity: back },
    ])
    await freeze()
    expect((await find())?.content.annex).toHaveLength(2)
    expect(JSON.stringify((await find())?.content)).not.toContain("Never shown")
  })

  test("calls people in the annex of a retired row as the edition did, and seals their names again", async () => {
    const { freeze, find, save, mappingId, areas, rowId, member } = await arrange()
    await makeRow(owner, { mappingId, areaId: areas[1] ?? "", number: 2 })
    await save("suggests", 0, `What ${member.name} and Quill Underwood asked for`)
    await save("activities", 0, [activity(1, { years: [2020] })])
    // The register does not know the second: the edition does, while the row mentions them.
    const mention = {
      type: "mention",
      attrs: { personId: member.personId, label: "Quill Underwood" },
    }
    await owner
      .update(mappingRows)
      .set({ synergies: [{ type: "paragraph", content: [mention] }] })
      .where(eq(mappingRows.id, rowId))
    await freeze()
    await owner
      .update(mappingRows)
      .set({ retiredAt: new Date(), retiredReason: "Not ours" })
      .where(eq(mappingRows.id, rowId))
    for (const _ of [2, 3]) {
      await freeze()
      const edition = await find()
      expect(edition?.content.annex).toMatchObject([
        { suggests: `What ${member.name} and Quill Underwood asked for` },
      ])
      const [stored] = await app
        .select({ content: editions.content })
        .from(editions)
        .where(eq(editions.id, edition?.id ?? ""))
      expect(stored?.content).toMatchObject({
        annex: [{ suggests: "What ⟦p1⟧ and ⟦p2⟧ asked for" }],
      })
    }
    // Whose it is stays known, so that one request finds all three.
    const erased = await app
      .update(recordNames)
      .set({ name: null, salt: null, erasedAt: new Date(), erasedBecause: "asked for it" })
      .where(
        and(eq(recordNames.personId, member.personId), eq(recordNames.name, "Quill Underwood")),
      )
      .returning({ key: recordNames.key })
    expect(erased).toHaveLength(3)
    await freeze()
    expect((await find())?.content.annex).toMatchObject([
      { suggests: `What ${member.name} and [name removed] asked for` },
    ])
  })

  test("freezes what was shown or nothing, and tells what changed since", async () => {
    const { shown, save, chair, find, member } = await arrange()
    const form = await shown()
    await save("suggests", 0, "Another")
    const refusal = await refusalOf(freezeEdition(chair, form))
    expect(refusal).toMatchObject({
      ...{ code: "conflict", key: "editions.changed", values: { changes: 1 } },
      data: { count: 1, lines: [{ row: 1, field: "suggests", by: member.name }] },
    })
    expect(await find()).toBeNull()
    expect(await freezeEdition(chair, await shown())).toMatchObject({ edition: 1 })
  })

  test("sees what changes beside the rows, too: a year that is over meanwhile", async () => {
    const { shown, save, chair } = await arrange()
    await save("activities", 0, [activity(1, { years: [2022] })])
    const form = await shown()
    setClock(() => new Date("2023-01-01T00:00:00Z"))
    expect(await refusalOf(freezeEdition(chair, form))).toMatchObject({
      key: "editions.changedBeside",
    })
  })

  test("by two at once makes one edition, and the other is told whose", async () => {
    const { shown, chair, find } = await arrange()
    const form = await shown()
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => refusalOf(freezeEdition(chair, form))),
    )
    expect(tries.filter((refusal) => refusal === null)).toHaveLength(1)
    for (const refusal of tries.filter((one) => one !== null))
      expect(refusal).toMatchObject({
        ...{ code: "conflict", key: "editions.frozen" },
        ...{ values: { edition: 1, by: chair.name } },
      })
    expect((await find())?.editions).toHaveLength(1)
  })

  test("is for co-chairs, and of a table that has rows", async () => {
    const { shown, member, other, chair, rowId } = await arrange()
    const form = await shown()
    for (const actor of [member, other, { kind: "public" as const }])
      await expect(freezeEdition(actor, form)).rejects.toMatchObject({ name: "Refusal" })
    await owner
      .update(mappingRows)
      .set({ retiredAt: new Date(), retiredReason: "Gone" })
      .where(eq(mappingRows.id, rowId))
    expect(await refusalOf(freezeEdition(chair, await shown()))).toMatchObject({
      key: "editions.empty",
    })
  })

  test("is for good: neither the application nor the owner of the tables changes it", async () => {
    const { freeze, save } = await arrange()
    await save("activities", 0, [activity(1, { years: [2020] })])
    await freeze()
    for (const statement of [
      "update editions set note = 'Another'",
      "delete from editions",
      "truncate editions cascade",
      "delete from annex_activities",
    ])
      for (const db of [app, owner])
        await expect(db.execute(statement)).rejects.toMatchObject({
          cause: {
            message: expect.stringMatching(
              /permission denied|written once|is refused|must be owner/,
            ),
          },
        })
  })

  test("names the meetings of a row that have a published report, and no other", async () => {
    const { freeze, find, rowId, meetingId, groupId, chair } = await arrange()
    await owner.execute(
      `insert into row_meetings (row_id, meeting_id) values ('${rowId}', '${meetingId}')`,
    )
    await freeze()
    expect((await find())?.content.rows[0]?.meetings).toEqual([])
    await arrangeReport(owner, { id: meetingId, groupId, number: 33 }, chair.personId)
    await freeze()
    expect((await find())?.content.rows[0]?.meetings).toEqual([33])
    await owner.execute("update row_meetings set removed_at = now()")
    await freeze()
    expect((await find())?.content.rows[0]?.meetings).toEqual([])
  })

  test("writes thousands of rows with all that they hold", async () => {
    const { mappingId, areas, freeze, find } = await arrange()
    const many = Array.from({ length: 2_400 }, (_, place) => ({
      ...{ mappingId, areaId: areas[place % 2] ?? "", number: place + 2, position: place },
      suggests: `Suggestion ${place}`,
      activities: [activity(2 * place, { years: [2019] }), activity(2 * place + 1)],
    }))
    await owner.insert(mappingRows).values(many)
    expect(await freeze()).toMatchObject({ annexed: 2_400 })
    const edition = await find()
    expect(edition?.content.rows).toHaveLength(2_401)
    expect(edition?.content.annex).toHaveLength(2_400)
  })
})

describe("taking an activity back out of the annex", () => {
  const going = activity(1, { years: [2020] })

  async function annexed() {
    const scene = await arrange()
    await scene.save("activities", 0, [going, activity(2)])
    await scene.freeze()
    const [entry] = await app
      .select()
      .from(annexActivities)
      .where(eq(annexActivities.rowId, scene.rowId))
    return { ...scene, annexId: entry?.id ?? "" }
  }

  test("puts it into its row as a change of the cell, and it moves again unless it gets a year", async () => {
    const { annexId, member, rowId, mandateSlug, slug, freeze, find, save } = await annexed()
    expect(await returnActivity(member, { annexId })).toEqual({
      ...{ group: slug, mandate: mandateSlug, row: 1 },
    })
    const [row] = await app.select().from(mappingRows).where(eq(mappingRows.id, rowId))
    expect(row).toMatchObject({ activities: [activity(2), going], revisions: { activities: 3 } })
    expect(await refusalOf(returnActivity(member, { annexId }))).toMatchObject({
      ...{ code: "conflict", key: "editions.returned" },
    })
    await save("activities", 3, [activity(2), { ...going, years: [2020, 2022] }])
    expect(await freeze()).toMatchObject({ edition: 2, annexed: 0 })
    expect((await find())?.content.annex).toEqual([])
    expect((await find(1))?.content.annex).toHaveLength(1)
  })

  test("stands once in an edition, when the cell was given back what it held by hand", async () => {
    const { annexId, member, save, freeze, find, rowId } = await annexed()
    await save("activities", 2, [activity(2), { ...going, years: [2020, 2022] }])
    expect(await freeze()).toMatchObject({ edition: 2, annexed: 0 })
    expect((await find())?.content.annex).toEqual([])
    await save("activities", 3, [activity(2), { ...going, title: "With more words" }])
    expect(await freeze()).toMatchObject({ edition: 3, annexed: 1 })
    expect((await find())?.content.annex).toMatchObject([
      { activity: { id: going.id, title: "With more words" }, edition: 3 },
    ])
    expect(await refusalOf(returnActivity(member, { annexId }))).toMatchObject({
      key: "editions.returned",
    })
    const [row] = await app.select().from(mappingRows).where(eq(mappingRows.id, rowId))
    expect(row?.activities).toEqual([activity(2)])
  })

  test("stands once, when it was written anew with its years", async () => {
    const { annexId, member, save, freeze, find, mappingId, rowId } = await annexed()
    const { id: _, ...words } = going
    const anew = activity(9, { ...words, title: "ACTIVITY  1", years: [2020, 2022] })
    await save("activities", 2, [activity(2), anew])
    const { back } = await composeEdition(app, mappingId)
    expect(back).toMatchObject([{ row: 1, activity: going, edition: 1 }])
    expect(await freeze()).toMatchObject({ edition: 2, annexed: 0 })
    expect((await find())?.content.annex).toEqual([])
    expect(await returnActivity(member, { annexId })).toMatchObject({ row: 1 })
    const [row] = await app.select().from(mappingRows).where(eq(mappingRows.id, rowId))
    expect(row?.activities).toEqual([activity(2), anew])
  })

  test("is the same one in the annex, when it was written anew and is over again", async () => {
    const { save, freeze, find, rowId } = await annexed()
    const anew = activity(9, { title: going.title, years: [2020, 2021] })
    await save("activities", 2, [activity(2), anew])
    expect(await freeze()).toMatchObject({ edition: 2, annexed: 1 })
    const [first, second] = [await find(1), await find(2)]
    if (!first || !second) throw new Error("It was not frozen")
    expect(second.content.annex).toMatchObject([
      { activity: { ...anew, id: going.id }, edition: 2 },
    ])
    const {
      annexed: came,
      unannexed,
      annexChanged,
    } = compareEditions(...([first.content, second.content, plainNaming, "en"] as const))
    expect([came, unannexed, annexChanged.length]).toEqual([[], [], 1])
    const [row] = await app.select().from(mappingRows).where(eq(mappingRows.id, rowId))
    expect(row?.activities).toEqual([activity(2)])
  })

  test("takes the place of every entry of which it says all, when it was written anew over several", async () => {
    const { save, freeze, find } = await annexed()
    const next = activity(8, { title: going.title, years: [2021] })
    await save("activities", 2, [activity(2), next])
    expect(await freeze()).toMatchObject({ edition: 2, annexed: 1 })
    expect((await find(2))?.content.annex).toMatchObject([{ activity: going }, { activity: next }])
    const anew = activity(9, { title: going.title, years: [2020, 2021] })
    await save("activities", 4, [activity(2), anew])
    const one = [{ activity: { ...anew, id: going.id }, edition: 3 }]
    expect(await freeze()).toMatchObject({ edition: 3, annexed: 1 })
    expect((await find(3))?.content.annex).toMatchObject(one)
    expect(await freeze()).toMatchObject({ edition: 4, annexed: 0 })
    expect((await find(4))?.content.annex).toMatchObject(one)
  })

  test("stays there, when its row has another of its name or years", async () => {
    const { save, freeze, find, mappingId } = await annexed()
    const others = [
      activity(7, { title: going.title, years: [2022] }),
      activity(8, { title: going.title, years: [2020, 2022], kind: "dc" }),
      activity(9, { title: going.title, years: [2020, 2022], body: "Somebody else" }),
    ]
    await save("activities", 2, others)
    expect((await composeEdition(app, mappingId)).back).toEqual([])
    await freeze()
    expect((await find())?.content.annex).toMatchObject([{ activity: going, edition: 1 }])
  })

  test("does not write over what its row says of it by now", async () => {
    const { annexId, member, save, rowId } = await annexed()
    const newer = { ...going, title: "With more words", years: [2020, 2022] }
    await save("activities", 2, [activity(2), newer])
    await returnActivity(member, { annexId })
    const [row] = await app.select().from(mappingRows).where(eq(mappingRows.id, rowId))
    expect(row?.activities).toEqual([activity(2), newer])
  })

  test("is a member's, and not into a row that was retired or is full", async () => {
    const { annexId, member, rowId, save } = await annexed()
    await expect(returnActivity({ kind: "public" }, { annexId })).rejects.toMatchObject({
      name: "Refusal",
    })
    await save(
      "activities",
      2,
      Array.from({ length: mappingLimits.activities }, (_, place) => activity(place + 10)),
    )
    expect(await refusalOf(returnActivity(member, { annexId }))).toMatchObject({
      key: "editions.rowFull",
    })
    await owner
      .update(mappingRows)
      .set({ retiredAt: new Date(), retiredReason: "Gone" })
      .where(eq(mappingRows.id, rowId))
    expect(await refusalOf(returnActivity(member, { annexId }))).toMatchObject({
      key: "editions.rowRetired",
    })
  })
})
