import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, expect, test, vi } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMeeting } from "@/db/factories/meetings"
import { makeActor, makeGroup } from "@/db/factories/people"
import { record } from "@/lib/activity/record"
import { transaction } from "@/lib/platform/database"
import { exampleReport } from "@/lib/reports/example"
import { listPublishedReports } from "@/lib/reports/public-queries"
import { writeVersion } from "@/lib/reports/write-version"
import { askPages } from "./ask"
import { publicCache } from "./cache"
import { listenForChanges } from "./listen"

const { owner, appUrl } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

const group = await makeGroup(owner)
const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })

const startsAt = new Date("2022-03-03T13:00:00Z")
const meeting = await arrangeMeeting(owner, { groupId: group.id, number: 33, startsAt })

/** A server as `npm start` makes it, with a page that says which version is the newest in the database. */
async function serve() {
  const errors: unknown[] = []
  const onError = (error: unknown) => errors.push(error)
  let made = 0
  const ask = askPages(async (_, response) => {
    made += 1
    const [newest] = await listPublishedReports(group.slug)
    response.setHeader("content-type", "text/html")
    response.end(`<!DOCTYPE html><title>x</title><p>version ${newest?.version ?? "none"}</p>`)
  }, "portal.example.org")
  const cache = publicCache({ ask, origin: "https://portal.example.org", onError })
  const changes = listenForChanges({ url: appUrl, cache, onError })
  const server = createServer((request, response) => void cache.handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  await changes.ready
  const { port } = server.address() as AddressInfo
  afterAll(async () => {
    server.close()
    server.closeAllConnections()
    await changes.close()
    expect(errors).toEqual([])
  })
  return {
    read: async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/${group.slug}`)
      return /version (\w+)/.exec(await answer.text())?.[1]
    },
    made: () => made,
  }
}

const servers = [await serve(), await serve()]
const both = () => Promise.all(servers.map((server) => server.read()))

/** Publishes a version, doing something between the writing and the commit. */
async function publish(version: number, meanwhile = async () => {}) {
  const content = exampleReport({ version })
  await transaction(async (tx) => {
    await writeVersion(tx, {
      groupId: group.id,
      meetingId: meeting.id,
      content,
      minutesRevision: 1,
      publishedBy: chair.personId,
      findings: [],
      overrides: [],
    })
    await record(tx, {
      name: "report.published",
      actor: chair,
      groupId: group.id,
      subject: { type: "meeting", id: meeting.id },
      data: { number: 33, version, findings: 0, overrides: 0 },
      publicChange: [group.slug],
    })
    await meanwhile()
  })
}

test("a version is shown by both servers once it is committed, and by none before", async () => {
  expect(await both()).toEqual(["none", "none"])
  for (const version of [1, 2, 3]) {
    const before = version === 1 ? "none" : String(version - 1)
    await publish(version, async () => {
      for (let time = 0; time < 5; time++) expect(await both()).toEqual([before, before])
    })
    await vi.waitFor(async () => expect(await both()).toEqual([`${version}`, `${version}`]))
  }
  const made = servers.map((server) => server.made())
  for (let time = 0; time < 20; time++) expect(await both()).toEqual(["3", "3"])
  expect(servers.map((server) => server.made())).toEqual(made)
})

test("readers who ask all the time see the versions in their order on each server", async () => {
  const [from = 0] = (await both()).map((version) => Number(version) || 0)
  let going = true
  const readers = servers.map(async (server) => {
    const seen: number[] = []
    while (going) seen.push(Number(await server.read()) || 0)
    return seen
  })
  const last = from + 8
  for (let version = from + 1; version <= last; version++) await publish(version)
  await vi.waitFor(async () => expect(await both()).toEqual([`${last}`, `${last}`]))
  going = false
  for (const seen of await Promise.all(readers)) {
    expect(seen).toEqual([...seen].sort((one, other) => one - other))
    expect(seen.at(-1)).toBe(last)
  }
})
