import { asc, eq, sql } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest"
import * as Y from "yjs"
import { testDatabase } from "@/db/factories/database"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { minutesBlocks, minutesDocuments, minutesUpdates } from "@/db/schema/live-minutes"
import type { Writer } from "@/e2e/support/live-client"
import { compareWords, keptWords, Room, seeded, Typist } from "@/e2e/support/live-people"
import { LiveProcess } from "@/e2e/support/live-process"
import { canonical } from "@/lib/minutes/canonical"
import { compactDocument } from "@/lib/minutes/live/compact"
import { isRecordBlock } from "@/lib/minutes/model"
import { getCurrentText } from "@/lib/minutes/queries"
import { startMinutes } from "@/lib/minutes/start"

const { app, owner, appUrl } = await testDatabase()
const seed = Number(process.env.SEED ?? Date.now() % 100_000)
const random = seeded(seed)
const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
const nothing = { missing: [], twice: [] }

let first: LiveProcess
let second: LiveProcess
let scene: Scene
let room: Room
beforeAll(async () => {
  ;[first, second] = await Promise.all([LiveProcess.start(appUrl), LiveProcess.start(appUrl)])
})
afterAll(() => Promise.all([first.stop(), second.stop()]))
beforeEach(async () => {
  scene = await arrangeScene(owner)
  await startMinutes(scene.member, { meetingId: scene.meetingId })
  room = new Room(owner, scene.meetingId)
  return () => room.empty()
})

/** One on each server. */
async function two(): Promise<[Writer, Writer]> {
  const writers = await Promise.all([
    room.join(scene.member, first.origin),
    room.join(scene.other, second.origin),
  ])
  await Promise.all(writers.map((writer) => writer.opened()))
  return writers
}
const stateOf = ({ doc }: Writer) => Y.encodeStateVector(doc).join()

/** Both have all, and all of it is kept. */
async function converged(one: Writer, other: Writer): Promise<void> {
  await Promise.all([one.saved(), other.saved()])
  await vi.waitFor(() => expect(stateOf(one)).toBe(stateOf(other)), {
    timeout: 60_000,
    interval: 5,
  })
}
async function logOf(meetingId: string): Promise<number[]> {
  const rows = await owner
    .select({ number: minutesUpdates.number })
    .from(minutesUpdates)
    .where(eq(minutesUpdates.meetingId, meetingId))
    .orderBy(asc(minutesUpdates.number))
  return rows.map(({ number }) => number)
}

test("two who were offline in one section, one of whom reloaded, keep both their words", async () => {
  const { meetingId, member, other, first: section } = scene
  const ilva = await room.join(member, first.origin)
  // What the page keeps on the device: every change, whoever brought it.
  const device: Uint8Array[] = []
  ilva.doc.on("update", (change: Uint8Array) => device.push(change))
  const samir = await room.join(other, first.origin)
  await Promise.all([ilva.opened(), samir.opened()])
  ilva.type("together ", section)
  await samir.until("it arrives", (me) => me.words(section).includes("together"))
  await first.kill()
  await Promise.all([ilva, samir].map((me) => me.until("offline", () => !me.isOpen)))
  ilva.type("ilva-alone ", section)
  samir.type("samir-alone ", section)
  ilva.leave()
  const reloaded = await room.join(member, first.origin)
  Y.applyUpdate(reloaded.doc, Y.mergeUpdates(device), { from: "this device" })
  expect(reloaded.words(section)).toBe("together ilva-alone ")
  reloaded.type("after-reload ", section)
  await first.again()
  for (const me of [reloaded, samir]) me.line.hurry()
  await Promise.all([reloaded.opened(), samir.opened()])
  await converged(reloaded, samir)
  const all = ["together", "ilva-alone", "samir-alone", "after-reload"]
  expect(compareWords(await keptWords(app, meetingId), all)).toEqual(nothing)
  expect(compareWords(samir.words(section).split(/\s+/).filter(Boolean), all)).toEqual(nothing)
})

test("compaction under two servers that write loses nothing and doubles nothing", async () => {
  const { meetingId, first: section } = scene
  const [ilva, samir] = await two()
  const typists = [new Typist(ilva, "i", section), new Typist(samir, "s", section)]
  for (const typist of typists) typist.begin(8)
  for (let times = 0; times < 40; times++) {
    await compactDocument(meetingId)
    const words = typists.flatMap((typist) => typist.saved)
    expect(compareWords(await keptWords(app, meetingId), words)).toEqual(nothing)
  }
  for (const typist of typists) typist.stop()
  await converged(ilva, samir)
  const all = typists.flatMap((typist) => typist.all)
  expect(all.length).toBeGreaterThan(100)
  expect(compareWords(await keptWords(app, meetingId), all)).toEqual(nothing)
  await compactDocument(meetingId)
  expect(await logOf(meetingId)).toEqual([])
  // A server that dies now begins from the snapshot alone; what follows stands behind it.
  await first.kill()
  await first.again()
  ilva.line.hurry()
  await ilva.until("offline, then open", (me) => me.isOpen)
  ilva.type("behind ", section)
  await converged(ilva, samir)
  expect(compareWords(await keptWords(app, meetingId), [...all, "behind"])).toEqual(nothing)
  expect(await logOf(meetingId)).toHaveLength(1)
}, 180_000)

