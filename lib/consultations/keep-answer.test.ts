import { randomUUID } from "node:crypto"
import { eq, inArray, or } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { attempts } from "@/db/schema/accounts"
import { commentDrafts, comments } from "@/db/schema/comments"
import { consultationGuests } from "@/db/schema/consultations"
import { listThreads } from "@/lib/comments/queries"
import { publicActor } from "@/lib/platform/actor"
import { setClock } from "@/lib/platform/clock"
import { hashOf, keyedHash } from "@/lib/platform/secrets"
import { commentInConsultation } from "./comment"
import { commentAsGuest } from "./comment-as-guest"
import { getDeskTexts } from "./desk-texts"
import { guestOfLink, guestToken } from "./guest-link"
import { getConsultationForGuest } from "./guest-queries"
import {
  commentAsGuestInput,
  commentInConsultationInput,
  keepAnswerAsGuestInput,
  keepAnswerInput,
} from "./input"
import { keepAnswer, keepAnswerAsGuest } from "./keep-answer"

const { owner } = await testDatabase()
// The database dates comments by the machine's clock, so the window is one of these days.
const during = new Date()
const opensAt = new Date(during.getTime() - 86_400_000)
const closesAt = new Date(during.getTime() + 86_400_000)
let group: { id: string; slug: string }
let chair: SignedIn
let member: SignedIn
let asked: Awaited<ReturnType<typeof arrangeConsultation>>
beforeEach(async () => {
  group = await makeGroup(owner)
  chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  member = await makeActor(owner, { roles: { [group.id]: "member" } })
  asked = await ask()
})
afterEach(() => setClock(undefined))

const ask = () =>
  arrangeConsultation(owner, {
    ...{ groupId: group.id, askedBy: chair.personId, opensAt, closesAt },
    audience: "invited",
  })

/** Somebody with a link to a consultation. */
async function makeGuest(of = asked, confirmedAt: Date | null = during) {
  const id = randomUUID()
  const token = guestToken(id)
  await owner.insert(consultationGuests).values({
    ...{ id, consultationId: of.id, email: `${id}@example.org`, confirmedAt },
    ...{ tokenHash: hashOf(token), invitedBy: chair.personId },
  })
  return { id, token }
}
const at = { group: "", consultation: "" }
const see = async (token: string, of = asked) =>
  getConsultationForGuest(await guestOfLink(token), token, {
    ...at,
    group: group.slug,
    consultation: of.slug,
  })
const type = (text: string, more: object = {}, who = member) =>
  keepAnswer(
    who,
    keepAnswerInput.parse({
      consultationId: asked.id,
      consultationTextId: asked.textId,
      text,
      ...more,
    }),
  )
const typeByLink = async (token: string, text: string, more: object = {}) =>
  keepAnswerAsGuest(
    await guestOfLink(token),
    keepAnswerAsGuestInput.parse({ token, consultationTextId: asked.textId, text, ...more }),
  )
/** How many drafts the member and these guests have. */
const left = (...guests: string[]) =>
  owner.$count(
    commentDrafts,
    or(eq(commentDrafts.personId, member.personId), inArray(commentDrafts.guestId, guests)),
  )
const send = (text: string) =>
  commentInConsultation(
    member,
    commentInConsultationInput.parse({
      ...{ consultationId: asked.id, consultationTextId: asked.textId, text },
      submission: randomUUID(),
    }),
  )
const sendByLink = async (token: string, text: string) =>
  commentAsGuest(
    await guestOfLink(token),
    commentAsGuestInput.parse({
      ...{ token, consultationTextId: asked.textId, text },
      submission: randomUUID(),
    }),
  )

test("what a member types is there for them when they come back, with all its fields, and for nobody else", async () => {
  const more = { quote: "every two", place: asked.document.heading, unnamed: true }
  await type("Half a", more)
  await type("Half a thought", more)
  const mine = await getDeskTexts(member, asked.id, "en")
  expect(mine.drafts).toEqual({
    [asked.textId]: { text: "Half a thought", ...more },
  })
  expect([mine.unsent, mine.kept]).toEqual([[], []])
  for (const other of [chair, await makeActor(owner, { roles: { [group.id]: "member" } })])
    expect((await getDeskTexts(other, asked.id, "en")).drafts).toEqual({})
  expect((await see((await makeGuest()).token)).drafts).toEqual({})
  const on = { kind: "document", documentId: asked.document.id } as const
  expect(JSON.stringify(await listThreads(chair, on, "en"))).not.toContain("Half a")
})

