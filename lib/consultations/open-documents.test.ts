import { and, asc, eq } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { consultations, consultationTexts } from "@/db/schema/consultations"
import { documents } from "@/db/schema/documents"
import { setClock } from "@/lib/platform/clock"
import { cancelConsultation } from "./cancel"
import { closeConsultation } from "./close"
import { extendConsultation } from "./extend"
import { openConsultation } from "./open"
import { turnConsultations } from "./turn"

const { owner } = await testDatabase()
let group: { id: string; slug: string }
let chair: SignedIn
beforeEach(async () => {
  group = await makeGroup(owner)
  chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [group.id]: "co-chair" } })
})
afterEach(() => setClock(undefined))

const opensAt = new Date("2027-03-01T09:00:00Z")
const closesAt = new Date("2027-03-15T12:00:00Z")
const at = (instant: Date, seconds = 0) =>
  setClock(() => new Date(instant.getTime() + seconds * 1000))
const arrange = () =>
  arrangeConsultation(owner, { groupId: group.id, askedBy: chair.personId, opensAt, closesAt })
type Arranged = Awaited<ReturnType<typeof arrange>>

async function statusOf({ document: { id } }: Arranged) {
  const [row] = await owner.select().from(documents).where(eq(documents.id, id))
  return row?.status
}
const set = ({ document: { id } }: Arranged, status: "agreed" | "archived" | "draft") =>
  owner.update(documents).set({ status }).where(eq(documents.id, id))
async function held({ id: consultationId }: Arranged) {
  const [row] = await owner.select().from(consultations).where(eq(consultations.id, consultationId))
  return { consultationId, revision: row?.revision ?? 0 }
}
async function trailOf({ document: { id } }: Arranged) {
  const rows = await owner
    .select({ name: events.name, data: events.data, actorId: events.actorId })
    .from(events)
    .where(and(eq(events.subjectType, "document"), eq(events.subjectId, id)))
    .orderBy(asc(events.id))
  return rows.map(({ name, data, actorId }) => ({ name, ...(data as object), actorId }))
}
const moved = { name: "document.statusChanged", title: "Activity plan" }

test("a draft is open for comments as long as it is asked about by the clock, and then a draft again", async () => {
  const asked = await arrange()
  at(opensAt, -1)
  await turnConsultations()
  expect(await statusOf(asked)).toBe("draft")
  at(opensAt)
  await turnConsultations()
  await turnConsultations()
  expect(await statusOf(asked)).toBe("open")
  at(closesAt)
  await turnConsultations()
  await turnConsultations()
  expect(await statusOf(asked)).toBe("draft")
  expect(await trailOf(asked)).toEqual([
    { ...moved, status: "open", before: "draft", actorId: null },
    { ...moved, status: "draft", before: "open", actorId: null },
  ])
})

test("so it is by hand, in the name of whoever opened and closed it; and again when it goes on", async () => {
  const asked = await arrange()
  at(opensAt, -3600)
  await openConsultation(chair, await held(asked))
  expect(await statusOf(asked)).toBe("open")
  at(opensAt)
  await closeConsultation(chair, await held(asked))
  expect(await statusOf(asked)).toBe("draft")
  const later = { zone: "UTC", closesDay: "2027-04-01", closesTime: "12:00" }
  await extendConsultation(chair, { ...(await held(asked)), ...later })
  expect(await statusOf(asked)).toBe("open")
  expect(new Set((await trailOf(asked)).map(({ actorId }) => actorId))).toEqual(
    new Set([chair.personId]),
  )
})

test("one that is called off leaves a draft; one that never opened changes nothing", async () => {
  const [opened, planned] = [await arrange(), await arrange()]
  at(opensAt, -3600)
  await openConsultation(chair, await held(opened))
  const reason = "Too early."
  await cancelConsultation(chair, { ...(await held(opened)), reason })
  await cancelConsultation(chair, { ...(await held(planned)), reason })
  expect(await statusOf(opened)).toBe("draft")
  expect(await trailOf(planned)).toEqual([])
})

describe("a document", () => {
  test("that is agreed when it is asked about stays agreed, and so does one that was agreed meanwhile", async () => {
    const [before, meanwhile] = [await arrange(), await arrange()]
    await set(before, "agreed")
    at(opensAt)
    await turnConsultations()
    await set(meanwhile, "agreed")
    at(closesAt)
    await turnConsultations()
    expect([await statusOf(before), await statusOf(meanwhile)]).toEqual(["agreed", "agreed"])
    expect(await trailOf(before)).toEqual([])
  })

  test("stays open while another consultation still asks about it", async () => {
    const asked = await arrange()
    const longer = await arrange()
    await owner
      .insert(consultationTexts)
      .values({ consultationId: longer.id, position: 1, documentId: asked.document.id })
    at(opensAt)
    await turnConsultations()
    at(opensAt, 60)
    await closeConsultation(chair, await held(asked))
    expect(await statusOf(asked)).toBe("open")
    await closeConsultation(chair, await held(longer))
    expect(await statusOf(asked)).toBe("draft")
  })
})
