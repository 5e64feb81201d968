import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { comments } from "@/db/schema/comments"
import { consultationGuests } from "@/db/schema/consultations"
import { mails } from "@/db/schema/mail"
import { publicActor } from "@/lib/platform/actor"
import { setClock } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { callGuests } from "@/lib/reactions/call-guests"
import { findSender } from "@/lib/replies/sender"
import { askToComment } from "./ask-to-comment"
import { commentAsGuest } from "./comment-as-guest"
import { confirmGuest } from "./confirm-guest"
import { guestOfLink, guestToken } from "./guest-link"
import { getConsultationForGuest } from "./guest-queries"
import { commentAsGuestInput, confirmGuestInput, inviteGuestsInput } from "./input"
import { inviteGuests } from "./invite"
import { keepAnswerAsGuest } from "./keep-answer"
import { getConsultation, listGuests } from "./queries"
import { takeBackInvitation } from "./take-back"
import { withdrawAsGuest } from "./withdraw-as-guest"

const { owner } = await testDatabase()
const opensAt = new Date("2027-03-01T09:00:00Z")
const closesAt = new Date("2027-03-15T12:00:00Z")
let group: { id: string; slug: string }
let chair: SignedIn
let member: SignedIn
let written = 0
beforeEach(async () => {
  group = await makeGroup(owner)
  chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [group.id]: "co-chair" } })
  member = await makeActor(owner, { name: "Ilva Morandini", roles: { [group.id]: "member" } })
  setClock(() => new Date("2027-03-02T10:00:00Z"))
})
afterEach(() => setClock(undefined))

type Arranged = Awaited<ReturnType<typeof arrangeConsultation>>
const arrange = (audience: "invited" | "anyone" = "invited") =>
  arrangeConsultation(owner, {
    ...{ groupId: group.id, askedBy: chair.personId, opensAt, closesAt, audience },
  })
const invite = async (to: Arranged, email: string) => {
  const said = await inviteGuests(
    chair,
    inviteGuestsInput.parse({ consultationId: to.id, addresses: email }),
  )
  await callGuests(to.id, "opening")
  return said
}
/** Somebody who was invited, has the letter and confirmed their address. */
async function invited(to: Arranged) {
  const email = `taken-${++written}@example.org`
  await invite(to, email)
  const [guest] = await owner
    .select({ id: consultationGuests.id })
    .from(consultationGuests)
    .where(eq(consultationGuests.email, email))
  const id = guest?.id ?? ""
  const token = guestToken(id)
  await confirmGuest(await guestOfLink(token), confirmGuestInput.parse({ token, name: "Ravi" }))
  return { email, id, token }
}
const see = async (token: string, to: Arranged) =>
  getConsultationForGuest(await guestOfLink(token), token, {
    ...{ group: group.slug, consultation: to.slug },
  })
const say = async (token: string, to: Arranged, text = "Add the budget.") =>
  commentAsGuest(
    await guestOfLink(token),
    commentAsGuestInput.parse({
      ...{ token, text, consultationTextId: to.textId, submission: randomUUID() },
    }),
  )
const takeBack = (to: Arranged, guest: { id: string }, who: SignedIn = chair) =>
  takeBackInvitation(who, { consultationId: to.id, guestId: guest.id })
const subjectsTo = async (email: string) => {
  const rows = await owner.select().from(mails).where(eq(mails.to, email)).orderBy(mails.createdAt)
  return rows.map(({ subject }) => subject)
}
const ask = (of: Arranged, email: string) =>
  askToComment(publicActor, {
    ...{ slug: group.slug, consultation: of.slug, email, locale: "en" },
    network: `198.51.100.${++written}`,
  })
const spent = { code: "conflict", key: "consultation.takenBack" }

