import { randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { arrangeGuest } from "@/db/factories/open-consultation"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { commentDrafts } from "@/db/schema/comments"
import { consultationTexts } from "@/db/schema/consultations"
import { threads } from "@/db/schema/threads"
import { openThreadInput } from "@/lib/comments/input"
import { openThread } from "@/lib/comments/open-thread"
import { commentAsGuest } from "@/lib/consultations/comment-as-guest"
import { fileAnswer } from "@/lib/consultations/file-comment"
import { fileKeptAsGuest } from "@/lib/consultations/file-kept"
import { guestOfLink, guestToken } from "@/lib/consultations/guest-link"
import { commentAsGuestInput } from "@/lib/consultations/input"
import { lockConsultation } from "@/lib/consultations/lock"
import { lockMeeting } from "@/lib/meetings/lock"
import { startMinutes } from "@/lib/minutes/start"
import { transaction } from "@/lib/platform/database"
import { hashOf } from "@/lib/platform/secrets"
import { fileComment } from "@/lib/replies/file-comment"
import { findSender } from "@/lib/replies/sender"
import { findTarget } from "@/lib/replies/target"

const { owner } = await testDatabase()
const day = 86_400_000

let scene: Scene
let asked: Awaited<ReturnType<typeof arrangeConsultation>>
beforeEach(async () => {
  scene = await arrangeScene(owner)
  const { groupId, meetingId, chair } = scene
  await startMinutes(chair, { meetingId })
  asked = await arrangeConsultation(owner, {
    ...{ groupId, askedBy: chair.personId, audience: "invited" },
    opensAt: new Date(Date.now() - day),
    closesAt: new Date(Date.now() + day),
    openedAt: new Date(Date.now() - day),
  })
  await owner
    .update(consultationTexts)
    .set({ documentId: null, meetingId, revision: 1 })
    .where(eq(consultationTexts.id, asked.textId))
})

const said = () => ({ text: "By how much?", submission: randomUUID() })

const onDesk = (at: string) => () =>
  openThread(
    scene.member,
    openThreadInput.parse({ on: { kind: "minutes", id: scene.meetingId }, at, ...said() }),
  )
const inConsultation = () =>
  transaction((tx) =>
    fileAnswer(tx, {
      ...{ consultationId: asked.id, arrivedAt: new Date(), way: "portal", waits: () => false },
      author: { personId: scene.member.personId },
      answer: {
        ...{ consultationTextId: asked.textId, place: null, quote: null, unnamed: false },
        ...said(),
      },
    }),
  )

const seat = async () => {
  const id = randomUUID()
  const token = guestToken(id)
  const { email } = await arrangeGuest(owner, {
    ...{ id, consultationId: asked.id, tokenHash: hashOf(token), confirmedAt: new Date() },
    invitedBy: scene.chair.personId,
  })
  return { id, token, email, actor: await guestOfLink(token) }
}
const byLink = async () => {
  const { token, actor } = await seat()
  const form = { token, consultationTextId: asked.textId, ...said() }
  return commentAsGuest(actor, commentAsGuestInput.parse(form))
}
const kept = async () => {
  const { id, token, actor } = await seat()
  const [draft] = await owner
    .insert(commentDrafts)
    .values({
      ...{ guestId: id, key: `consultation:${asked.id}:${randomUUID()}`, text: "By how much?" },
      ...{ consultationTextId: asked.textId, keptBecause: "consultation.keptNotOpenYet" },
    })
    .returning({ id: commentDrafts.id })
  return fileKeptAsGuest(actor, { token, draftId: draft?.id ?? "" })
}
const mailed = async () => {
  const { id } = await seat()
  return transaction(async (tx) => {
    const sender = await findSender(tx, { guestId: id })
    const target = await findTarget(tx, { kind: "consultation", id: asked.id })
    if (!sender || !target) throw new Error("Nobody sent it")
    const { text, submission } = said()
    return fileComment(tx, {
      ...{ id: submission, receivedAt: new Date(), text, name: "", sender, target },
    })
  })
}

const isWaiting = async () => {
  const [row] = await owner.execute<{ some: boolean }>(sql`
    select count(*) > 0 as some from pg_locks join pg_stat_activity using (pid)
    where not granted and datname = current_database()`)
  return row?.some ?? false
}

test.each([
  ["about the whole text on the desk", onDesk("text")],
  ["about a section on the desk", onDesk("section:opening")],
  ["in the consultation itself", inConsultation],
  ["by the link of a guest", byLink],
  ["by a press on what was kept for a guest", kept],
  ["by the mail of a guest", mailed],
])("a review ends while somebody comments %s: one waits for the other", async (_, comment) => {
  let following: Promise<unknown> = Promise.resolve()
  await transaction(async (tx) => {
    // As whoever ends or publishes a review does.
    await lockMeeting(tx, scene.meetingId)
    following = comment()
    following.catch(() => undefined)
    await expect.poll(isWaiting, { timeout: 10_000 }).toBe(true)
    await lockConsultation(tx, asked.id)
  })
  await following
  const ofMeeting = eq(threads.meetingId, scene.meetingId)
  expect(await owner.select().from(threads).where(ofMeeting)).toMatchObject([
    { consultationId: asked.id },
  ])
})
