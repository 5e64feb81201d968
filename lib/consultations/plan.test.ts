import { and, asc, eq } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { arrangeConsultation, arrangeDocument } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { arrangeMeeting, arrangeMinutes } from "@/db/factories/meetings"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { compendia, consultations } from "@/db/schema/consultations"
import { setClock } from "@/lib/platform/clock"
import { cancelConsultation } from "./cancel"
import { closeConsultation } from "./close"
import { editConsultation } from "./edit"
import { extendConsultation } from "./extend"
import {
  editConsultationInput,
  editOpenConsultationInput,
  extendConsultationInput,
  planConsultationInput,
} from "./input"
import { daysLeft, reminderAt } from "./model"
import { openConsultation } from "./open"
import { planConsultation } from "./plan"
import { findPublicConsultation, listPublicConsultations } from "./public-queries"
import { getConsultation } from "./queries"
import { turnConsultations } from "./turn"
import { settleWindow, windowFields } from "./window"

const { owner } = await testDatabase()
let group: { id: string; slug: string }
let chair: SignedIn
let member: SignedIn
let texts: string[]
const present = new Date("2027-02-01T08:00:00Z")
beforeEach(async () => {
  group = await makeGroup(owner)
  chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [group.id]: "co-chair" } })
  member = await makeActor(owner, { name: "Ilva Morandini", roles: { [group.id]: "member" } })
  const document = await arrangeDocument(owner, { groupId: group.id })
  const meeting = await arrangeMeeting(owner, { groupId: group.id, number: 33 })
  await arrangeMinutes(owner, meeting.id, { opening: "Welcome." })
  texts = [`document:${document.id}`, `minutes:${meeting.id}`]
  setClock(() => present)
})
afterEach(() => setClock(undefined))

/** The fields of the form, with the two texts of the group. */
function fields(more: Record<string, unknown> = {}) {
  return {
    groupId: group.id,
    title: "Activity plan 2027",
    question: "What is missing?",
    audience: "anyone",
    zone: "Europe/Paris",
    opensDay: "2027-03-01",
    opensTime: "09:00",
    closesDay: "2027-03-31",
    closesTime: "18:00",
    lateDay: "",
    lateTime: "",
    texts,
    ...more,
  }
}
const plan = async (more: Record<string, unknown> = {}, who = chair) =>
  planConsultation(who, planConsultationInput.parse(fields(more)))
const rowOf = async (id: string) => {
  const [row] = await owner.select().from(consultations).where(eq(consultations.id, id))
  if (!row) throw new Error("No consultation")
  return row
}
const trail = async (id: string) =>
  (
    await owner
      .select({ name: events.name })
      .from(events)
      .where(and(eq(events.subjectType, "consultation"), eq(events.subjectId, id)))
      .orderBy(asc(events.id))
  ).map(({ name }) => name)
const one = async (id: string) => ({ consultationId: id, revision: (await rowOf(id)).revision })

test("a consultation of two texts is planned, over a change of clocks, with an address of its own", async () => {
  const made = await plan()
  const again = await plan()
  expect([made.slug, again.slug]).toEqual(["activity-plan-2027", "activity-plan-2027-2"])
  // Winter time at the opening, summer time at the end.
  expect(await rowOf(made.id)).toMatchObject({
    opensAt: new Date("2027-03-01T08:00:00Z"),
    closesAt: new Date("2027-03-31T16:00:00Z"),
    lateUntil: null,
    openedAt: null,
    askedBy: chair.personId,
  })
  const found = await getConsultation(member, group.slug, made.slug)
  expect(found).toMatchObject({
    status: "planned",
    askedByName: "Hyejin Abara",
    texts: [
      { kind: "document", title: "Activity plan" },
      { kind: "minutes", number: 33 },
    ],
    may: { hold: false, comment: true },
  })
  expect(await trail(made.id)).toEqual(["consultation.planned"])
})

test("co-chairs plan; members, others and texts of another group are refused", async () => {
  await expect(plan({}, member)).rejects.toMatchObject({ code: "forbidden" })
  const outsider = await makeActor(owner)
  await expect(plan({}, outsider)).rejects.toMatchObject({ code: "not_found" })
  const foreign = await arrangeDocument(owner, { groupId: (await makeGroup(owner)).id })
  await expect(plan({ texts: [`document:${foreign.id}`] })).rejects.toMatchObject({
    fields: { texts: "consultation.textUnknown" },
  })
  expect(
    await owner.select().from(consultations).where(eq(consultations.groupId, group.id)),
  ).toEqual([])
})

test("the same form sent again plans no second one, and never drops what was changed", async () => {
  const submission = crypto.randomUUID()
  const first = await plan({ submission })
  expect(await plan({ submission })).toEqual(first)
  const before = { code: "conflict", key: "consultation.plannedBefore" }
  for (const changed of [
    { question: "What else?" },
    { opensTime: "10:00" },
    { texts: texts.slice(1) },
  ])
    await expect(plan({ submission, ...changed })).rejects.toMatchObject(before)
  expect(await owner.$count(consultations, eq(consultations.groupId, group.id))).toBe(1)
})

