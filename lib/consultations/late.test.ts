import { randomUUID } from "node:crypto"
import { and, asc, eq, inArray } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { arrangeGuest } from "@/db/factories/open-consultation"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { comments } from "@/db/schema/comments"
import { compendia, consultations } from "@/db/schema/consultations"
import { countedIn } from "@/lib/comments/open-consultation"
import { setClock } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { hashOf } from "@/lib/platform/secrets"
import { allowLateComments } from "./allow-late"
import { answerInThread } from "./answer-in-thread"
import { commentInConsultation } from "./comment"
import { commentAsGuest } from "./comment-as-guest"
import { getDeskTexts } from "./desk-texts"
import { endLateComments } from "./end-late"
import { fileAnswer } from "./file-comment"
import { fileKept, fileKeptAsGuest } from "./file-kept"
import { guestOfLink, guestToken } from "./guest-link"
import { getConsultationForGuest } from "./guest-queries"
import { allowLateInput, commentAsGuestInput } from "./input"
import { keepAnswer } from "./keep-answer"
import { getConsultation } from "./queries"

const { owner } = await testDatabase()
const opensAt = new Date("2027-03-01T09:00:00Z")
const closesAt = new Date("2027-03-15T12:00:00Z")
const at = (time: string) => setClock(() => new Date(time))
let group: { id: string; slug: string }
let chair: SignedIn
let member: SignedIn
let asked: Awaited<ReturnType<typeof arrange>>
beforeEach(async () => {
  group = await makeGroup(owner)
  chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  member = await makeActor(owner, { roles: { [group.id]: "member" } })
  asked = await arrange()
  at("2027-03-16T08:00:00Z")
})
afterEach(() => setClock(undefined))

type Facts = Partial<typeof consultations.$inferInsert>
const arrange = (facts: Facts = {}) =>
  arrangeConsultation(owner, {
    ...{ groupId: group.id, askedBy: chair.personId, opensAt, closesAt, audience: "invited" },
    ...facts,
  })
const row = async () => {
  const [found] = await owner.select().from(consultations).where(eq(consultations.id, asked.id))
  if (!found) throw new Error("The consultation is gone")
  return found
}
const allow = async (lateDay: string, who = chair, revision?: number) =>
  allowLateComments(
    who,
    allowLateInput.parse({
      ...{ consultationId: asked.id, zone: "Europe/Paris", lateDay, lateTime: "13:00" },
      revision: revision ?? (await row()).revision,
    }),
  )
const end = async (who = chair) =>
  endLateComments(who, { consultationId: asked.id, revision: (await row()).revision })
const answer = (text: string, submission = randomUUID()) => ({
  ...{ consultationTextId: asked.textId, place: null, quote: null, unnamed: true },
  ...{ text, submission },
})
const say = (text: string, submission = randomUUID()) =>
  commentInConsultation(member, { consultationId: asked.id, ...answer(text, submission) })
const tooLate = (text: string) =>
  expect(say(text)).rejects.toMatchObject({ key: "consultation.keptIsClosed" })
const see = () => getDeskTexts(member, asked.id, "en")
const filed = () =>
  owner
    .select()
    .from(comments)
    .where(eq(comments.consultationId, asked.id))
    .orderBy(asc(comments.seq))
const trail = async () =>
  (
    await owner
      .select({ name: events.name, data: events.data })
      .from(events)
      .where(
        and(
          eq(events.subjectId, asked.id),
          inArray(events.name, ["consultation.lateAllowed", "consultation.lateEnded"]),
        ),
      )
      .orderBy(asc(events.id))
  ).map(({ name, data }) => ({ name, ...(data as object) }))

