import { randomUUID } from "node:crypto"
import { and, eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { comments } from "@/db/schema/comments"
import { documentRevisions } from "@/db/schema/documents"
import { documentContributors } from "@/db/schema/live-documents"
import { threads } from "@/db/schema/threads"
import { beginThread } from "@/lib/comments/begin-thread"
import type { Author } from "@/lib/comments/model"
import { transaction } from "@/lib/platform/database"
import { applyToDocument } from "./apply-proposal"
import { line, textOf } from "./arbitrary-text"
import { changeStatus } from "./change-status"
import { PART } from "./live/form"
import { openDocument } from "./live/open-document"
import { documentWords } from "./model"
import { getDocument } from "./queries"
import { listDocumentRevisions } from "./revision-queries"
import { savePlainDocument } from "./save-plain"
import { beginDocument } from "./write-document"

const { owner } = await testDatabase()
let group: { id: string; slug: string }
let ilva: SignedIn
let samir: SignedIn
let chair: SignedIn
let documentId: string

beforeEach(async () => {
  group = await makeGroup(owner)
  ilva = await makeActor(owner, { name: "Ilva Morandini", roles: { [group.id]: "member" } })
  samir = await makeActor(owner, { name: "Samir Koskela", roles: { [group.id]: "member" } })
  chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [group.id]: "co-chair" } })
  const text = textOf(line("First of all."), line("The levy is set at two per cent."))
  const made = await transaction((tx) =>
    beginDocument(tx, { groupId: group.id, title: "Charter", text, authorId: ilva.personId }),
  )
  documentId = made.id
})

const words = async () => documentWords((await getDocument(ilva, group.slug, "charter")).text)
const seen = "two per cent"

async function propose(proposal: string | null = "three per cent", author?: Author) {
  return transaction((tx) =>
    beginThread(tx, {
      groupId: group.id,
      text: { kind: "document", documentId },
      ...{ about: "passage", place: PART },
      passage: { quote: seen, before: "The levy is set at ", after: "." },
      author: author ?? { personId: samir.personId },
      comment: { text: "It was three.", proposal, submission: randomUUID(), way: "portal" },
    }),
  )
}

async function revisionOf(number: number) {
  const of = and(eq(documentRevisions.documentId, documentId), eq(documentRevisions.number, number))
  const [row] = await owner.select().from(documentRevisions).where(of)
  return row
}

test.each([
  ["that was opened for writing", true],
  ["that nobody opened for writing", false],
])(
  "proposed words take the place of the passage in a document %s, with credit",
  async (_, isOpen) => {
    if (isOpen) await openDocument(ilva, documentId)
    const { threadId, commentId } = await propose()
    const { revision } = await applyToDocument(ilva, { commentId, seen })
    expect(await words()).toBe("First of all.\n\nThe levy is set at three per cent.")
    const kept = await revisionOf(revision)
    expect(kept).toMatchObject({ authorId: ilva.personId, note: `applied ${commentId}` })
    expect(kept?.authorship).toMatchObject({
      text: expect.arrayContaining([[samir.personId, "three per cent".length]]),
    })
    const wrote = await owner.select().from(documentContributors)
    expect(wrote.map(({ number, personId }) => [number, personId])).toEqual(
      expect.arrayContaining([
        [revision, ilva.personId],
        [revision, samir.personId],
      ]),
    )
    const {
      lines: [newest],
    } = await listDocumentRevisions(ilva, { groupId: group.id, documentId })
    expect(newest).toMatchObject({ applied: true, authors: ["Ilva Morandini", "Samir Koskela"] })
    const [comment] = await owner.select().from(comments).where(eq(comments.id, commentId))
    expect(comment).toMatchObject({ appliedBy: ilva.personId, appliedAt: expect.any(Date) })
    const trail = await owner.select().from(events).where(eq(events.actorId, ilva.personId))
    expect(trail.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["proposal.applied", "document.saved"]),
    )
    const [thread] = await owner.select().from(threads).where(eq(threads.id, threadId))
    expect(thread).toMatchObject({ lostAt: null, quote: seen })
  },
)

test("a proposal is applied once, whoever presses the button again", async () => {
  const { commentId } = await propose()
  const results = await Promise.allSettled(
    [ilva, samir, chair].map((actor) => applyToDocument(actor, { commentId, seen })),
  )
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
  expect(await words()).toContain("set at three per cent.")
})

test("words that changed since they were shown are not replaced, nor words that are gone", async () => {
  const { commentId } = await propose()
  await openDocument(ilva, documentId)
  const write = (text: string, base: number) =>
    savePlainDocument(ilva, { documentId, base, text: `First of all.\n\n${text}` })
  await write("The levy is set at two or three per cent.", 1)
  await expect(applyToDocument(ilva, { commentId, seen })).rejects.toMatchObject({
    code: "conflict",
  })
  await write("Nothing was set.", 2)
  await expect(applyToDocument(ilva, { commentId, seen })).rejects.toMatchObject({
    key: "comment.passageGone",
  })
  expect(await words()).toBe("First of all.\n\nNothing was set.")
  const [comment] = await owner.select().from(comments).where(eq(comments.id, commentId))
  expect(comment?.appliedAt).toBeNull()
})

test("nothing changes for an outsider, in a document that was put aside, or without proposed words", async () => {
  const { commentId } = await propose()
  const outsider = await makeActor(owner, { name: "Odo Vance" })
  await expect(applyToDocument(outsider, { commentId, seen })).rejects.toMatchObject({
    code: "not_found",
  })
  const { commentId: empty } = await propose(null)
  await expect(applyToDocument(ilva, { commentId: empty, seen })).rejects.toMatchObject({
    code: "conflict",
  })
  await changeStatus(chair, { documentId, from: "draft", to: "archived", supersededBy: null })
  await expect(applyToDocument(ilva, { commentId, seen })).rejects.toMatchObject({
    key: "documents.closed",
  })
  expect(await words()).toContain("two per cent")
})
