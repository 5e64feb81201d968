import { eq } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeReport } from "@/db/factories/meetings"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { consultations } from "@/db/schema/consultations"
import { groups } from "@/db/schema/groups"
import { mails } from "@/db/schema/mail"
import { announceConsultation } from "@/lib/consultations/announce"
import { setClock } from "@/lib/platform/clock"
import { announceReport } from "@/lib/reports/announce"

const { owner } = await testDatabase()
let scene: Scene
let list: string

beforeEach(async () => {
  scene = await arrangeScene(owner)
  list = `${scene.groupId.slice(0, 8)}@lists.example.org`
  setClock(() => new Date("2022-04-02T12:00:00Z"))
})
afterEach(() => setClock(undefined))

const named = () =>
  owner.update(groups).set({ mailingList: list }).where(eq(groups.id, scene.groupId))
const posted = () => owner.select().from(mails).where(eq(mails.to, list))

async function publish(): Promise<{ meetingId: string }> {
  const { meetingId, groupId, chair } = scene
  await arrangeReport(owner, { id: meetingId, groupId, number: 33 }, chair.personId)
  return { meetingId }
}

async function plan(facts: Partial<typeof consultations.$inferInsert> = {}) {
  const [made] = await owner
    .insert(consultations)
    .values({
      groupId: scene.groupId,
      slug: "charter",
      title: "The charter",
      question: "Is article 4 clear?",
      audience: "anyone",
      opensAt: new Date("2022-04-01T09:00:00Z"),
      openedAt: new Date("2022-04-01T09:00:00Z"),
      closesAt: new Date("2022-04-15T09:00:00Z"),
      askedBy: scene.chair.personId,
      ...facts,
    })
    .returning({ id: consultations.id })
  return { consultationId: made?.id ?? "" }
}

test("a published report is announced on the list once, though two press at once", async () => {
  await named()
  const report = await publish()
  const pressed = await Promise.allSettled([
    announceReport(scene.chair, report),
    announceReport(scene.chair, report),
  ])
  expect(pressed.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  await expect(announceReport(scene.chair, report)).rejects.toMatchObject({
    key: "notices.isPosted",
  })
  const [mail, ...more] = await posted()
  expect(more).toEqual([])
  expect(mail?.subject).toBe("Summary report of meeting 33, version 1")
  expect(mail?.text).toMatch(
    /http:\/\/localhost:3000\/wg-\w+\/meetings\/33\/v1\n\nPDF: \S+\/v1\/report\.pdf\nPlain text: \S+\/v1\/report\.txt\n$/,
  )
  const trail = await owner.select().from(events).where(eq(events.subjectId, report.meetingId))
  expect(trail.map(({ name }) => name)).toEqual(["report.announced"])
})

test("an open consultation is announced with what is asked, until when and where", async () => {
  await named()
  await announceConsultation(scene.chair, await plan())
  const [mail] = await posted()
  expect(mail?.text).toContain("asks for comments until Friday 15 April 2022, 09:00 UTC")
  expect(mail?.text).toContain("Is article 4 clear?")
  expect(mail?.text).toMatch(/\/consultations\/charter\n$/)
})

test("one of members alone is announced with its title, its days and the desk, and not with what is asked", async () => {
  await named()
  const members = await plan({ audience: "members" })
  await announceConsultation(scene.chair, members)
  const [mail, ...more] = await posted()
  expect(more).toEqual([])
  expect(mail?.subject).toBe("Open for comments: The charter")
  expect(mail?.text).toContain(
    "asks its members for comments from Friday 1 April 2022, 09:00 UTC until Friday 15 April 2022, 09:00 UTC: The charter.",
  )
  expect(mail?.text).not.toContain("article 4")
  // The address is of the desk, where whoever comes signs in first.
  expect(mail?.text).toMatch(/\n\nhttp:\/\/localhost:3000\/desk\/[\w-]+\/consultations\/charter\n$/)
  await expect(announceConsultation(scene.chair, members)).rejects.toMatchObject({
    key: "notices.isPosted",
  })
})

test("nothing is announced that is not published or open, without a list, or by a member", async () => {
  const { meetingId } = scene
  await expect(announceReport(scene.chair, { meetingId })).rejects.toMatchObject({
    key: "report.notPublished",
  })
  const report = await publish()
  await expect(announceReport(scene.chair, report)).rejects.toMatchObject({ key: "meeting.noList" })
  await named()
  await expect(announceReport(scene.member, report)).rejects.toMatchObject({ code: "forbidden" })
  const closed = await plan({
    closedAt: new Date("2022-04-02T00:00:00Z"),
    closesAt: new Date("2022-04-02T00:00:00Z"),
  })
  await expect(announceConsultation(scene.chair, closed)).rejects.toMatchObject({
    key: "consultation.notOpen",
  })
  await expect(announceConsultation(scene.member, closed)).rejects.toMatchObject({
    code: "forbidden",
  })
  expect(await posted()).toEqual([])
})
