import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { commentDrafts } from "@/db/schema/comments"
import { consultationGuests, consultations } from "@/db/schema/consultations"
import { setClock } from "@/lib/platform/clock"
import { hashOf } from "@/lib/platform/secrets"
import { getDeskTexts } from "./desk-texts"
import { discardDraft, discardDraftAsGuest } from "./discard-draft"
import { forgetGuestDrafts } from "./forget-drafts"
import { guestOfLink, guestToken } from "./guest-link"
import { getConsultationForGuest } from "./guest-queries"
import { draftKey } from "./model"
import { keptPrefix } from "./take-in"

const { owner } = await testDatabase()
const day = 86_400_000
const closesAt = new Date(Date.now() - day)
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
    ...{ groupId: group.id, askedBy: chair.personId, audience: "invited" },
    ...{ opensAt: new Date(closesAt.getTime() - 7 * day), closesAt },
  })

async function makeGuest() {
  const id = randomUUID()
  const token = guestToken(id)
  await owner.insert(consultationGuests).values({
    ...{ id, consultationId: asked.id, email: `${id}@example.org`, confirmedAt: closesAt },
    ...{ tokenHash: hashOf(token), invitedBy: chair.personId },
  })
  return { id, token }
}
type Whose = { personId: string } | { guestId: string }
/** What somebody typed, or sent too late. */
async function draft(
  whose: Whose,
  text: string,
  more: Partial<typeof commentDrafts.$inferInsert> = {},
  of = asked,
) {
  const key = more.keptBecause ? `${keptPrefix(of.id)}${randomUUID()}` : draftKey(of.id, of.textId)
  const [row] = await owner
    .insert(commentDrafts)
    .values({ ...whose, key, text, savedAt: closesAt, ...more })
    .returning()
  return row?.id ?? ""
}
const late = { keptBecause: "consultation.keptIsClosed" }
const see = async (token: string) =>
  getConsultationForGuest(await guestOfLink(token), token, {
    ...{ group: group.slug, consultation: asked.slug },
  })
const isThere = async (id: string) =>
  (await owner.$count(commentDrafts, eq(commentDrafts.id, id))) === 1
const discardByLink = async (token: string, draftId: string) =>
  discardDraftAsGuest(await guestOfLink(token), { token, draftId })

test("once comments are closed, an author discards what was begun and what came too late, one by one", async () => {
  const { id: guestId, token } = await makeGuest()
  const mine = { personId: member.personId }
  const [begun] = [await draft(mine, "Begun"), await draft(mine, "Late", late)]
  const [, sent] = [
    await draft({ guestId }, "Begun by link"),
    await draft({ guestId }, "Late too", late),
  ]
  await discardDraft(member, { consultationId: asked.id, draftId: begun })
  await discardByLink(token, sent)
  expect(await getDeskTexts(member, asked.id, "en")).toMatchObject({
    ...{ unsent: [], kept: [{ text: "Late" }] },
  })
  expect(await see(token)).toMatchObject({ unsent: [{ text: "Begun by link" }], kept: [] })
  // Pressed twice, it is gone all the same.
  await discardByLink(token, sent)
})

test("nobody discards what another typed, or what belongs to another consultation", async () => {
  const [one, other] = [await makeGuest(), await makeGuest()]
  const elsewhere = await ask()
  const theirs = [
    await draft({ guestId: one.id }, "Of the one"),
    await draft({ personId: chair.personId }, "Of the chair"),
    await draft({ personId: member.personId }, "Elsewhere", {}, elsewhere),
  ]
  for (const draftId of theirs) {
    await discardDraft(member, { consultationId: asked.id, draftId })
    await discardByLink(other.token, draftId)
    expect(await isThere(draftId)).toBe(true)
  }
  const [draftId = ""] = theirs
  const outsider = await makeActor(owner)
  await expect(discardDraft(outsider, { consultationId: asked.id, draftId })).rejects.toMatchObject(
    { code: "not_found" },
  )
  await expect(discardByLink(one.token.replace(/^.{6}/, "000000"), draftId)).rejects.toMatchObject({
    code: "not_found",
  })
  await expect(
    discardDraftAsGuest(await guestOfLink(other.token), { token: one.token, draftId }),
  ).rejects.toMatchObject({ code: "forbidden" })
})

test("what guests left is forgotten 30 days after the end and after it was typed; what members left stays", async () => {
  const { id: guestId } = await makeGuest()
  const after = new Date(closesAt.getTime() + 20 * day)
  const begun = await draft({ guestId }, "Begun")
  const sent = await draft({ guestId }, "Late", { ...late, savedAt: after })
  const members = await draft({ personId: member.personId }, "Mine")
  const there = async () => [await isThere(begun), await isThere(sent), await isThere(members)]
  const forgetAfter = async (days: number) => {
    setClock(() => new Date(closesAt.getTime() + days * day))
    await forgetGuestDrafts()
    return there()
  }
  expect(await forgetAfter(29)).toEqual([true, true, true])
  // Opened once more, or comments taken late: it is not over.
  await owner
    .update(consultations)
    .set({ lateUntil: new Date(closesAt.getTime() + 5 * day) })
    .where(eq(consultations.id, asked.id))
  expect(await forgetAfter(31)).toEqual([true, true, true])
  expect(await forgetAfter(36)).toEqual([false, true, true])
  expect(await forgetAfter(51)).toEqual([false, false, true])
})

test("of one that was called off, 30 days after that; of one that is still to open nothing", async () => {
  const { id: guestId } = await makeGuest()
  const savedAt = new Date(Date.now() - 40 * day)
  const kept = await draft({ guestId }, "Early", { ...late, savedAt })
  const change = (values: Partial<typeof consultations.$inferInsert>) =>
    owner.update(consultations).set(values).where(eq(consultations.id, asked.id))
  await change({ closesAt: new Date(Date.now() + 9 * day), opensAt: new Date(Date.now() + day) })
  await forgetGuestDrafts()
  expect(await isThere(kept)).toBe(true)
  await change({ cancelledAt: new Date(Date.now() - 31 * day), cancelReason: "No longer asked" })
  await forgetGuestDrafts()
  expect(await isThere(kept)).toBe(false)
})
