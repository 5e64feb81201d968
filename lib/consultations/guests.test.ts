import { randomUUID } from "node:crypto"
import { and, eq } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { commentDrafts, comments } from "@/db/schema/comments"
import { consultationGuests } from "@/db/schema/consultations"
import { mails } from "@/db/schema/mail"
import { hideComment } from "@/lib/comments/hide-comment"
import { listThreads } from "@/lib/comments/queries"
import { PART } from "@/lib/documents/live/form"
import { publicActor } from "@/lib/platform/actor"
import { setClock } from "@/lib/platform/clock"
import { hashOf } from "@/lib/platform/secrets"
import { callGuests } from "@/lib/reactions/call-guests"
import { askToComment } from "./ask-to-comment"
import { commentAsGuest } from "./comment-as-guest"
import { confirmGuest } from "./confirm-guest"
import { guestOfLink } from "./guest-link"
import { getConsultationForGuest } from "./guest-queries"
import { guestsToWriteTo } from "./guests-to-write-to"
import { commentAsGuestInput, confirmGuestInput, inviteGuestsInput } from "./input"
import { inviteGuests } from "./invite"
import type { ConsultationAudience } from "./model"
import { moderateComment } from "./moderate"
import { listConsultations, listGuests } from "./queries"
import { silenceGuest } from "./silence"
import { withdrawAsGuest } from "./withdraw-as-guest"

const { owner } = await testDatabase()
const opensAt = new Date("2027-03-01T09:00:00Z")
const closesAt = new Date("2027-03-15T12:00:00Z")
let group: { id: string; slug: string }
let chair: SignedIn
let member: SignedIn
let networks = 0
beforeEach(async () => {
  group = await makeGroup(owner)
  chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [group.id]: "co-chair" } })
  member = await makeActor(owner, { name: "Ilva Morandini", roles: { [group.id]: "member" } })
  setClock(() => new Date("2027-03-02T10:00:00Z"))
})
afterEach(() => setClock(undefined))

const arrange = (audience: ConsultationAudience) =>
  arrangeConsultation(owner, {
    groupId: group.id,
    askedBy: chair.personId,
    opensAt,
    closesAt,
    audience,
  })
type Arranged = Awaited<ReturnType<typeof arrange>>
let written = 0
const address = () => `guest-${++written}@example.org`
const invite = (to: Arranged, addresses: string, who = chair) =>
  inviteGuests(who, inviteGuestsInput.parse({ consultationId: to.id, addresses }))
const mailsTo = (email: string) =>
  owner.select().from(mails).where(eq(mails.to, email)).orderBy(mails.createdAt)
/** The token of the newest link that was mailed to an address. */
async function linkOf(email: string) {
  const links = (await mailsTo(email)).flatMap(
    ({ text }) => text.match(/token=([\w-]+)/)?.[1] ?? [],
  )
  return links.at(-1) ?? ""
}
const ask = (of: Arranged, email: string) =>
  askToComment(publicActor, {
    slug: group.slug,
    consultation: of.slug,
    email,
    locale: "en",
    network: `192.0.2.${++networks}`,
  })
const confirm = async (token: string, name = "Ravi Esterling") =>
  confirmGuest(await guestOfLink(token), confirmGuestInput.parse({ token, name }))
const say = async (token: string, to: Arranged, more: Record<string, string> = {}) =>
  commentAsGuest(
    await guestOfLink(token),
    commentAsGuestInput.parse({
      token,
      consultationTextId: to.textId,
      text: "Add the budget.",
      submission: randomUUID(),
      ...more,
    }),
  )
/** An invited guest of an open consultation, with their link. */
async function invited(to: Arranged) {
  const email = address()
  await invite(to, email)
  await callGuests(to.id, "opening")
  return { email, token: await linkOf(email) }
}
const filedIn = ({ id }: { id: string }) =>
  owner.select().from(comments).where(eq(comments.consultationId, id))
