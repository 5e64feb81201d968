import { randomUUID } from "node:crypto"
import { and, asc, eq } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { commentDrafts, comments } from "@/db/schema/comments"
import { consultations, consultationTexts } from "@/db/schema/consultations"
import { openThreadInput } from "@/lib/comments/input"
import { openThread } from "@/lib/comments/open-thread"
import { setClock } from "@/lib/platform/clock"
import { commentInConsultation } from "./comment"
import { extendConsultation } from "./extend"
import { getConsultation } from "./queries"
import { consultationStatus } from "./status"
import { nextTurn, turnConsultations } from "./turn"

const { owner } = await testDatabase()
let group: { id: string; slug: string }
let chair: SignedIn
let member: SignedIn
beforeEach(async () => {
  group = await makeGroup(owner)
  chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [group.id]: "co-chair" } })
  member = await makeActor(owner, { name: "Ilva Morandini", roles: { [group.id]: "member" } })
})
afterEach(() => setClock(undefined))

const opensAt = new Date("2027-03-01T09:00:00Z")
const closesAt = new Date("2027-03-15T12:00:00Z")
const at = (instant: Date, seconds = 0) =>
  setClock(() => new Date(instant.getTime() + seconds * 1000))
const arrange = (given: Partial<typeof consultations.$inferInsert> = {}) =>
  arrangeConsultation(owner, {
    groupId: group.id,
    askedBy: chair.personId,
    opensAt,
    closesAt,
    ...given,
  })
type Arranged = Awaited<ReturnType<typeof arrange>>
const say = (to: Arranged, text = "Add the budget.", submission = randomUUID(), who = member) =>
  commentInConsultation(who, {
    consultationId: to.id,
    consultationTextId: to.textId,
    place: null,
    quote: null,
    text,
    submission,
    unnamed: false,
  })
const trail = async ({ id }: { id: string }) =>
  (
    await owner
      .select({ name: events.name, data: events.data })
      .from(events)
      .where(and(eq(events.subjectType, "consultation"), eq(events.subjectId, id)))
      .orderBy(asc(events.id))
  ).map(({ name, data }) => ({ name, ...(data as object) }))
const rowOf = async ({ id }: { id: string }) =>
  (await owner.select().from(consultations).where(eq(consultations.id, id)))[0]
const filedIn = ({ id }: { id: string }) =>
  owner.select().from(comments).where(eq(comments.consultationId, id))

describe("what it is, by the clock alone", () => {
  const window = { opensAt, closesAt, lateUntil: null, cancelledAt: null }
  test.each([
    ["a second before the opening", opensAt, -1, "planned"],
    ["at the opening", opensAt, 0, "open"],
    ["a second before the end", closesAt, -1, "open"],
    ["at the end", closesAt, 0, "closed"],
  ])("%s", (_, instant, seconds, status) => {
    const moment = new Date(instant.getTime() + seconds * 1000)
    expect(consultationStatus(window, moment)).toBe(status)
  })
  test("late comments are taken until their own end, and none of one that was called off", () => {
    const late = { ...window, lateUntil: new Date("2027-03-17T12:00:00Z") }
    expect(consultationStatus(late, closesAt)).toBe("late")
    expect(consultationStatus(late, new Date("2027-03-17T12:00:00Z"))).toBe("closed")
    expect(consultationStatus({ ...late, cancelledAt: opensAt }, closesAt)).toBe("cancelled")
  })
})

test("it opens, reminds two days before the end and closes, each once however often the clock turns", async () => {
  const consultation = await arrange()
  for (const [instant, seconds] of [
    [opensAt, -1],
    [opensAt, 0],
    [opensAt, 60],
    [closesAt, -2 * 86_400 - 1],
    [closesAt, -2 * 86_400],
    [closesAt, -60],
    [closesAt, -1],
    [closesAt, 0],
    [closesAt, 60],
  ] as const) {
    at(instant, seconds)
    await turnConsultations()
    await turnConsultations()
  }
  expect(await trail(consultation)).toEqual([
    {
      name: "consultation.opened",
      title: "The activity plan",
      closesAt: closesAt.toISOString(),
    },
    { name: "consultation.reminded", title: "The activity plan" },
    { name: "consultation.closed", title: "The activity plan", comments: 0 },
  ])
  const row = await rowOf(consultation)
  expect(row).toMatchObject({ openedAt: opensAt, closedAt: closesAt })
  expect(row?.remindedAt).toEqual(new Date("2027-03-13T12:00:00Z"))
  const [text] = await owner
    .select()
    .from(consultationTexts)
    .where(eq(consultationTexts.consultationId, consultation.id))
  expect(text?.revision).toBe(1)
})

