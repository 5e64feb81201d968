import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { comments } from "@/db/schema/comments"
import { minutesRevisions } from "@/db/schema/minutes"
import { threads } from "@/db/schema/threads"
import { writeMinutes } from "@/e2e/support/write-minutes"
import { beginThread } from "@/lib/comments/begin-thread"
import { transaction } from "@/lib/platform/database"
import { applyProposal } from "./apply-proposal"
import { line, textOf } from "./arbitrary-text"
import { listRevisions } from "./history"
import { openMinutes } from "./live/open-minutes"
import { docText, sectionOf } from "./model"
import { getCurrentText } from "./queries"
import { startMinutes } from "./start"

const { app, owner } = await testDatabase()

let scene: Scene
beforeEach(async () => {
  scene = await arrangeScene(owner)
  await startMinutes(scene.member, { meetingId: scene.meetingId })
  await write("The levy was set at two per cent.")
})

const write = (words: string) =>
  writeMinutes(
    scene.member,
    scene.meetingId,
    textOf([scene.first, scene.second], { opening: line(words) }),
  )
const said = async () => {
  const current = await getCurrentText(app, scene.meetingId)
  return current && docText(sectionOf(current.text, "opening"))
}

async function propose(proposal: string | null = "three per cent") {
  const { threadId, commentId } = await transaction((tx) =>
    beginThread(tx, {
      groupId: scene.groupId,
      text: { kind: "minutes", meetingId: scene.meetingId },
      ...{ about: "passage", place: "opening" },
      passage: { quote: "two per cent", before: "The levy was set at ", after: "." },
      author: { personId: scene.other.personId },
      comment: { text: "It was three.", proposal, submission: randomUUID(), way: "portal" },
    }),
  )
  return { threadId, commentId }
}

test.each([
  ["that were opened for writing", true],
  ["that nobody opened for writing", false],
])("proposed words take the place of the passage in minutes %s, with credit", async (_, isOpen) => {
  if (isOpen) await openMinutes(scene.member, scene.meetingId)
  const { threadId, commentId } = await propose()
  const { revision } = await applyProposal(scene.member, { commentId, seen: "two per cent" })
  expect(await said()).toBe("The levy was set at three per cent.")
  const [kept] = await owner
    .select()
    .from(minutesRevisions)
    .where(eq(minutesRevisions.meetingId, scene.meetingId))
    .orderBy(minutesRevisions.number)
    .offset(revision - 1)
  expect(kept?.authorId).toBe(scene.member.personId)
  expect(kept?.authorship).toMatchObject({
    opening: expect.arrayContaining([[scene.other.personId, "three per cent".length]]),
  })
  const ref = { before: undefined, locale: "en" } as const
  const { revisions } = await listRevisions(scene.member, scene.groupId, scene.meetingId, ref)
  expect(revisions[0]).toMatchObject({
    kind: "applied",
    authors: ["Ilva Morandini", "Samir Koskela"],
  })
  const [comment] = await owner.select().from(comments).where(eq(comments.id, commentId))
  expect(comment).toMatchObject({ appliedBy: scene.member.personId, appliedAt: expect.any(Date) })
  const trail = await owner.select().from(events).where(eq(events.actorId, scene.member.personId))
  expect(trail.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["proposal.applied", "minutes.saved"]),
  )
  const [thread] = await owner.select().from(threads).where(eq(threads.id, threadId))
  expect(thread).toMatchObject({ lostAt: null, quote: "two per cent" })
})

test("a proposal is applied once, whoever presses the button again", async () => {
  const { commentId } = await propose()
  const results = await Promise.allSettled(
    [scene.member, scene.other, scene.chair].map((actor) =>
      applyProposal(actor, { commentId, seen: "two per cent" }),
    ),
  )
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
  expect(await said()).toBe("The levy was set at three per cent.")
})

test("words that changed since they were shown are not replaced, nor words that are gone", async () => {
  const { commentId } = await propose()
  await openMinutes(scene.member, scene.meetingId)
  await write("The levy was set at two or three per cent.")
  const decided = { commentId, seen: "two per cent" }
  await expect(applyProposal(scene.member, decided)).rejects.toMatchObject({ code: "conflict" })
  expect(await said()).toBe("The levy was set at two or three per cent.")
  await write("Nothing was set.")
  await expect(applyProposal(scene.member, decided)).rejects.toMatchObject({
    key: "comment.passageGone",
  })
  const [comment] = await owner.select().from(comments).where(eq(comments.id, commentId))
  expect(comment?.appliedAt).toBeNull()
})

test("a comment that proposes nothing, and somebody of another group, change nothing", async () => {
  const { commentId } = await propose(null)
  const decided = { commentId, seen: "two per cent" }
  await expect(applyProposal(scene.member, decided)).rejects.toMatchObject({ code: "conflict" })
  const outsider = await makeActor(owner, { name: "Odo Vance" })
  const proposal = await propose()
  await expect(
    applyProposal(outsider, { commentId: proposal.commentId, seen: "two per cent" }),
  ).rejects.toMatchObject({ code: "not_found" })
  expect(await said()).toBe("The levy was set at two per cent.")
})