const see = async (token: string, to: Arranged) =>
  getConsultationForGuest(await guestOfLink(token), token, {
    group: group.slug,
    consultation: to.slug,
  })

test("whose comment was hidden reads on their page that it was, and why", async () => {
  const to = await arrange("invited")
  const { token } = await invited(to)
  await confirm(token)
  const { commentId } = await say(token, to)
  expect((await see(token, to)).own).toMatchObject([{ hidden: null }])
  await hideComment(chair, { commentId, reason: "It names a patient." })
  expect((await see(token, to)).own).toMatchObject([
    { text: "Add the budget.", hidden: { reason: "It names a patient." }, editable: false },
  ])
})

test("two presses at once confirm a guest once, and the trail says so once", async () => {
  const { token } = await invited(await arrange("invited"))
  await Promise.all([confirm(token), confirm(token), confirm(token)])
  const trail = await owner.select().from(events).where(eq(events.groupId, group.id))
  expect(trail.filter(({ name }) => name === "consultation.confirmed")).toHaveLength(1)
})

test("an invited guest gets one mail, confirms with it, reads, comments, and is on the trail without an address", async () => {
  const consultation = await arrange("invited")
  const { email, token } = await invited(consultation)
  await callGuests(consultation.id, "opening")
  expect(await mailsTo(email)).toMatchObject([
    { subject: `${group.slug.toUpperCase()} asks for comments: The activity plan` },
  ])
  expect((await see(token, consultation)).texts).toEqual([])
  await expect(say(token, consultation)).rejects.toMatchObject({ key: "consultation.confirmFirst" })
  await confirm(token)
  expect((await see(token, consultation)).texts).toMatchObject([
    { title: "Activity plan", sections: [{ title: "Aims" }] },
  ])
  const said = await say(token, consultation, {
    place: consultation.document.heading,
    quote: "meets  every two\nweeks",
    unnamed: "on",
  })
  expect(said).toMatchObject({ late: false, waiting: false })
  expect(await filedIn(consultation)).toMatchObject([
    { way: "link", unnamed: true, moderation: "admitted", authorId: null },
  ])
  expect((await see(token, consultation)).own).toMatchObject([
    { about: "meets every two weeks", unnamed: true, place: PART },
  ])
  expect(await listGuests(chair, consultation.id)).toMatchObject([{ email, comments: 1 }])
  expect(await listConsultations(chair, group.slug)).toMatchObject([{ comments: 1 }])
  const trail = await owner.select().from(events).where(eq(events.groupId, group.id))
  expect(trail.map(({ name }) => name)).toContain("consultation.confirmed")
  expect(JSON.stringify(trail)).not.toContain(email)
})

test("lists say how many comments there are: of each consultation, and of each guest", async () => {
  const [asked, quiet] = [await arrange("invited"), await arrange("invited")]
  const [one, other] = [await invited(asked), await invited(asked)]
  await confirm(one.token)
  await confirm(other.token)
  await say(one.token, asked)
  await say(one.token, asked, { text: "And the dates." })
  await say(other.token, asked, { text: "And the rooms." })
  const lines = await listConsultations(member, group.slug)
  const counted = new Map(lines.map(({ id, comments: said }) => [id, said]))
  expect([counted.get(asked.id), counted.get(quiet.id)]).toEqual([3, 0])
  const guests = await listGuests(chair, asked.id)
  expect(new Map(guests.map(({ email, comments: said }) => [email, said]))).toEqual(
    new Map([
      [one.email, 2],
      [other.email, 1],
    ]),
  )
})

test("only the hash of a link is kept", async () => {
  const consultation = await arrange("invited")
  const { email, token } = await invited(consultation)
  const [row] = await owner
    .select()
    .from(consultationGuests)
    .where(eq(consultationGuests.email, email))
  expect(token.length).toBeGreaterThan(40)
  expect(JSON.stringify(row)).not.toContain(token)
})

