import { eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { reports } from "@/db/schema/reports"
import { compareWords, keptWords, Room, Typist } from "@/e2e/support/live-people"
import { LiveProcess } from "@/e2e/support/live-process"
import { beginCorrection } from "@/lib/corrections/begin"
import { keepRevision } from "@/lib/minutes/keep-revision"
import { exchangeMinutes } from "@/lib/minutes/live/exchange"
import { TEXT_SCHEMA } from "@/lib/minutes/model"
import { startMinutes } from "@/lib/minutes/start"
import { publishMinutes } from "@/lib/reports/publish"

const { app, owner, appUrl } = await testDatabase()

let server: LiveProcess
let scene: Scene
let room: Room
beforeAll(async () => {
  server = await LiveProcess.start(appUrl)
})
afterAll(() => server.stop())
beforeEach(async () => {
  scene = await arrangeScene(owner)
  await startMinutes(scene.member, { meetingId: scene.meetingId })
  room = new Room(owner, scene.meetingId)
  return () => room.empty()
})

/** Publishes what stands; `meanwhile` happens while it is being published. False when that came first. */
async function publish(meanwhile: () => void = () => undefined): Promise<number | false> {
  const { meetingId, chair } = scene
  const kept = await keepRevision(chair, { meetingId })
  const input = { meetingId, revision: kept?.revision ?? 0, language: "en" as const }
  const published = publishMinutes(chair, { ...input, overrides: [] })
  meanwhile()
  try {
    await published
    return input.revision
  } catch (error) {
    if ((error as { key?: string }).key !== "report.stale") throw error
    return false
  }
}

test("whoever writes when it is published is told at once, and no word that was called saved is lost", async () => {
  const { meetingId, groupId, first, member, other } = scene
  const third = await makeActor(owner, { roles: { [groupId]: "member" } })
  const typists = await Promise.all(
    [member, other, third].map(async (who, place) => {
      const writer = await room.join(who, server.origin)
      return new Typist(writer, "abc"[place] ?? "", place === 0 ? first : "opening")
    }),
  )
  await Promise.all(typists.map(({ writer }) => writer.opened()))
  typists[0]?.type()
  await typists[0]?.writer.saved()
  let revision: number | false = false
  while (revision === false) {
    for (const typist of typists) typist.stop()
    await Promise.all(typists.map(({ writer }) => writer.saved()))
    revision = await publish(() => {
      for (const typist of typists) typist.begin(20)
    })
  }
  await Promise.all(
    typists.map(({ writer }) => writer.until("closed", (me) => me.refused !== null, 5_000)),
  )
  for (const typist of typists) typist.stop()
  expect(typists.map(({ writer }) => writer.refused)).toEqual(Array(3).fill("published"))
  const saved = typists.flatMap((typist) => typist.saved)
  const { missing, twice } = compareWords(await keptWords(app, meetingId), saved)
  expect({ missing, twice }).toEqual({ missing: [], twice: [] })
  const [report] = await app.select().from(reports).where(eq(reports.meetingId, meetingId))
  expect(report?.minutesRevision).toBe(revision)
})

test("what is published opens no line and takes no exchange, until a correction, and then for who holds it", async () => {
  const { meetingId, member, chair } = scene
  const writer = await room.join(member, server.origin)
  await writer.opened()
  writer.type("words ")
  await writer.saved()
  await publish()
  await writer.until("closed", (me) => me.refused !== null, 5_000)
  const again = await room.join(member, server.origin)
  await again.until("closed", (me) => me.refused !== null, 5_000)
  expect(again.refused).toBe("published")
  const given = { meetingId, schema: TEXT_SCHEMA, state: "AA==", seen: -1, update: null }
  await expect(exchangeMinutes(chair, given)).rejects.toMatchObject({
    key: "meeting.reportPublished",
  })
  await beginCorrection(chair, { meetingId, version: 1, reason: "A word is missing." })
  const held = await room.join(chair, server.origin)
  await held.opened()
  held.type("more ")
  await held.saved()
  const plain = await room.join(member, server.origin)
  await plain.until("closed", (me) => me.refused !== null, 5_000)
  expect(plain.refused).toBe("inCorrection")
  await expect(exchangeMinutes(member, given)).rejects.toMatchObject({
    key: "meeting.inCorrection",
  })
  expect(await keptWords(app, meetingId)).toContain("more")
})
