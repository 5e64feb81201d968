import { and, asc, eq } from "drizzle-orm"
import { expect, test, vi } from "vitest"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { startWorkerProcess } from "@/e2e/support/worker-process"

vi.setConfig({ testTimeout: 120_000 })

const { owner, appUrl } = await testDatabase()
const group = await makeGroup(owner)
const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
const hour = 3_600_000

const arrange = (opensAt: number, closesAt: number) =>
  arrangeConsultation(owner, {
    groupId: group.id,
    askedBy: chair.personId,
    opensAt: new Date(Date.now() + opensAt),
    closesAt: new Date(Date.now() + closesAt),
  })
const trail = async (id: string) =>
  (
    await owner
      .select({ name: events.name })
      .from(events)
      .where(and(eq(events.subjectType, "consultation"), eq(events.subjectId, id)))
      .orderBy(asc(events.id))
  ).map(({ name }) => name)

test("two workers open and close by the clock at the instant, once, and catch up on what was missed", async () => {
  const missed = await arrange(-2 * hour, -hour)
  const near = await arrange(-hour, 4_000)
  const first = await startWorkerProcess(appUrl)
  const second = await startWorkerProcess(appUrl)
  try {
    await vi.waitFor(
      async () => {
        expect(await trail(missed.id)).toEqual(["consultation.opened", "consultation.closed"])
        expect(await trail(near.id)).toEqual(["consultation.opened", "consultation.closed"])
      },
      { timeout: 30_000, interval: 100 },
    )
  } finally {
    await Promise.all([first.end("SIGTERM"), second.end("SIGTERM")])
  }
})
