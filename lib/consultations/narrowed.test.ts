import { randomUUID } from "node:crypto"
import { and, eq } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { comments } from "@/db/schema/comments"
import { consultationGuests, consultations } from "@/db/schema/consultations"
import { mails } from "@/db/schema/mail"
import { setClock } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { callGuests } from "@/lib/reactions/call-guests"
import { findSender } from "@/lib/replies/sender"
import { commentAsGuest } from "./comment-as-guest"
import { editConsultation } from "./edit"
import { guestOfLink, guestToken } from "./guest-link"
import { getConsultationForGuest } from "./guest-queries"
import { commentAsGuestInput, editConsultationInput, inviteGuestsInput } from "./input"
import { inviteGuests } from "./invite"
import { listGuests } from "./queries"

const { owner } = await testDatabase()
const opensAt = new Date("2027-03-01T09:00:00Z")
const planned = new Date("2027-02-20T10:00:00Z")
const open = new Date("2027-03-02T10:00:00Z")
let group: { id: string; slug: string }
let chair: SignedIn
beforeEach(async () => {
  group = await makeGroup(owner)
  chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [group.id]: "co-chair" } })
  setClock(() => planned)
})
afterEach(() => setClock(undefined))

type Arranged = Awaited<ReturnType<typeof arrangeConsultation>>
const arrange = () =>
  arrangeConsultation(owner, {
    ...{ groupId: group.id, askedBy: chair.personId, opensAt, audience: "invited" },
    closesAt: new Date("2027-03-15T12:00:00Z"),
  })
const invite = (to: Arranged, addresses: string) =>
  inviteGuests(chair, inviteGuestsInput.parse({ consultationId: to.id, addresses }))
const choose = (to: Arranged, audience: string, revision = 1) =>
  editConsultation(
    chair,
    editConsultationInput.parse({
      ...{ consultationId: to.id, revision, title: to.title, question: to.question, audience },
      ...{ zone: "UTC", opensDay: "2027-03-01", opensTime: "09:00" },
      ...{ closesDay: "2027-03-15", closesTime: "12:00", lateDay: "", lateTime: "" },
      texts: [`document:${to.document.id}`],
    }),
  )
const guestAt = async (email: string) => {
  const [guest] = await owner
    .select()
    .from(consultationGuests)
    .where(eq(consultationGuests.email, email))
  if (!guest) throw new Error("No guest")
  return { ...guest, token: guestToken(guest.id) }
}
const see = async (token: string, to: Arranged) =>
  getConsultationForGuest(await guestOfLink(token), token, {
    ...{ group: group.slug, consultation: to.slug },
  })
const say = async (token: string, to: Arranged) =>
  commentAsGuest(
    await guestOfLink(token),
    commentAsGuestInput.parse({
      ...{ token, text: "Add it.", consultationTextId: to.textId, submission: randomUUID() },
    }),
  )
const spent = { code: "conflict", key: "consultation.takenBack" }
const mailsTo = (email: string) => owner.$count(mails, eq(mails.to, email))

test("who was invited is neither told nor let in once it is planned for members alone", async () => {
  const to = await arrange()
  await invite(to, "one@narrowed.example.org, two@narrowed.example.org")
  await choose(to, "members")
  expect(await listGuests(chair, to.id)).toMatchObject([
    { email: "one@narrowed.example.org", takenBackAt: planned },
    { email: "two@narrowed.example.org", takenBackAt: planned },
  ])
  setClock(() => open)
  await callGuests(to.id, "opening")
  const guest = await guestAt("one@narrowed.example.org")
  expect(await mailsTo(guest.email)).toBe(0)
  await expect(see(guest.token, to)).rejects.toMatchObject(spent)
  await expect(say(guest.token, to)).rejects.toMatchObject(spent)
  expect(await owner.$count(comments, eq(comments.guestId, guest.id))).toBe(0)
})

test("how many lost their invitation is on the trail, without the addresses", async () => {
  const to = await arrange()
  await invite(to, "three@narrowed.example.org, four@narrowed.example.org")
  await choose(to, "members")
  const [edited] = await owner
    .select({ actorId: events.actorId, data: events.data })
    .from(events)
    .where(and(eq(events.subjectId, to.id), eq(events.name, "consultation.edited")))
  expect(edited).toEqual({
    actorId: chair.personId,
    data: { title: to.title, fields: ["audience"], takenBack: 2 },
  })
})

test("nobody comes back by themselves when it is for the invited again, but by an invitation", async () => {
  const to = await arrange()
  await invite(to, "five@narrowed.example.org")
  await choose(to, "members")
  await choose(to, "invited", 2)
  setClock(() => open)
  await callGuests(to.id, "opening")
  expect(await mailsTo("five@narrowed.example.org")).toBe(0)
  expect(await invite(to, "five@narrowed.example.org")).toMatchObject({ invited: 1, before: 0 })
  await callGuests(to.id, "opening")
  expect(await mailsTo("five@narrowed.example.org")).toBe(1)
})

test("a seat that still stands in one for members alone opens nothing either", async () => {
  const to = await arrange()
  await invite(to, "six@narrowed.example.org")
  await owner.update(consultations).set({ audience: "members" }).where(eq(consultations.id, to.id))
  setClock(() => open)
  await callGuests(to.id, "opening")
  const guest = await guestAt("six@narrowed.example.org")
  expect(await mailsTo(guest.email)).toBe(0)
  await expect(see(guest.token, to)).rejects.toMatchObject(spent)
  await expect(say(guest.token, to)).rejects.toMatchObject(spent)
  expect(await transaction((tx) => findSender(tx, { guestId: guest.id }))).toBeNull()
})
