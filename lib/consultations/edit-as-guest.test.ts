import { randomUUID } from "node:crypto"
import { asc, eq } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { arrangeGuest } from "@/db/factories/open-consultation"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { commentRevisions, comments } from "@/db/schema/comments"
import { threads } from "@/db/schema/threads"
import { listThreads } from "@/lib/comments/queries"
import { compendiumLacks } from "@/lib/compendia/lacks"
import { publicActor } from "@/lib/platform/actor"
import { setClock } from "@/lib/platform/clock"
import { hashOf } from "@/lib/platform/secrets"
import { commentAsGuest } from "./comment-as-guest"
import { editAsGuest } from "./edit-as-guest"
import { listQueue } from "./form-queries"
import { guestOfLink, guestToken } from "./guest-link"
import { getConsultationForGuest } from "./guest-queries"
import { commentAsGuestInput, editAsGuestInput, keepEditAsGuestInput } from "./input"
import { keepEditAsGuest } from "./keep-answer"
import { type ConsultationAudience, commentsPer } from "./model"
import { moderateComment } from "./moderate"
import { getConsultation } from "./queries"
import { withdrawAsGuest } from "./withdraw-as-guest"

const { owner } = await testDatabase()
const opensAt = new Date("2027-03-01T09:00:00Z")
const closesAt = new Date("2027-03-15T12:00:00Z")
let group: { id: string; slug: string }
let chair: SignedIn
beforeEach(async () => {
  group = await makeGroup(owner)
  chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [group.id]: "co-chair" } })
  setClock(() => new Date("2027-03-02T10:00:00Z"))
})
afterEach(() => setClock(undefined))

const arrange = (audience: ConsultationAudience, lateUntil: Date | null = null) =>
  arrangeConsultation(owner, {
    ...{ groupId: group.id, askedBy: chair.personId, opensAt, closesAt, audience, lateUntil },
  })
type Arranged = Awaited<ReturnType<typeof arrange>>

/** A confirmed guest with one comment, "Add the budget." */
async function speaking(to: Arranged, invitedBy: string | null = chair.personId) {
  const id = randomUUID()
  const token = guestToken(id)
  await arrangeGuest(owner, {
    ...{ id, consultationId: to.id, tokenHash: hashOf(token), invitedBy },
    confirmedAt: opensAt,
  })
  const actor = await guestOfLink(token)
  const input = { token, consultationTextId: to.textId, submission: randomUUID() }
  const said = commentAsGuestInput.parse({ ...input, text: "Add the budget." })
  const { commentId } = await commentAsGuest(actor, said)
  const edit = (text: string, which = commentId, who = actor) =>
    editAsGuest(who, editAsGuestInput.parse({ token, commentId: which, text }))
  const own = async () =>
    (
      await getConsultationForGuest(actor, token, {
        group: group.slug,
        consultation: to.slug,
      })
    ).own
  return { token, actor, commentId, edit, own, say: () => commentAsGuest(actor, said) }
}
/** Admits what waits, as the queue shows it. */
async function admit(consultationId: string) {
  for (const { id: commentId, seen } of await listQueue(chair, consultationId))
    await moderateComment(chair, { consultationId, commentId, answer: "admitted", seen })
}
const rowOf = async (id: string) =>
  (await owner.select().from(comments).where(eq(comments.id, id)))[0]

test("other words that a guest types are kept until they are saved, for them alone", async () => {
  const to = await arrange("invited")
  const guest = await speaking(to)
  const other = await speaking(to)
  const keep = ({ actor, token }: typeof guest, text: string) =>
    keepEditAsGuest(actor, keepEditAsGuestInput.parse({ token, commentId: guest.commentId, text }))
  const typed = async ({ actor, token }: typeof guest) => {
    const at = { group: group.slug, consultation: to.slug }
    const { drafts, unsent } = await getConsultationForGuest(actor, token, at)
    return { inForm: drafts[guest.commentId]?.text, unsent: unsent.map(({ text }) => text) }
  }
  expect(await keep(guest, "Add the budget, and")).toBe(true)
  expect(await typed(guest)).toEqual({ inForm: "Add the budget, and", unsent: [] })
  expect(await typed(other)).toEqual({ inForm: undefined, unsent: [] })
  await expect(keep(other, "Mine now")).rejects.toMatchObject({ code: "not_found" })
  await guest.edit("Add the budget, and who pays.")
  expect(await typed(guest)).toEqual({ inForm: undefined, unsent: [] })
  // What arrives behind what was saved is no draft.
  expect(await keep(guest, " Add the budget, and who pays.")).toBe(false)
  await keep(guest, "Too late")
  setClock(() => new Date(closesAt.getTime() + 1_000))
  await expect(guest.edit("Too late")).rejects.toMatchObject({ code: "conflict" })
  expect(await typed(guest)).toEqual({ inForm: undefined, unsent: ["Too late"] })
  await withdrawAsGuest(guest.actor, { token: guest.token, commentId: guest.commentId })
  expect(await typed(guest)).toEqual({ inForm: undefined, unsent: [] })
})

