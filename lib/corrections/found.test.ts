import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test, vi } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMinutes } from "@/db/factories/meetings"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { searchTexts } from "@/db/schema/search"
import { savePlainMinutes } from "@/lib/minutes/save-plain"
import { indexSources } from "@/lib/reactions/index-search"
import { reactTo } from "@/lib/reactions/react"
import { publishMinutes } from "@/lib/reports/publish"
import { searchInput } from "@/lib/search/input"
import { searchPublished } from "@/lib/search/public-queries"
import { beginCorrection } from "./begin"
import { withdrawReport } from "./withdraw"

const failing = vi.hoisted(() => ({ yes: false }))
vi.mock("@/lib/reactions/tell-of-versions", async (original) => {
  const real = await original<typeof import("@/lib/reactions/tell-of-versions")>()
  return {
    ...real,
    tellOfReport: (...given: Parameters<typeof real.tellOfReport>) =>
      failing.yes ? Promise.reject(new Error("nobody can be told")) : real.tellOfReport(...given),
  }
})

const { owner } = await testDatabase()
let scene: Scene
const publish = (revision: number) =>
  publishMinutes(scene.chair, {
    ...{ meetingId: scene.meetingId, revision, language: "en", overrides: [] },
  })
const found = async (q: string) =>
  ((await searchPublished(searchInput.parse({ q }), "en")).found?.hits ?? []).length

beforeEach(async () => {
  failing.yes = false
  await owner.delete(searchTexts)
  scene = await arrangeScene(owner)
  const { meetingId, first } = scene
  await arrangeMinutes(owner, meetingId, { [first]: "The harbour was mentioned." })
  await publish(1)
  await indexSources([`meeting:${meetingId}`])
  expect(await found("harbour")).toBe(1)
})

test("what is withdrawn is found no more from the moment on, whether or not anything follows from it", async () => {
  await withdrawReport(scene.chair, {
    meetingId: scene.meetingId,
    ...{ version: 1, reason: "It was another group's." },
  })
  expect(await found("harbour")).toBe(0)
})

test("what is corrected is found in its new words and not in the old ones", async () => {
  const { meetingId, first, chair } = scene
  await beginCorrection(chair, { meetingId, version: 1, reason: "It was the lighthouse." })
  await savePlainMinutes(chair, {
    ...{ meetingId, base: 1, locale: "en" },
    sections: { [first]: "The lighthouse was mentioned." },
  })
  await publish(2)
  expect(await found("harbour")).toBe(0)
  expect(await found("lighthouse")).toBe(1)
})

test("what an event touched is put into the queue of the search before anybody is told of it", async () => {
  const queue = sql`select 1 from pgboss.job where name = 'search'`
  const [event] = await owner.select().from(events).where(eq(events.subjectId, scene.meetingId))
  await owner.execute(sql`delete from pgboss.job where name = 'search'`)
  failing.yes = true
  await expect(reactTo(event?.id ?? 0)).rejects.toThrow("nobody can be told")
  expect(await owner.execute(queue)).toHaveLength(1)
})