describe("links that are not good", () => {
  test("a made-up one opens, confirms and says nothing", async () => {
    const consultation = await arrange("invited")
    await invited(consultation)
    const forged = "f".repeat(64)
    await expect(see(forged, consultation)).rejects.toMatchObject({ code: "not_found" })
    await expect(confirm(forged)).rejects.toMatchObject({ key: "consultation.linkSpent" })
    await expect(say(forged, consultation)).rejects.toMatchObject({ key: "consultation.linkSpent" })
    expect(await filedIn(consultation)).toEqual([])
  })

  test("that of another consultation neither opens this one nor comments on its texts", async () => {
    const here = await arrange("invited")
    const there = await arrange("invited")
    const { token } = await invited(there)
    await confirm(token)
    await expect(see(token, here)).rejects.toMatchObject({ code: "not_found" })
    await expect(say(token, here)).rejects.toMatchObject({ code: "not_found" })
    expect([...(await filedIn(here)), ...(await filedIn(there))]).toEqual([])
  })

  test("somebody else's link is no use to a guest: the actor has to be the one it is for", async () => {
    const consultation = await arrange("invited")
    const one = await invited(consultation)
    const other = await invited(consultation)
    await confirm(other.token)
    const actor = await guestOfLink(one.token)
    const input = commentAsGuestInput.parse({
      token: other.token,
      consultationTextId: consultation.textId,
      text: "In your name.",
      submission: randomUUID(),
    })
    await expect(commentAsGuest(actor, input)).rejects.toMatchObject({ code: "forbidden" })
    for (const stranger of [publicActor, member])
      await expect(commentAsGuest(stranger, input)).rejects.toMatchObject({
        code: stranger === publicActor ? "sign_in" : "forbidden",
      })
    expect(await filedIn(consultation)).toEqual([])
  })
})

test("a link shows nothing of others: no comment, no guest, no thread of the desk", async () => {
  const consultation = await arrange("invited")
  const one = await invited(consultation)
  const other = await invited(consultation)
  await confirm(one.token, "Ravi Esterling")
  await confirm(other.token, "Zoe Quill")
  await say(one.token, consultation, { text: "A secret of Ravi." })
  const seen = JSON.stringify(await see(other.token, consultation))
  for (const foreign of ["secret", "Esterling", one.email, other.email])
    expect(seen).not.toContain(foreign)
  const guest = await guestOfLink(other.token)
  const text = { kind: "document" as const, documentId: consultation.document.id }
  await expect(listThreads(guest, text, "en")).rejects.toMatchObject({ code: "not_found" })
  await expect(listGuests(guest, consultation.id)).rejects.toMatchObject({ code: "not_found" })
})

test("a comment one second late is kept for the guest on their page, and not filed", async () => {
  const consultation = await arrange("invited")
  const { token } = await invited(consultation)
  await confirm(token)
  setClock(() => new Date(closesAt.getTime() + 1000))
  await expect(say(token, consultation, { text: "Too late." })).rejects.toMatchObject({
    code: "conflict",
    key: "consultation.keptIsClosed",
  })
  expect(await filedIn(consultation)).toEqual([])
  const { status, kept, own } = await see(token, consultation)
  expect({ status, own }).toEqual({ status: "closed", own: [] })
  expect(kept).toMatchObject([{ text: "Too late.", because: "consultation.keptIsClosed" }])
  const [row] = await owner
    .select()
    .from(commentDrafts)
    .where(eq(commentDrafts.id, kept[0]?.id ?? ""))
  expect(row?.personId).toBeNull()
})