test("a guest gives their comment other words; what it said before is kept and they see both", async () => {
  const guest = await speaking(await arrange("invited"))
  await guest.edit("Add the budget, and who pays.")
  await guest.edit("Say who pays.")
  await guest.edit("Say who pays.")
  expect(await guest.own()).toMatchObject([
    {
      text: "Say who pays.",
      editedAt: new Date("2027-03-02T10:00:00Z"),
      editable: true,
      earlier: [{ text: "Add the budget." }, { text: "Add the budget, and who pays." }],
    },
  ])
  const kept = await owner
    .select({ text: commentRevisions.text })
    .from(commentRevisions)
    .where(eq(commentRevisions.commentId, guest.commentId))
    .orderBy(asc(commentRevisions.replacedAt))
  expect(kept.map(({ text }) => text)).toEqual(["Add the budget.", "Add the budget, and who pays."])
  const trail = await owner.select().from(events).where(eq(events.groupId, group.id))
  expect(trail.filter(({ name }) => name === "comment.edited")).toHaveLength(2)
})

test("the form that sent it first, sent again after an edit, changes nothing", async () => {
  const guest = await speaking(await arrange("invited"))
  await guest.edit("Say who pays.")
  expect(await guest.say()).toMatchObject({ commentId: guest.commentId })
  expect((await rowOf(guest.commentId))?.text).toBe("Say who pays.")
})

test("a guest who changes their words again and again is asked to wait, and nothing is lost", async () => {
  const guest = await speaking(await arrange("invited"))
  for (let time = 1; time <= commentsPer; time++) await guest.edit(`Say who pays, ${time}.`)
  await expect(guest.edit("Once more.")).rejects.toMatchObject({ code: "too_many" })
  expect((await rowOf(guest.commentId))?.text).toBe(`Say who pays, ${commentsPer}.`)
  setClock(() => new Date("2027-03-02T10:16:00Z"))
  await guest.edit("Once more.")
  expect((await rowOf(guest.commentId))?.text).toBe("Once more.")
})

describe("nobody else's words", () => {
  test("are changed by another guest, a member or the public", async () => {
    const consultation = await arrange("invited")
    const [one, other] = [await speaking(consultation), await speaking(consultation)]
    await expect(one.edit("In your name.", other.commentId)).rejects.toMatchObject({
      code: "not_found",
    })
    await expect(one.edit("Mine.", one.commentId, other.actor)).rejects.toMatchObject({
      code: "forbidden",
    })
    for (const who of [chair, publicActor])
      await expect(one.edit("Mine.", one.commentId, who)).rejects.toMatchObject({
        code: who === chair ? "forbidden" : "sign_in",
      })
    expect((await rowOf(other.commentId))?.editedAt).toBeNull()
    expect((await rowOf(one.commentId))?.editedAt).toBeNull()
  })
})

describe("after the end", () => {
  test("nothing is changed, and the refusal says so", async () => {
    const guest = await speaking(await arrange("invited"))
    setClock(() => closesAt)
    await expect(guest.edit("Too late.")).rejects.toMatchObject({
      code: "conflict",
      key: "consultation.tooLateToEdit",
    })
    expect((await rowOf(guest.commentId))?.text).toBe("Add the budget.")
  })

  test("where late comments are taken, other words make it a late one", async () => {
    const guest = await speaking(await arrange("invited", new Date("2027-03-17T12:00:00Z")))
    await guest.edit("Say who pays.")
    expect((await rowOf(guest.commentId))?.late).toBe(false)
    setClock(() => closesAt)
    await guest.edit("Say who pays, and when.")
    expect((await rowOf(guest.commentId))?.late).toBe(true)
  })
})

