import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import * as Y from "yjs"
import { testDatabase } from "@/db/factories/database"
import type { SignedIn } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { agendaItems } from "@/db/schema/meetings"
import { minutesRevisions } from "@/db/schema/minutes"
import { threads } from "@/db/schema/threads"
import { writeMinutes } from "@/e2e/support/write-minutes"
import { findState } from "@/lib/live/stored"
import { line, textOf } from "@/lib/minutes/arbitrary-text"
import { exchangeMinutes } from "@/lib/minutes/live/exchange"
import { minutesOf } from "@/lib/minutes/live/kind"
import { writeText } from "@/lib/minutes/live/write-document"
import type { SectionDoc } from "@/lib/minutes/model"
import { getCurrentText } from "@/lib/minutes/queries"
import { restoreMinutes } from "@/lib/minutes/restore"
import { startMinutes } from "@/lib/minutes/start"
import { transaction } from "@/lib/platform/database"
import { beginThread } from "../begin-thread"
import type { TextRef, ThreadAbout } from "../model"
import { anchorAt, resolve } from "./anchor"
import { flattenIn } from "./flat"

const { app, owner } = await testDatabase()

let scene: Scene
let text: TextRef
beforeEach(async () => {
  scene = await arrangeScene(owner)
  text = { kind: "minutes", meetingId: scene.meetingId }
  await startMinutes(scene.member, { meetingId: scene.meetingId })
})

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64")

/** A page without a line: what it has of the text, and what it brings. */
class Page {
  readonly doc = new Y.Doc()
  #state: Uint8Array | null = null
  constructor(readonly actor: SignedIn) {}

  async exchange() {
    const answer = await exchangeMinutes(this.actor, {
      ...{ meetingId: scene.meetingId, schema: 1, seen: -1 },
      update: this.#state && base64(Y.encodeStateAsUpdate(this.doc, this.#state)),
      state: base64(Y.encodeStateVector(this.doc)),
    })
    if (answer.update) Y.applyUpdate(this.doc, Buffer.from(answer.update, "base64"))
    if (answer.state) this.#state = new Uint8Array(Buffer.from(answer.state, "base64"))
  }

  async write(doc: SectionDoc) {
    writeText(this.doc, { schema: 1, order: ["opening"], sections: { opening: doc } })
    await this.exchange()
  }
}

async function openPage(actor: SignedIn) {
  const page = new Page(actor)
  await page.exchange()
  return page
}

async function begin(
  about: ThreadAbout,
  place: string,
  passage?: Parameters<typeof beginThread>[1]["passage"],
) {
  const { threadId } = await transaction((tx) =>
    beginThread(tx, {
      ...{ groupId: scene.groupId, text, about, place, passage },
      author: { personId: scene.member.personId },
      comment: { text: "Is it so?", submission: randomUUID(), way: "portal" },
    }),
  )
  return threadId
}

function passageOf(doc: Y.Doc, words: string) {
  const flat = flattenIn(doc, "opening")
  const from = flat.text.indexOf(words)
  const anchor = anchorAt(flat, { from, to: from + words.length })
  if (!anchor?.start || !anchor.end) throw new Error(`Nothing says ${words}`)
  return { ...anchor, start: anchor.start, end: anchor.end }
}

async function threadOf(id: string) {
  const [thread] = await owner.select().from(threads).where(eq(threads.id, id))
  if (!thread) throw new Error("There is no thread")
  return thread
}

/** What the stored ends of a thread name in the stored document, by themselves. */
async function wordsOf(id: string) {
  const thread = await threadOf(id)
  const stored = await findState(app, minutesOf(scene.meetingId))
  if (!stored) throw new Error("Nobody opened the minutes")
  const flat = flattenIn(stored.doc, "opening")
  const place = resolve(stored.doc, flat, {
    ...{ start: thread.anchorStart, end: thread.anchorEnd },
    ...{ quote: "words that nobody wrote", before: "", after: "" },
  })
  return place && flat.text.slice(place.from, place.to)
}

const isLost = async (id: string) => (await threadOf(id)).lostAt !== null
const paragraphs = (...said: string[]): SectionDoc => ({
  type: "doc",
  content: said.map((words) => ({ type: "paragraph", content: [{ type: "text", text: words }] })),
})