describe("late comments of a consultation that is over", () => {
  test("are taken and marked once a co-chair allows them, until the end that they give", async () => {
    await tooLate("Too late.")
    await allow("2027-03-18")
    expect((await row()).lateUntil).toEqual(new Date("2027-03-18T12:00:00Z"))
    expect(await getConsultation(member, group.slug, asked.slug)).toMatchObject({ status: "late" })
    expect(await say("Late.")).toMatchObject({ late: true })
    at("2027-03-18T12:00:00Z")
    await tooLate("Later.")
    expect(await filed()).toMatchObject([{ text: "Late.", late: true }])
    expect(await trail()).toEqual([
      {
        ...{ name: "consultation.lateAllowed", title: "The activity plan" },
        until: "2027-03-18T12:00:00.000Z",
      },
    ])
  })

  test("can be given another end while they are taken, also an earlier one, and be ended at once", async () => {
    await allow("2027-03-20")
    await allow("2027-03-18")
    expect((await row()).lateUntil).toEqual(new Date("2027-03-18T12:00:00Z"))
    await end()
    await tooLate("Later.")
    expect(await row()).toMatchObject({ lateUntil: new Date("2027-03-16T08:00:00Z"), closesAt })
    expect((await trail()).map(({ name }) => name)).toEqual([
      ...["consultation.lateAllowed", "consultation.lateAllowed", "consultation.lateEnded"],
    ])
    await expect(end()).rejects.toMatchObject({ key: "consultation.takesNoLate" })
  })

  test("end also where they were planned before it opened", async () => {
    asked = await arrange({ lateUntil: new Date("2027-03-20T12:00:00Z") })
    expect(await say("Late.")).toMatchObject({ late: true })
    await end()
    await tooLate("Later.")
  })

  test("are for co-chairs to allow and to end", async () => {
    await expect(allow("2027-03-18", member)).rejects.toMatchObject({ code: "forbidden" })
    await allow("2027-03-18")
    await expect(end(member)).rejects.toMatchObject({ code: "forbidden" })
    expect((await row()).lateUntil).toEqual(new Date("2027-03-18T12:00:00Z"))
  })

  test("are not allowed until a past moment, by an old form, or before it is over", async () => {
    at("2027-03-17T08:00:00Z")
    await expect(allow("2027-03-16")).rejects.toMatchObject({
      fields: { lateDay: "consultation.lateInThePast" },
    })
    await expect(allow("2027-03-18", chair, 99)).rejects.toMatchObject({
      ...{ key: "consultation.changed", data: { revision: asked.revision } },
    })
    at("2027-03-10T08:00:00Z")
    await expect(allow("2027-03-18")).rejects.toMatchObject({ key: "consultation.notOverYet" })
    await expect(end()).rejects.toMatchObject({ key: "consultation.takesNoLate" })
    expect((await row()).lateUntil).toBeNull()
  })

  test("are not allowed of one that was called off, or whose compendium is published", async () => {
    const [before] = await owner
      .insert(compendia)
      .values({
        ...{ consultationId: asked.id, version: 1, content: {}, sha256: "0".repeat(64) },
        ...{ publishedBy: chair.personId, publishedAt: closesAt },
      })
      .returning()
    expect(before?.version).toBe(1)
    await expect(allow("2027-03-18")).rejects.toMatchObject({
      key: "consultation.lateHasCompendium",
    })
    asked = await arrange({ cancelledAt: closesAt, cancelReason: "No longer asked" })
    await expect(allow("2027-03-18")).rejects.toMatchObject({ key: "consultation.isCancelled" })
  })
})

describe("once the compendium is published", () => {
  const publish = () =>
    owner.insert(compendia).values({
      ...{ consultationId: asked.id, version: 1, content: {}, sha256: "0".repeat(64) },
      ...{ publishedBy: chair.personId, publishedAt: new Date("2027-03-16T09:00:00Z") },
    })

  test("what arrived before is kept for its author, and not filed", async () => {
    await allow("2027-03-18")
    await say("In time for it.")
    const arrivedAt = new Date("2027-03-16T08:00:00Z")
    at("2027-03-16T08:30:00Z")
    await end()
    await publish()
    const mailed = await transaction((tx) =>
      fileAnswer(tx, {
        ...{ consultationId: asked.id, arrivedAt, way: "mail", waits: () => false },
        ...{ author: { personId: member.personId }, answer: answer("Mailed in time.") },
      }),
    )
    expect(mailed).toEqual({ filed: false, lack: "consultation.keptIsClosed" })
    expect((await filed()).map(({ text }) => text)).toEqual(["In time for it."])
    expect((await see()).kept).toMatchObject([{ text: "Mailed in time." }])
  })

  test("what arrived before as an answer of a member does not count to it", async () => {
    await allow("2027-03-18")
    const count = () =>
      transaction((tx) => countedIn(tx, asked.id, new Date("2027-03-16T08:00:00Z")))
    expect(await count()).toEqual({ consultationId: asked.id, late: true })
    at("2027-03-16T08:30:00Z")
    await end()
    await publish()
    expect(await count()).toBeNull()
  })
})

