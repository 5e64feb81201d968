import { and, asc, eq, sql } from "drizzle-orm"
import { afterEach, describe, expect, test, vi } from "vitest"
import { makeReport } from "@/bench/archive/report"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { groups } from "@/db/schema/groups"
import { importBatches, importFiles } from "@/db/schema/imports"
import { meetings } from "@/db/schema/meetings"
import { makeZip } from "@/e2e/support/make-zip"
import { startWorkerProcess } from "@/e2e/support/worker-process"
import { bringIn } from "@/lib/imports/bring-in"
import { cancelWaiting } from "@/lib/imports/cancel"
import { bringInInput } from "@/lib/imports/input"
import { pauseBatch } from "@/lib/imports/pause"
import { getProgress, listBatches } from "@/lib/imports/progress"
import { readWaiting } from "@/lib/imports/read-waiting"
import { listResults } from "@/lib/imports/results"
import { resumeBatch } from "@/lib/imports/resume"
import { saveAll } from "@/lib/imports/save-all"
import { readBatch, saveBatch } from "./work"

vi.setConfig({ testTimeout: 120_000 })

const { app, owner, appUrl } = await testDatabase()
const portal = { kind: "system", command: "test" } as const
const never = () => false

/** A group of its own with a co-chair, so that no test sees the reports of another. */
async function scene() {
  const group = await makeGroup(owner)
  const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  const member = await makeActor(owner, { roles: { [group.id]: "member" } })
  const bring = (files: File[], more: Record<string, unknown> = {}) =>
    bringIn(chair, bringInInput.parse({ groupId: group.id, files, ...more }))
  return { group, chair, member, bring }
}

const file = (name: string, content: string | Uint8Array<ArrayBuffer>) => new File([content], name)
const reports = (count: number, from = 1) =>
  Array.from({ length: count }, (_, place) =>
    file(`call-${from + place}.txt`, makeReport(from + place)),
  )

const filesOf = (batchId: string) =>
  app
    .select()
    .from(importFiles)
    .where(eq(importFiles.batchId, batchId))
    .orderBy(asc(importFiles.position))
const statesOf = async (batchId: string) => {
  const rows = await app
    .select({ state: importFiles.state, refusal: importFiles.refusal })
    .from(importFiles)
    .where(eq(importFiles.batchId, batchId))
    .orderBy(asc(importFiles.position))
  return rows.map(({ state, refusal }) => (refusal ? (refusal as { code: string }).code : state))
}
const eventsOf = (batchId: string, name: string) =>
  app
    .select({ data: events.data })
    .from(events)
    .where(and(eq(events.subjectId, batchId), eq(events.name, name)))

/** Drafts carry random ids, so that what was read twice would differ. */
const drafts = async (batchId: string) =>
  new Map((await filesOf(batchId)).map(({ id, corrected }) => [id, JSON.stringify(corrected)]))

