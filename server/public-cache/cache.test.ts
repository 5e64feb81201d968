import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { afterEach, beforeEach, expect, test } from "vitest"
import { type Ask, askPages } from "./ask"
import { type PublicCache, publicCache } from "./cache"

/** Stands in for Next: a plain handler that counts, and answers when it is let. */
let asked: IncomingMessage[] = []
let answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>
let errors: unknown[] = []
let time = new Date("2022-03-17T12:00:00Z")
let cache: PublicCache
let close: () => void
let origin: string

const document = (text: string, head = "") =>
  `<!DOCTYPE html><html lang="en"><head><title>x</title>${head}</head><body><p>${text}</p><script>self.__next_f.push(1)</script></body></html>`

async function serve(options: Partial<Parameters<typeof publicCache>[0]> = {}): Promise<void> {
  const ask: Ask = askPages((request, response) => {
    asked.push(request)
    return answer(request, response)
  }, "portal.example.org")
  cache = publicCache({
    ask,
    origin: "https://portal.example.org",
    now: () => time.getTime(),
    onError: (error) => errors.push(error),
    ...options,
  })
  cache.hearing(true)
  const server = createServer(async (request, response) => {
    if (!(await cache.handle(request, response))) response.writeHead(418).end("not public")
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  close = () => server.close()
}

beforeEach(async () => {
  asked = []
  errors = []
  time = new Date("2022-03-17T12:00:00Z")
  answer = (request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8")
    response.setHeader("set-cookie", "a=b")
    response.setHeader("link", "</_next/b.js>; rel=preload")
    response.end(document(`page ${asked.length} at ${request.url}`))
  }
  await serve()
})
afterEach(() => close())

const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  fetch(origin + path, { headers, method, redirect: "manual" })
const text = async (path: string) => (await get(path)).text()

test("a page is made once and served to everyone, with the framework and its headers gone", async () => {
  const first = await get("/wg-a")
  const body = await first.text()
  expect(body).toContain("<p>page 1 at /wg-a</p>")
  expect(body).not.toContain("__next_f")
  expect(await text("/wg-a?utm=1")).toBe(body)
  expect(asked).toHaveLength(1)
  expect(first.headers.get("set-cookie")).toBeNull()
  expect(first.headers.get("link")).toBeNull()
  expect(first.headers.get("content-security-policy")).toBe(
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; script-src https://portal.example.org/static/local-time.js; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  )
})

test("nothing of a visitor reaches the page but its path", async () => {
  await get("/wg-a", {
    cookie: "session=1",
    "accept-language": "fr",
    rsc: "1",
    "next-router-state-tree": "x",
    "next-action": "y",
    authorization: "Bearer z",
    "user-agent": "Somebody's browser",
    "x-forwarded-host": "evil.example.org",
    "if-none-match": '"x"',
  })
  expect(asked[0]?.headers).toEqual({
    host: "portal.example.org",
    accept: "text/html",
    "accept-encoding": "identity",
    "user-agent": "rapporteur",
    connection: expect.any(String),
  })
})

test("what is found is a finished page like another, for one question, and never kept", async () => {
  const body = await text("/search?q=plan&secret=1")
  expect(body).toContain("<p>page 1 at /search?q=plan</p>")
  expect(body).not.toContain("__next_f")
  expect(await text("/search?q=plan")).toContain("page 2 at /search?q=plan")
  expect(cache.size.pages).toBe(0)
  await text("/search")
  expect(cache.size.pages).toBe(1)
})

test("what is not a public page, and what changes something, is left to others", async () => {
  expect((await get("/desk/wg-a")).status).toBe(418)
  expect((await get("/wg-a/join")).status).toBe(418)
  expect((await get("/wg-a", {}, "POST")).status).toBe(418)
  expect(asked).toHaveLength(0)
})

test("a change drops the group's pages and the front page, not another group's", async () => {
  for (const path of ["/", "/fr/wg-a/meetings", "/wg-b"]) await text(path)
  cache.forget("wg-a")
  expect(await text("/wg-b")).toContain("page 3")
  expect(await text("/fr/wg-a/meetings")).toContain("page 4")
  expect(await text("/")).toContain("page 5")
  cache.forget("*")
  expect(await text("/wg-b")).toContain("page 6")
})

/** Answers only when told to, so that a test can let things happen in between. */
function held() {
  const waiting: (() => void)[] = []
  answer = async (_, response) => {
    const number = asked.length
    await new Promise<void>((resolve) => waiting.push(resolve))
    response.setHeader("content-type", "text/html")
    response.end(document(`page ${number}`))
  }
  const until = async (count: number) => {
    while (waiting.length < count) await new Promise((resolve) => setImmediate(resolve))
  }
  return { until, release: (index: number) => waiting[index]?.() }
}

test("readers who miss together wait for one page", async () => {
  const gate = held()
  const readers = Array.from({ length: 20 }, () => text("/wg-a"))
  await gate.until(1)
  gate.release(0)
  expect(new Set(await Promise.all(readers)).size).toBe(1)
  expect(asked).toHaveLength(1)
})

test("a page asked for before a change is neither kept nor given to those who come after it", async () => {
  const gate = held()
  const before = text("/wg-a")
  await gate.until(1)
  cache.forget("wg-a")
  const after = text("/wg-a")
  await gate.until(2)
  gate.release(1)
  expect(await after).toContain("page 2")
  gate.release(0)
  expect(await before).toContain("page 1")
  expect(await text("/wg-a")).toContain("page 2")
})

test("errors and redirects are passed on and never kept", async () => {
  answer = (_, response) => void response.writeHead(500).end("Error: at /secret/file.ts:3")
  const failed = await get("/fr/wg-a")
  const said = await failed.text()
  expect(failed.status).toBe(500)
  expect(said).toContain("La page n’a pas pu être affichée")
  expect(said).not.toContain("secret")
  expect(failed.headers.get("cache-control")).toBe("no-store")
  expect(String(errors[0])).toContain("/fr/wg-a answered 500")

  answer = (_, response) => void response.writeHead(308, { location: "/wg-a/meetings/33" }).end()
  const moved = await get("/wg-a/meetings/3")
  expect([moved.status, moved.headers.get("location")]).toEqual([308, "/wg-a/meetings/33"])

  expect(cache.size.pages).toBe(0)
})

test("where nothing stands the reader is told in a finished page of their language", async () => {
  answer = ({ url }, response) =>
    void (url === "/fr/missing"
      ? response.end(document("Rien ici"))
      : response.writeHead(404).end('<html id="__next_error__"></html>'))
  for (const path of ["/fr/wg-a/meetings/99", "/fr/wg-a/x/y/z", "/fr/missing"]) {
    const missing = await get(path)
    expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining("Rien")])
    expect(missing.headers.get("cache-control")).toBe("no-store")
  }
  expect((await get("/wg-a")).status, "when even that page is missing").toBe(500)
  expect(asked.filter((request) => request.url === "/fr/missing")).toHaveLength(1)
  expect(cache.size.pages).toBe(1)
})

test("a connection that breaks off or a page that is not finished is an error, not a half page", async () => {
  answer = (_, response) => {
    response.writeHead(200, { "content-length": "1000" })
    response.write("<!DOCTYPE html><p>half")
    setImmediate(() => response.destroy())
  }
  expect((await get("/wg-a")).status).toBe(500)
  answer = (_, response) => void response.end('<!DOCTYPE html><template id="B:0"></template>')
  expect((await get("/wg-a")).status).toBe(500)
  expect(cache.size.pages).toBe(0)
})

test("a file comes as its route made it, once, with the headers that are its own", async () => {
  answer = (_, response) => {
    response.setHeader("content-type", "application/atom+xml; charset=utf-8")
    response.setHeader("content-disposition", "inline")
    response.setHeader("cache-control", "public, max-age=0, must-revalidate")
    response.setHeader("rapporteur-until", "2022-03-17T14:30:00.000Z")
    response.setHeader("set-cookie", "a=b")
    response.end(`<feed n="${asked.length}">${"<a/>".repeat(100)}</feed>`)
  }
  const first = await get("/wg-a/feed.xml", { "accept-encoding": "gzip" })
  expect(await first.text()).toContain('<feed n="1">')
  const said = Object.fromEntries(first.headers)
  expect(said).toMatchObject({
    "content-type": "application/atom+xml; charset=utf-8",
    "content-disposition": "inline",
    "content-encoding": "gzip",
    "cache-control": "public, max-age=0, must-revalidate",
    "cdn-cache-control": "public, max-age=1",
  })
  expect(Object.keys(said)).not.toEqual(expect.arrayContaining(["set-cookie"]))
  expect(said["rapporteur-until"]).toBeUndefined()
  const again = await get("/wg-a/feed.xml", { "if-none-match": said.etag ?? "" })
  expect([again.status, asked.length]).toEqual([304, 1])
  cache.forget("wg-a")
  expect(await text("/wg-a/feed.xml")).toContain('<feed n="2">')
  time = new Date("2022-03-17T14:30:00.000Z")
  expect(await text("/wg-a/feed.xml")).toContain('<feed n="3">')
})

test("what never changes may be kept for ever, and is not compressed twice", async () => {
  answer = (_, response) => {
    response.setHeader("content-type", "image/png")
    response.setHeader("cache-control", "public, max-age=31536000, immutable")
    response.end(Buffer.alloc(1000))
  }
  const file = await get("/wg-a/meetings/1/v1/picture.png", { "accept-encoding": "br, gzip" })
  expect(file.headers.get("content-encoding")).toBeNull()
  expect(file.headers.get("cache-control")).toContain("public, max-age=31536000, immutable")
  expect((await file.arrayBuffer()).byteLength).toBe(1000)
  expect(cache.size.bytes).toBe(1000)
})

test("what a reader may keep, caches between us ask for again: a name may be erased from it", async () => {
  for (const given of ["public, max-age=31536000, immutable", "public, max-age=300"]) {
    answer = (_, response) => {
      response.setHeader("content-type", "application/pdf")
      response.setHeader("cache-control", given)
      response.end("%PDF-1.7")
    }
    cache.forget("*")
    const { headers } = await get("/wg-a/meetings/1/v1/report.pdf")
    expect(headers.get("cache-control")).toBe(`${given}, s-maxage=1`)
    expect(headers.get("cdn-cache-control")).toBe("public, max-age=1")
  }
})

test("the style sheet of a page comes compressed as well as it goes, and may be kept for ever", async () => {
  answer = (_, response) => {
    response.setHeader("content-type", "text/css; charset=UTF-8")
    response.setHeader("cache-control", "public, max-age=31536000, immutable")
    response.end("p{margin:0}".repeat(100))
  }
  const sheet = await get("/_next/static/chunks/a.css", { "accept-encoding": "gzip, br" })
  expect(sheet.headers.get("content-encoding")).toBe("br")
  expect(sheet.headers.get("cache-control")).toBe("public, max-age=31536000, immutable")
  expect(await text("/_next/static/chunks/a.css")).toBe("p{margin:0}".repeat(100))
  expect(asked).toHaveLength(1)
})

test("why the API has no answer is passed on and not kept, and what fails is no page to a program", async () => {
  answer = (_, response) => {
    response.statusCode = 404
    response.setHeader("content-type", "application/problem+json")
    response.setHeader("access-control-allow-origin", "*")
    response.end('{"status":404}')
  }
  const missing = await get("/api/v1/groups/wg-x")
  expect([missing.status, await missing.json()]).toEqual([404, { status: 404 }])
  expect(missing.headers.get("cache-control")).toBe("no-store")
  expect(missing.headers.get("access-control-allow-origin")).toBe("*")
  answer = (_, response) => void response.writeHead(500).end("Error: at /secret/file.ts:3")
  const failed = await get("/api/v1/groups")
  expect(failed.headers.get("content-type")).toBe("application/problem+json")
  expect(failed.headers.get("access-control-allow-origin"), "pages elsewhere read why").toBe("*")
  expect(failed.headers.get("cross-origin-resource-policy")).toBe("cross-origin")
  expect(await failed.json()).toMatchObject({ status: 500, title: "Internal Server Error" })
  expect(cache.size.pages).toBe(0)
})

test("a page of a list of the API is made for whoever asks, and the whole of it is dropped with its group", async () => {
  answer = ({ url }, response) => {
    response.setHeader("content-type", "application/json")
    response.end(JSON.stringify({ url, asked: asked.length }))
  }
  const list = "/api/v1/groups/wg-a/meetings"
  expect(await text(`${list}?limit=2&utm=1`)).toContain(`"url":"${list}?limit=2","asked":1`)
  expect(await text(`${list}?limit=2`)).toContain('"asked":2')
  expect(await text(list)).toContain('"asked":3')
  expect(await text(list)).toContain('"asked":3')
  cache.forget("wg-b")
  expect(await text(list)).toContain('"asked":3')
  cache.forget("wg-a")
  expect(await text(list)).toContain('"asked":4')
})

test("a proxy of ours may share a page for this second, never an error or what is found", async () => {
  expect((await get("/wg-a")).headers.get("x-accel-expires"), "there is none").toBeNull()
  close()
  await serve({ behindProxy: true })
  const before = Math.floor(Date.now() / 1000)
  const said = async (path: string) => (await get(path)).headers.get("x-accel-expires")
  const until = Number((await said("/wg-a"))?.replace("@", ""))
  expect(until).toBeGreaterThanOrEqual(before)
  expect(until).toBeLessThanOrEqual(Math.floor(Date.now() / 1000))
  expect(await said("/search?q=a")).toBeNull()
  answer = (_, response) => void response.writeHead(500).end()
  expect(await said("/wg-b")).toBeNull()
})

test("a page that announces a call is made anew when the call is over", async () => {
  const until = "2022-03-17T14:30:00.000Z"
  answer = (_, response) =>
    void response.end(
      document(`page ${asked.length}`, `<meta name="rapporteur-until" content="${until}">`),
    )
  await text("/wg-a")
  time = new Date("2022-03-17T14:29:59Z")
  expect(await text("/wg-a")).toContain("page 1")
  time = new Date(until)
  expect(await text("/wg-a")).toContain("page 2")
})

test("while changes are not heard nothing is kept, and nothing from before comes back", async () => {
  await text("/wg-a")
  cache.hearing(false)
  expect(await text("/wg-a")).toContain("page 2")
  expect(await text("/wg-a")).toContain("page 3")
  cache.hearing(true)
  expect(await text("/wg-a")).toContain("page 4")
  expect(await text("/wg-a")).toContain("page 4")
})

test("memory is bounded: the page used least is let go", async () => {
  close()
  answer = (request, response) => void response.end(document(`${request.url} ${"ä".repeat(5_000)}`))
  await serve({ maxBytes: 35_000 })
  for (const path of ["/wg-a", "/wg-b", "/wg-c", "/wg-a", "/wg-d"]) await text(path)
  expect(cache.size.bytes).toBeLessThanOrEqual(35_000)
  const before = asked.length
  await text("/wg-a")
  await text("/wg-b")
  expect(asked.slice(before).map((request) => request.url)).toEqual(["/wg-b"])
})