test("an end that is moved after its reminder is reminded of again, and one that is moved a little is not", async () => {
  const consultation = await arrange()
  const move = (to: Date) =>
    owner
      .select()
      .from(consultations)
      .where(eq(consultations.id, consultation.id))
      .then(([row]) =>
        extendConsultation(chair, {
          ...{ consultationId: consultation.id, revision: row?.revision ?? 0, zone: "UTC" },
          ...{ closesDay: to.toISOString().slice(0, 10), closesTime: "12:00" },
        }),
      )
  const reminders = async () =>
    (await trail(consultation)).filter(({ name }) => name === "consultation.reminded").length
  const later = (days: number) => new Date(closesAt.getTime() + days * 86_400_000)
  at(closesAt, -86_400)
  await turnConsultations()
  expect(await reminders()).toBe(1)
  await move(later(1))
  await turnConsultations()
  expect(await reminders()).toBe(1)
  await move(later(10))
  await turnConsultations()
  expect(await reminders()).toBe(1)
  at(later(10), -2 * 86_400)
  await turnConsultations()
  await turnConsultations()
  expect(await reminders()).toBe(2)
})

test("a window of two days or less has no reminder", async () => {
  const short = await arrange({ opensAt: new Date(closesAt.getTime() - 2 * 86_400_000) })
  at(closesAt, -3600)
  await turnConsultations()
  expect((await trail(short)).map(({ name }) => name)).toEqual(["consultation.opened"])
})

test("two servers that turn at once open and close it once", async () => {
  const consultation = await arrange()
  at(opensAt)
  await Promise.all(Array.from({ length: 4 }, turnConsultations))
  at(closesAt)
  await Promise.all(Array.from({ length: 4 }, turnConsultations))
  const names = (await trail(consultation)).map(({ name }) => name)
  expect(names).toEqual(["consultation.opened", "consultation.closed"])
})

test("a portal that was down from before the opening until after the end catches up, and took nothing", async () => {
  const consultation = await arrange()
  at(closesAt, 3600)
  await expect(say(consultation)).rejects.toMatchObject({ key: "consultation.keptIsClosed" })
  await turnConsultations()
  const names = (await trail(consultation)).map(({ name }) => name)
  expect(names).toEqual(["consultation.opened", "consultation.closed"])
  expect(await filedIn(consultation)).toEqual([])
})