describe("a thread on a passage", () => {
  test("is told to be on lost words when somebody deletes them, and no longer when they come back", async () => {
    const page = await openPage(scene.member)
    await page.write(line("The levy was set at two per cent."))
    const id = await begin("passage", "opening", passageOf(page.doc, "two per cent"))
    const other = await openPage(scene.other)
    const undo = new Y.UndoManager(other.doc.getXmlFragment("opening"))
    await other.write(line("The levy was set at."))
    expect(await threadOf(id)).toMatchObject({ lostAt: expect.any(Date), quote: "two per cent" })
    undo.undo()
    await other.exchange()
    expect(await isLost(id)).toBe(false)
    expect(await wordsOf(id)).toBe("two per cent")
  })

  test("is kept on words that were edited and then moved into another block", async () => {
    const page = await openPage(scene.member)
    await page.write(line("The levy was set at two per cent."))
    const id = await begin("passage", "opening", passageOf(page.doc, "set at two per cent"))
    await page.write(line("The levy was set at about two per cent."))
    const decision: SectionDoc = {
      type: "doc",
      content: [
        ...paragraphs("First of all.").content,
        {
          type: "decision",
          attrs: { id: randomUUID() },
          content: [
            {
              type: "paragraph",
              content: [{ type: "text", text: "The levy was set at about two per cent." }],
            },
          ],
        },
      ],
    }
    await page.write(decision)
    expect(await wordsOf(id)).toBe("set at about two per cent")
    expect(await isLost(id)).toBe(false)
  })

  test("leaves nothing in the text, its revisions and the shared document", async () => {
    const page = await openPage(scene.member)
    await page.write(line("The levy was set at two per cent."))
    const before = await findState(app, minutesOf(scene.meetingId))
    const revisions = () =>
      owner.select().from(minutesRevisions).where(eq(minutesRevisions.meetingId, scene.meetingId))
    const kept = await revisions()
    const id = await begin("passage", "opening", passageOf(page.doc, "two per cent"))
    const after = await findState(app, minutesOf(scene.meetingId))
    expect(after?.last).toBe(before?.last)
    expect(await revisions()).toEqual(kept)
    await page.write(line("The levy was set at two per cent, for now."))
    const { text: now } = (await getCurrentText(app, scene.meetingId)) ?? {}
    expect(now?.sections.opening).toEqual(line("The levy was set at two per cent, for now."))
    expect(JSON.stringify(await revisions())).not.toContain(id)
  })

  test("follows a revision that is restored", async () => {
    const page = await openPage(scene.member)
    await page.write(line("The levy was set at two per cent."))
    const id = await begin("passage", "opening", passageOf(page.doc, "two per cent"))
    const first = textOf([scene.first, scene.second], { opening: line("Nothing was said.") })
    await writeMinutes(scene.member, scene.meetingId, first)
    expect(await isLost(id)).toBe(true)
    const { revision = 0 } = (await getCurrentText(app, scene.meetingId)) ?? {}
    await restoreMinutes(scene.chair, {
      ...{ meetingId: scene.meetingId, number: revision - 1, base: revision },
    })
    expect(await isLost(id)).toBe(false)
    expect(await wordsOf(id)).toBe("two per cent")
  })

  test("is found by its words where nobody opened the minutes for writing, and has no ends there", async () => {
    const said = (words: string) =>
      textOf([scene.first, scene.second], { opening: paragraphs("The chair spoke.", words) })
    await writeMinutes(scene.member, scene.meetingId, said("The levy is two per cent."))
    const quoted = { quote: "two per cent", before: "The levy is ", after: "." }
    const id = await begin("passage", "opening", quoted)
    await writeMinutes(scene.member, scene.meetingId, said("Nothing on it."))
    expect(await threadOf(id)).toMatchObject({ lostAt: expect.any(Date), anchorStart: null })
    await writeMinutes(scene.member, scene.meetingId, said("The levy is two per cent."))
    expect(await threadOf(id)).toMatchObject({ lostAt: null, anchorStart: null })
    const page = await openPage(scene.member)
    await page.write(paragraphs("The chair spoke.", "We said: The levy is two per cent."))
    expect(await wordsOf(id)).toBe("two per cent")
  })
})

describe("a thread on a place", () => {
  test("on an action is on a lost place while the block is gone", async () => {
    const id = randomUUID()
    const action: SectionDoc = {
      type: "doc",
      content: [
        {
          type: "action",
          attrs: { id, owners: [], due: null },
          content: [{ type: "paragraph", content: [{ type: "text", text: "Write to them." }] }],
        },
      ],
    }
    const page = await openPage(scene.member)
    await page.write(action)
    const thread = await begin("action", id)
    await page.write(line("Nothing to do."))
    expect(await isLost(thread)).toBe(true)
    await page.write(action)
    expect(await isLost(thread)).toBe(false)
  })

  test("on an item, or on its empty section, is on a lost place once the item is off the agenda", async () => {
    const page = await openPage(scene.member)
    const ids = [
      await begin("item", scene.second),
      await begin("section", scene.second),
      await begin("section", "opening"),
    ]
    await owner.delete(agendaItems).where(eq(agendaItems.id, scene.second))
    await page.write(line("Without it."))
    expect(await Promise.all(ids.map(isLost))).toEqual([true, true, false])
  })
})