describe("a comment that was kept", () => {
  test("is filed as a late one by its author, once, as it was sent, and is kept no more", async () => {
    await tooLate("Too late.")
    await keepAnswer(member, {
      ...{ consultationId: asked.id, consultationTextId: asked.textId },
      ...{ text: "Another thought", place: null, quote: null, unnamed: false },
    })
    const [kept] = (await see()).kept
    expect(kept).toMatchObject({ text: "Too late.", sendable: true })
    const file = () => fileKept(member, { consultationId: asked.id, draftId: kept?.id ?? "" })
    await expect(file()).rejects.toMatchObject({ key: "consultation.keptIsClosed" })
    expect((await see()).kept).toHaveLength(1)
    await allow("2027-03-18")
    const pressed = await Promise.allSettled([file(), file()])
    expect(pressed.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    await expect(file()).rejects.toMatchObject({ key: "consultation.notKept" })
    expect(await filed()).toMatchObject([
      { text: "Too late.", late: true, unnamed: true, authorId: member.personId, way: "portal" },
    ])
    // What they type meanwhile is another comment.
    expect(await see()).toMatchObject({
      kept: [],
      drafts: { [asked.textId]: { text: "Another thought" } },
    })
  })

  test("is filed in time where it came before the opening, or where the end was moved back", async () => {
    at("2027-03-01T08:59:00Z")
    await expect(say("Early.")).rejects.toMatchObject({ key: "consultation.keptNotOpenYet" })
    at("2027-03-02T09:00:00Z")
    const [kept] = (await see()).kept
    const draftId = kept?.id ?? ""
    expect(await fileKept(member, { consultationId: asked.id, draftId })).toMatchObject({
      late: false,
    })
    expect(await filed()).toMatchObject([{ text: "Early.", late: false }])
  })

  test("is nobody's to file but its author's", async () => {
    await tooLate("Too late.")
    await allow("2027-03-18")
    const [kept] = (await see()).kept
    const draftId = kept?.id ?? ""
    const other = await makeActor(owner, { roles: { [group.id]: "member" } })
    const outsider = await makeActor(owner)
    const given = { consultationId: asked.id, draftId }
    await expect(fileKept(other, given)).rejects.toMatchObject({ key: "consultation.notKept" })
    await expect(fileKept(outsider, given)).rejects.toMatchObject({ code: "not_found" })
    const elsewhere = { ...given, consultationId: (await arrange()).id }
    await expect(fileKept(member, elsewhere)).rejects.toMatchObject({ key: "consultation.notKept" })
    expect(await filed()).toEqual([])
  })

  const seat = async (invitedBy: string | null = chair.personId) => {
    const id = randomUUID()
    const token = guestToken(id)
    await arrangeGuest(owner, {
      ...{ id, consultationId: asked.id, tokenHash: hashOf(token), invitedBy },
      confirmedAt: opensAt,
    })
    const actor = await guestOfLink(token)
    const kept = async () =>
      (
        await getConsultationForGuest(actor, token, {
          ...{ group: group.slug, consultation: asked.slug },
        })
      ).kept
    const file = async () => {
      const [first] = await kept()
      return fileKeptAsGuest(actor, { token, draftId: first?.id ?? randomUUID() })
    }
    const send = (text: string) =>
      commentAsGuest(actor, commentAsGuestInput.parse({ token, ...answer(text), unnamed: "on" }))
    return { id, token, actor, kept, file, send }
  }

  test("of a guest is filed by their link, and waits for a co-chair where they came by themselves", async () => {
    asked = await arrange({ audience: "anyone" })
    const [guest, self] = [await seat(), await seat(null)]
    for (const { send } of [guest, self])
      await expect(send("Too late.")).rejects.toMatchObject({ key: "consultation.keptIsClosed" })
    await allow("2027-03-18")
    const other = await seat()
    const [theirs] = await guest.kept()
    await expect(
      fileKeptAsGuest(other.actor, { token: other.token, draftId: theirs?.id ?? "" }),
    ).rejects.toMatchObject({ key: "consultation.notKept" })
    await expect(
      fileKeptAsGuest(other.actor, { token: guest.token, draftId: theirs?.id ?? "" }),
    ).rejects.toMatchObject({ code: "forbidden" })
    expect(await guest.file()).toEqual({ late: true, waiting: false })
    expect(await self.file()).toEqual({ late: true, waiting: true })
    expect(await filed()).toMatchObject([
      { guestId: guest.id, late: true, unnamed: true, moderation: "admitted", way: "link" },
      { guestId: self.id, late: true, unnamed: true, moderation: "waiting" },
    ])
    expect(await guest.kept()).toEqual([])
  })

  test("that a guest mailed as an answer in a thread is filed there", async () => {
    at("2027-03-10T08:00:00Z")
    const guest = await seat()
    const { commentId } = await guest.send("Add the budget.")
    const [first] = await owner.select().from(comments).where(eq(comments.id, commentId))
    const threadId = first?.threadId ?? ""
    at("2027-03-16T08:00:00Z")
    const mailed = await transaction((tx) =>
      answerInThread(tx, {
        ...{ consultationId: asked.id, threadId, arrivedAt: new Date("2027-03-16T08:00:00Z") },
        ...{ author: { guestId: guest.id }, way: "mail", unnamed: true, waits: () => false },
        ...{ text: "And who pays.", submission: randomUUID() },
      }),
    )
    expect(mailed).toMatchObject({ filed: false, lack: "consultation.keptIsClosed" })
    await allow("2027-03-18")
    expect(await guest.file()).toEqual({ late: true, waiting: false })
    expect(await filed()).toMatchObject([
      { threadId, text: "Add the budget.", late: false },
      { threadId, text: "And who pays.", late: true, unnamed: true, way: "link" },
    ])
  })
})
