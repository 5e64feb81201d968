import { afterEach, expect, test, vi } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor } from "@/db/factories/people"
import { arrangeScene } from "@/db/factories/scene"
import { compareWords, keptWords, Room, seeded, Typist } from "@/e2e/support/live-people"
import { LiveProcess } from "@/e2e/support/live-process"
import { startMinutes } from "@/lib/minutes/start"

const given = await testDatabase()
const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.reverse()) await close()
  closers.length = 0
})

test("a server that is killed at 20 moments loses no word that was called saved", async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 100_000)
  const random = seeded(seed)
  const { owner } = given
  const scene = await arrangeScene(owner)
  const { meetingId, member, other, chair } = scene
  await startMinutes(member, { meetingId })
  const server = await LiveProcess.start(given.appUrl, { spare: true })
  closers.push(() => server.stop())
  const room = new Room(owner, meetingId)
  const more = ["Noor Halvorsen", "Tomas Iyer"].map((name) =>
    makeActor(owner, { name, roles: { [scene.groupId]: "member" } }),
  )
  const people = [member, other, chair, ...(await Promise.all(more))]
  const sections = ["opening", scene.first, scene.first, scene.second, "opening"]
  const typists = await Promise.all(
    people.map(async (who, place) => {
      const writer = await room.join(who, server.origin)
      return new Typist(writer, "abcde"[place] ?? "", sections[place] ?? "")
    }),
  )
  closers.push(() => room.empty())
  await Promise.all(typists.map(({ writer }) => writer.opened()))
  for (const typist of typists) typist.begin(25)
  closers.push(() => {
    for (const typist of typists) typist.stop()
  })
  const savedOf = () => typists.flatMap(({ saved }) => saved)

  for (let kill = 1; kill <= 20; kill++) {
    const before = savedOf().length
    const wanted = Math.floor(random() * 25)
    await vi.waitFor(() => expect(savedOf().length).toBeGreaterThan(before + wanted), {
      timeout: 60_000,
      interval: 1 + Math.floor(random() * 12),
    })
    await server.kill()
    // What the death left unsaid cannot be counted on; what was said before must be there.
    const saved = savedOf()
    const { missing, twice } = compareWords(await keptWords(given.app, meetingId), saved)
    expect({ seed, kill, missing, twice }).toEqual({ seed, kill, missing: [], twice: [] })
    await server.again()
    for (const { writer } of typists) writer.line.hurry()
  }

  for (const typist of typists) typist.stop()
  await Promise.all(typists.map(({ writer }) => writer.saved(60_000)))
  const all = typists.flatMap((typist) => typist.all)
  const nothing = { missing: [], twice: [] }
  expect({ seed, ...compareWords(await keptWords(given.app, meetingId), all) }).toEqual({
    ...{ seed, ...nothing },
  })
  const fresh = await room.join(member, server.origin)
  await fresh.opened()
  const seen = [...new Set(sections)].flatMap((id) => fresh.words(id).split(/\s+/).filter(Boolean))
  expect({ seed, ...compareWords(seen, all) }).toEqual({ seed, ...nothing })
}, 400_000)
