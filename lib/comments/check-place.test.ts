import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeDocument } from "@/db/factories/open-consultation"
import { arrangeScene } from "@/db/factories/scene"
import { documentRevisions, documents } from "@/db/schema/documents"
import { minutes, minutesRevisions } from "@/db/schema/minutes"
import { threads } from "@/db/schema/threads"
import { openThreadInput } from "./input"
import { openThread } from "./open-thread"

const { owner } = await testDatabase()
const scene = await arrangeScene(owner)
const { groupId, meetingId } = scene

const begin = (kind: "minutes" | "document", id: string, at: string) =>
  openThread(
    scene.member,
    openThreadInput.parse({ on: { kind, id }, at, text: "Why?", submission: randomUUID() }),
  )
const noPlace = { code: "invalid", key: "comment.place" }

test("a section of a document is spoken of when the document has its heading, and nothing else is", async () => {
  const [here, there] = [randomUUID(), randomUUID()]
  const document = (heading: string) =>
    arrangeDocument(owner, { groupId, parts: [{ id: heading, heading: "Tides", words: "Kept." }] })
  const { id } = await document(here)
  await document(there)
  await expect(begin("document", id, `section:${here}`)).resolves.toBeDefined()
  await expect(begin("document", id, "text")).resolves.toBeDefined()
  for (const at of [
    `section:${there}`,
    `section:${randomUUID()}`,
    "section:opening",
    `item:${here}`,
    `action:${here}`,
  ])
    await expect(begin("document", id, at), at).rejects.toMatchObject(noPlace)
  expect(await owner.$count(threads, eq(threads.documentId, id))).toBe(2)
})

test("what stands before the first heading of a document is a section of its own", async () => {
  const heading = randomUUID()
  const parts = [{ id: heading, heading: "Tides", words: "Kept." }]
  const { id } = await arrangeDocument(owner, { groupId, parts })
  const words = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] })
  const text = { schema: 2, content: [words("What this is for.")] }
  await owner.insert(documentRevisions).values({ documentId: id, number: 2, text })
  await owner.update(documents).set({ revision: 2 }).where(eq(documents.id, id))
  await expect(begin("document", id, "section:opening")).resolves.toBeDefined()
  await expect(begin("document", id, `section:${heading}`)).rejects.toMatchObject(noPlace)
})

test("an action is spoken of when the minutes hold it", async () => {
  const action = randomUUID()
  await expect(begin("minutes", meetingId, `action:${action}`)).rejects.toMatchObject(noPlace)
  const content = [{ type: "paragraph", content: [{ type: "text", text: "Write the note" }] }]
  const rest = { type: "doc", content: [{ type: "paragraph" }] }
  const first = {
    type: "doc",
    content: [
      { type: "action", attrs: { id: action, owners: [], due: null }, content },
      ...content,
    ],
  }
  const sections = { opening: rest, [scene.first]: first, closing: rest }
  const text = { schema: 1, order: ["opening", scene.first, "closing"], sections }
  await owner.insert(minutes).values({ meetingId, revision: 1 })
  await owner.insert(minutesRevisions).values({ meetingId, number: 1, text })
  await expect(begin("minutes", meetingId, `action:${action}`)).resolves.toBeDefined()
  for (const place of [randomUUID(), scene.first, "opening"])
    await expect(begin("minutes", meetingId, `action:${place}`), place).rejects.toMatchObject(
      noPlace,
    )
  expect(await owner.$count(threads, eq(threads.meetingId, meetingId))).toBe(1)
})
