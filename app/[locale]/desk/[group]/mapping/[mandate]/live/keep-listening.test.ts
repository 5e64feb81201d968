import { createServer, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { beforeAll, expect, onTestFinished, test, vi } from "vitest"
import { keepListening } from "./keep-listening"
import type { Heard } from "./line"

type Answer = (response: ServerResponse, since: string) => void
const at = "2022-03-03T13:37:42.000Z"
const changes = (change: number) => {
  return { kind: "changes", change, changes: [], rows: [], areas: null, people: null }
}
const json = (response: ServerResponse, answer: unknown, status = 200) =>
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer))
const event = (response: ServerResponse, kind: string, data: unknown) =>
  response.write(`event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`)

beforeAll(() => {
  vi.stubGlobal("window", { addEventListener: () => {}, removeEventListener: () => {} })
})

/** Somebody who listens to a portal that answers so; `since` grows as changes are heard. */
async function listening({ events, asked }: { events: Answer; asked: Answer }) {
  const seen: { accept: string; since: string }[] = []
  const server = createServer((request, response) => {
    const accept = request.headers.accept ?? ""
    const since = new URL(request.url ?? "", "http://localhost").searchParams.get("since") ?? ""
    seen.push({ accept, since })
    ;(accept === "application/json" ? asked : events)(response, since)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const over = new AbortController()
  onTestFinished(() => {
    over.abort()
    server.closeAllConnections()
    server.close()
  })
  const heard: Heard[] = []
  let since = 0
  const take = (what: Heard) => {
    heard.push(what)
    if (what.kind === "changes") since += 1
  }
  const { port } = server.address() as AddressInfo
  const done = keepListening(`http://127.0.0.1:${port}`, () => since, take, over.signal)
  return { heard, seen, done, kinds: () => heard.map(({ kind }) => kind) }
}

test("what a portal tells is heard as it comes, and nothing is asked for", async () => {
  const { heard, seen } = await listening({
    events: (response) => {
      response.writeHead(200, { "content-type": "text/event-stream" })
      event(response, "up", { at })
      event(response, "changes", changes(1))
    },
    asked: (response) => json(response, {}, 500),
  })
  await vi.waitFor(() => expect(heard).toHaveLength(2))
  expect(heard[0]).toEqual({ kind: "up", at })
  expect(seen.map(({ accept }) => accept)).toEqual(["text/event-stream"])
})

test("a portal that ends its line to be asked again is asked at once, and nobody is told of it", async () => {
  const { seen, kinds } = await listening({
    events: (response, since) => {
      response.writeHead(200, { "content-type": "text/event-stream" })
      event(response, "up", { at })
      event(response, "changes", changes(1))
      if (since !== "0") return
      event(response, "again", {})
      response.end()
    },
    asked: (response) => json(response, {}, 500),
  })
  await vi.waitFor(() => expect(seen.map(({ since }) => since)).toEqual(["0", "1"]))
  await vi.waitFor(() => expect(kinds()).toEqual(["up", "changes", "up", "changes"]))
})

test("one that is not there when it is asked again is said to be down", async () => {
  let lines = 0
  const { kinds } = await listening({
    events: (response) => {
      if (lines++ > 0) return response.destroy()
      response.writeHead(200, { "content-type": "text/event-stream" })
      event(response, "up", { at })
      event(response, "again", {})
      response.end()
    },
    asked: (response) => response.destroy(),
  })
  await vi.waitFor(() => expect(kinds()).toEqual(["up", "down"]))
})

test("where events end before they begin, what is new is asked for, from where it is known", async () => {
  const { heard, seen } = await listening({
    events: (response) => response.writeHead(502).end(),
    asked: (response, since) => json(response, { at, news: since === "0" ? changes(1) : null }),
  })
  await vi.waitFor(
    () => {
      const asked = seen.filter(({ accept }) => accept === "application/json")
      expect(asked.map(({ since }) => since).slice(0, 2)).toEqual(["0", "1"])
    },
    { timeout: 10_000 },
  )
  expect(heard.find(({ kind }) => kind === "up")).toEqual({ kind: "up", at, asked: true })
  expect(heard.filter(({ kind }) => kind === "changes")).toHaveLength(1)
})

test("where a proxy holds events back, what is new is asked for", { timeout: 20_000 }, async () => {
  const { kinds } = await listening({
    // Headers come, and nothing after them.
    events: (response) => response.writeHead(200).flushHeaders(),
    asked: (response) => json(response, { at, news: changes(1) }),
  })
  await vi.waitFor(() => expect(kinds()).toEqual(["up", "changes"]), { timeout: 15_000 })
})

test("where nobody answers at all it is said that the line is down", async () => {
  const { kinds } = await listening({
    events: (response) => response.destroy(),
    asked: (response) => response.destroy(),
  })
  await vi.waitFor(() => expect(kinds()).toContain("down"), { timeout: 5_000 })
  expect(kinds()).not.toContain("up")
})

test("a portal that tells nothing more is asked nothing more", async () => {
  const { heard, done } = await listening({
    events: (response) => response.writeHead(502).end(),
    asked: (response) => json(response, { closed: "signedOut" }, 401),
  })
  await done
  expect(heard.at(-1)).toEqual({ kind: "closed", reason: "signedOut" })
})

test("a portal that tells this page nothing by itself says why, and is asked instead", async () => {
  const { heard, seen } = await listening({
    events: (response) => json(response, { code: "too_many", message: "Close some pages" }, 429),
    asked: (response) => json(response, { at, news: null }),
  })
  await vi.waitFor(() =>
    expect(seen.some(({ accept }) => accept === "application/json")).toBe(true),
  )
  await vi.waitFor(() => expect(heard).toContainEqual({ kind: "up", at, asked: true }))
  expect(heard[0]).toEqual({ kind: "full", message: "Close some pages" })
})