describe("comments around the end", () => {
  test("the last second counts; one second later it is kept for its author alone, and not filed", async () => {
    const consultation = await arrange()
    at(closesAt, -1)
    expect(await say(consultation, "In time.")).toMatchObject({ late: false })
    at(closesAt, 1)
    const submission = randomUUID()
    for (let sent = 0; sent < 3; sent++)
      await expect(say(consultation, "Too late.", submission)).rejects.toMatchObject({
        code: "conflict",
        key: "consultation.keptIsClosed",
        data: { kept: true },
      })
    expect(await filedIn(consultation)).toMatchObject([{ text: "In time.", late: false }])
    const kept = await owner
      .select()
      .from(commentDrafts)
      .where(eq(commentDrafts.personId, member.personId))
    expect(kept).toMatchObject([
      { text: "Too late.", keptBecause: "consultation.keptIsClosed", guestId: null },
    ])
  })

  test("where late ones are allowed it is filed and marked, until their own end", async () => {
    const lateUntil = new Date(closesAt.getTime() + 3_600_000)
    const consultation = await arrange({ lateUntil })
    at(closesAt, 1)
    await turnConsultations()
    expect(await say(consultation, "Late.")).toMatchObject({ late: true })
    at(lateUntil)
    await expect(say(consultation, "Later.")).rejects.toMatchObject({
      key: "consultation.keptIsClosed",
    })
    expect(await filedIn(consultation)).toMatchObject([{ text: "Late.", late: true }])
  })

  test("those in flight when it closes are either filed and counted, or kept: none is lost", async () => {
    const consultation = await arrange()
    at(closesAt, -30)
    await turnConsultations()
    let asked = 0
    // The clock passes the end while twenty people send: every second question comes after it.
    setClock(() => new Date(closesAt.getTime() + (asked++ % 2 === 0 ? -1 : 0)))
    const people = await Promise.all(
      Array.from({ length: 20 }, () => makeActor(owner, { roles: { [group.id]: "member" } })),
    )
    const sent = people.map((who, place) => say(consultation, `No. ${place}`, randomUUID(), who))
    const [answers] = await Promise.all([Promise.allSettled(sent), turnConsultations()])
    at(closesAt)
    await turnConsultations()
    const filed = answers.filter(({ status }) => status === "fulfilled").length
    expect(filed).toBeGreaterThan(0)
    expect(await filedIn(consultation)).toHaveLength(filed)
    const kept = await owner.select().from(commentDrafts)
    const mine = kept.filter(({ key }) => key.includes(consultation.id))
    expect(mine).toHaveLength(20 - filed)
    expect((await rowOf(consultation))?.closedAt).not.toBeNull()
  })

  test("the same form sent again after the end is the comment that it made before it", async () => {
    const consultation = await arrange()
    const submission = randomUUID()
    at(closesAt, -1)
    const first = await say(consultation, "Once.", submission)
    at(closesAt, 1)
    const again = await say(consultation, "Once.", submission)
    expect(again.commentId).toBe(first.commentId)
    expect(await filedIn(consultation)).toHaveLength(1)
  })

  test("before the opening it is kept too, and filed when the same form is sent once it is open", async () => {
    const consultation = await arrange()
    const submission = randomUUID()
    at(opensAt, -1)
    await expect(say(consultation, "Early.", submission)).rejects.toMatchObject({
      key: "consultation.keptNotOpenYet",
    })
    at(opensAt)
    await say(consultation, "Early.", submission)
    expect(await filedIn(consultation)).toHaveLength(1)
    const kept = await owner.select().from(commentDrafts)
    expect(kept.filter(({ key }) => key.includes(consultation.id))).toEqual([])
  })
})

test("what the desk shows is the clock's, before any job has run", async () => {
  const consultation = await arrange()
  at(closesAt, -1)
  const read = () => getConsultation(member, group.slug, consultation.slug)
  expect(await read()).toMatchObject({ status: "open", openedAt: null })
  at(closesAt)
  expect(await read()).toMatchObject({ status: "closed", closedAt: null })
})

test("the next turn is the next opening, reminder or end that is near, and nothing when none is", async () => {
  await owner.update(consultations).set({ cancelledAt: opensAt, cancelReason: "Of another test" })
  const consultation = await arrange()
  const near = async (instant: Date, seconds: number) => {
    at(instant, seconds)
    return nextTurn(90)
  }
  expect(await near(opensAt, -30)).toEqual(opensAt)
  expect(await near(opensAt, -91)).toBeNull()
  expect(await near(closesAt, -2 * 86_400 - 10)).toEqual(new Date("2027-03-13T12:00:00Z"))
  expect(await near(closesAt, -90)).toEqual(closesAt)
  expect(await near(closesAt, 0)).toBeNull()
  expect(consultation.closedAt).toBeNull()
})

test("what a member says beside the text counts to it from the opening to the end, before any job ran", async () => {
  const consultation = await arrange()
  const beside = (text: string) =>
    openThread(
      member,
      openThreadInput.parse({
        on: { kind: "document", id: consultation.document.id },
        at: "text",
        text,
        submission: randomUUID(),
      }),
    )
  at(opensAt, -1)
  await beside("Before.")
  at(opensAt)
  await beside("During.")
  at(closesAt)
  await beside("After.")
  expect(await filedIn(consultation)).toMatchObject([{ text: "During." }])
})
