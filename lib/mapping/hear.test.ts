import { randomUUID } from "node:crypto"
import { asc, eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { type MappingScene, makeMapping, makeRow } from "@/db/factories/mapping"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { makeSession } from "@/db/factories/sessions"
import { events } from "@/db/schema/activity"
import { mappingChanges, mappings } from "@/db/schema/mapping"
import { memberships } from "@/db/schema/members"
import { MappingProcess } from "@/e2e/support/mapping-process"
import { saveCells } from "./cells/save-cells"
import { mostChanges } from "./changes-since"
import { hearMapping, isFull, mostEars } from "./hear"
import { saveCellsInput } from "./input"
import { addRow } from "./rows/add-row"

const { app, owner, appUrl } = await testDatabase()
const soon = { timeout: 15_000 }

let first: MappingProcess
let second: MappingProcess
let scene: Scene
let mapping: MappingScene
let who: { token: string; mapping: { id: string; group: { id: string } } }
beforeAll(async () => {
  ;[first, second] = await Promise.all([MappingProcess.start(appUrl), MappingProcess.start(appUrl)])
})
afterAll(() => Promise.all([first.stop(), second.stop()]))
beforeEach(async () => {
  scene = await arrangeScene(owner)
  mapping = await makeMapping(owner, scene.groupId)
  const token = await makeSession(owner, scene.member.accountId)
  who = { token, mapping: { id: mapping.mappingId, group: { id: scene.groupId } } }
  for (const each of [first, second]) {
    each.news.length = 0
    each.here = []
    each.ended = null
  }
})

const cell = (base: number, value: string) => ({
  ...{ rowId: mapping.rowId, field: "suggests", base, value },
})

describe("a change", () => {
  test("is told by the other server, with its words and its author", async () => {
    await second.ask(who, { do: "hear", since: 0 })
    await first.ask(who, { do: "save", cells: [cell(0, "Said on the first")] })
    await expect
      .poll(() => second.changes, soon)
      .toMatchObject([
        {
          ...{ change: 1, rowId: mapping.rowId, field: "suggests", revision: 1 },
          after: "Said on the first",
          author: { id: scene.member.personId, name: scene.member.name },
        },
      ])
  })

  test("that was missed is told to whoever comes back, once and in order", async () => {
    for (let base = 0; base < 3; base++)
      await first.ask(who, { do: "save", cells: [cell(base, `Words ${base}`)] })
    await second.ask(who, { do: "hear", since: 1 })
    await first.ask(who, { do: "save", cells: [cell(3, "Words 3")] })
    await expect.poll(() => second.changes.map(({ change }) => change), soon).toEqual([2, 3, 4])
  })

  test("is told as the table where too much was missed to tell it piece by piece", async () => {
    await owner
      .update(mappings)
      .set({ change: mostChanges + 1 })
      .where(eq(mappings.id, mapping.mappingId))
    await owner.insert(mappingChanges).values(
      Array.from({ length: mostChanges + 1 }, (_, place) => ({
        ...{ mappingId: mapping.mappingId, change: place + 1, rowId: mapping.rowId },
        ...{ field: "suggests", revision: place + 1, after: `Words ${place}`, way: "grid" },
      })),
    )
    await second.ask(who, { do: "hear", since: 0 })
    await expect
      .poll(() => second.news, soon)
      .toMatchObject([{ kind: "table", to: mostChanges + 1, table: { rows: [{ number: 1 }] } }])
  })

  test("of a row brings the row as it stands", async () => {
    await second.ask(who, { do: "hear", since: 0 })
    const id = randomUUID()
    const [areaId = ""] = mapping.areas
    await addRow(scene.member, { mappingId: mapping.mappingId, id, areaId, after: null })
    await expect
      .poll(() => second.news.flatMap((news) => (news.kind === "changes" ? news.rows : [])), soon)
      .toContainEqual(expect.objectContaining({ id, number: 2 }))
  })

  test("that came while the database's line was lost is told when it is back", async () => {
    const heard: number[] = []
    const leave = await hearMapping({
      ...who,
      upTo: 0,
      news: ({ to }) => heard.push(to),
      here: () => {},
      end: () => {},
    })
    await owner.execute(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and query ilike 'listen "mapping_%'`,
    )
    await first.ask(who, { do: "save", cells: [cell(0, "While nobody heard")] })
    await expect.poll(() => heard, soon).toEqual([1])
    leave()
  })
})

test("so many pages of a session listen and no more, until one of them leaves", async () => {
  const ear = { ...who, upTo: 0, news: () => {}, here: () => {}, end: () => {} }
  const listen = () => hearMapping({ ...ear })
  expect(isFull(who.token)).toBe(false)
  const leaves = await Promise.all(Array.from({ length: mostEars }, listen))
  expect(isFull(who.token)).toBe(true)
  // Another session has its own count.
  expect(isFull(await makeSession(owner, scene.other.accountId))).toBe(false)
  leaves.pop()?.()
  expect(isFull(who.token)).toBe(false)
  const last = listen()
  // It counts before it hears.
  expect(isFull(who.token)).toBe(true)
  for (const leave of [...leaves, await last]) leave()
  expect(isFull(who.token)).toBe(false)
})

describe("who is in a cell", () => {
  const stand = (turn: number, field: "suggests" | "status" | null, page = randomUUID()) => ({
    ...{ page, turn },
    at: field && { rowId: mapping.rowId, field },
  })

  test("is told by the other server, until they leave; late words do not count", async () => {
    const page = randomUUID()
    await second.ask(who, { do: "hear", since: 0 })
    await first.ask(who, { do: "stand", stand: stand(2, "suggests", page) })
    const { personId, name } = scene.member
    await expect
      .poll(() => second.here, soon)
      .toEqual([{ personId, name, rowId: mapping.rowId, field: "suggests" }])
    await first.ask(who, { do: "stand", stand: stand(1, "status", page) })
    await first.ask(who, { do: "stand", stand: stand(3, null, page) })
    await expect.poll(() => second.here, soon).toEqual([])
  })

  test("is kept nowhere", async () => {
    const before = await owner.$count(mappingChanges)
    await second.ask(who, { do: "hear", since: 0 })
    await first.ask(who, { do: "stand", stand: stand(0, "suggests") })
    await expect.poll(() => second.here.length, soon).toBe(1)
    expect(await owner.$count(mappingChanges)).toBe(before)
    expect(await owner.$count(events, eq(events.subjectId, mapping.mappingId))).toBe(0)
    const [found] = await owner.execute<{ tables: number }>(
      `select count(*)::int as tables from information_schema.tables
       where table_schema = 'public' and table_name ~ 'presence|places'`,
    )
    expect(found?.tables).toBe(0)
  })

  test("is taken only from those who may edit", async () => {
    const stranger = (await arrangeScene(owner)).member
    const token = await makeSession(owner, stranger.accountId)
    await expect(
      first.ask({ ...who, token }, { do: "stand", stand: stand(0, "suggests") }),
    ).rejects.toThrow("not_found")
  })
})

test("whoever may no longer read hears no more", async () => {
  await second.ask(who, { do: "hear", since: 0 })
  await owner
    .update(memberships)
    .set({ until: new Date(Date.now() - 1_000) })
    .where(eq(memberships.personId, scene.member.personId))
  await expect.poll(() => second.ended, soon).toBe("notFound")
})

test("of ten who edit the same cells at once no acknowledged word is lost", {
  timeout: 120_000,
}, async () => {
  const saves = 30
  const rows = [mapping.rowId]
  for (let number = 2; number <= 5; number++) {
    const made = { mappingId: mapping.mappingId, areaId: mapping.areas[0] ?? "", number }
    rows.push((await makeRow(owner, made)).id)
  }
  await second.ask(who, { do: "hear", since: 0 })
  const kept: string[] = []
  let clashed = 0
  const editor = async (name: number) => {
    const seen = new Map<string, number>()
    const actor = name % 2 === 0 ? scene.member : scene.other
    for (let round = 0; round < saves; round++) {
      const rowId = rows[(name + round) % rows.length] ?? ""
      const value = `Editor ${name}, round ${round}`
      for (let isSaved = false; !isSaved; ) {
        const cells = [{ rowId, field: "suggests", base: seen.get(rowId) ?? 0, value }]
        const input = saveCellsInput.parse({ mappingId: mapping.mappingId, cells })
        const answer = await saveCells(actor, input).catch((error: { data?: unknown }) => error)
        if ("cells" in answer) {
          isSaved = true
          seen.set(rowId, answer.cells[0]?.revision ?? 0)
          kept.push(`${rowId} ${answer.cells[0]?.revision} ${value}`)
        } else {
          const [clash] = (answer.data ?? []) as { revision: number }[]
          if (!clash) throw answer
          clashed++
          seen.set(rowId, clash.revision)
        }
      }
    }
  }
  await Promise.all(Array.from({ length: 10 }, (_, name) => editor(name)))
  const history = await app
    .select()
    .from(mappingChanges)
    .where(eq(mappingChanges.mappingId, mapping.mappingId))
    .orderBy(asc(mappingChanges.change))
  const written = history.map(({ rowId, revision, after }) => `${rowId} ${revision} ${after}`)
  expect(clashed).toBeGreaterThan(0)
  expect([...written].sort()).toEqual([...kept].sort())
  expect(history.map(({ change }) => change)).toEqual(kept.map((_, place) => place + 1))
  // Each took the place of the words that its writer was shown.
  const last = new Map<string, unknown>()
  for (const { rowId, before, after } of history) {
    if (last.has(rowId ?? "")) expect(before).toBe(last.get(rowId ?? ""))
    last.set(rowId ?? "", after)
  }
  // The other server told all of it, each change once.
  await expect.poll(() => second.news.at(-1)?.to, { timeout: 30_000 }).toBe(kept.length)
  const told = second.changes.map(({ change }) => change)
  if (second.news.every(({ kind }) => kind === "changes"))
    expect(told).toEqual(kept.map((_, place) => place + 1))
})
