import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMinutes } from "@/db/factories/meetings"
import { makeActor } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { comments } from "@/db/schema/comments"
import { consultations } from "@/db/schema/consultations"
import { mails } from "@/db/schema/mail"
import { meetings } from "@/db/schema/meetings"
import { minutes, minutesRevisions } from "@/db/schema/minutes"
import { notices } from "@/db/schema/notices"
import { threads } from "@/db/schema/threads"
import type { EventName, Events } from "@/lib/activity/events"
import { setClock } from "@/lib/platform/clock"
import { reactTo } from "./react"

const { owner } = await testDatabase()
let scene: Scene
beforeEach(async () => {
  scene = await arrangeScene(owner)
  setClock(() => new Date("2022-04-01T12:00:00Z"))
})
afterEach(() => setClock(undefined))

/** Something happened; its job runs, and once more as after a crash. */
async function happen<Name extends EventName>(
  name: Name,
  subject: { type: string; id: string },
  data: Events[Name],
  actorId: string | null = scene.chair.personId,
): Promise<void> {
  const [event] = await owner
    .insert(events)
    .values({
      groupId: scene.groupId,
      actorId,
      name,
      subjectType: subject.type,
      subjectId: subject.id,
      data,
    })
    .returning({ id: events.id })
  await reactTo(event?.id ?? 0)
  await reactTo(event?.id ?? 0)
}

const noticesOf = async (personId: string) =>
  owner.select().from(notices).where(eq(notices.personId, personId)).orderBy(notices.createdAt)
const kindsOf = async (personId: string) => (await noticesOf(personId)).map(({ kind }) => kind)
const mailsTo = (email: string) =>
  owner.select().from(mails).where(eq(mails.to, email)).orderBy(mails.createdAt)

async function open(): Promise<string> {
  const [consultation] = await owner
    .insert(consultations)
    .values({
      groupId: scene.groupId,
      slug: "charter",
      title: "The charter",
      question: "Is article 4 clear?",
      audience: "members",
      opensAt: new Date("2022-04-01T09:00:00Z"),
      openedAt: new Date("2022-04-01T09:00:00Z"),
      closesAt: new Date("2022-04-15T09:00:00Z"),
      askedBy: scene.chair.personId,
    })
    .returning({ id: consultations.id })
  return consultation?.id ?? ""
}

/** A member's comment in a consultation. */
async function answer(consultationId: string, personId: string): Promise<void> {
  const [thread] = await owner
    .insert(threads)
    .values({ groupId: scene.groupId, meetingId: scene.meetingId, about: "text", consultationId })
    .returning({ id: threads.id })
  await owner.insert(comments).values({
    threadId: thread?.id ?? "",
    authorId: personId,
    text: "It is.",
    submission: randomUUID(),
    consultationId,
  })
}

test("a consultation is told at its opening, before its end to who has not answered, and with its result: once each", async () => {
  const id = await open()
  const subject = { type: "consultation", id }
  const title = "The charter"
  await happen("consultation.opened", subject, { title, closesAt: "2022-04-15T09:00:00.000Z" })
  await answer(id, scene.other.personId)
  setClock(() => new Date("2022-04-13T10:00:00Z"))
  await happen("consultation.reminded", subject, { title })
  setClock(() => new Date("2022-04-20T10:00:00Z"))
  await happen("compendium.published", subject, { title, version: 1, comments: 1 })
  await happen("compendium.published", subject, { title, version: 2, comments: 1 })
  expect(await kindsOf(scene.member.personId)).toEqual([
    "consultation-opening",
    "consultation-closing",
    "consultation-result",
  ])
  expect(await kindsOf(scene.other.personId)).toEqual([
    "consultation-opening",
    "consultation-result",
  ])
  const sent = await mailsTo(scene.member.email)
  expect(sent).toHaveLength(2)
  const opening = sent.find(({ subject: line }) => line.includes("Open for comments until"))
  expect(opening?.text).toContain("Is article 4 clear?")
  expect(opening?.text).toContain("Friday 15 April 2022, 09:00 UTC")
  for (const { headers } of sent)
    expect(headers).toMatchObject({ References: `<consultation.${id}@localhost>` })
})

