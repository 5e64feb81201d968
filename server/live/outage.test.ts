import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { afterEach, expect, test } from "vitest"
import { connect } from "@/db/client"
import { findBinaries } from "@/db/embedded/binaries"
import { makeCluster, type Place } from "@/db/embedded/cluster"
import {
  app,
  databaseUrl,
  owner as ownerRole,
  prepareDatabase,
  superuser,
} from "@/db/embedded/roles"
import { chooseRunner } from "@/db/embedded/runner"
import { loadSecrets } from "@/db/embedded/secrets"
import { joinOrStart, stopServer } from "@/db/embedded/server"
import { arrangeScene } from "@/db/factories/scene"
import { migrate } from "@/db/migrate"
import { compareWords, keptWords, Room, Typist } from "@/e2e/support/live-people"
import { LiveProcess } from "@/e2e/support/live-process"
import { startMinutes } from "@/lib/minutes/start"
import { connection } from "@/lib/platform/database"

/** For how long the database is away, in milliseconds. */
const outage = 20_000

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.reverse()) await close()
})

/** A database server of its own that nobody revives. */
async function ownPostgres() {
  const dataDir = await mkdtemp(path.join(tmpdir(), "rapporteur-outage-"))
  closers.push(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }))
  const cluster = path.join(dataDir, "postgres")
  const binaries = await findBinaries()
  const runner = await chooseRunner(cluster, [dataDir, binaries.pgCtl])
  const place: Place = { dataDir, cluster, binaries, runner }
  const secrets = await loadSecrets(dataDir)
  await makeCluster(place, secrets.superuser, false)
  const port = await joinOrStart(place)
  closers.push(() => stopServer(place))
  const adminUrl = `postgres://${superuser}:${secrets.superuser}@127.0.0.1:${port}/postgres`
  await prepareDatabase(adminUrl, "rapporteur", secrets)
  const appUrl = databaseUrl(adminUrl, "rapporteur", app, secrets.app)
  const ownerUrl = databaseUrl(adminUrl, "rapporteur", ownerRole, secrets.owner)
  await migrate(ownerUrl, appUrl)
  return { appUrl, ownerUrl, stop: () => stopServer(place), start: () => joinOrStart(place, port) }
}

test("while the database is away everybody writes on, nothing is called saved, and all is kept afterwards", async () => {
  const postgres = await ownPostgres()
  process.env.DATABASE_URL = postgres.appUrl
  process.env.DATABASE_MIGRATION_URL = postgres.ownerUrl
  const owner = connect(postgres.ownerUrl, { max: 2 })
  closers.push(() => Promise.all([owner.end(), connection().end()]))
  const { meetingId, member, other, first } = await arrangeScene(owner.db)
  await startMinutes(member, { meetingId })
  const server = await LiveProcess.start(postgres.appUrl)
  closers.push(() => server.stop())
  const room = new Room(owner.db, meetingId)
  closers.push(() => room.empty())
  const [ilva, samir] = await Promise.all([
    room.join(member, server.origin),
    room.join(other, server.origin),
  ])
  const typists = [new Typist(ilva, "i", first), new Typist(samir, "s", first)]
  await Promise.all([ilva.opened(), samir.opened()])
  for (const typist of typists) typist.type()
  await Promise.all([ilva.saved(), samir.saved()])

  await postgres.stop()
  const before = [ilva.kept, samir.kept]
  for (const typist of typists) typist.begin(40)
  closers.push(() => {
    for (const typist of typists) typist.stop()
  })
  await pause(outage)
  const late = typists.map(({ all }) => all.at(-1) ?? "")
  // What is typed now is with the other, though it is nowhere else.
  await Promise.all([
    ilva.until("the other's", (me) => me.words(first).includes(`${late[1]} `)),
    samir.until("the other's", (me) => me.words(first).includes(`${late[0]} `)),
  ])
  expect([ilva.kept, samir.kept]).toEqual(before)
  expect([ilva.isOpen, samir.isOpen]).toEqual([true, true])

  await postgres.start()
  for (const typist of typists) typist.stop()
  await Promise.all([ilva.saved(30_000), samir.saved(30_000)])
  const all = typists.flatMap((typist) => typist.all)
  expect(all.length).toBeGreaterThan(400)
  expect(compareWords(await keptWords(owner.db, meetingId), all)).toEqual({
    ...{ missing: [], twice: [] },
  })
  expect(server.isAlive).toBe(true)
  expect(server.said).not.toMatch(/MaxListeners|unhandled/i)

  // It hears other servers again, and whoever comes now finds everything.
  const second = await LiveProcess.start(postgres.appUrl)
  closers.push(() => second.stop())
  const visitor = await room.join(member, second.origin)
  await visitor.opened()
  visitor.type("elsewhere ", first)
  await ilva.until(
    "a word of another server",
    (me) => me.words(first).includes("elsewhere"),
    30_000,
  )
}, 240_000)