describe("files as they arrive", () => {
  test("wait as they came, and a job is there for them", async () => {
    const { bring } = await scene()
    const { batchId } = await bring([file("a.txt", makeReport(1)), file("empty.txt", "")])
    const [first, second] = await filesOf(batchId)
    expect(first).toMatchObject({ state: "waiting", source: null, read: null })
    expect(Buffer.from(first?.original ?? []).toString()).toBe(makeReport(1))
    expect(second).toMatchObject({ state: "refused", refusal: { code: "empty" }, original: null })
    const jobs = await app.execute(
      sql`select data from pgboss.job where name = 'imports' and data->>'batchId' = ${batchId}`,
    )
    expect(jobs).toHaveLength(1)
  })

  test("come in several requests into one batch, and a request that is repeated counts once", async () => {
    const { bring } = await scene()
    const { batchId } = await bring(reports(2))
    await bring(reports(2, 3), { batchId, from: "2" })
    await bring(reports(2, 3), { batchId, from: "2" })
    expect((await filesOf(batchId)).map(({ name }) => name)).toEqual([
      "call-1.txt",
      "call-2.txt",
      "call-3.txt",
      "call-4.txt",
    ])
    expect(await eventsOf(batchId, "import.broughtIn")).toHaveLength(2)
  })

  test("need not travel to be refused for their size, and must be whole otherwise", async () => {
    const { bring } = await scene()
    const text = makeReport(1)
    const size = Buffer.byteLength(text)
    const listed = JSON.stringify([
      { name: "scans/huge.txt", size: 900_000_000 },
      { name: "2001/call.txt", size },
    ])
    const { batchId } = await bring([file("file", text)], { listed })
    expect((await filesOf(batchId)).map(({ name, state }) => [name, state])).toEqual([
      ["scans/huge.txt", "refused"],
      ["2001/call.txt", "waiting"],
    ])
    await expect(bring([file("file", `${text} more`)], { listed })).rejects.toMatchObject({
      key: "imports.torn",
    })
    await expect(bring([], { listed })).rejects.toMatchObject({ key: "imports.torn" })
  })

  test("are taken from co-chairs of the batch's own group alone", async () => {
    const { group, member, bring } = await scene()
    const other = await scene()
    const { batchId } = await bring(reports(1))
    const input = bringInInput.parse({ groupId: group.id, files: reports(1) })
    await expect(bringIn(member, input)).rejects.toMatchObject({ code: "forbidden" })
    await expect(bringIn(other.chair, input)).rejects.toMatchObject({ code: "not_found" })
    await expect(other.bring(reports(1, 2), { batchId })).rejects.toMatchObject({
      code: "not_found",
    })
    expect(await filesOf(batchId)).toHaveLength(1)
  })
})

describe("reading", () => {
  test("two workers at once read each file once, and one of them sees the end", async () => {
    const { bring } = await scene()
    const { batchId } = await bring(reports(50))
    const lane = async () => {
      let read = 0
      for (let files = -1; files !== 0; read += files)
        files = (await readWaiting(portal, batchId)).files
      return read
    }
    const shares = await Promise.all([lane(), lane(), lane()])
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(50)
    expect(new Set(await statesOf(batchId))).toEqual(new Set(["read"]))
    expect(await eventsOf(batchId, "import.read")).toEqual([{ data: { read: 50, refused: 0 } }])
  })

  test("sees one text that is read by two at once as the same report", async () => {
    const { bring } = await scene()
    const twin = () => [file("twin.txt", makeReport(7))]
    const batches = await Promise.all([bring(twin()), bring(twin()), bring(twin())])
    await Promise.all(batches.map(({ batchId }) => readWaiting(portal, batchId)))
    const states = await Promise.all(batches.map(({ batchId }) => statesOf(batchId)))
    expect(states.flat().sort()).toEqual(["read", "same-report", "same-report"])
  })

  test("refused files never harm the others", async () => {
    const { bring } = await scene()
    const { batchId } = await bring([
      file("letter.txt", "The weather was fine."),
      ...reports(20),
      file("broken.txt", Uint8Array.from([0xc3, 0x28])),
      file("no.zip", "PK\x03\x04 and nothing else"),
      file("again.txt", makeReport(3).replaceAll("\n", "\r\n")),
    ])
    expect(await readBatch(batchId, never)).toBe(false)
    const states = await statesOf(batchId)
    expect(states[0]).toBe("no-report")
    expect(states.slice(1, 21)).toEqual(Array(20).fill("read"))
    expect(states.slice(21)).toEqual(["encoding", "damaged", "same-report"])
    // What is refused is brought in again from the file, so that its bytes are in no backup.
    const bytes = (await filesOf(batchId)).map(({ original }) => original !== null)
    expect(bytes).toEqual([false, ...Array(20).fill(true), false, false, false])
  })

  test("an archive becomes its files, in its place and under their own names", async () => {
    const { bring } = await scene()
    const inner = makeZip([{ name: "deep.txt", text: makeReport(9) }]).toString("latin1")
    const zip = makeZip([
      { name: "2001/b.txt", text: makeReport(2) },
      { name: "2001/a.txt", text: makeReport(3) },
      { name: "2001/empty.txt", text: "" },
      { name: "inner.zip", text: inner },
    ])
    const { batchId } = await bring([
      file("first.txt", makeReport(1)),
      file("old.zip", new Uint8Array(zip)),
      file("last.txt", makeReport(4)),
    ])
    await readBatch(batchId, never)
    const files = await filesOf(batchId)
    const states = await statesOf(batchId)
    expect(files.map(({ name }, place) => [name, states[place]])).toEqual([
      ["first.txt", "read"],
      ["b.txt", "read"],
      ["a.txt", "read"],
      ["empty.txt", "empty"],
      // What is packed twice is not unpacked twice.
      ["inner.zip", "damaged"],
      ["last.txt", "read"],
    ])
  })
})