test("words that a co-chair admitted wait again when they are others, of whoever came by themselves alone", async () => {
  const consultation = await arrange("anyone")
  const guest = await speaking(consultation, null)
  const invited = await speaking(consultation)
  const { commentId } = guest
  await admit(consultation.id)
  expect(await guest.edit("Buy our boats.")).toEqual({ waiting: true })
  expect(await rowOf(commentId)).toMatchObject({ moderation: "waiting", moderatedBy: null })
  expect(await invited.edit("Say who pays.")).toEqual({ waiting: false })
  expect(await rowOf(invited.commentId)).toMatchObject({ moderation: "admitted" })
})

test("words that came after the page was shown are not admitted unread", async () => {
  const consultation = await arrange("anyone")
  const guest = await speaking(consultation, null)
  const { commentId } = guest
  const [shown] = await listQueue(chair, consultation.id)
  await guest.edit("Buy our boats.")
  const decide = (seen = "") =>
    moderateComment(chair, {
      ...{ consultationId: consultation.id, commentId, answer: "admitted", seen },
    })
  await expect(decide(shown?.seen)).rejects.toMatchObject({
    code: "conflict",
    key: "consultation.commentChanged",
  })
  expect(await rowOf(commentId)).toMatchObject({ moderation: "waiting" })
  const [again] = await listQueue(chair, consultation.id)
  await decide(again?.seen)
  expect(await rowOf(commentId)).toMatchObject({ moderation: "admitted", text: "Buy our boats." })
})

test("words that no co-chair admitted are not shown as what an admitted comment said before", async () => {
  const consultation = await arrange("anyone")
  const guest = await speaking(consultation, null)
  await guest.edit("Buy our boats.")
  await guest.edit("Say who pays.")
  await admit(consultation.id)
  const member = await makeActor(owner, { roles: { [group.id]: "member" } })
  const on = { kind: "document" as const, documentId: consultation.document.id }
  const seen = async (who: SignedIn) => JSON.stringify(await listThreads(who, on, "en"))
  expect(await seen(member)).toContain("Say who pays.")
  expect(await seen(member)).not.toContain("Buy our boats.")
  expect(await seen(chair)).toContain("Buy our boats.")
  expect(await guest.own()).toMatchObject([{ earlier: [{}, { text: "Buy our boats." }] }])
})

test("what was taken back while it waited waits no more, and nobody reads it", async () => {
  const consultation = await arrange("anyone")
  const guest = await speaking(consultation, null)
  const waiting = async () =>
    (await getConsultation(chair, group.slug, consultation.slug)).counts.waiting
  expect(await waiting()).toBe(1)
  await withdrawAsGuest(guest.actor, { token: guest.token, commentId: guest.commentId })
  expect(await listQueue(chair, consultation.id)).toEqual([])
  expect(await waiting()).toBe(0)
  expect((await compendiumLacks(owner, consultation, [])).waiting).toBe(0)
})

test("what is decided, hidden or withdrawn is not changed any more", async () => {
  const consultation = await arrange("invited")
  const [decided, hidden, gone] = [
    await speaking(consultation),
    await speaking(consultation),
    await speaking(consultation),
  ]
  const threadId = (await rowOf(decided.commentId))?.threadId ?? ""
  await owner
    .update(threads)
    .set({ state: "resolved", disposition: "noted", decidedAt: new Date() })
    .where(eq(threads.id, threadId))
  await expect(decided.edit("More.")).rejects.toMatchObject({ key: "comment.threadResolved" })
  expect(await decided.own()).toMatchObject([{ editable: false }])
  await owner
    .update(comments)
    .set({ hiddenAt: new Date(), hiddenReason: "An advertisement" })
    .where(eq(comments.id, hidden.commentId))
  await expect(hidden.edit("More.")).rejects.toMatchObject({ key: "comment.isHidden" })
  await withdrawAsGuest(gone.actor, { token: gone.token, commentId: gone.commentId })
  await expect(gone.edit("More.")).rejects.toMatchObject({ key: "comment.isWithdrawn" })
  expect(await gone.own()).toMatchObject([{ withdrawn: true, text: "", earlier: [] }])
})