test("a guest's is there by their link alone, and two guests do not mix", async () => {
  const [one, other] = [await makeGuest(), await makeGuest()]
  await typeByLink(one.token, "Of the one")
  await typeByLink(other.token, "Of the other", { quote: "The group" })
  expect((await see(one.token)).drafts[asked.textId]?.text).toBe("Of the one")
  expect((await see(other.token)).drafts[asked.textId]).toMatchObject({
    ...{ text: "Of the other", quote: "The group" },
  })
  expect((await getDeskTexts(chair, asked.id, "en")).drafts).toEqual({})
})

test("it is gone once the comment is filed, and once nothing is left of the words", async () => {
  const { id, token } = await makeGuest()
  await type("Mine")
  await typeByLink(token, "Theirs")
  await send("Mine, sent")
  await sendByLink(token, "Theirs, sent")
  expect(await left(id)).toBe(0)
  // A draft that arrives behind its own comment.
  await type("Mine, sent ")
  await typeByLink(token, "Theirs, sent")
  expect(await left(id)).toBe(0)
  await typeByLink(token, "More")
  await typeByLink(token, "  ")
  expect(await left(id)).toBe(0)
})

test("a comment that cannot be filed leaves the draft as it was", async () => {
  await type("Not whole")
  await expect(
    commentInConsultation(
      member,
      commentInConsultationInput.parse({
        ...{ consultationId: asked.id, consultationTextId: asked.textId, text: "Not whole" },
        ...{ quote: "words that stand nowhere", submission: randomUUID() },
      }),
    ),
  ).rejects.toMatchObject({ fields: { quote: "consultation.quoteUnknown" } })
  expect((await getDeskTexts(member, asked.id, "en")).drafts[asked.textId]?.text).toBe("Not whole")
})

test("it outlives the end: its author still sees it, it is not filed, and what is typed then is kept too", async () => {
  const { token } = await makeGuest()
  await type("Begun in time", { quote: "every two weeks" })
  await typeByLink(token, "Begun by link")
  setClock(() => closesAt)
  await type("Begun in time, ended late", { quote: "every two weeks" })
  const mine = await getDeskTexts(member, asked.id, "en")
  expect(mine).toMatchObject({
    drafts: {},
    unsent: [{ text: "Begun in time, ended late", quote: "every two weeks" }],
  })
  expect(await see(token)).toMatchObject({ drafts: {}, unsent: [{ text: "Begun by link" }] })
  expect(await owner.$count(comments, eq(comments.consultationId, asked.id))).toBe(0)
})

test("a comment that came too late is kept once: as what was sent, no more as what was typed", async () => {
  await type("Late")
  setClock(() => closesAt)
  await expect(send("Late")).rejects.toMatchObject({ key: "consultation.keptIsClosed" })
  await type("Late")
  expect(await getDeskTexts(member, asked.id, "en")).toMatchObject({
    ...{ drafts: {}, unsent: [], kept: [{ text: "Late" }] },
  })
})

test("nobody keeps anything where they may not comment", async () => {
  const elsewhere = await ask()
  const { id, token } = await makeGuest()
  const unconfirmed = await makeGuest(asked, null)
  const outsider = await makeActor(owner)
  const refused: [string, () => Promise<boolean>][] = [
    ["not_found", () => type("x", {}, outsider)],
    ["not_found", () => type("x", { consultationTextId: elsewhere.textId })],
    ["not_found", () => typeByLink(token, "x", { consultationTextId: elsewhere.textId })],
    ["not_found", () => typeByLink(token.replace(/^.{6}/, "000000"), "x")],
    ["conflict", () => typeByLink(unconfirmed.token, "x")],
  ]
  for (const [code, attempt] of refused) await expect(attempt()).rejects.toMatchObject({ code })
  const input = keepAnswerAsGuestInput.parse({ token, consultationTextId: asked.textId, text: "x" })
  // The key of a link opens it to the guest alone whom it was made for.
  const otherGuest = await guestOfLink((await makeGuest()).token)
  for (const [actor, code] of [
    [publicActor, "sign_in"],
    [member, "forbidden"],
    [otherGuest, "forbidden"],
  ] as const)
    await expect(keepAnswerAsGuest(actor, input)).rejects.toMatchObject({ code })
  expect(await left(id, unconfirmed.id)).toBe(0)
})

test("a guest keeps no more than a limit in a quarter of an hour, and is told so", async () => {
  const { id, token } = await makeGuest()
  await typeByLink(token, "One")
  const keyHash = keyedHash(`comment.draft ${id}`)
  await owner
    .insert(attempts)
    .values(Array.from({ length: 899 }, () => ({ kind: "comment.draft", keyHash, at: during })))
  await expect(typeByLink(token, "Two")).rejects.toMatchObject({
    ...{ code: "too_many", key: "comment.tooManyDrafts" },
  })
  expect((await see(token)).drafts[asked.textId]?.text).toBe("One")
})
