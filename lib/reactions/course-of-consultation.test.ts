import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup } from "@/db/factories/people"
import { comments } from "@/db/schema/comments"
import { consultations } from "@/db/schema/consultations"
import { mails } from "@/db/schema/mail"
import { noticeChoices, notices } from "@/db/schema/notices"
import { followEvents } from "@/e2e/support/follow-events"
import { askToComment } from "@/lib/consultations/ask-to-comment"
import { closeConsultation } from "@/lib/consultations/close"
import { commentAsGuest } from "@/lib/consultations/comment-as-guest"
import { confirmGuest } from "@/lib/consultations/confirm-guest"
import { editAsGuest } from "@/lib/consultations/edit-as-guest"
import { extendConsultation } from "@/lib/consultations/extend"
import { guestOfLink } from "@/lib/consultations/guest-link"
import {
  commentAsGuestInput,
  confirmGuestInput,
  inviteGuestsInput,
} from "@/lib/consultations/input"
import { inviteGuests } from "@/lib/consultations/invite"
import { moderateComment } from "@/lib/consultations/moderate"
import { listGuests } from "@/lib/consultations/queries"
import { turnConsultations } from "@/lib/consultations/turn"
import { findDueDigests } from "@/lib/notices/due-digests"
import { publicActor } from "@/lib/platform/actor"
import { setClock } from "@/lib/platform/clock"
import { writeDigest } from "./write-digest"

const { owner } = await testDatabase()
const opensAt = new Date("2027-03-01T09:00:00Z")
const closesAt = new Date("2027-03-20T12:00:00Z")
const at = (time: string) => setClock(() => new Date(time))
let group: Awaited<ReturnType<typeof makeGroup>>
let chair: Awaited<ReturnType<typeof makeActor>>
let second: typeof chair
let member: typeof chair
let asked: Awaited<ReturnType<typeof arrangeConsultation>>
let last = 0
beforeEach(async () => {
  // What other tests left open is none of the clock's business here.
  await owner.update(consultations).set({ cancelledAt: opensAt, cancelReason: "Another test" })
  group = await makeGroup(owner)
  const within = (role: "member" | "co-chair") => makeActor(owner, { roles: { [group.id]: role } })
  chair = await within("co-chair")
  second = await within("co-chair")
  member = await within("member")
  at("2027-03-01T10:00:00Z")
  asked = await arrangeConsultation(owner, {
    ...{ groupId: group.id, askedBy: chair.personId, opensAt, closesAt, audience: "anyone" },
  })
  await turnConsultations()
  await follow()
})
afterEach(() => setClock(undefined))

async function follow(): Promise<void> {
  last = await followEvents(owner, group.id, last)
}
const subjectsTo = async (email: string) => {
  const rows = await owner.select().from(mails).where(eq(mails.to, email)).orderBy(mails.createdAt)
  return rows.map(({ subject }) => subject.replace(/^\[.*?\] /, ""))
}
const linkOf = async (email: string) => {
  const rows = await owner.select().from(mails).where(eq(mails.to, email)).orderBy(mails.createdAt)
  return rows.flatMap(({ text }) => text.match(/token=([\w-]+)/)?.[1] ?? [])[0] ?? ""
}
const invite = async (email = `guest-${randomUUID()}@example.org`) => {
  await inviteGuests(chair, inviteGuestsInput.parse({ consultationId: asked.id, addresses: email }))
  await follow()
  return email
}
/** Somebody who came by themselves and confirmed; resolves to their address and their link. */
async function come() {
  const email = `self-${randomUUID()}@example.org`
  await askToComment(publicActor, {
    ...{ slug: group.slug, consultation: asked.slug, email, locale: "en" },
    network: randomUUID(),
  })
  const token = await linkOf(email)
  await confirmGuest(
    await guestOfLink(token),
    confirmGuestInput.parse({ token, name: "Ravi Esterling" }),
  )
  return { email, token }
}
const say = async (token: string, text = "Add the budget.") => {
  const { commentId } = await commentAsGuest(
    await guestOfLink(token),
    commentAsGuestInput.parse({
      ...{ token, text, consultationTextId: asked.textId, submission: randomUUID() },
    }),
  )
  await follow()
  return commentId
}
const row = async () => {
  const [found] = await owner.select().from(consultations).where(eq(consultations.id, asked.id))
  if (!found) throw new Error("The consultation is gone")
  return found
}
const close = async (by = chair) => {
  const { revision } = await row()
  await closeConsultation(by, { consultationId: asked.id, revision })
  await follow()
}
const extend = async (closesDay: string) => {
  const { revision } = await row()
  await extendConsultation(chair, {
    ...{ consultationId: asked.id, revision, zone: "UTC", closesDay, closesTime: "12:00" },
  })
  await follow()
}
const heldBy = async (personId: string) => {
  const rows = await owner.select().from(notices).where(eq(notices.personId, personId))
  return rows.flatMap(({ kind, data }) =>
    kind === "consultation-held" ? (data as { what: string }).what : [],
  )
}

