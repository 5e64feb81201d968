import { once } from "node:events"
import { createServer, ServerResponse } from "node:http"
import { type AddressInfo, connect, type Socket } from "node:net"
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest"
import { makePage, type Page, sendPage } from "./page"

const body = "What was said. ".repeat(200)
const page = async (lasting: boolean): Promise<Page> => ({
  ...(await makePage({ status: 200, headers: { "content-type": "text/html" }, body })),
  lasting,
})
let pages: Record<string, Page> = {}
let proxied = false
/** Hangs up soon on whoever asks nothing more. */
const server = createServer({ keepAliveTimeout: 50 }, (request, response) =>
  sendPage(request, response, pages[request.url ?? ""] as Page, proxied),
)
/** Counts how often Node writes a head anew. */
const watch = () => vi.spyOn(ServerResponse.prototype, "writeHead")
/** A second of its own for each test: what is held of one second is held for all. */
let noon = new Date("2022-03-17T12:00:00Z").getTime()
const setClock = (time: number) => vi.spyOn(Date, "now").mockReturnValue(time)

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)))
beforeEach(async () => {
  pages = { "/": await page(true), "/found": await page(false) }
  noon += 60_000
  setClock(noon)
  proxied = false
})
afterAll(() => void server.close())

const dial = () => connect((server.address() as AddressInfo).port, "127.0.0.1")
const ask = (path: string, lines: readonly string[] = [], method = "GET") =>
  `${[`${method} ${path} HTTP/1.1`, "host: a", ...lines].join("\r\n")}\r\n\r\n`
const last = ["connection: close"]

/** Everything that comes back on one connection, which the last of the questions must end. */
async function talk(questions: string): Promise<string[]> {
  const socket = dial()
  let said = ""
  socket.on("data", (chunk: Buffer) => {
    said += chunk.toString("latin1")
  })
  socket.write(questions)
  await once(socket, "end")
  return said.split(/(?=HTTP\/1\.1 )/)
}

/** An answer without its date, which nobody here can set. */
const undated = (answer = "") => answer.replace(/\r\nDate: [^\r]*GMT\r\n/, "\r\n")

test("an answer that is given again is what Node wrote the first time, to the byte", async () => {
  const written = watch()
  const answers = await talk(ask("/").repeat(3) + ask("/", last))
  expect(written, "once, and once for the farewell").toHaveBeenCalledTimes(2)
  const [first, again, third] = answers
  expect(first).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  expect(first).toMatch(/\r\nDate: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT\r\n/)
  expect(first?.endsWith(`\r\n\r\n${body}`)).toBe(true)
  expect([again, third]).toEqual([first, first])
})

test("whoever hangs up is told so, and nobody else", async () => {
  const closing = async () => undated((await talk(ask("/", last)))[0])
  const first = await closing()
  expect(first).toContain("\r\nConnection: close\r\n")
  const [kept] = await talk(ask("/") + ask("/", last))
  expect(kept).toContain("\r\nConnection: keep-alive\r\n")
  expect(await closing()).toBe(first)
})

test("HEAD and a reader who has the page get heads without a body, as often as they ask", async () => {
  const tag = /etag: (\S+)/.exec((await talk(ask("/", last)))[0] ?? "")?.[1]
  const known = [`if-none-match: ${tag}`]
  const order = ask("/") + ask("/", [], "HEAD") + ask("/", known)
  const answers = await talk(order + order + ask("/", last))
  expect(answers.slice(3, 6)).toEqual(answers.slice(0, 3))
  const [whole = "", head = "", unchanged = ""] = answers
  expect(head + body).toBe(whole)
  expect(unchanged).toMatch(/^HTTP\/1\.1 304 Not Modified\r\n/)
  expect(unchanged.endsWith("\r\n\r\n")).toBe(true)
})

