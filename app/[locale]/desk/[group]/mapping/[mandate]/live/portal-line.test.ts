import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { expect, onTestFinished, test } from "vitest"
import type { Op } from "./ops"
import { lineOf, patienceFor, portalLine } from "./portal-line"

const op: Op = { id: "one", kind: "return", rowId: "0b6c1a52-0f1d-4b7e-9a51-6a6a2c7d0b01" }

/** The address of a portal that answers everything so. */
async function answering(status: number, body: string): Promise<string> {
  const server = createServer((_request, response) => response.writeHead(status).end(body))
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const json = (answer: object) => JSON.stringify(answer)

test.each([
  ["words of ours", 409, json({ message: "No more" }), { kind: "refused", message: "No more" }],
  ["the end", 401, json({ message: "-", closed: "signedOut" }), { kind: "closed" }],
  ["plain text", 413, "This is more than 12 MB.\n", { kind: "failed", status: 413 }],
  ["a page of a proxy", 403, "<html></html>", { kind: "failed", status: 403 }],
  ["a failure", 500, "Something failed", { kind: "failed", status: 500 }],
  ["nobody behind a proxy", 502, "<html></html>", { kind: "unheard" }],
  ["a proxy that waited too long", 408, "<html></html>", { kind: "overdue" }],
  ["too fast", 429, "", { kind: "unheard" }],
  ["a page where the portal's answer was to be", 200, "<html></html>", { kind: "unheard" }],
])("what is answered with %s", async (_what, status, body, sent) => {
  expect(await portalLine.send(await answering(status, body), op)).toMatchObject(sent)
})

test("what stands against cells of a save is heard with each of them", async () => {
  const against = [{ rowId: "r", field: "status", message: "Row 7 was retired" }]
  const address = await answering(409, json({ message: "Row 7 was retired", against }))
  expect(await portalLine.send(address, op)).toEqual({
    ...{ kind: "refused", message: "Row 7 was retired", against },
  })
})

test("what has no answer in time is told from a line that is lost", async () => {
  const server = createServer(() => {})
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const line = lineOf(() => 50)
  expect(await line.send(address, op)).toEqual({ kind: "overdue" })
  server.closeAllConnections()
  server.close()
  expect(await line.send(address, op)).toEqual({ kind: "unheard" })
})

test("a block gets as long as a slow line needs to take it up", () => {
  const second = 1_000
  expect(patienceFor(200)).toBeLessThan(21 * second)
  // A line that takes up 200 kbit/s needs two minutes for 3 MB.
  expect(patienceFor(3_000_000)).toBeGreaterThan(140 * second)
})

test("a portal answers where it answers a question", async () => {
  expect(await portalLine.answers(await answering(200, json({ news: null })))).toBe(true)
  expect(await portalLine.answers(await answering(500, ""))).toBe(false)
  expect(await portalLine.answers("http://127.0.0.1:1")).toBe(false)
})
