import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Asking, askLink, openInternet } from "./ask"
import { askable } from "./model"
import { isPublicAddress } from "./public-address"

/** What was asked of the server of this test, in order. */
const asked: string[] = []
let server: Server
let port: number

beforeAll(async () => {
  server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

function answer(request: IncomingMessage, response: ServerResponse) {
  asked.push(`${request.method} ${request.headers.host?.split(":")[0]}${request.url}`)
  const [, name = "", value = ""] = (request.url ?? "").split("/")
  if (name === "status") response.writeHead(Number(value)).end("words")
  else if (name === "no-head")
    response.writeHead(request.method === "HEAD" ? Number(value) : 200).end("words")
  else if (name === "to") response.writeHead(302, { location: decodeURIComponent(value) }).end()
  else if (name === "round") response.writeHead(302, { location: "/round" }).end()
  else if (name === "endless" && request.method === "HEAD") response.writeHead(405).end()
  else if (name === "endless") {
    response.writeHead(200)
    response.write("x".repeat(1_000_000))
  } else if (name === "silent") return
  else response.writeHead(200).end()
}

/** The open internet, except that one host of it is our own server. */
function asking(changes: Partial<Asking> = {}): Asking {
  return {
    ...openInternet,
    resolve: async () => [{ address: "127.0.0.1", family: 4 }],
    permits: () => true,
    // The server of this test has no usual port.
    askable: (href) => {
      const url = new URL(href)
      url.port = ""
      const allowed = askable(url.href)
      if (!allowed) return null
      const there = new URL(allowed)
      there.port = String(port)
      return there.href
    },
    ...changes,
  }
}
const ask = (path: string, changes?: Partial<Asking>) =>
  askLink(`http://tides.example.org/${path}`, asking(changes))

describe("what an answer says of a link", () => {
  test.each([
    ["status/200", "alive", 200],
    ["status/204", "alive", 204],
    ["status/404", "dead", 404],
    ["status/410", "dead", 410],
    ["status/401", "unsure", 401],
    ["status/403", "unsure", 403],
    ["status/429", "unsure", 429],
    ["status/500", "unsure", 500],
    ["no-head/405", "alive", 200],
    ["no-head/404", "alive", 200],
  ])("%s is %s", async (path, state, status) => {
    expect(await ask(path)).toMatchObject({ state, status })
  })

  test("an answer without end is not read", async () => {
    expect(await ask("endless")).toMatchObject({ state: "alive" })
  })

  test("a server that says nothing leaves the link unsure", async () => {
    expect(await ask("silent", { patience: 300 })).toEqual({
      state: "unsure",
      status: null,
      reason: "slow",
    })
  })

  test("a name that does not exist is dead, a look-up that fails is not", async () => {
    const failing = (code: string) => async () => {
      throw Object.assign(new Error("look-up"), { code })
    }
    expect(await ask("", { resolve: failing("ENOTFOUND") })).toMatchObject({ state: "dead" })
    expect(await ask("", { resolve: failing("EAI_AGAIN") })).toMatchObject({ state: "unsure" })
  })

  test("redirects are followed to their end, and not for ever", async () => {
    const to = (place: string) => `to/${encodeURIComponent(place)}`
    expect(await ask(to("/status/200"))).toMatchObject({ state: "alive" })
    expect(await ask(to("http://other.example.org/status/404"))).toMatchObject({ state: "dead" })
    expect(await ask(to(`/${to("/status/200")}`))).toMatchObject({ state: "alive" })
    asked.splice(0)
    expect(await ask("round")).toMatchObject({ state: "unsure", reason: "many-redirects" })
    expect(asked).toHaveLength(6)
  })
})

describe("nobody is led into our own network", () => {
  const real = { permits: isPublicAddress }

  test.each([
    "127.0.0.1",
    "127.8.9.10",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "192.0.2.1",
    "198.18.0.1",
    "::1",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd12:3456::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "not an address",
  ])("%s is not public", (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test.each(["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946"])(
    "%s is",
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )

  test("a name that leads there is not asked", async () => {
    asked.splice(0)
    expect(await ask("status/200", real)).toEqual({
      state: "unsure",
      status: null,
      reason: "private",
    })
    expect(asked).toEqual([])
  })

  test("one of several addresses that leads there is enough", async () => {
    asked.splice(0)
    const both = async () => [
      { address: "93.184.216.34", family: 4 },
      { address: "127.0.0.1", family: 4 },
    ]
    expect(await ask("status/200", { ...real, resolve: both })).toMatchObject({ reason: "private" })
    expect(asked).toEqual([])
  })

  test("a redirect that leads there is not followed", async () => {
    asked.splice(0)
    const permits = (address: string) => address === "127.0.0.1"
    const resolve = async (host: string) =>
      host === "inside.example.org"
        ? [{ address: "10.0.0.1", family: 4 }]
        : [{ address: "127.0.0.1", family: 4 }]
    const path = `to/${encodeURIComponent("http://inside.example.org/status/200")}`
    expect(await ask(path, { permits, resolve })).toMatchObject({ reason: "private" })
    expect(asked).toHaveLength(1)
  })

  test("the address that was judged is the one that is asked, whatever the name says later", async () => {
    asked.splice(0)
    let times = 0
    const changing = async () => {
      times += 1
      return [{ address: times === 1 ? "127.0.0.1" : "10.0.0.1", family: 4 }]
    }
    const permits = (address: string) => address === "127.0.0.1"
    expect(await ask("status/200", { permits, resolve: changing })).toMatchObject({
      state: "alive",
    })
    expect(times).toBe(1)
    expect(asked).toEqual(["HEAD tides.example.org/status/200"])
  })

  test.each([
    "ftp://tides.example.org/",
    "file:///etc/passwd",
    "http://user:secret@tides.example.org/",
    "http://tides.example.org:5432/",
    "https://tides.example.org:8443/",
    "javascript:alert(1)",
    "mailto:ilva@example.org",
    "#",
    "",
  ])("%j is no link to be asked", async (href) => {
    expect(askable(href)).toBeNull()
    expect(await askLink(href)).toMatchObject({ state: "unsure", reason: "not-asked" })
  })

  test("numbers that stand for an address are read as one", async () => {
    for (const host of ["2130706433", "0x7f000001", "0177.0.0.1", "[::ffff:7f00:1]"])
      expect(await askLink(`http://${host}/`)).toMatchObject({ reason: "private" })
  })

  test("what stands behind # is not sent", () => {
    expect(askable("https://tides.example.org/a?b=c#d")).toBe("https://tides.example.org/a?b=c")
  })
})
