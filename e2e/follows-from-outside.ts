import { setTimeout as wait } from "node:timers/promises"
import type { APIRequestContext } from "@playwright/test"
import { type Portal, startPortal } from "./support/portal"
import { enter } from "./support/sessions"
import { expect, test } from "./support/test"

const group = "/wg-strategy"

test("a feed reader finds the feed on the pages of a group, and asks again for nothing", async ({
  page,
  request,
}) => {
  await page.goto(group)
  const feed = page.locator('link[rel="alternate"][type="application/atom+xml"]')
  const address = (await feed.getAttribute("href")) ?? ""
  await expect(page.getByRole("link", { name: "News feed" })).toHaveAttribute(
    "href",
    new URL(address).pathname,
  )
  const first = await request.get(address)
  expect(first.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8")
  expect(await first.text()).toContain("version 1 of the summary published")
  const again = await request.get(address, {
    headers: { "if-none-match": first.headers().etag ?? "" },
  })
  expect([again.status(), await again.text()]).toEqual([304, ""])
  expect(await (await request.get(`/fr${group}/feed.xml`)).text()).toContain("du compte rendu")
  expect((await request.get("/wg-nobody/feed.xml")).status()).toBe(404)
})

test("a search engine finds every page, and each stands at its address", async ({ request }) => {
  test.slow()
  const robots = await (await request.get("/robots.txt")).text()
  const [, sitemap = ""] = /^Sitemap: (.+)$/m.exec(robots) ?? []
  const text = await (await request.get(sitemap)).text()
  const pages = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => address)
  expect(pages.length).toBeGreaterThan(10)
  for (const address of pages)
    expect.soft((await request.get(address, { maxRedirects: 0 })).status(), address).toBe(200)
  expect(text).not.toContain("/meetings/59<")
})

test("a program reads the API by its description, from any page", async ({ request }) => {
  const description = await (await request.get("/api/v1/openapi.json")).json()
  expect(description.openapi).toBe("3.1.1")
  const [server] = description.servers
  const list = await request.get(`${server.url}/groups/wg-strategy/meetings?limit=2`, {
    headers: { origin: "https://elsewhere.example.org" },
  })
  expect(list.headers()["access-control-allow-origin"]).toBe("*")
  const { items, next } = await list.json()
  expect(items).toHaveLength(2)
  expect(list.headers().link).toBe(`<${next}>; rel="next"`)
  expect((await (await request.get(next)).json()).items[0].number).toBeLessThan(items[1].number)
  const asked = await request.fetch(`${server.url}/groups`, { method: "OPTIONS" })
  expect([asked.status(), asked.headers()["access-control-allow-methods"]]).toEqual([
    204,
    "GET, HEAD, OPTIONS",
  ])
  const missing = await request.get(`${server.url}/groups/wg-strategy/meetings/59/versions`)
  expect([missing.status(), missing.headers()["content-type"]]).toEqual([
    404,
    "application/problem+json",
  ])
  const cut = await request.get(`${server.url}/groups?cursor=x`)
  expect([cut.status(), (await cut.json()).detail]).toEqual([
    400,
    expect.stringContaining("Follow the addresses in `next`"),
  ])
})

test("whoever shows a link to a summary finds its picture", async ({ page, request }) => {
  await page.goto(`${group}/meetings/58`)
  const meta = (property: string) =>
    page.locator(`meta[property="og:${property}"]`).getAttribute("content")
  const address = (await meta("image")) ?? ""
  expect(address).toMatch(/^http:\/\/localhost:\d+\/wg-strategy\/meetings\/58\/v1\/picture\.png$/)
  expect([await meta("image:width"), await meta("image:height")]).toEqual(["1200", "630"])
  expect(await meta("image:alt")).toBe("WG-Strategy, meeting 58, version 1")
  const picture = await request.get(address)
  expect(picture.headers()["content-type"]).toBe("image/png")
  expect(picture.headers()["cross-origin-resource-policy"]).toBe("cross-origin")
  expect((await picture.body()).subarray(1, 4).toString()).toBe("PNG")
})

test.describe("on two servers with one database", () => {
  test.describe.configure({ timeout: 300_000 })
  let servers: Portal[] = []
  test.beforeAll(async () => {
    const first = await startPortal()
    servers = [first, await startPortal({ dataDir: first.dataDir })]
  })
  test.afterAll(async () => {
    for (const server of servers.toReversed()) await server.stop()
  })

  test("a summary is shown by both once it is published, and by none before", async ({
    browser,
    request,
  }) => {
    const [first, second] = servers.map(({ origin }) => origin)
    const page = await browser.newPage({ javaScriptEnabled: false })
    await page.goto(`${first}/sign-in`)
    const chair = page.getByRole("listitem").filter({ hasText: "co-chair" }).first()
    await chair.getByRole("button").click()
    await expect(page).toHaveURL(/\/desk/)
    const inside = await enter(servers[0] as Portal)
    const id = await inside.meetingId(59)
    await inside.leave()
    await page.goto(`${first}/desk/wg-strategy/meetings/${id}/publish`)

    const seen = servers.map((): string[] => [])
    let going = true
    const readers = servers.map(async ({ origin }, at) => {
      while (going) {
        seen[at]?.push(await stateOf(request, origin))
        await wait(5)
      }
    })
    await page.getByRole("button", { name: "Publish version 1" }).click()
    await expect(page.getByText("Version 1 is published")).toBeVisible()
    for (const origin of [first, second])
      await expect.poll(() => stateOf(request, origin ?? "")).toBe("200 told")
    going = false
    await Promise.all(readers)
    // Never a page and then none again; the feed may be a moment before or behind.
    for (const states of seen) {
      const pages = states.map((state) => state.slice(0, 3))
      expect(pages).toEqual([...pages].sort().reverse())
    }
    await page.close()
  })
})

/** Whether a server shows the summary at its address, and whether its feed tells of it. */
async function stateOf(request: APIRequestContext, origin: string): Promise<string> {
  const page = await request.get(`${origin}${group}/meetings/59`)
  const feed = await request.get(`${origin}${group}/feed.xml`)
  const told = (await feed.text()).includes("Meeting 59, version 1 of the summary published")
  return `${page.status()} ${told ? "told" : "untold"}`
}
