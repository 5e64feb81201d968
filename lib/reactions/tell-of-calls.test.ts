import { desc, eq, like } from "drizzle-orm"
import ICAL from "ical.js"
import { afterEach, beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { groups } from "@/db/schema/groups"
import { mails } from "@/db/schema/mail"
import { meetings } from "@/db/schema/meetings"
import { memberships } from "@/db/schema/members"
import { meetingAnswers, noticeChoices, notices } from "@/db/schema/notices"
import { announceMeeting } from "@/lib/meetings/announce"
import { answerMeeting } from "@/lib/meetings/answer"
import { answerByLink } from "@/lib/meetings/answer-by-link"
import { answerAddress, guestOfAnswerLink } from "@/lib/meetings/answer-link"
import { cancelMeeting } from "@/lib/meetings/cancel"
import { setClock } from "@/lib/platform/clock"
import { reactTo } from "./react"

const { owner } = await testDatabase()
let scene: Scene
let list: string

beforeEach(async () => {
  scene = await arrangeScene(owner)
  list = `${scene.groupId.slice(0, 8)}@lists.example.org`
  await owner.update(groups).set({ mailingList: list }).where(eq(groups.id, scene.groupId))
  await owner
    .update(meetings)
    .set({ title: "The plan", minutes: 90, joinLink: "https://calls.example.org/tides" })
    .where(eq(meetings.id, scene.meetingId))
  setClock(() => new Date("2022-02-20T08:00:00Z"))
})
afterEach(() => setClock(undefined))

async function reactTwice(): Promise<void> {
  const [last] = await owner.select().from(events).orderBy(desc(events.id)).limit(1)
  await reactTo(last?.id ?? 0)
  await reactTo(last?.id ?? 0)
}
const mailsTo = (email: string) =>
  owner.select().from(mails).where(eq(mails.to, email)).orderBy(mails.createdAt)
const announce = async (to: "members" | "list" | "both", revision = 1) => {
  await announceMeeting(scene.chair, { meetingId: scene.meetingId, revision, to })
  await reactTwice()
}
const eventIn = (calendar: string | null | undefined) => {
  const parsed = new ICAL.Component(ICAL.parse(calendar ?? ""))
  const event = parsed.getFirstSubcomponent("vevent")
  return {
    method: parsed.getFirstPropertyValue("method"),
    uid: event?.getFirstPropertyValue("uid"),
    sequence: event?.getFirstPropertyValue("sequence"),
    status: event?.getFirstPropertyValue("status"),
    start: event?.getFirstPropertyValue("dtstart")?.toString(),
    attendee: event?.getFirstPropertyValue("attendee")?.toString().toLowerCase() ?? null,
    text: calendar ?? "",
  }
}

test("a scheduled call is told to nobody until it is announced", async () => {
  await owner.insert(events).values({
    groupId: scene.groupId,
    name: "meeting.scheduled",
    subjectType: "meeting",
    subjectId: scene.meetingId,
  })
  await reactTwice()
  expect(await mailsTo(scene.member.email)).toEqual([])
})

test("every member gets one mail with an entry for their calendar and the way in, the list one without", async () => {
  await announce("both")
  for (const { email } of [scene.member, scene.other, scene.chair]) {
    const [mail, ...more] = await mailsTo(email)
    expect(more).toEqual([])
    expect(mail?.text).toContain(
      "A call is announced: Meeting 33: The plan, Thursday 3 March 2022, 13:00 UTC.",
    )
    expect(mail?.text).toContain("https://calls.example.org/tides")
    expect(mail?.text).toContain("  1. The plan\n  2. Any other business")
    expect(eventIn(mail?.calendar)).toMatchObject({
      method: "REQUEST",
      uid: `${scene.meetingId}@localhost`,
      start: "2022-03-03T13:00:00Z",
      status: "CONFIRMED",
      attendee: `mailto:${email}`,
    })
  }
  const [posted, ...others] = await mailsTo(list)
  expect(others).toEqual([])
  expect(posted?.text).not.toContain("calls.example.org")
  expect(posted?.calendar).not.toContain("calls.example.org")
  expect(posted?.text).not.toContain("/answer?token=")
  expect(eventIn(posted?.calendar)).toMatchObject({ method: "PUBLISH", attendee: null })
})

test("what is announced as it stands is refused, and announced again once it has changed", async () => {
  await announce("members")
  await expect(announce("members")).rejects.toMatchObject({ key: "meeting.isAnnounced" })
  await owner
    .update(meetings)
    .set({ startsAt: new Date("2022-03-04T13:00:00Z"), revision: 2 })
    .where(eq(meetings.id, scene.meetingId))
  await expect(announce("members")).rejects.toMatchObject({ key: "meeting.changed" })
  await announce("members", 2)
  const sent = await mailsTo(scene.member.email)
  expect(sent.map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/\] Meeting 33: The plan, 3 March 2022$/),
    expect.stringMatching(/\] Changed: Meeting 33: The plan, 4 March 2022$/),
  ])
  expect(sent.map(({ calendar }) => eventIn(calendar).sequence)).toEqual([1, 2])
  expect(new Set(sent.map(({ calendar }) => eventIn(calendar).uid)).size).toBe(1)
})