describe("an invitation that was taken back", () => {
  test("opens nothing, takes no word by link or mail, and keeps what was said before", async () => {
    const to = await arrange()
    const guest = await invited(to)
    const { commentId } = await say(guest.token, to)
    await takeBack(to, guest)
    const actor = await guestOfLink(guest.token)
    const { token } = guest
    await expect(see(token, to)).rejects.toMatchObject(spent)
    await expect(say(token, to, "Once more.")).rejects.toMatchObject(spent)
    await expect(
      confirmGuest(actor, confirmGuestInput.parse({ token, name: "Zoe" })),
    ).rejects.toMatchObject(spent)
    await expect(withdrawAsGuest(actor, { token, commentId })).rejects.toMatchObject(spent)
    await expect(
      keepAnswerAsGuest(actor, {
        ...{ token, consultationTextId: to.textId, text: "Half", place: null, quote: null },
        unnamed: false,
      }),
    ).rejects.toMatchObject(spent)
    expect(await transaction((tx) => findSender(tx, { guestId: guest.id }))).toBeNull()
    const filed = await owner.select().from(comments).where(eq(comments.consultationId, to.id))
    expect(filed).toMatchObject([{ text: "Add the budget.", withdrawnAt: null, guestId: guest.id }])
  })

  test("is written to no more, nor mailed its link when it asks, and counts as nobody", async () => {
    const to = await arrange()
    const [guest, other] = [await invited(to), await invited(to)]
    const before = await subjectsTo(guest.email)
    await takeBack(to, guest)
    await callGuests(to.id, "reminder")
    await ask(to, guest.email)
    expect(await subjectsTo(guest.email)).toEqual(before)
    expect(await subjectsTo(other.email)).toHaveLength(2)
    expect((await getConsultation(chair, group.slug, to.slug)).counts.guests).toBe(1)
    expect(await listGuests(chair, to.id)).toMatchObject([
      { email: guest.email, takenBackAt: new Date("2027-03-02T10:00:00Z") },
      { email: other.email, takenBackAt: null },
    ])
  })

  test("stands on the trail once, without the address", async () => {
    const to = await arrange()
    const guest = await invited(to)
    await Promise.all([takeBack(to, guest), takeBack(to, guest)])
    const trail = await owner.select().from(events).where(eq(events.groupId, group.id))
    const taken = trail.filter(({ name }) => name === "consultation.invitationTakenBack")
    expect(taken).toMatchObject([{ actorId: chair.personId, data: { title: to.title } }])
    expect(JSON.stringify(taken)).not.toContain(guest.email)
  })

  test("is given again to an address that is invited again, with a letter as the first time", async () => {
    const to = await arrange()
    const guest = await invited(to)
    await takeBack(to, guest)
    expect(await invite(to, guest.email)).toMatchObject({ invited: 1, before: 0 })
    expect(await subjectsTo(guest.email)).toHaveLength(2)
    expect((await see(guest.token, to)).texts).toHaveLength(1)
    expect(await invite(to, guest.email)).toMatchObject({ invited: 0, before: 1 })
  })

  test("where anyone may comment asks for a link like anyone else, and waits for a co-chair", async () => {
    const to = await arrange("anyone")
    const guest = await invited(to)
    expect(await say(guest.token, to)).toMatchObject({ waiting: false })
    await takeBack(to, guest)
    await ask(to, guest.email)
    expect(await subjectsTo(guest.email)).toHaveLength(2)
    expect(await say(guest.token, to, "By myself.")).toMatchObject({ waiting: true })
  })
})

test("only a co-chair takes one back, of this consultation, and only what was given", async () => {
  const [to, other] = [await arrange("anyone"), await arrange("anyone")]
  const guest = await invited(to)
  await expect(takeBack(to, guest, member)).rejects.toMatchObject({ code: "forbidden" })
  await expect(takeBack(other, guest)).rejects.toMatchObject({ code: "not_found" })
  await ask(to, "by-themselves@example.org")
  const came = (await listGuests(chair, to.id)).find(({ invited: was }) => !was)
  await expect(takeBack(to, { id: came?.id ?? "" })).rejects.toMatchObject({
    key: "consultation.cameThemselves",
  })
  expect((await see(guest.token, to)).texts).toHaveLength(1)
})

test("a word that is on its way when it is taken back is filed before, or not at all", async () => {
  const to = await arrange()
  const guest = await invited(to)
  const sent = Array.from({ length: 6 }, (_, at) => say(guest.token, to, `Word ${at}.`))
  const [told] = await Promise.all([Promise.allSettled(sent), takeBack(to, guest)])
  const filed = await owner.$count(comments, eq(comments.consultationId, to.id))
  expect(filed).toBe(told.filter(({ status }) => status === "fulfilled").length)
  await expect(say(guest.token, to)).rejects.toMatchObject(spent)
})
