import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { arrangeGuest } from "@/db/factories/open-consultation"
import { makeActor, makeGroup } from "@/db/factories/people"
import { comments } from "@/db/schema/comments"
import { consultationGuests } from "@/db/schema/consultations"
import { mails } from "@/db/schema/mail"
import { notices } from "@/db/schema/notices"
import { threads } from "@/db/schema/threads"
import { followEvents } from "@/e2e/support/follow-events"
import { answerThread } from "@/lib/comments/answer-thread"
import { hideComment } from "@/lib/comments/hide-comment"
import { reopenThread } from "@/lib/comments/reopen-thread"
import { resolveThread } from "@/lib/comments/resolve-thread"
import { showComment } from "@/lib/comments/show-comment"
import { commentAsGuest } from "@/lib/consultations/comment-as-guest"
import { guestOfLink, guestToken } from "@/lib/consultations/guest-link"
import { getConsultationForGuest } from "@/lib/consultations/guest-queries"
import { commentAsGuestInput } from "@/lib/consultations/input"
import { takeBackInvitation } from "@/lib/consultations/take-back"
import { setClock } from "@/lib/platform/clock"
import { hashOf } from "@/lib/platform/secrets"

const { owner } = await testDatabase()
let group: Awaited<ReturnType<typeof makeGroup>>
let chair: Awaited<ReturnType<typeof makeActor>>
let member: typeof chair
let asked: Awaited<ReturnType<typeof arrangeConsultation>>
let last = 0
beforeEach(async () => {
  setClock(() => new Date("2027-03-02T10:00:00Z"))
  group = await makeGroup(owner)
  chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [group.id]: "co-chair" } })
  member = await makeActor(owner, { name: "Samir Koskela", roles: { [group.id]: "member" } })
  asked = await arrangeConsultation(owner, {
    ...{ groupId: group.id, askedBy: chair.personId, audience: "invited" },
    ...{ opensAt: new Date("2027-03-01T09:00:00Z"), closesAt: new Date("2027-03-15T12:00:00Z") },
  })
})
afterEach(() => setClock(undefined))

async function follow(): Promise<void> {
  last = await followEvents(owner, group.id, last)
}
async function seat() {
  const guest = await arrangeGuest(owner, {
    ...{ consultationId: asked.id, invitedBy: chair.personId, confirmedAt: asked.opensAt },
  })
  const token = guestToken(guest.id)
  await owner
    .update(consultationGuests)
    .set({ tokenHash: hashOf(token) })
    .where(eq(consultationGuests.id, guest.id))
  return { ...guest, token }
}
type Seated = Awaited<ReturnType<typeof seat>>
async function say({ token }: Seated, text: string) {
  const { commentId } = await commentAsGuest(
    await guestOfLink(token),
    commentAsGuestInput.parse({
      ...{ token, text, consultationTextId: asked.textId, submission: randomUUID() },
    }),
  )
  await follow()
  const [filed] = await owner.select().from(comments).where(eq(comments.id, commentId))
  return { commentId, threadId: filed?.threadId ?? "" }
}
const answer = async (by: typeof chair, threadId: string, text: string) => {
  const { commentId } = await answerThread(by, {
    ...{
      threadId,
      text,
      submission: randomUUID(),
      proposal: null,
      draft: null,
      consultation: null,
      unnamed: false,
    },
  })
  await follow()
  return commentId
}
const decide = async (threadId: string, reason: string) => {
  const [thread] = await owner.select().from(threads).where(eq(threads.id, threadId))
  await resolveThread(chair, {
    ...{ threadId, reason, disposition: "accepted", revision: thread?.revision ?? 0 },
  })
}
const lettersTo = ({ email }: { email: string }) =>
  owner.select().from(mails).where(eq(mails.to, email)).orderBy(mails.createdAt)
const see = async ({ token }: Seated) =>
  (
    await getConsultationForGuest(await guestOfLink(token), token, {
      ...{ group: group.slug, consultation: asked.slug },
    })
  ).own