describe("times", () => {
  const entered = (day: string, time: string) => ({ day, time })
  const none = { day: null, time: null }
  const settle = (zone: string, closes: string, time: string) =>
    settleWindow(zone, { opens: present, closes: entered(closes, time), late: none })

  test("a time that the clocks skip or repeat is refused at its field", () => {
    expect(() => settle("Europe/Paris", "2027-03-28", "02:30")).toThrow(
      expect.objectContaining({ fields: { closesTime: "consultation.timeSkipped" } }),
    )
    expect(() => settle("Europe/Paris", "2027-10-31", "02:30")).toThrow(
      expect.objectContaining({
        fields: { closesTime: "consultation.timeTwice" },
        values: expect.objectContaining({ first: "00:30", second: "01:30" }),
      }),
    )
    expect(settle("UTC", "2027-10-31", "00:30").closesAt).toEqual(new Date("2027-10-31T00:30:00Z"))
  })

  test("an order that cannot be is refused, each at its field and all at once", () => {
    const wrong = () =>
      settleWindow("UTC", {
        opens: entered("2027-03-10", "09:00"),
        closes: entered("2027-03-10", "09:00"),
        late: entered("2027-03-09", "09:00"),
      })
    expect(wrong).toThrow(
      expect.objectContaining({
        fields: {
          closesDay: "consultation.closesBeforeOpening",
          lateDay: "consultation.lateBeforeClosing",
        },
      }),
    )
  })

  test("another zone of the form is the same instant", () => {
    const window = { opensAt: present, closesAt: new Date("2027-03-31T16:00:00Z"), lateUntil: null }
    for (const zone of ["UTC", "Pacific/Kiritimati", "America/St_Johns", "Asia/Kathmandu"]) {
      const shown = windowFields(window, zone)
      const back = settleWindow(zone, {
        opens: entered(shown.opensDay, shown.opensTime),
        closes: entered(shown.closesDay, shown.closesTime),
        late: none,
      })
      expect(back).toEqual(window)
    }
  })

  test.each([
    ["UTC", 1],
    ["Pacific/Kiritimati", 0],
    ["America/Los_Angeles", 0],
    ["Asia/Tokyo", 1],
  ])("in %s the end is %i midnights away", (zone, days) => {
    // 20:30 on the 30th in UTC; half past ten in the morning after on Kiritimati, half past one in Los Angeles.
    const at = new Date("2027-03-30T20:30:00Z")
    const ends = { UTC: "2027-03-31T00:00:00Z", "Asia/Tokyo": "2027-03-31T15:30:00Z" }
    const closesAt = new Date(ends[zone as keyof typeof ends] ?? "2027-03-31T01:00:00Z")
    expect(daysLeft(closesAt, at, zone)).toBe(days)
  })

  test("the reminder is 48 hours before the end, also over a change of clocks", () => {
    const closesAt = new Date("2027-03-29T10:00:00Z")
    expect(reminderAt({ opensAt: present, closesAt })).toEqual(new Date("2027-03-27T10:00:00Z"))
    const opensAt = new Date("2027-03-27T10:00:00Z")
    expect(reminderAt({ opensAt, closesAt })).toBeNull()
  })

  test("an end that is over already is refused", async () => {
    const past = { opensDay: "2027-01-01", closesDay: "2027-01-31" }
    await expect(plan(past)).rejects.toMatchObject({
      fields: { closesDay: "consultation.closesInThePast" },
    })
  })
})

test("before it opens all of it is edited; afterwards what is asked and the end, and no stale form", async () => {
  const { id } = await plan()
  const first = editConsultationInput.parse({
    ...fields({ title: "Plan 2027", audience: "invited", texts: texts.slice(0, 1) }),
    ...(await one(id)),
  })
  const { fields: changed } = await editConsultation(chair, first)
  expect(changed.sort()).toEqual(["audience", "texts", "title"])
  await expect(editConsultation(chair, first)).rejects.toMatchObject({
    key: "consultation.changed",
    data: { revision: 2 },
  })
  await openConsultation(chair, await one(id))
  const late = editConsultationInput.parse({ ...fields(), ...(await one(id)) })
  await expect(editConsultation(chair, late)).rejects.toMatchObject({
    key: "consultation.openedMeanwhile",
  })
  const end = { closesDay: "2027-04-02", closesTime: "18:00", lateDay: "", lateTime: "" }
  const said = { title: "Plan 2027", question: "And what is wrong?", zone: "Europe/Paris" }
  const open = editOpenConsultationInput.parse({ ...said, ...end, ...(await one(id)) })
  expect((await editConsultation(chair, open)).fields).toEqual(["question", "closesAt"])
  expect(await rowOf(id)).toMatchObject({ audience: "invited", opensAt: present })
  await expect(editConsultation(member, open)).rejects.toMatchObject({ code: "forbidden" })
})