describe("a consultation that was told at its opening", () => {
  const title = "The charter"
  const edited = (id: string) =>
    happen("consultation.edited", { type: "consultation", id }, { title, fields: ["closesAt"] })
  const move = async (id: string, end: string) => {
    const closesAt = new Date(end)
    await owner.update(consultations).set({ closesAt }).where(eq(consultations.id, id))
    await edited(id)
  }
  const opened = async () => {
    const id = await open()
    const said = { title, closesAt: "2022-04-15T09:00:00.000Z" }
    await happen("consultation.opened", { type: "consultation", id }, said)
    return id
  }
  const subjects = async () =>
    (await mailsTo(scene.member.email)).map(({ subject }) => subject.replace(/^\[.*?\] /, ""))

  test("and reminded of, is reminded of once more before another end", async () => {
    const id = await opened()
    const remind = async (at: string) => {
      setClock(() => new Date(at))
      await happen("consultation.reminded", { type: "consultation", id }, { title })
    }
    await remind("2022-04-13T10:00:00Z")
    const closesAt = new Date("2022-04-22T09:00:00Z")
    await owner.update(consultations).set({ closesAt }).where(eq(consultations.id, id))
    await remind("2022-04-20T10:00:00Z")
    await remind("2022-04-20T11:00:00Z")
    expect((await subjects()).slice(1)).toEqual([
      "Closes on 15 April 2022: The charter",
      "Closes on 22 April 2022: The charter",
    ])
  })

  test("and has another end is told with it, once for each end, and not to who came later", async () => {
    const id = await opened()
    const late = await makeActor(owner, { roles: { [scene.groupId]: "member" } })
    await edited(id)
    await move(id, "2022-04-20T09:00:00Z")
    await move(id, "2022-04-22T09:00:00Z")
    await happen("consultation.edited", { type: "consultation", id }, { title, fields: ["title"] })
    expect(await subjects()).toEqual([
      "Open for comments until 15 April 2022: The charter",
      "Now open until 20 April 2022: The charter",
      "Now open until 22 April 2022: The charter",
    ])
    expect(await kindsOf(late.personId)).toEqual([])
    for (const { headers, text } of await mailsTo(scene.member.email)) {
      expect(headers).toMatchObject({ References: `<consultation.${id}@localhost>` })
      expect(text).toContain("Is article 4 clear?")
    }
  })

  test("and is called off is told with the reason, once", async () => {
    const id = await opened()
    await owner
      .update(consultations)
      .set({ cancelledAt: new Date("2022-04-01T12:00:00Z"), cancelReason: "The text is withdrawn" })
      .where(eq(consultations.id, id))
    const reason = "The text is withdrawn"
    await happen("consultation.cancelled", { type: "consultation", id }, { title, reason })
    expect(await subjects()).toEqual([
      "Open for comments until 15 April 2022: The charter",
      "Called off: The charter",
    ])
    const [, letter] = await mailsTo(scene.member.email)
    expect(letter?.text).toContain(reason)
    expect(letter?.replyTo).toBeNull()
  })

  test("of another end or a cancellation nobody hears who was not told that it opened", async () => {
    const id = await open()
    await move(id, "2022-04-20T09:00:00Z")
    await owner
      .update(consultations)
      .set({ cancelledAt: new Date("2022-04-01T12:00:00Z"), cancelReason: "A mistake" })
      .where(eq(consultations.id, id))
    const said = { title, reason: "A mistake" }
    await happen("consultation.cancelled", { type: "consultation", id }, said)
    expect(await kindsOf(scene.member.personId)).toEqual([])
  })
})

test("a consultation that was cancelled before its job ran is told to nobody", async () => {
  const id = await open()
  await owner
    .update(consultations)
    .set({ cancelledAt: new Date("2022-04-01T09:01:00Z"), cancelReason: "A mistake" })
    .where(eq(consultations.id, id))
  await happen(
    "consultation.opened",
    { type: "consultation", id },
    { title: "The charter", closesAt: "2022-04-15T09:00:00.000Z" },
  )
  expect(await kindsOf(scene.member.personId)).toEqual([])
})

const action = (id: string, owners: { personId: string; name: string }[]) => ({
  type: "action",
  attrs: { id, owners, due: "2022-04-10" },
  content: [{ type: "paragraph", content: [{ type: "text", text: "Send the tables" }] }],
})

async function save(blocks: unknown[], number: number): Promise<void> {
  const empty = { type: "doc", content: [{ type: "paragraph" }] }
  const order = ["opening", scene.first, scene.second, "closing"]
  const sections = { ...Object.fromEntries(order.map((id) => [id, empty])) }
  await owner.insert(minutesRevisions).values({
    meetingId: scene.meetingId,
    number,
    text: {
      schema: 1,
      order,
      sections: { ...sections, [scene.first]: { type: "doc", content: blocks } },
    },
  })
  await owner
    .update(minutes)
    .set({ revision: number })
    .where(eq(minutes.meetingId, scene.meetingId))
  await happen(
    "minutes.saved",
    { type: "meeting", id: scene.meetingId },
    { number: 33, revision: number },
  )
}

test("an action is told once to each owner, however often the minutes are saved, and to one who comes later", async () => {
  await arrangeMinutes(owner, scene.meetingId, { [scene.first]: "Words." })
  const [member, other, chair] = [scene.member, scene.other, scene.chair].map(
    ({ personId, name }) => ({ personId, name }),
  )
  if (!member || !other || !chair) throw new Error("The scene is not whole")
  const id = randomUUID()
  await save([action(id, [member, chair])], 2)
  await save([action(id, [member, chair])], 3)
  expect(await kindsOf(member.personId)).toEqual(["action-given"])
  // Who wrote it knows.
  expect(await kindsOf(chair.personId)).toEqual([])
  await save([action(id, [member, other]), action(randomUUID(), [member])], 4)
  expect(await kindsOf(member.personId)).toEqual(["action-given", "action-given"])
  expect(await kindsOf(other.personId)).toEqual(["action-given"])
  expect((await noticesOf(other.personId))[0]?.data).toEqual({
    what: "Send the tables",
    due: "2022-04-10",
    number: 33,
  })
})

test("a published version is told to the members but its publisher; of the archive only what is put right", async () => {
  const subject = { type: "meeting", id: scene.meetingId }
  const said = (version: number) => ({ number: 33, version, findings: 0, overrides: 0 })
  await happen("report.published", subject, said(1))
  expect(await kindsOf(scene.member.personId)).toEqual(["version-published"])
  expect(await kindsOf(scene.chair.personId)).toEqual([])
  await owner.update(meetings).set({ fromArchive: true }).where(eq(meetings.id, scene.meetingId))
  await owner.delete(notices)
  await happen("report.published", subject, said(1))
  expect(await kindsOf(scene.member.personId)).toEqual([])
  await happen("report.published", subject, said(2))
  expect(await noticesOf(scene.member.personId)).toMatchObject([
    { href: expect.stringMatching(/\/meetings\/33\/v2$/) },
  ])
})