describe("what a co-chair answers in the thread of a guest", () => {
  test("is mailed to the guest once, with their link and the way to end it, and stands on their page", async () => {
    const [guest, other] = [await seat(), await seat()]
    const { threadId } = await say(guest, "Add the budget.")
    await say(other, "Add nothing.")
    const commentId = await answer(chair, threadId, "Which budget do you mean?")
    const [letter, ...more] = await lettersTo(guest)
    expect(more).toEqual([])
    expect(letter?.subject).toBe("An answer to your comment: The activity plan")
    expect(letter?.text).toContain("Hyejin Abara answered")
    expect(letter?.text).toContain("> Which budget do you mean?")
    expect(letter?.text).toContain("> Add the budget.")
    expect(letter?.text).toContain(`/take-part?token=${guest.token}`)
    expect(letter?.headers).toMatchObject({
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      References: `<consultation.${asked.id}.${guest.id}@localhost>`,
    })
    expect(await see(guest)).toMatchObject([
      { text: "Add the budget.", answers: [{ id: commentId, by: "Hyejin Abara" }] },
    ])
    expect(await lettersTo(other)).toEqual([])
    expect(JSON.stringify(await see(other))).not.toContain("Which budget")
  })

  test("is gone from their page when it is hidden", async () => {
    const guest = await seat()
    const { threadId } = await say(guest, "Add the budget.")
    const commentId = await answer(chair, threadId, "Which budget do you mean?")
    await hideComment(chair, { commentId, reason: "A slip." })
    await follow()
    expect(JSON.stringify(await see(guest))).not.toContain("Which budget")
  })

  test("is not mailed to who wants silence, who reads it on their page", async () => {
    const guest = await seat()
    const { threadId } = await say(guest, "Add the budget.")
    await owner
      .update(consultationGuests)
      .set({ silencedAt: new Date() })
      .where(eq(consultationGuests.id, guest.id))
    await answer(chair, threadId, "Which budget do you mean?")
    expect(await lettersTo(guest)).toEqual([])
    expect(await see(guest)).toMatchObject([{ answers: [{ by: "Hyejin Abara" }] }])
  })
})

test("what members say to each other in the thread of a guest is neither mailed nor shown to the guest", async () => {
  const guest = await seat()
  const { threadId } = await say(guest, "Add the budget.")
  await answer(member, threadId, "Between us: no.")
  expect(await lettersTo(guest)).toEqual([])
  expect(JSON.stringify(await see(guest))).not.toContain("Between us")
})

test("what became of several comments of a guest is one mail, and stands beside each; a new decision is another", async () => {
  const guest = await seat()
  const first = await say(guest, "Add the budget.")
  const second = await say(guest, "Name the months.")
  await decide(first.threadId, "It is in part two now.")
  await decide(second.threadId, "Done.")
  await follow()
  const [letter, ...more] = await lettersTo(guest)
  expect(more).toEqual([])
  expect(letter?.subject).toBe("What became of your comments: The activity plan")
  for (const words of ["> Add the budget.", "accepted: It is in part two now.", "accepted: Done."])
    expect(letter?.text).toContain(words)
  expect(letter?.replyTo).toBeNull()
  expect(await see(guest)).toMatchObject([
    { outcome: { disposition: "accepted", reason: "It is in part two now." } },
    { outcome: { disposition: "accepted", reason: "Done." } },
  ])
  const [held] = await owner.select().from(threads).where(eq(threads.id, first.threadId))
  await reopenThread(chair, { threadId: first.threadId, revision: held?.revision ?? 0 })
  await follow()
  expect((await see(guest))[0]?.outcome).toBeNull()
  setClock(() => new Date("2027-03-03T10:00:00Z"))
  await decide(first.threadId, "It is in part three.")
  await follow()
  expect((await lettersTo(guest)).map(({ subject }) => subject)).toEqual([
    "What became of your comments: The activity plan",
    "What became of your comment: The activity plan",
  ])
  // A guest is in no register of notices.
  expect(await owner.select().from(notices).where(eq(notices.personId, guest.id))).toEqual([])
})

describe("a comment of a guest that is hidden", () => {
  const hide = async (commentId: string) => {
    await hideComment(chair, { commentId, reason: "It names a patient." })
    await follow()
  }

  test("is told to the guest once, with why, and once more when it is hidden again", async () => {
    const [guest, other] = [await seat(), await seat()]
    const { commentId } = await say(guest, "Add the budget.")
    await hide(commentId)
    await follow()
    const [letter, ...more] = await lettersTo(guest)
    expect(more).toEqual([])
    expect(letter?.subject).toBe("Your comment was hidden: The activity plan")
    expect(letter?.text).toContain("It names a patient.")
    expect(letter?.text).toContain("> Add the budget.")
    expect(letter?.text).toContain(`/take-part?token=${guest.token}`)
    expect(await lettersTo(other)).toEqual([])
    await showComment(chair, { commentId, reason: "A slip." })
    setClock(() => new Date("2027-03-03T10:00:00Z"))
    await hide(commentId)
    expect(await lettersTo(guest)).toHaveLength(2)
  })

  test("is not mailed to whose invitation was taken back, nor is anything else", async () => {
    const guest = await seat()
    const { commentId, threadId } = await say(guest, "Add the budget.")
    await takeBackInvitation(chair, { consultationId: asked.id, guestId: guest.id })
    await answer(chair, threadId, "Which budget do you mean?")
    await decide(threadId, "It is in part two now.")
    await hide(commentId)
    expect(await lettersTo(guest)).toEqual([])
  })
})