test("a server that hears no other for a while finds what it missed", async () => {
  const { meetingId, first: section } = scene
  const [ilva, samir] = await two()
  const typists = [new Typist(ilva, "i", section), new Typist(samir, "s", section)]
  for (let times = 0; times < 15; times++) {
    await app.execute(sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'rapporteur live texts' and datname = current_database()`)
    for (const typist of typists) typist.type()
    await Promise.all([ilva.saved(), samir.saved()])
  }
  await converged(ilva, samir)
  const all = typists.flatMap((typist) => typist.all)
  expect(compareWords(ilva.words(section).split(/\s+/).filter(Boolean), all)).toEqual(nothing)
  expect(compareWords(await keptWords(app, meetingId), all)).toEqual(nothing)
  expect([first.said, second.said].join()).not.toMatch(/unhandled/i)
}, 180_000)

test("eight hours of typing leave a short log and a small snapshot", async () => {
  const { meetingId, first: section } = scene
  const ilva = await room.join(scene.member, first.origin)
  await ilva.opened()
  let longest = 0
  for (let words = 0; words < 30_000; words += 40) {
    for (let word = 0; word < 40; word++) ilva.type(`w${words + word} `, section)
    await ilva.saved()
    if (words % 2_000 === 0) longest = Math.max(longest, (await logOf(meetingId)).length)
  }
  // Folded after every 400 commits; those that come while it is being folded stand behind it.
  expect(longest).toBeLessThan(600)
  const [stored] = await owner
    .select({ bytes: sql<number>`octet_length(${minutesDocuments.snapshot})` })
    .from(minutesDocuments)
    .where(eq(minutesDocuments.meetingId, meetingId))
  const characters = ilva.words(section).length
  expect(Number(stored?.bytes)).toBeGreaterThan(characters / 3)
  expect(Number(stored?.bytes)).toBeLessThan(characters * 1.2)
}, 300_000)

const kinds = ["decision", "action", "statement", "question"]
type Edit = (writer: Writer, undo: Y.UndoManager) => void

function block(kind: string, id: string | null, words: string): Y.XmlElement {
  const made = new Y.XmlElement(kind)
  if (id) made.setAttribute("id", id)
  if (kind === "statement") made.setAttribute("name", words)
  const paragraph = new Y.XmlElement("paragraph")
  paragraph.insert(0, [new Y.XmlText(words)])
  made.insert(0, [paragraph])
  return made
}

test("the rows of the blocks equal the text after every kind of change", async () => {
  const { meetingId } = scene
  const [ilva, samir] = await two()
  const sections = ["opening", scene.first, scene.second]
  const ids = Array.from({ length: 5 }, () => crypto.randomUUID())
  const undos = new Map(
    [ilva, samir].map((writer) => {
      const scope = sections.map((id) => writer.doc.getXmlFragment(id))
      return [writer, new Y.UndoManager(scope, { captureTimeout: 0 })]
    }),
  )
  const some = ({ doc }: Writer) => doc.getXmlFragment(pick(sections))
  const within = (section: Y.XmlFragment) => Math.floor(random() * section.length)
  const edits: Edit[] = [
    (writer) => {
      const section = some(writer)
      const id = random() < 0.7 ? pick(ids) : null
      section.insert(within(section), [
        block(pick(kinds), id, `words ${Math.floor(random() * 99)}`),
      ])
    },
    (writer) => {
      const section = some(writer)
      if (section.length > 1) section.delete(within(section), 1)
    },
    (_writer, undo) => undo.undo(),
    (_writer, undo) => undo.redo(),
    (writer) => {
      const [from, to] = [some(writer), some(writer)]
      const at = within(from)
      const moved = from.length > 1 ? from.get(at) : null
      if (!(moved instanceof Y.XmlElement)) return
      writer.doc.transact(() => {
        const copy = moved.clone() as Y.XmlElement
        from.delete(at, 1)
        to.insert(within(to), [copy])
      })
    },
    (writer) => {
      const section = some(writer)
      const found = section.length > 0 ? section.get(within(section)) : null
      if (found instanceof Y.XmlElement && found.nodeName === "action")
        found.setAttribute("due", pick(["2022-03-04", "2022-05-06"]))
      else writer.type(pick(["more ", "words "]), pick(sections))
    },
  ]
  for (let batch = 0; batch < 40; batch++) {
    for (let edit = 0; edit < 4; edit++) {
      const writer = pick([ilva, samir])
      const undo = undos.get(writer)
      if (undo) pick(edits)(writer, undo)
    }
    await converged(ilva, samir)
    const current = await getCurrentText(app, meetingId)
    const expected = Object.entries(current?.text.sections ?? {}).flatMap(
      ([section, { content }]) =>
        content.filter(isRecordBlock).map((content, position) => ({ section, position, content })),
    )
    const rows = await owner
      .select()
      .from(minutesBlocks)
      .where(eq(minutesBlocks.meetingId, meetingId))
    const found = rows.map(({ sectionId, position, content }) => ({
      ...{ section: sectionId, position, content },
    }))
    const sorted = (all: object[]) => all.map((each) => canonical(each)).sort()
    expect({ seed, batch, rows: sorted(found) }).toEqual({ seed, batch, rows: sorted(expected) })
    expect(
      rows.every(({ id, content }) => id === (content as { attrs: { id: string } }).attrs.id),
    ).toBe(true)
  }
}, 180_000)