describe("a worker that is killed", () => {
  let end: (() => Promise<void>) | undefined
  afterEach(async () => end?.())

  test("loses nothing and repeats nothing", async () => {
    const { group, bring } = await scene()
    const { batchId } = await bring(reports(160))
    const first = await startWorkerProcess(appUrl)
    end = () => first.end("SIGKILL")
    await vi.waitFor(
      async () => expect((await statesOf(batchId)).filter((s) => s === "read")).not.toEqual([]),
      { timeout: 60_000, interval: 20 },
    )
    let before = new Map<string, string>()
    // With the group held the worker reads on, and cannot keep what it read: it dies in the middle.
    await owner.transaction(async (tx) => {
      await tx.select().from(groups).where(eq(groups.id, group.id)).for("no key update")
      before = await drafts(batchId)
      await first.end("SIGKILL")
    })
    const states = await statesOf(batchId)
    const done = states.filter((state) => state === "read").length
    expect(done).toBeGreaterThan(0)
    expect(states).toContain("waiting")

    const second = await startWorkerProcess(appUrl)
    end = () => second.end("SIGKILL")
    await vi.waitFor(async () => expect(await statesOf(batchId)).toEqual(Array(160).fill("read")), {
      timeout: 60_000,
      interval: 50,
    })
    await second.end("SIGTERM")
    const after = await drafts(batchId)
    const kept = [...before].filter(([, draft]) => draft !== "null")
    expect(kept).toHaveLength(done)
    for (const [id, draft] of kept) expect(after.get(id)).toBe(draft)
    expect(await eventsOf(batchId, "import.read")).toEqual([{ data: { read: 160, refused: 0 } }])
  })
})

describe("a worker that starts", () => {
  let end: (() => Promise<void>) | undefined
  afterEach(async () => end?.())

  test("goes on with the saving that another one died over", async () => {
    const { group, chair, bring } = await scene()
    const { batchId } = await bring(reports(3))
    await readBatch(batchId, never)
    await saveAll(chair, { slug: group.slug, batchId })
    await app.execute(sql`delete from pgboss.job where data->>'batchId' = ${batchId}`)
    const worker = await startWorkerProcess(appUrl)
    end = () => worker.end("SIGTERM")
    await vi.waitFor(
      async () => expect(await statesOf(batchId)).toEqual(["saved", "saved", "saved"]),
      { timeout: 60_000, interval: 50 },
    )
  })
})