test("whoever was told of a call is told that it is cancelled, and their calendar too", async () => {
  await owner
    .insert(noticeChoices)
    .values({ personId: scene.other.personId, kind: "call-announced", tempo: "never" })
  await announce("both")
  await cancelMeeting(scene.chair, {
    meetingId: scene.meetingId,
    revision: 1,
    reason: "The hall is flooded.",
    freeNumber: false,
  })
  await reactTwice()
  const [, cancelled, ...more] = await mailsTo(scene.member.email)
  expect(more).toEqual([])
  expect(cancelled?.text).toContain("The hall is flooded.")
  expect(eventIn(cancelled?.calendar)).toMatchObject({ method: "CANCEL", status: "CANCELLED" })
  expect(await mailsTo(list)).toHaveLength(2)
  expect(await mailsTo(scene.other.email)).toEqual([])
  const told = await owner.select().from(notices).where(eq(notices.personId, scene.other.personId))
  expect(told).toHaveLength(2)
})

test("a cancelled call that nobody was told of is told to nobody", async () => {
  await cancelMeeting(scene.chair, {
    meetingId: scene.meetingId,
    revision: 1,
    reason: "Never mind.",
    freeNumber: false,
  })
  await reactTwice()
  expect(await owner.select().from(mails).where(like(mails.subject, "%33%"))).not.toContainEqual(
    expect.objectContaining({ to: scene.member.email }),
  )
  expect(await mailsTo(scene.member.email)).toEqual([])
  expect(await mailsTo(list)).toEqual([])
})

const answers = () =>
  owner.select().from(meetingAnswers).where(eq(meetingAnswers.meetingId, scene.meetingId))
const tokenFor = (personId: string, meetingId = scene.meetingId) =>
  new URL(answerAddress({ meetingId, personId }, "en")).searchParams.get("token") ?? ""

test("the answer is given on the desk or by the link of the mail; the last one counts", async () => {
  const { meetingId } = scene
  await answerMeeting(scene.member, { meetingId, answer: "perhaps" })
  const token = tokenFor(scene.member.personId)
  await answerByLink(guestOfAnswerLink(token), { token, answer: "coming" })
  await answerByLink(guestOfAnswerLink(token), { token, answer: "coming" })
  expect((await answers()).map(({ personId, answer }) => ({ personId, answer }))).toEqual([
    { personId: scene.member.personId, answer: "coming" },
  ])
  const trail = await owner.select().from(events).where(eq(events.subjectId, meetingId))
  expect(trail.map(({ name }) => name)).toEqual(["meeting.answered", "meeting.answered"])
})

test("a link that was touched, of another meeting or of somebody who left answers nothing", async () => {
  const own = tokenFor(scene.member.personId)
  const [said = "", signature = ""] = own.split(".")
  const forged = Buffer.from(JSON.stringify([scene.meetingId, scene.other.personId])).toString(
    "base64url",
  )
  for (const token of [`${forged}.${signature}`, `${said}.${"0".repeat(64)}`, said, "", "x.y"])
    await expect(
      answerByLink(guestOfAnswerLink(token), { token, answer: "coming" }),
    ).rejects.toMatchObject({ code: "not_found" })
  // The link of one person does not speak for another.
  const other = tokenFor(scene.other.personId)
  await expect(
    answerByLink(guestOfAnswerLink(own), { token: other, answer: "coming" }),
  ).rejects.toMatchObject({ code: "forbidden" })
  await owner
    .update(memberships)
    .set({ until: new Date("2021-01-01T00:00:00Z") })
    .where(eq(memberships.personId, scene.member.personId))
  await expect(
    answerByLink(guestOfAnswerLink(own), { token: own, answer: "coming" }),
  ).rejects.toMatchObject({ code: "not_found" })
  expect(await answers()).toEqual([])
})

test("a call that is over is neither answered nor announced", async () => {
  setClock(() => new Date("2022-03-03T14:30:00Z"))
  const { meetingId } = scene
  await expect(answerMeeting(scene.member, { meetingId, answer: "coming" })).rejects.toMatchObject({
    key: "meeting.isOver",
  })
  await expect(announce("members")).rejects.toMatchObject({ key: "meeting.isOver" })
})
