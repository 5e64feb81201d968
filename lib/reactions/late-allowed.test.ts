import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { arrangeGuest } from "@/db/factories/open-consultation"
import { makeActor, makeGroup } from "@/db/factories/people"
import { consultationGuests, consultations } from "@/db/schema/consultations"
import { mails } from "@/db/schema/mail"
import { followEvents } from "@/e2e/support/follow-events"
import { allowLateComments } from "@/lib/consultations/allow-late"
import { commentInConsultation } from "@/lib/consultations/comment"
import { commentAsGuest } from "@/lib/consultations/comment-as-guest"
import { endLateComments } from "@/lib/consultations/end-late"
import { guestOfLink, guestToken } from "@/lib/consultations/guest-link"
import { commentAsGuestInput } from "@/lib/consultations/input"
import { setClock } from "@/lib/platform/clock"
import { hashOf } from "@/lib/platform/secrets"

const { owner } = await testDatabase()
const opensAt = new Date("2027-03-01T09:00:00Z")
const closesAt = new Date("2027-03-15T12:00:00Z")
let group: Awaited<ReturnType<typeof makeGroup>>
let chair: Awaited<ReturnType<typeof makeActor>>
let member: typeof chair
let asked: Awaited<ReturnType<typeof arrangeConsultation>>
let last = 0
beforeEach(async () => {
  group = await makeGroup(owner)
  chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  member = await makeActor(owner, { roles: { [group.id]: "member" } })
  asked = await arrangeConsultation(owner, {
    ...{ groupId: group.id, askedBy: chair.personId, opensAt, closesAt, audience: "invited" },
  })
  setClock(() => new Date("2027-03-16T08:00:00Z"))
})
afterEach(() => setClock(undefined))

const revision = async () => {
  const [row] = await owner.select().from(consultations).where(eq(consultations.id, asked.id))
  return row?.revision ?? 0
}
const follow = async () => {
  last = await followEvents(owner, group.id, last)
}
const allow = async (lateDay: string) =>
  allowLateComments(chair, {
    ...{ consultationId: asked.id, revision: await revision(), zone: "UTC" },
    ...{ lateDay, lateTime: "12:00" },
  })
const answer = () => ({
  ...{ consultationTextId: asked.textId, text: "Too late.", submission: randomUUID() },
})
async function seat() {
  const id = randomUUID()
  const token = guestToken(id)
  const { email } = await arrangeGuest(owner, {
    ...{ id, consultationId: asked.id, tokenHash: hashOf(token), invitedBy: chair.personId },
    confirmedAt: opensAt,
  })
  const send = async () =>
    expect(
      commentAsGuest(await guestOfLink(token), commentAsGuestInput.parse({ token, ...answer() })),
    ).rejects.toMatchObject({ key: "consultation.keptIsClosed" })
  return { id, token, email, send }
}
const lettersTo = async (email: string) =>
  owner.select().from(mails).where(eq(mails.to, email)).orderBy(mails.createdAt)

async function somebodyTooLate() {
  const more = { place: null, quote: null, unnamed: false }
  await expect(
    commentInConsultation(member, { consultationId: asked.id, ...answer(), ...more }),
  ).rejects.toMatchObject({ key: "consultation.keptIsClosed" })
  const guest = await seat()
  await guest.send()
  return guest
}

test("whoever has a comment kept is told that it can still be sent, once, and nobody else", async () => {
  const guest = await somebodyTooLate()
  const [silent, silenced] = [await seat(), await seat()]
  await silenced.send()
  await owner
    .update(consultationGuests)
    .set({ silencedAt: opensAt })
    .where(eq(consultationGuests.id, silenced.id))
  await allow("2027-03-18")
  await follow()
  await allow("2027-03-20")
  await follow()
  const [toMember, ...moreToMember] = await lettersTo(member.email)
  expect(moreToMember).toEqual([])
  expect(toMember?.subject).toContain("Your comment can still be sent: The activity plan")
  expect(toMember?.text).toContain(
    "Late comments are taken until Thursday 18 March 2027, 12:00 UTC",
  )
  expect(toMember?.text).toContain(`/desk/${group.slug}/consultations/${asked.slug}`)
  const [toGuest, ...moreToGuest] = await lettersTo(guest.email)
  expect(moreToGuest).toEqual([])
  expect(toGuest?.subject).toBe("Your comment can still be sent: The activity plan")
  expect(toGuest?.text).toContain("until Thursday 18 March 2027, 12:00 UTC")
  expect(toGuest?.text).toContain(`?token=${guest.token}`)
  for (const { email } of [silent, silenced, chair]) expect(await lettersTo(email)).toEqual([])
})

test("nobody is told of late comments that are not taken any more when the job runs", async () => {
  const guest = await somebodyTooLate()
  await allow("2027-03-18")
  await endLateComments(chair, { consultationId: asked.id, revision: await revision() })
  await follow()
  expect(await lettersTo(member.email)).toEqual([])
  expect(await lettersTo(guest.email)).toEqual([])
})
