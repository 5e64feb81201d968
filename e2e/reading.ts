import type { Page } from "@playwright/test"
import { expectAccessible } from "./support/accessible"
import { expectFits } from "./support/fits"
import { expect, test } from "./support/test"

const group = "/wg-strategy"

/** From the front page of the portal to the newest summary, by its links. */
async function openNewestSummary(page: Page): Promise<void> {
  await page.goto("/")
  await page
    .getByRole("link", { name: /^WG-Strategy, meeting \d+/ })
    .first()
    .click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Meeting \d+$/)
}

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false })

  test("a reader finds the newest summary, walks its agenda and cites a decision", async ({
    page,
  }) => {
    await openNewestSummary(page)
    const agenda = page.getByRole("navigation", { name: "Agenda" })
    const first = agenda.getByRole("link").first()
    await first.click()
    await expect(page.locator("section:target > h2")).toContainText(
      (await first.textContent()) ?? "-",
    )
    const decision = page.getByRole("heading", { name: /^Decision \d+\/1$/ })
    await expect(decision).toBeVisible()
    const number = page.getByRole("link", { name: /^Paragraph / }).first()
    await number.click()
    await expect(page).toHaveURL(/#i\d+[a-z]*p\d+$/)
    await expect(page.getByRole("region", { name: "How to cite" })).toContainText(
      /meetings\/\d+\/v1/,
    )
    await expect(page.locator("time").first()).toContainText("UTC")
  })

  test("a reader takes a version as a file, and the newest by an address without a version", async ({
    page,
    request,
  }) => {
    await openNewestSummary(page)
    const files = page.getByRole("region", { name: "Version and proof" })
    const kinds = {
      PDF: ["application/pdf", "%PDF-1.7"],
      "DOCX (Word)": ["wordprocessingml", "PK"],
      Markdown: ["text/markdown", "---\nrapporteur: 1"],
      JSON: ["application/json", '{\n  "format": "rapporteur-report"'],
      "Plain text": ["text/plain", "Summary report\nMeeting "],
    }
    for (const [name, [type, start]] of Object.entries(kinds)) {
      const href = await files.getByRole("link", { name, exact: true }).getAttribute("href")
      const answer = await request.get(href ?? "")
      expect(answer.headers()["content-type"]).toContain(type)
      expect(answer.headers()["cache-control"]).toBe(
        "public, max-age=31536000, immutable, s-maxage=1",
      )
      expect((await answer.body()).toString("latin1").startsWith(start ?? "-")).toBe(true)
      const again = await request.get(href ?? "", {
        headers: { "if-none-match": answer.headers().etag ?? "" },
      })
      expect(again.status()).toBe(304)
      const newest = await request.get((href ?? "").replace(/\/v\d+\//, "/"), { maxRedirects: 0 })
      expect(newest.headers()).toMatchObject({ location: href, "cache-control": "no-store" })
    }
  })

  test("what nobody published or announced is no page, and says so", async ({
    page,
    consoleWatch,
  }) => {
    consoleWatch.allow(/404/)
    for (const path of [
      `${group}/meetings/999`,
      `${group}/meetings/59`,
      "/wg-unknown",
      `${group}/a/b`,
    ]) {
      const answer = await page.goto(path)
      expect(answer?.status(), path).toBe(404)
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        "Nothing stands at this address",
      )
    }
  })
})

test("times stand in UTC and, with script, in the reader’s zone", async ({ page }) => {
  await page.goto(group)
  const next = page.getByRole("region", { name: /^Next call/ })
  await expect(next.locator("time")).toContainText(/UTC \(\d\d:\d\d your time, East Africa Time\)/)
})

test("the French side speaks French around texts that say they are English", async ({ page }) => {
  await openNewestSummary(page)
  await page.getByRole("link", { name: "Français" }).click()
  await expect(page).toHaveURL(/\/fr\/wg-strategy\/meetings\/\d+$/)
  await expect(page.locator("html")).toHaveAttribute("lang", "fr")
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Réunion/)
  await expect(page.locator("#text")).toHaveAttribute("lang", "en")
  const languages = page.locator('link[rel="alternate"][hreflang]')
  await expect(languages).toHaveCount(3)
})

test("a first visit is small, runs one script of ours and nothing else", async ({
  page,
  portal,
}) => {
  const session = await page.context().newCDPSession(page)
  await session.send("Network.enable")
  let bytes = 0
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await openNewestSummary(page)
  const summary = page.url()
  await session.send("Network.clearBrowserCache")
  bytes = 0
  const answer = await page.goto(summary, { waitUntil: "networkidle" })
  expect(bytes).toBeGreaterThan(5_000)
  expect(bytes).toBeLessThan(64_000)
  expect(await page.locator("script[src]").count()).toBe(1)
  const policy = answer?.headers()["content-security-policy"] ?? ""
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain(`script-src ${portal.origin}/static/local-time.js;`)
  expect(policy).not.toMatch(/unsafe|nonce/)
  const data = await page.locator('script[type="application/ld+json"]').textContent()
  expect(JSON.parse(data ?? "null")).toMatchObject({ "@type": "Report", version: "1" })
})

test("printing gives every page its head and leaves the navigation out", async ({ page }) => {
  await openNewestSummary(page)
  await page.emulateMedia({ media: "print", colorScheme: "dark" })
  await expect(page.getByRole("navigation", { name: "Previous and next meeting" })).toBeHidden()
  await expect(page.getByRole("heading", { name: /^Annex/ })).toBeVisible()
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(ground).toBe("rgb(253, 253, 251)")
  const heads = await page.evaluate(() =>
    [...document.styleSheets].flatMap((sheet) =>
      [...sheet.cssRules].map((rule) => rule.cssText).filter((text) => text.includes("meeting")),
    ),
  )
  expect(heads.join()).toMatch(/@top-right.*WG-Strategy, meeting \d+, version 1/s)
})

for (const width of [360, 768, 1280]) {
  test(`nothing on the public side shuts anyone out or runs over at ${width} px`, async ({
    page,
    consoleWatch,
  }) => {
    test.slow()
    consoleWatch.allow(/404/)
    await page.setViewportSize({ width, height: 900 })
    await openNewestSummary(page)
    const paths = [
      "/",
      group,
      `${group}/meetings`,
      new URL(page.url()).pathname,
      `${group}/meetings/60`,
      `/fr${group}`,
      `${group}/meetings/999`,
    ]
    for (const path of paths) {
      await page.goto(path)
      await expectAccessible(page)
      await expectFits(page)
    }
  })
}
