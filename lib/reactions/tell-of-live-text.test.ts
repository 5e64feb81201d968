import { randomUUID } from "node:crypto"
import { and, asc, eq, gt } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import * as Y from "yjs"
import { arrangeDocument } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { makeActor } from "@/db/factories/people"
import { arrangeScene, type Known, type Scene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { documentRevisions, documents } from "@/db/schema/documents"
import { mails } from "@/db/schema/mail"
import { meetings } from "@/db/schema/meetings"
import { notices } from "@/db/schema/notices"
import { textOf } from "@/lib/minutes/arbitrary-text"
import { keepRevision } from "@/lib/minutes/keep-revision"
import { compactDocument } from "@/lib/minutes/live/compact"
import { exchangeMinutes } from "@/lib/minutes/live/exchange"
import { openMinutes } from "@/lib/minutes/live/open-minutes"
import { writeText } from "@/lib/minutes/live/write-document"
import type { MinutesText, SectionDoc } from "@/lib/minutes/model"
import { startMinutes } from "@/lib/minutes/start"
import { reactTo } from "./react"

const { owner } = await testDatabase()
let scene: Scene
let last = 0
beforeEach(async () => {
  scene = await arrangeScene(owner)
  await startMinutes(scene.member, { meetingId: scene.meetingId })
  await follow()
})

/** The jobs of all that happened since, and once more as after a crash. Resolves to the names. */
async function follow(): Promise<string[]> {
  const fresh = await owner
    .select({ id: events.id, name: events.name })
    .from(events)
    .where(and(eq(events.groupId, scene.groupId), gt(events.id, last)))
    .orderBy(asc(events.id))
  for (const { id } of [...fresh, ...fresh]) await reactTo(id)
  last = fresh.at(-1)?.id ?? last
  return fresh.map(({ name }) => name)
}
const told = async ({ personId }: Pick<Known, "personId">) => {
  const rows = await owner.select().from(notices).where(eq(notices.personId, personId))
  return rows.map(({ kind }) => kind)
}
type Content = SectionDoc["content"]
const paragraph = (...content: unknown[]) => ({ type: "paragraph", content })
const words = (text: string) => ({ type: "text", text })
const mention = ({ personId }: Pick<Known, "personId">) => ({
  type: "mention",
  attrs: { personId, label: "Somebody" },
})
const action = (text: string, ...owners: Known[]) => ({
  type: "action",
  attrs: {
    ...{ id: randomUUID(), due: null },
    owners: owners.map(({ personId }) => ({ personId, name: "Somebody" })),
  },
  content: [paragraph(words(text))],
})
/** Somebody writes the first item live; what stood there before stays. */
async function write(actor: Known, ...content: unknown[]): Promise<void> {
  const { doc } = await openMinutes(actor, scene.meetingId)
  const state = Y.encodeStateVector(doc)
  const text: MinutesText = textOf([scene.first, scene.second], {
    [scene.first]: { type: "doc", content: content as Content },
  })
  writeText(doc, text)
  await exchangeMinutes(actor, {
    ...{ meetingId: scene.meetingId, schema: 1, seen: 0 },
    state: Buffer.from(state).toString("base64"),
    update: Buffer.from(Y.encodeStateAsUpdate(doc, state)).toString("base64"),
  })
}

describe("an action of live minutes", () => {
  test("is told to whom another wrote it for, by whomever the revision was made, and to nobody who wrote it for themselves", async () => {
    const own = action("Send the tables", scene.member)
    const given = action("Book the room", scene.other)
    await write(scene.member, own, given)
    // The owner merely opens a page that makes the revision.
    await keepRevision(scene.other, { meetingId: scene.meetingId })
    expect(await follow()).toEqual(["minutes.saved"])
    expect(await told(scene.member)).toEqual([])
    expect(await told(scene.other)).toEqual(["action-given"])
  })

  test("is told, and the search hears of the text, when the log is folded", async () => {
    await write(scene.member, action("Book the room", scene.other))
    await compactDocument(scene.meetingId)
    expect(await follow()).toEqual(["minutes.saved"])
    expect(await told(scene.other)).toEqual(["action-given"])
    await compactDocument(scene.meetingId)
    expect(await follow()).toEqual([])
  })
})

describe("who is named by @ in minutes", () => {
  const settle = async () => {
    await keepRevision(scene.chair, { meetingId: scene.meetingId })
    await follow()
  }

  test("is told once, by whom, and neither to who wrote it nor to who may not read it", async () => {
    const outsider = await makeActor(owner)
    const lines = [paragraph(words("Ask "), mention(scene.other), mention(scene.member))]
    await write(scene.member, ...lines, paragraph(words("And "), mention(outsider)))
    await settle()
    expect(await told(scene.other)).toEqual(["mentioned"])
    expect(await told(scene.member)).toEqual([])
    expect(await told(outsider)).toEqual([])
    const [mail] = await owner.select().from(mails).where(eq(mails.to, scene.other.email))
    expect(mail?.text).toContain("Ilva Morandini mentioned you in Meeting 33.")
    expect(mail?.text).toContain(`/meetings/${scene.meetingId}/minutes`)
    await write(scene.member, ...lines, paragraph(words("Again "), mention(scene.other)))
    await settle()
    expect(await told(scene.other)).toEqual(["mentioned"])
  })

  test("of the archive is not told", async () => {
    await owner.update(meetings).set({ fromArchive: true }).where(eq(meetings.id, scene.meetingId))
    await write(scene.member, paragraph(words("Ask "), mention(scene.other)))
    await settle()
    expect(await told(scene.other)).toEqual([])
  })
})

test("who is named by @ in a document is told once, but for whoever wrote it", async () => {
  const document = await arrangeDocument(owner, { groupId: scene.groupId, title: "Charter" })
  const save = async (number: number, author: Known, ...content: unknown[]) => {
    await owner.insert(documentRevisions).values({
      ...{ documentId: document.id, number, authorId: author.personId },
      text: { schema: 2, content },
    })
    await owner.update(documents).set({ revision: number }).where(eq(documents.id, document.id))
    await owner.insert(events).values({
      ...{ groupId: scene.groupId, actorId: author.personId, name: "document.saved" },
      ...{ subjectType: "document", subjectId: document.id },
      data: { title: "Charter", revision: number },
    })
    await follow()
  }
  const asks = paragraph(words("Ask "), mention(scene.other), mention(scene.member))
  await save(2, scene.member, asks)
  await save(3, scene.chair, asks, paragraph(words("And "), mention(scene.other)))
  expect(await told(scene.member)).toEqual([])
  const rows = await owner.select().from(notices).where(eq(notices.personId, scene.other.personId))
  expect(rows).toMatchObject([
    {
      kind: "mentioned",
      data: { by: "Ilva Morandini", where: "text", title: "Charter", number: null },
      href: expect.stringMatching(/\/documents\/text-\w+$/),
    },
  ])
})