test("opened and closed by hand it is so at once, and the clock adds nothing", async () => {
  const { id } = await plan()
  await expect(openConsultation(member, await one(id))).rejects.toMatchObject({ code: "forbidden" })
  await openConsultation(chair, await one(id))
  await expect(openConsultation(chair, await one(id))).rejects.toMatchObject({
    key: "consultation.wasOpened",
  })
  expect(await rowOf(id)).toMatchObject({ opensAt: present, openedAt: present })
  const later = new Date("2027-02-03T08:00:00Z")
  setClock(() => later)
  await closeConsultation(chair, await one(id))
  expect(await rowOf(id)).toMatchObject({ closesAt: later, closedAt: later })
  setClock(() => new Date("2027-05-01T08:00:00Z"))
  await turnConsultations()
  expect(await trail(id)).toEqual([
    "consultation.planned",
    "consultation.opened",
    "consultation.closed",
  ])
})

test("a longer end opens it again, with its late comments behind it, until the compendium is published", async () => {
  const { id } = await plan({ lateDay: "2027-04-01", lateTime: "18:00" })
  setClock(() => new Date("2027-04-05T08:00:00Z"))
  await turnConsultations()
  const extend = async (day: string) =>
    extendConsultation(
      chair,
      extendConsultationInput.parse({
        ...(await one(id)),
        ...{ zone: "UTC", closesDay: day, closesTime: "16:00" },
      }),
    )
  await expect(extend("2027-04-04")).rejects.toMatchObject({
    fields: { closesDay: "consultation.notLater" },
  })
  await extend("2027-04-10")
  expect(await rowOf(id)).toMatchObject({
    closedAt: null,
    closesAt: new Date("2027-04-10T16:00:00Z"),
    lateUntil: new Date("2027-04-11T16:00:00Z"),
  })
  setClock(() => new Date("2027-04-10T16:00:00Z"))
  await turnConsultations()
  expect((await trail(id)).filter((name) => name === "consultation.closed")).toHaveLength(2)
  await owner.insert(compendia).values({
    consultationId: id,
    version: 1,
    content: {},
    sha256: "0".repeat(64),
    publishedBy: chair.personId,
    publishedAt: present,
  })
  await expect(extend("2027-04-20")).rejects.toMatchObject({ key: "consultation.hasCompendium" })
})

test("called off it stays so, with its reason, whatever the clock says", async () => {
  const { id, slug } = await plan()
  const reason = "The plan was withdrawn."
  await cancelConsultation(chair, { ...(await one(id)), reason })
  setClock(() => new Date("2027-05-01T08:00:00Z"))
  await turnConsultations()
  expect(await trail(id)).toEqual(["consultation.planned", "consultation.cancelled"])
  const found = await getConsultation(member, group.slug, slug)
  expect(found).toMatchObject({ status: "cancelled", cancelReason: reason })
  await expect(cancelConsultation(chair, { ...(await one(id)), reason })).rejects.toMatchObject({
    key: "consultation.isCancelled",
  })
})

describe("the public page", () => {
  const opensAt = new Date("2027-01-20T08:00:00Z")
  const closesAt = new Date("2027-02-20T08:00:00Z")
  const arrange = (given: Partial<typeof consultations.$inferInsert>) =>
    arrangeConsultation(owner, {
      groupId: group.id,
      askedBy: chair.personId,
      opensAt,
      closesAt,
      ...given,
    })
  const find = ({ slug }: { slug: string }) => findPublicConsultation(group.slug, slug)

  test("shows what is open to more than members, from its opening on, and no word of the texts", async () => {
    const open = await arrange({ audience: "anyone" })
    expect(await find(open)).toMatchObject({
      status: "open",
      askedBy: "Hyejin Abara",
      texts: [{ title: "Activity plan" }],
    })
    expect(JSON.stringify(await find(open))).not.toContain("every two weeks")
    const planned = await arrange({ audience: "anyone", opensAt: new Date("2027-02-10T08:00:00Z") })
    const inside = await arrange({ audience: "members" })
    expect([await find(planned), await find(inside)]).toEqual([null, null])
    const listed = await listPublicConsultations(group.slug)
    expect(listed.map(({ slug }) => slug)).toEqual([open.slug])
  })

  test("of members alone is public with its compendium, and not before", async () => {
    const inside = await arrange({
      audience: "members",
      closesAt: new Date("2027-01-30T08:00:00Z"),
    })
    expect(await find(inside)).toBeNull()
    await owner.insert(compendia).values({
      consultationId: inside.id,
      version: 2,
      content: {},
      sha256: "0".repeat(64),
      publishedBy: chair.personId,
      publishedAt: present,
    })
    expect(await find(inside)).toMatchObject({ status: "closed", compendium: 2 })
  })
})