describe("a batch", () => {
  test("that is paused is left alone, and goes on when it is resumed", async () => {
    const { group, chair, bring } = await scene()
    const { batchId } = await bring(reports(3))
    const which = { slug: group.slug, batchId }
    await pauseBatch(chair, which)
    await pauseBatch(chair, which)
    expect(await readBatch(batchId, never)).toBe(false)
    expect(await statesOf(batchId)).toEqual(["waiting", "waiting", "waiting"])
    expect(await getProgress(chair, group.slug, batchId)).toMatchObject({
      files: 3,
      waiting: 3,
      paused: true,
      pausedBy: chair.name,
    })
    await resumeBatch(chair, which)
    await readBatch(batchId, never)
    expect(await getProgress(chair, group.slug, batchId)).toMatchObject({
      waiting: 0,
      unsure: 3,
      paused: false,
    })
    expect(await eventsOf(batchId, "import.paused")).toHaveLength(1)
    expect(await eventsOf(batchId, "import.resumed")).toEqual([{ data: { waiting: 3 } }])
  })

  test("that is paused while it is read stops after what is in hand", async () => {
    const { group, chair, bring } = await scene()
    const { batchId } = await bring(reports(40))
    await readWaiting(portal, batchId)
    await pauseBatch(chair, { slug: group.slug, batchId })
    await readBatch(batchId, never)
    expect(await getProgress(chair, group.slug, batchId)).toMatchObject({ waiting: 24 })
    await cancelWaiting(chair, { slug: group.slug, batchId })
    expect(await getProgress(chair, group.slug, batchId)).toMatchObject({
      waiting: 0,
      discarded: 24,
      unsure: 16,
    })
    expect(await eventsOf(batchId, "import.read")).toEqual([{ data: { read: 16, refused: 0 } }])
    const kept = (await filesOf(batchId)).filter(({ original }) => original !== null)
    expect(kept.map(({ state }) => state)).toEqual(Array(16).fill("read"))
  })

  test("is held, resumed and cut short by co-chairs alone, and seen by nobody else", async () => {
    const { group, member, bring } = await scene()
    const other = await scene()
    const { batchId } = await bring(reports(1))
    const which = { slug: group.slug, batchId }
    for (const verb of [pauseBatch, resumeBatch, cancelWaiting, saveAll]) {
      await expect(verb(member, which)).rejects.toMatchObject({ code: "forbidden" })
      await expect(verb(other.chair, which)).rejects.toMatchObject({ code: "not_found" })
    }
    for (const read of [
      () => getProgress(member, group.slug, batchId),
      () => listResults(member, group.slug, batchId, { show: null, page: 1 }),
      () => listBatches(member, group.id),
    ])
      await expect(read()).rejects.toMatchObject({ code: "forbidden" })
    await expect(getProgress(other.chair, other.group.slug, batchId)).rejects.toMatchObject({
      code: "not_found",
    })
    expect(
      await listResults(other.chair, other.group.slug, batchId, { show: null, page: 1 }),
    ).toEqual([])
    const [batch] = await app.select().from(importBatches).where(eq(importBatches.id, batchId))
    expect(batch).toMatchObject({ pausedAt: null })
  })
})

describe("the list of results", () => {
  test("says of each file what was read, what is unsure and what was refused, a page at a time", async () => {
    const { group, chair, bring } = await scene()
    const { batchId } = await bring([...reports(102), file("letter.txt", "Nothing happened.")])
    await readBatch(batchId, never)
    const list = (show: "unsure" | "refused" | "ready" | null, page = 1) =>
      listResults(chair, group.slug, batchId, { show, page })
    const [first, second] = [await list(null), await list(null, 2)]
    expect([first.length, second.length]).toEqual([100, 3])
    expect(first[0]).toMatchObject({
      name: "call-1.txt",
      number: 1,
      startsAt: "1985-01-17T14:00:00Z",
      items: 5,
      present: 12,
      refusal: null,
    })
    const { open, errors } = first[0] ?? {}
    expect(errors).toHaveLength(open?.error ?? -1)
    expect((open?.error ?? 0) + (open?.warning ?? 0)).toBeGreaterThan(0)
    expect(second.at(-1)).toMatchObject({ name: "letter.txt", refusal: { code: "no-report" } })
    expect((await list("refused")).map(({ name }) => name)).toEqual(["letter.txt"])
    expect(await list("unsure", 2)).toHaveLength(2)
    expect(await list("ready")).toEqual([])
    const {
      lines: [line],
    } = await listBatches(chair, group.id)
    expect(line).toMatchObject({ files: 103, open: 102, refused: 1, saved: 0, waiting: 0 })
  })
})

