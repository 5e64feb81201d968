import { createServer, type IncomingHttpHeaders, request } from "node:http"
import type { AddressInfo } from "node:net"
import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { afterAll, beforeAll, expect, test } from "vitest"
import { makePage, sendPage } from "./page"

const html = `<!DOCTYPE html><p>${"What was said. ".repeat(200)}</p>`
const headers = { "content-type": "text/html; charset=utf-8" }
const page = await makePage({ status: 200, headers, body: html })
const missing = await makePage({ status: 404, headers, body: html })
const moved = await makePage({ status: 308, headers: { location: "/elsewhere" } })
const pages: Record<string, typeof page> = { "/": page, "/missing": missing, "/moved": moved }
const server = createServer((incoming, response) =>
  sendPage(incoming, response, pages[incoming.url ?? ""] ?? missing),
)
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)))
afterAll(() => void server.close())

type Received = { status: number | undefined; headers: IncomingHttpHeaders; body: Buffer }

/** A request as it is, without what a client would add or undo. */
function get(path: string, sent: Record<string, string> = {}, method = "GET"): Promise<Received> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    request({ port, path, method, headers: sent }, (response) => {
      const chunks: Buffer[] = []
      response.on("data", (chunk: Buffer) => chunks.push(chunk))
      response.on("end", () => {
        const { statusCode: status } = response
        resolve({ status, headers: response.headers, body: Buffer.concat(chunks) })
      })
    })
      .on("error", reject)
      .end()
  })
}

test("the body comes as the reader can take it", async () => {
  const plain = await get("/")
  expect(plain.headers["content-encoding"]).toBeUndefined()
  expect(plain.body.toString()).toBe(html)
  const br = await get("/", { "accept-encoding": "gzip, deflate, br;q=0.9" })
  expect(br.headers["content-encoding"]).toBe("br")
  expect(brotliDecompressSync(br.body)).toEqual(plain.body)
  const gz = await get("/", { "accept-encoding": "gzip, br;q=0" })
  expect(gz.headers["content-encoding"]).toBe("gzip")
  expect(gunzipSync(gz.body)).toEqual(plain.body)
  expect(new Set([plain, br, gz].map((each) => each.headers.etag)).size).toBe(3)
  expect(br.headers.vary).toBe("accept-encoding")
})

test("a reader who has the page is told so, in whichever encoding it came", async () => {
  const { etag = "" } = (await get("/", { "accept-encoding": "br" })).headers
  const again = await get("/", { "if-none-match": `"other", W/${etag}` })
  expect([again.status, again.body.length]).toEqual([304, 0])
  expect((await get("/", { "if-none-match": '"other"' })).status).toBe(200)
})

test("HEAD brings the headers of GET and no body", async () => {
  const [head, whole] = [await get("/", {}, "HEAD"), await get("/")]
  expect([head.status, head.body.length]).toEqual([200, 0])
  expect(head.headers["content-length"]).toBe(String(whole.body.length))
  expect(head.headers.etag).toBe(whole.headers.etag)
})

test("only what is there may be kept by others, and only if they ask again", async () => {
  expect((await get("/")).headers["cache-control"]).toBe("public, max-age=0, must-revalidate")
  const nothing = await get("/missing", { "if-none-match": "*", "accept-encoding": "br" })
  expect([nothing.status, nothing.headers["cache-control"]]).toEqual([404, "no-store"])
  expect(nothing.headers.etag).toBeUndefined()
})

test("a redirect has no body to compress", async () => {
  const answer = await get("/moved", { "accept-encoding": "br" })
  expect([answer.status, answer.headers.location]).toEqual([308, "/elsewhere"])
  expect([answer.headers["content-encoding"], answer.body.length]).toEqual([undefined, 0])
})
