import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { minutesDocuments } from "@/db/schema/live-minutes"
import { threads } from "@/db/schema/threads"
import { writeMinutes } from "@/e2e/support/write-minutes"
import { line, textOf } from "@/lib/documents/arbitrary-text"
import { editableText } from "@/lib/documents/editable"
import type { DocumentBlock } from "@/lib/documents/model"
import { savePlainDocument } from "@/lib/documents/save-plain"
import { beginDocument } from "@/lib/documents/write-document"
import { editAgenda } from "@/lib/meetings/edit-agenda"
import { removeItem } from "@/lib/meetings/remove-item"
import { renameItem } from "@/lib/meetings/rename-item"
import { textOf as minutesText, line as said } from "@/lib/minutes/arbitrary-text"
import { openMinutes } from "@/lib/minutes/live/open-minutes"
import { startMinutes } from "@/lib/minutes/start"
import { transaction } from "@/lib/platform/database"
import { beginThread } from "./begin-thread"
import type { TextRef, ThreadAbout } from "./model"
import { listThreads } from "./queries"

const { owner } = await testDatabase()

let scene: Scene
let on: TextRef
beforeEach(async () => {
  scene = await arrangeScene(owner)
  on = { kind: "minutes", meetingId: scene.meetingId }
})

type Begun = Pick<Parameters<typeof beginThread>[1], "passage">

const begin = (about: ThreadAbout, place: string, more: Begun = {}) =>
  transaction((tx) =>
    beginThread(tx, {
      ...{ groupId: scene.groupId, text: on, about, place, ...more },
      author: { personId: scene.member.personId },
      comment: { text: "Is it so?", submission: randomUUID(), way: "portal" },
    }),
  )

const heading = (id: string, words: string): DocumentBlock => ({
  ...{ type: "heading", attrs: { level: 1, id }, content: [{ type: "text", text: words }] },
})

const quoted = (quote: string): Begun => ({
  passage: { quote, before: "", after: "" },
})

/** Of the threads of the text, the eldest first: whether they are lost, and what they were about. */
async function shown() {
  const { threads: listed } = await listThreads(scene.other, on, "en")
  return listed
    .toSorted((one, other) => one.createdAt.localeCompare(other.createdAt))
    .map(({ lostAt, wasAbout }) => [lostAt !== null, wasAbout])
}

describe("an item of the agenda that is removed", () => {
  test("tells its threads before the minutes are started, and they keep what it was called", async () => {
    await begin("item", scene.second)
    await begin("section", scene.second)
    await begin("item", scene.first)
    expect(await shown()).toEqual([
      [false, "Any other business"],
      [false, "Any other business"],
      [false, "The plan"],
    ])
    await removeItem(scene.chair, { meetingId: scene.meetingId, itemId: scene.second })
    expect(await shown()).toEqual([
      [true, "Any other business"],
      [true, "Any other business"],
      [false, "The plan"],
    ])
  })

  test("tells them when the agenda is written anew as well, under the name that it had last", async () => {
    await begin("item", scene.second)
    const { meetingId, first, second } = scene
    const row = (id: string, title: string) => ({
      ...{ id, title, depth: 0, presenter: "", minutes: null, coverage: null },
    })
    const rows = [row(first, "The plan"), row(second, "Tide gauges")]
    await editAgenda(scene.chair, { meetingId, revision: 1, items: rows })
    expect(await shown()).toEqual([[false, "Tide gauges"]])
    await editAgenda(scene.chair, { meetingId, revision: 2, items: rows.slice(0, 1) })
    expect(await shown()).toEqual([[true, "Tide gauges"]])
  })

  test("is called by its threads as it was renamed last, without a change of the agenda between", async () => {
    await begin("item", scene.second)
    const of = { meetingId: scene.meetingId, itemId: scene.second }
    await renameItem(scene.chair, { ...of, title: "Tide gauges" })
    expect(await shown()).toEqual([[false, "Tide gauges"]])
  })

  test("is called lost although nobody writes a line after it, where minutes are written", async () => {
    await startMinutes(scene.member, { meetingId: scene.meetingId })
    await begin("section", scene.second)
    await removeItem(scene.chair, { meetingId: scene.meetingId, itemId: scene.second })
    expect(await shown()).toEqual([[true, "Any other business"]])
  })
})

