import { createServer, type RequestListener } from "node:http"
import type { AddressInfo } from "node:net"
import { afterEach, expect, test } from "vitest"
import { load } from "./load"

let close = () => {}
afterEach(() => close())

async function serve(answer: RequestListener) {
  const server = createServer({ keepAliveTimeout: 50 }, answer)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { port: (server.address() as AddressInfo).port, host: "localhost", path: "/" }
}

test("an answer is as long as it says, whatever those before it were", async () => {
  const lengths = [5_000, 4_999, 0, 70_000, 5_001]
  let asked = 0
  const target = await serve((_, response) => {
    const length = lengths[asked++ % lengths.length] ?? 0
    response.writeHead(200, { "content-length": length }).end(Buffer.alloc(length, "\r\n\r\n"))
  })
  const { rate, p99 } = await load(target, 3, 0.3)
  expect(rate).toBeGreaterThan(0)
  expect(p99).toBeGreaterThan(0)
  expect(asked).toBeGreaterThan(2 * lengths.length)
})

test("what is no whole answer is said to be none", async () => {
  const missing = await serve((_, response) => void response.writeHead(404).end())
  await expect(load(missing, 1, 0.3)).rejects.toThrow("Not an answer: HTTP/1.1 404")
  close()
  const endless = await serve((_, response) => void response.writeHead(200).end("how long?"))
  await expect(load(endless, 1, 0.3)).rejects.toThrow("Not an answer: HTTP/1.1 200")
  close()
  const breaking = await serve((_, response) => {
    response.writeHead(200, { "content-length": 9 }).write("half")
    setImmediate(() => response.destroy())
  })
  await expect(load(breaking, 1, 0.3)).rejects.toThrow("with 5 bytes to come")
})