describe("anyone", () => {
  test("gets a link, is admitted comment by comment, and is seen by members only then", async () => {
    const consultation = await arrange("anyone")
    const email = address()
    await ask(consultation, email)
    const [mail] = await mailsTo(email)
    expect(mail?.text).toContain(
      `/${group.slug}/consultations/${consultation.slug}/take-part?token=`,
    )
    const token = await linkOf(email)
    await confirm(token)
    const { commentId, waiting } = await say(token, consultation, { text: "From outside." })
    expect(waiting).toBe(true)
    const text = { kind: "document" as const, documentId: consultation.document.id }
    const seen = async () => JSON.stringify(await listThreads(member, text, "en"))
    expect(await seen()).not.toContain("From outside.")
    const decide = (who: SignedIn, answer: "admitted" | "refused") =>
      moderateComment(who, { consultationId: consultation.id, commentId, answer, seen: "" })
    await expect(decide(member, "admitted")).rejects.toMatchObject({ code: "forbidden" })
    await decide(chair, "admitted")
    expect(await seen()).toContain("From outside.")
    await decide(chair, "refused")
    expect(await seen()).not.toContain("From outside.")
    expect((await see(token, consultation)).own).toMatchObject([{ moderation: "refused" }])
  })

  test("who was invited need not wait", async () => {
    const consultation = await arrange("anyone")
    const { token } = await invited(consultation)
    await confirm(token)
    expect(await say(token, consultation)).toMatchObject({ waiting: false })
  })

  test("the answer says nothing about an address, and asking too often is refused", async () => {
    const consultation = await arrange("invited")
    const known = await invited(consultation)
    const stranger = address()
    await expect(ask(consultation, stranger)).resolves.toBeUndefined()
    await expect(ask(consultation, known.email)).resolves.toBeUndefined()
    expect(await mailsTo(stranger)).toEqual([])
    expect(await linkOf(known.email)).toBe(known.token)
    await ask(consultation, known.email)
    await ask(consultation, known.email)
    await expect(ask(consultation, known.email)).rejects.toMatchObject({ code: "too_many" })
    const inside = await arrange("members")
    await expect(ask(inside, address())).rejects.toMatchObject({ code: "not_found" })
  })
})

test("a guest who sends very many comments is told to wait, and one sent again counts once", async () => {
  const consultation = await arrange("invited")
  const { token } = await invited(consultation)
  await confirm(token)
  const submission = randomUUID()
  await Promise.all(Array.from({ length: 10 }, () => say(token, consultation, { submission })))
  expect(await filedIn(consultation)).toHaveLength(1)
  for (let sent = 1; sent < 30; sent++) await say(token, consultation)
  await expect(say(token, consultation)).rejects.toMatchObject({ code: "too_many" })
  expect(await say(token, consultation, { submission })).toMatchObject({ waiting: false })
  expect(await filedIn(consultation)).toHaveLength(30)
})

describe("the reminder", () => {
  test("goes to those alone who have not answered and did not ask for silence, once", async () => {
    const consultation = await arrange("invited")
    const answered = await invited(consultation)
    const silent = await invited(consultation)
    const open = await invited(consultation)
    await confirm(answered.token)
    await say(answered.token, consultation)
    await silenceGuest(await guestOfLink(silent.token), { token: silent.token })
    for (let run = 0; run < 2; run++) await callGuests(consultation.id, "reminder")
    const subjects = async ({ email }: { email: string }) =>
      (await mailsTo(email)).map(({ subject }) => subject.split(":")[0])
    const opening = `${group.slug.toUpperCase()} asks for comments`
    expect(await subjects(answered)).toEqual([opening])
    expect(await subjects(silent)).toEqual([opening])
    expect(await subjects(open)).toEqual([opening, "Two days left"])
    expect(await linkOf(open.email)).toBe(open.token)
    const left = await guestsToWriteTo(owner, consultation.id, "unanswered")
    expect(left.map(({ email }) => email)).toEqual([open.email])
  })

  test("and no mail goes when the consultation closed before the job ran", async () => {
    const consultation = await arrange("invited")
    const { email } = await invited(consultation)
    setClock(() => closesAt)
    await callGuests(consultation.id, "reminder")
    expect(await mailsTo(email)).toHaveLength(1)
  })
})