test("a thread on the agenda is begun, and told of changes, without reading what is written live", async () => {
  const { meetingId, first, second } = scene
  await startMinutes(scene.member, { meetingId })
  await openMinutes(scene.member, meetingId)
  // Whoever read this would throw.
  const unreadable = new Uint8Array([255, 255, 255])
  const ofMeeting = eq(minutesDocuments.meetingId, meetingId)
  await owner.update(minutesDocuments).set({ snapshot: unreadable }).where(ofMeeting)
  await begin("item", first)
  await begin("section", second)
  await begin("section", "opening")
  await begin("action", randomUUID())
  await renameItem(scene.chair, { meetingId, itemId: second, title: "Tide gauges" })
  expect(await shown()).toEqual([
    [false, "The plan"],
    [false, "Tide gauges"],
    [false, ""],
    [true, ""],
  ])
})

describe("a thread on a passage of the minutes", () => {
  const write = (words: string) =>
    writeMinutes(
      scene.member,
      scene.meetingId,
      minutesText([scene.first, scene.second], {
        opening: said(words),
      }),
    )

  test.each(["as they are saved", "as they are written together"])(
    "is lost from its first moment where the words are gone from them %s",
    async (how) => {
      await startMinutes(scene.member, { meetingId: scene.meetingId })
      await write("The levy was set at two per cent.")
      if (how !== "as they are saved") await openMinutes(scene.member, scene.meetingId)
      await begin("passage", "opening", quoted("set at two per cent"))
      await begin("passage", "opening", quoted("which nobody ever wrote"))
      expect(await shown()).toEqual([
        [false, ""],
        [true, ""],
      ])
    },
  )
})

describe("a thread on a part of a document", () => {
  const [aims, means] = [randomUUID(), randomUUID()]
  const sections = [
    heading(aims, "Aims"),
    line("One aim and no more."),
    heading(means, "Means"),
    line("Two."),
  ]
  const opening = line("This plan was asked for by the delegates in March.")
  let documentId: string
  let base: number

  const arrange = async (...content: DocumentBlock[]) => {
    const text = textOf(...content)
    const of = { groupId: scene.groupId, title: "Plan", text, authorId: scene.member.personId }
    documentId = (await transaction((tx) => beginDocument(tx, of))).id
    on = { kind: "document", documentId }
    base = 1
  }
  const save = async (...content: DocumentBlock[]) => {
    await savePlainDocument(scene.member, {
      ...{ documentId, base, text: editableText(textOf(...content)) },
    })
    base += 1
  }

  test("keeps the title of its section when that is gone", async () => {
    await arrange(...sections)
    await begin("section", means)
    await save(...sections.slice(0, 2))
    expect(await shown()).toEqual([[true, "Means"]])
  })

  test("before its first heading is lost once all its words are, and says how they began", async () => {
    await arrange(opening, ...sections)
    await begin("section", "opening")
    expect(await shown()).toEqual([[false, "This plan was asked for by the delegates in March."]])
    await save(line("This plan is new."), ...sections)
    expect(await shown()).toEqual([[false, "This plan is new."]])
    await save(...sections)
    expect(await shown()).toEqual([[true, "This plan is new."]])
    await save(line("This plan is back."), ...sections)
    expect(await shown()).toEqual([[false, "This plan is back."]])
  })

  test("is not lost when its words only got a heading", async () => {
    await arrange(opening, ...sections)
    await begin("section", "opening")
    await save(heading(randomUUID(), "Why"), opening, ...sections)
    expect(await shown()).toEqual([[false, "This plan was asked for by the delegates in March."]])
  })

  test("that is gone already is lost from its first moment", async () => {
    await arrange(...sections)
    await begin("section", randomUUID())
    await begin("section", "opening")
    await begin("passage", "text", quoted("words of an older text"))
    await begin("passage", "text", quoted("One aim and no more."))
    expect((await shown()).map(([isLost]) => isLost)).toEqual([true, true, true, false])
    const [first] = await owner.select().from(threads).where(eq(threads.documentId, documentId))
    expect(first?.lostAt).toBeInstanceOf(Date)
  })
})
