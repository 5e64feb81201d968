import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { arrangeGuest } from "@/db/factories/open-consultation"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { comments } from "@/db/schema/comments"
import { commentLimits } from "@/lib/comments/model"
import { hashOf } from "@/lib/platform/secrets"
import { commentInConsultation } from "./comment"
import { commentAsGuest } from "./comment-as-guest"
import { editAsGuest } from "./edit-as-guest"
import { guestOfLink, guestToken } from "./guest-link"
import { commentAsGuestInput, commentInConsultationInput, editAsGuestInput } from "./input"
import { commentsPer } from "./model"

const { owner } = await testDatabase()
const day = 86_400_000
let to: Awaited<ReturnType<typeof arrangeConsultation>>
let member: SignedIn
let token: string
beforeEach(async () => {
  const group = await makeGroup(owner)
  const chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [group.id]: "co-chair" } })
  member = await makeActor(owner, { name: "Ilva Morandini", roles: { [group.id]: "member" } })
  to = await arrangeConsultation(owner, {
    ...{ groupId: group.id, askedBy: chair.personId, audience: "invited" },
    ...{ opensAt: new Date(Date.now() - day), closesAt: new Date(Date.now() + day) },
  })
  const id = randomUUID()
  token = guestToken(id)
  await arrangeGuest(owner, {
    ...{ id, consultationId: to.id, tokenHash: hashOf(token), invitedBy: chair.personId },
    confirmedAt: new Date(Date.now() - day),
  })
})

const form = (text: string, submission: string = randomUUID()) => ({
  ...{ consultationId: to.id, token, consultationTextId: to.textId, text, submission },
})
const say = (text: string, submission?: string) =>
  commentInConsultation(member, commentInConsultationInput.parse(form(text, submission)))
const sayAsGuest = async (text: string, submission?: string) =>
  commentAsGuest(await guestOfLink(token), commentAsGuestInput.parse(form(text, submission)))
const filed = () => owner.$count(comments, eq(comments.consultationId, to.id))

test("a comment of 1 MB in a consultation is refused with how long it may be, and leaves nothing behind", async () => {
  const long = {
    code: "invalid",
    values: { most: commentLimits.text },
    fields: { text: "comment.long" },
  }
  const words = "é".repeat(1_048_576)
  await expect(say(words)).rejects.toMatchObject(long)
  await expect(sayAsGuest(words)).rejects.toMatchObject(long)
  expect(await filed()).toBe(0)
  const { commentId } = await sayAsGuest("é".repeat(commentLimits.text))
  const edit = editAsGuestInput.parse({ token, commentId, text: words })
  await expect(editAsGuest(await guestOfLink(token), edit)).rejects.toMatchObject(long)
})

test.each([
  ["member", say],
  ["guest", sayAsGuest],
])("the same form that a %s sends again is filed once, and counts once", async (_, send) => {
  const submission = randomUUID()
  for (let time = 0; time <= commentsPer; time++) await send("Add the budget.", submission)
  expect(await filed()).toBe(1)
  expect((await send("And the date.")).late).toBe(false)
})