describe("closed by a person before its day", () => {
  test("members and guests who were told of the opening are told so, once, each with what they chose", async () => {
    const guest = await invite()
    await owner.insert(noticeChoices).values({
      ...{ personId: second.personId, groupId: group.id, tempo: "never" },
      kind: "consultation-opening",
    })
    const later = await makeActor(owner, { roles: { [group.id]: "member" } })
    at("2027-03-05T08:00:00Z")
    await close()
    expect((await subjectsTo(member.email)).slice(1)).toEqual(["Closed early: The activity plan"])
    expect((await subjectsTo(guest)).slice(1)).toEqual(["Closed early: The activity plan"])
    expect((await subjectsTo(second.email)).slice(1)).toEqual([])
    expect(await subjectsTo(later.email)).toEqual([])
  })

  test("and open again until the day that was said first, is told to be open until then", async () => {
    const guest = await invite()
    for (const day of ["05", "06"]) {
      at(`2027-03-${day}T08:00:00Z`)
      await close()
      await extend("2027-03-20")
    }
    const course = [
      "Closed early: The activity plan",
      "Now open until 20 March 2027: The activity plan",
      "Closed early: The activity plan",
      "Now open until 20 March 2027: The activity plan",
    ]
    expect((await subjectsTo(member.email)).slice(1)).toEqual(course)
    expect((await subjectsTo(guest)).slice(1)).toEqual(course)
  })

  test("by the clock on its day, nobody is told that it closed but who holds it", async () => {
    const guest = await invite()
    at("2027-03-20T12:00:00Z")
    await turnConsultations()
    await follow()
    expect(await subjectsTo(member.email)).toHaveLength(1)
    expect(await subjectsTo(guest)).toHaveLength(1)
    expect(await heldBy(chair.personId)).toEqual(["over"])
    expect(await heldBy(second.personId)).toEqual(["over"])
    expect(await heldBy(member.personId)).toEqual([])
  })
})

test("who closes it themselves is not told that it is over; the other co-chair is", async () => {
  at("2027-03-05T08:00:00Z")
  await close()
  expect(await heldBy(chair.personId)).toEqual([])
  expect(await heldBy(second.personId)).toEqual(["over"])
})

test("whoever came by themselves and commented is not asked for comments when another is invited", async () => {
  const { email, token } = await come()
  await say(token)
  const other = await invite()
  await invite(email)
  expect(await subjectsTo(email)).toEqual([
    `Your link to comment in a consultation of ${group.shortName}`,
  ])
  expect(await subjectsTo(other)).toEqual([
    `${group.shortName} asks for comments: The activity plan`,
  ])
})

test("a member who is invited by their address is asked once, as a member, and the form says so", async () => {
  const email = `guest-${randomUUID()}@example.org`
  const addresses = `${member.email.toUpperCase()}, ${email}`
  const input = inviteGuestsInput.parse({ consultationId: asked.id, addresses })
  expect(await inviteGuests(chair, input)).toEqual({
    ...{ invited: 1, before: 0, members: 1, names: member.email },
  })
  await follow()
  expect(await subjectsTo(member.email)).toHaveLength(1)
  expect(await subjectsTo(email)).toHaveLength(1)
  const guests = await listGuests(chair, asked.id)
  expect(guests.map((guest) => guest.email)).toEqual([email])
})

describe("comments of guests that wait", () => {
  const seenNow = async (commentId: string) => {
    const [found] = await owner.select().from(comments).where(eq(comments.id, commentId))
    return found?.editedAt?.toISOString() ?? ""
  }
  const moderate = async (commentId: string, answer: "admitted" | "refused") => {
    const seen = await seenNow(commentId)
    await moderateComment(second, { consultationId: asked.id, commentId, answer, seen })
    await follow()
  }
  const digestTo = async ({ personId, email }: typeof chair) => {
    at("2027-03-03T09:00:00Z")
    for (const one of await findDueDigests()) if (one.personId === personId) await writeDigest(one)
    const sent = await owner
      .select()
      .from(mails)
      .where(eq(mails.to, email))
      .orderBy(mails.createdAt)
    return sent.map(({ text }) => text).filter((text) => text.includes("since the last mail"))
  }

  test("are told to the co-chairs alone, together in one entry of their digest", async () => {
    const { token } = await come()
    await say(token, "One secret.")
    await say(token, "Two secrets.")
    const answered = await say(token, "Three secrets.")
    await moderate(answered, "admitted")
    expect(await heldBy(member.personId)).toEqual([])
    expect(await heldBy(chair.personId)).toEqual(["waiting", "waiting", "waiting"])
    const [digest, ...more] = await digestTo(chair)
    expect(more).toEqual([])
    expect(digest).toContain("* 2 comments of guests wait for a co-chair: The activity plan")
    expect(digest).toContain(`/desk/${group.slug}/consultations/${asked.slug}/guests`)
    expect(digest).not.toContain("secret")
  })

  test("that were all answered by the time of the digest are no mail", async () => {
    const { token } = await come()
    await moderate(await say(token), "refused")
    expect(await digestTo(chair)).toEqual([])
  })

  test("come at once to who chose so, and once more when other words wait after an answer", async () => {
    await owner.insert(noticeChoices).values({
      ...{ personId: chair.personId, groupId: group.id, tempo: "at-once" },
      kind: "consultation-held",
    })
    const { token } = await come()
    const commentId = await say(token)
    const edit = async (text: string) => {
      await editAsGuest(await guestOfLink(token), { token, commentId, text })
      await follow()
    }
    await edit("Add the whole budget.")
    const waits = "A comment waits for you: The activity plan"
    expect((await subjectsTo(chair.email)).slice(1)).toEqual([waits])
    await moderate(commentId, "admitted")
    await edit("Add no budget.")
    expect((await subjectsTo(chair.email)).slice(1)).toEqual([waits, waits])
  })
})