test("a head is written anew for each second, and what nginx may share says which", async () => {
  const written = watch()
  proxied = true
  const instant = async () => {
    const [answer] = await talk(ask("/").repeat(2) + ask("/", last))
    return Number(/x-accel-expires: @(\d+)/.exec(answer ?? "")?.[1])
  }
  expect(await instant()).toBe(noon / 1000)
  setClock(noon + 999)
  expect(await instant()).toBe(noon / 1000)
  setClock(noon + 1000)
  expect(await instant()).toBe(noon / 1000 + 1)
  expect(written, "two seconds, and three farewells").toHaveBeenCalledTimes(5)
})

test("what may be shared is never said of the same bytes where they may not", async () => {
  proxied = true
  const lasting = pages["/"] as Page
  pages["/found"] = { ...lasting, lasting: false }
  const answers = await talk((ask("/") + ask("/found")).repeat(2) + ask("/", last))
  const shared = answers.map((answer) => answer.includes("x-accel-expires"))
  expect(shared).toEqual([true, false, true, false, true])
})

test("a large body, and one that only a head was asked of before, come whole", async () => {
  const large = "So it went on. ".repeat(10_000)
  const headers = { "content-type": "text/html" }
  pages["/large"] = { ...(await makePage({ status: 200, headers, body: large })), lasting: true }
  const answers = await talk(
    ask("/large").repeat(2) + ask("/", [], "HEAD") + ask("/").repeat(2) + ask("/", last),
  )
  const bodies = answers.map((answer) => answer.slice(answer.indexOf("\r\n\r\n") + 4))
  expect(bodies).toEqual([large, large, "", body, body, body])
})

test("what is held of one second is bounded: whatever finds no room is written as ever", async () => {
  const paths = Array.from({ length: 300 }, (_, number) => `/${number}.png`)
  const picture = Buffer.alloc(64 * 1024, "x")
  const headers = { "content-type": "image/png" }
  for (const path of paths) pages[path] = await makePage({ status: 200, headers, body: picture })
  const written = watch()
  const all = paths.map((path) => ask(path)).join("")
  const answers = await talk(all + all + ask("/", last))
  expect(answers).toHaveLength(601)
  expect(answers.slice(300, 600).map(undated)).toEqual(answers.slice(0, 300).map(undated))
  const twice = written.mock.calls.length - paths.length - 1
  expect(twice * picture.length).toBeGreaterThan(paths.length * picture.length - 16 * 1024 * 1024)
  expect(twice).toBeLessThan(100)
})

/** A reader who asks on until the line takes no more, and reads nothing; with the server's end of the line. */
async function stalled() {
  const picture = Buffer.alloc(64 * 1024, "x")
  const headers = { "content-type": "image/png" }
  pages["/large.png"] = await makePage({ status: 200, headers, body: picture })
  const [answer = ""] = await talk(ask("/large.png") + ask("/", last))
  const reader = dial().pause()
  const [far] = (await once(server, "connection")) as [Socket]
  let bytes = 0
  // The line grows a little under what is put on it.
  for (let turns = 0; turns < 1_000; turns++) {
    await new Promise((resolve) => setImmediate(resolve))
    if (far.writableLength > 0) continue
    reader.write(ask("/large.png"))
    await once(server, "request")
    bytes += answer.length
    turns = 0
  }
  return { reader, far, bytes }
}

test("a reader on a slow line gets every byte of what the line could not take at once", async () => {
  const { reader, far, bytes } = await stalled()
  expect(far.writableLength).toBeGreaterThan(0)
  let came = 0
  reader.on("data", (chunk: Buffer) => {
    came += chunk.length
  })
  reader.resume()
  await once(reader, "end")
  expect(came).toBe(bytes)
})

test("a reader who leaves in the middle is let go of, and others are answered", async () => {
  const { reader, far } = await stalled()
  const gone = new Promise((resolve) => far.once("close", resolve))
  reader.destroy()
  await gone
  expect((await talk(ask("/").repeat(2) + ask("/", last))).length).toBe(3)
})