describe("inviting", () => {
  test("refuses a whole list for one that is no address, and names it", async () => {
    const consultation = await arrange("invited")
    await expect(invite(consultation, `${address()}, <b>x</b>`)).rejects.toMatchObject({
      fields: { addresses: "consultation.notAnAddress" },
      values: { address: "<b>x</b>" },
    })
    expect(await listGuests(chair, consultation.id)).toEqual([])
  })
  test("is for co-chairs, in consultations that are for more than members; once each", async () => {
    const consultation = await arrange("invited")
    const email = address()
    await expect(invite(consultation, email, member)).rejects.toMatchObject({ code: "forbidden" })
    const outsider = await makeActor(owner)
    await expect(invite(consultation, email, outsider)).rejects.toMatchObject({ code: "not_found" })
    expect(await invite(consultation, `${email}\n${email.toUpperCase()};`)).toMatchObject({
      invited: 1,
      before: 0,
    })
    expect(await invite(consultation, email)).toMatchObject({ invited: 0, before: 1 })
    const inside = await arrange("members")
    await expect(invite(inside, address())).rejects.toMatchObject({
      key: "consultation.membersOnly",
    })
    const [row] = await owner
      .select()
      .from(consultationGuests)
      .where(
        and(
          eq(consultationGuests.consultationId, consultation.id),
          eq(consultationGuests.email, email),
        ),
      )
    expect(row).toMatchObject({ invitedBy: chair.personId, confirmedAt: null })
  })
})

test("what cannot be a comment is refused at its field: other words, another section, a megabyte", async () => {
  const consultation = await arrange("invited")
  const { token } = await invited(consultation)
  await confirm(token)
  await expect(say(token, consultation, { quote: "Never written." })).rejects.toMatchObject({
    fields: { quote: "consultation.quoteUnknown" },
  })
  await expect(say(token, consultation, { place: randomUUID() })).rejects.toMatchObject({
    fields: { place: "consultation.noSuchSection" },
  })
  await expect(say(token, consultation, { text: "a".repeat(1_000_000) })).rejects.toMatchObject({
    fields: { text: "comment.long" },
  })
  expect(await filedIn(consultation)).toEqual([])
})

test("a guest takes their own comment back, and nobody else's; members see a stub", async () => {
  const consultation = await arrange("invited")
  const one = await invited(consultation)
  const other = await invited(consultation)
  await confirm(one.token)
  await confirm(other.token)
  const { commentId } = await say(one.token, consultation, { text: "A slip of the pen." })
  const withdraw = async (token: string) =>
    withdrawAsGuest(await guestOfLink(token), { token, commentId })
  await expect(withdraw(other.token)).rejects.toMatchObject({ code: "not_found" })
  await withdraw(one.token)
  await expect(withdraw(one.token)).rejects.toMatchObject({ key: "comment.isWithdrawn" })
  expect((await see(one.token, consultation)).own).toMatchObject([{ withdrawn: true, parts: [] }])
  const text = { kind: "document" as const, documentId: consultation.document.id }
  expect(JSON.stringify(await listThreads(member, text, "en"))).not.toContain("slip of the pen")
  expect(await filedIn(consultation)).toMatchObject([{ text: "A slip of the pen." }])
})

test("a mail that is written under another secret carries a link that works", async () => {
  const consultation = await arrange("invited")
  const { email, token } = await invited(consultation)
  const old = "a".repeat(64)
  await owner
    .update(consultationGuests)
    .set({ tokenHash: hashOf(old) })
    .where(eq(consultationGuests.email, email))
  expect(await see(old, consultation)).toMatchObject({ status: "open" })
  await callGuests(consultation.id, "reminder")
  expect(await linkOf(email)).toBe(token)
  await confirm(token)
  expect((await see(token, consultation)).guest.confirmed).toBe(true)
})