describe("saving all", () => {
  test("saves each by itself; why one was not saved stays with it until it is asked again", async () => {
    const { group, chair, bring } = await scene()
    const { batchId } = await bring([
      ...reports(3),
      file("also-2.txt", makeReport(2).replace("Participants", "Present and participants")),
    ])
    await readBatch(batchId, never)
    const which = { slug: group.slug, batchId }
    expect(await saveAll(chair, which)).toMatchObject({ files: 4 })
    expect(await getProgress(chair, group.slug, batchId)).toMatchObject({ saving: 4, saved: 0 })
    expect(await saveBatch(batchId, chair.accountId, never)).toBe(false)
    expect(await getProgress(chair, group.slug, batchId)).toMatchObject({
      saving: 0,
      saved: 3,
      notSaved: 1,
    })
    const list = await listResults(chair, group.slug, batchId, { show: "notSaved", page: 1 })
    expect(list).toMatchObject([
      { name: "also-2.txt", state: "read", notSaved: { key: "meeting.numberTaken" } },
    ])
    const made = await app.select().from(meetings).where(eq(meetings.groupId, group.id))
    expect(made.map(({ number }) => number).sort()).toEqual([1, 2, 3])
    expect(await saveAll(chair, which)).toMatchObject({ files: 1 })
    expect(await getProgress(chair, group.slug, batchId)).toMatchObject({ saving: 1, notSaved: 0 })
  })

  test("may be done by two at once, is held by a pause, and asks again who wanted it", async () => {
    const { group, chair, bring } = await scene()
    const { batchId } = await bring(reports(6))
    await readBatch(batchId, never)
    const which = { slug: group.slug, batchId }
    await saveAll(chair, which)
    await pauseBatch(chair, which)
    await saveBatch(batchId, chair.accountId, never)
    expect(await getProgress(chair, group.slug, batchId)).toMatchObject({ saving: 6, saved: 0 })
    await resumeBatch(chair, which)
    const outsider = await makeActor(owner)
    let turns = 0
    await saveBatch(batchId, outsider.accountId, () => turns++ === 1)
    await Promise.all([
      saveBatch(batchId, chair.accountId, never),
      saveBatch(batchId, chair.accountId, never),
    ])
    expect(await getProgress(chair, group.slug, batchId)).toMatchObject({
      saving: 0,
      saved: 5,
      notSaved: 1,
    })
    const made = await app.select().from(meetings).where(eq(meetings.groupId, group.id))
    expect(made).toHaveLength(5)
  })
})

test("a draft with a day and no hour stays open when its batch is saved, and says why", async () => {
  const { group, chair, bring } = await scene()
  const call = (head: string) =>
    `${group.name}\n\n${head}\n\nAgenda\n\n1. Gauges\n\n1. Gauges\n\nThe gauges of the southern harbours were read.\n\nParticipants\n\nOtto Brandvold\nLin Zhao-Perera\n`
  const { batchId } = await bring([
    file("whole.txt", call("Minutes of the 4th meeting\n\n14 April 2019 at 1 p.m. UTC")),
    file("day.txt", call("Minutes of the 5th meeting\n\n12 May 2019")),
  ])
  await readBatch(batchId, never)
  await saveAll(chair, { slug: group.slug, batchId })
  expect(await saveBatch(batchId, chair.accountId, never)).toBe(false)
  expect(await statesOf(batchId)).toEqual(["saved", "read"])
  const [, open] = await filesOf(batchId)
  expect(open?.corrected).toMatchObject({ startsAt: null, day: "2019-05-12" })
  expect(open?.read).toMatchObject({
    notSaved: { key: "imports.dayAlone", values: { day: "2019-05-12" } },
  })
})
