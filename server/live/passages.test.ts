import { randomUUID } from "node:crypto"
import { once } from "node:events"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { eq } from "drizzle-orm"
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest"
import * as Y from "yjs"
import { testDatabase } from "@/db/factories/database"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { makeSession } from "@/db/factories/sessions"
import { threads } from "@/db/schema/threads"
import { Writer } from "@/e2e/support/live-client"
import { anchorAt, resolve } from "@/lib/comments/anchors/anchor"
import { flattenIn } from "@/lib/comments/anchors/flat"
import { beginThread } from "@/lib/comments/begin-thread"
import { findState } from "@/lib/live/stored"
import { line } from "@/lib/minutes/arbitrary-text"
import { minutesOf } from "@/lib/minutes/live/kind"
import { writeText } from "@/lib/minutes/live/write-document"
import type { SectionDoc } from "@/lib/minutes/model"
import { startMinutes } from "@/lib/minutes/start"
import { transaction } from "@/lib/platform/database"
import { liveSocket } from "./socket"

const { app, owner } = await testDatabase()
const server = createServer()
const socket = liveSocket((_request, wire) => wire.destroy())
server.on("upgrade", socket.upgrade)
server.listen(0, "127.0.0.1")
await once(server, "listening")
await socket.live.ready
afterAll(async () => {
  await socket.close()
  server.closeAllConnections()
  server.close()
})

let scene: Scene
let writers: Writer[] = []
beforeEach(async () => {
  scene = await arrangeScene(owner)
  await startMinutes(scene.member, { meetingId: scene.meetingId })
})
afterEach(() => {
  for (const writer of writers) writer.leave()
  writers = []
})

async function join(who: { accountId: string }) {
  const writer = new Writer({
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    meetingId: scene.meetingId,
    cookie: `rapporteur=${await makeSession(owner, who.accountId)}`,
    from: "http://localhost:3000",
  })
  writers.push(writer)
  await writer.opened()
  return writer
}

const say = (writer: Writer, words: string) =>
  writeText(writer.doc, { schema: 1, order: ["opening"], sections: { opening: line(words) } })

async function begin(doc: Y.Doc, words: string) {
  const flat = flattenIn(doc, "opening")
  const from = flat.text.indexOf(words)
  const anchor = anchorAt(flat, { from, to: from + words.length })
  if (!anchor?.start || !anchor.end) throw new Error(`Nothing says ${words}`)
  const passage = { ...anchor, start: anchor.start, end: anchor.end }
  const { threadId } = await transaction((tx) =>
    beginThread(tx, {
      groupId: scene.groupId,
      text: { kind: "minutes", meetingId: scene.meetingId },
      ...{ about: "passage", place: "opening", passage },
      author: { personId: scene.member.personId },
      comment: { text: "Is it so?", submission: randomUUID(), way: "portal" },
    }),
  )
  return threadId
}

async function threadOf(id: string) {
  const [thread] = await owner.select().from(threads).where(eq(threads.id, id))
  if (!thread) throw new Error("There is no thread")
  return thread
}

/** What the stored ends of a thread name in the stored text. */
async function wordsOf(id: string) {
  const { anchorStart: start, anchorEnd: end } = await threadOf(id)
  const stored = await findState(app, minutesOf(scene.meetingId))
  if (!stored) throw new Error("Nobody opened the minutes")
  const flat = flattenIn(stored.doc, "opening")
  const nowhere = { quote: "words that nobody wrote", before: "", after: "" }
  const place = resolve(stored.doc, flat, { start, end, ...nowhere })
  return place && flat.text.slice(place.from, place.to)
}

test("a thread on a passage is told by the line to be lost, and to be back", async () => {
  const [ilva, samir] = [await join(scene.member), await join(scene.other)]
  say(ilva, "The levy was set at two per cent.")
  await ilva.saved()
  const id = await begin(ilva.doc, "two per cent")
  await samir.until("it arrives", (me) => me.words().includes("two per cent"))
  const undo = new Y.UndoManager(samir.doc.getXmlFragment("opening"))
  say(samir, "The levy was set at.")
  await samir.saved()
  await vi.waitFor(async () => expect((await threadOf(id)).lostAt).toBeInstanceOf(Date))
  undo.undo()
  await samir.saved()
  await vi.waitFor(async () => expect((await threadOf(id)).lostAt).toBeNull())
  expect(await wordsOf(id)).toBe("two per cent")
})

test("what was edited and then written anew in another block keeps its thread", async () => {
  const [ilva, samir] = [await join(scene.member), await join(scene.other)]
  say(ilva, "The levy was set at two per cent.")
  await ilva.saved()
  const id = await begin(ilva.doc, "set at two per cent")
  await samir.until("it arrives", (me) => me.words().includes("two per cent"))
  say(samir, "The levy was set at about two per cent.")
  await samir.saved()
  const words = { type: "text", text: "The levy was set at about two per cent." } as const
  const opening: SectionDoc = {
    type: "doc",
    content: [
      {
        type: "decision",
        attrs: { id: randomUUID() },
        content: [{ type: "paragraph", content: [words] }],
      },
    ],
  }
  writeText(samir.doc, { schema: 1, order: ["opening"], sections: { opening } })
  await samir.saved()
  await vi.waitFor(async () => expect(await wordsOf(id)).toBe("set at about two per cent"))
  expect((await threadOf(id)).lostAt).toBeNull()
})
