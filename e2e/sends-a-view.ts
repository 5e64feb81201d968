import { readFileSync } from "node:fs"
import type { Page } from "@playwright/test"
import { readPdf } from "@/lib/imports/formats/pdf"
import { writeBlocks } from "@/lib/imports/formats/write"
import { expectAccessible } from "./support/accessible"
import { saved, sitDown } from "./support/desk"
import { expectFits } from "./support/fits"
import { expect, test } from "./support/test"

const address = "/desk/wg-strategy/mapping/roadmap"
const grid = (page: Page) => page.getByRole("grid", { name: /Mapping of/ })
const heads = (page: Page) => grid(page).getByRole("columnheader")
const lines = async (page: Page) => Number(await grid(page).getAttribute("aria-rowcount")) - 1

test("what one sees of the table stands in its address, and another sees the same", async ({
  browser,
}) => {
  const ines = await sitDown(browser, "Inês Valadares-Koné")
  const anders = await sitDown(browser, "Anders Nwachukwu")
  for (const { page } of [ines, anders]) await page.setViewportSize({ width: 1280, height: 900 })
  await ines.page.goto(`${address}?kind=dc`)
  await expect(grid(ines.page)).toBeVisible()
  await ines.page.getByRole("button", { name: "Columns" }).click()
  for (const column of ["Status", "Responsible"])
    await ines.page.getByRole("checkbox", { name: column }).uncheck()
  await ines.page.getByRole("checkbox", { name: "Area" }).check()
  await ines.page.getByLabel("Stay in sight").selectOption("area")
  await expect(ines.page).toHaveURL(
    `${address}?kind=dc&hide=responsible+status&show=area&freeze=area`,
  )
  // What narrows the table leaves the columns as they are.
  await ines.page.getByRole("combobox", { name: "Scope", exact: true }).selectOption("in")
  await expect(ines.page).toHaveURL(
    `${address}?kind=dc&scope=in&hide=responsible+status&show=area&freeze=area`,
  )
  const seen = await heads(ines.page).allTextContents()
  expect(seen.join()).not.toMatch(/Status|Responsible/)

  // Anders has columns of his own, which the address that he is sent does not take from him.
  await anders.page.goto(address)
  await anders.page.getByRole("button", { name: "Columns" }).click()
  await anders.page.getByRole("checkbox", { name: "Citation" }).uncheck()
  const own = await heads(anders.page).allTextContents()
  await anders.page.goto(ines.page.url())
  await expect(heads(anders.page)).toHaveText(seen)
  await expect(grid(anders.page).locator("thead .frozen")).toHaveText(["Row", "Area"])
  await anders.page.goto(address)
  await expect(heads(anders.page)).toHaveText(own)
  await expect(anders.page).toHaveURL(`${address}?hide=citation`)

  // Without script the same columns are left out, also where the form is sent again.
  const plain = await browser.newContext({ javaScriptEnabled: false })
  await plain.addCookies(await ines.context.cookies())
  const page = await plain.newPage()
  await page.goto(ines.page.url())
  const columns = page.getByRole("table", { name: /Mapping of/ }).getByRole("columnheader")
  await expect(columns.filter({ hasText: /Status|Responsible/ })).toHaveCount(0)
  await page.getByRole("button", { name: "Show" }).click()
  await expect(page).toHaveURL(/hide=responsible\+status/)
  await expect(columns.filter({ hasText: /Status|Responsible/ })).toHaveCount(0)
  for (const { context } of [ines, anders]) await context.close()
  await plain.close()
})

test("what one sees of the table is taken out, alone and as a part that says so", async ({
  browser,
}) => {
  const { page, context } = await sitDown(browser, "Anders Nwachukwu")
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`${address}?kind=dc`)
    const list = page.getByRole("group").filter({ hasText: "Take out" })
    await list.getByText("Take out").click()
    await expect(list.getByRole("region", { name: "All rows" }).getByRole("link")).toHaveCount(6)
    const links = await list.getByRole("link").all()
    for (const link of links) await expect(link).toBeInViewport({ ratio: 1 })
    await expectAccessible(page)
    await expectFits(page)
    await page.keyboard.press("Escape")
    await expect(list.getByRole("link", { name: "CSV" }).first()).toBeHidden()
  }
  await expect(grid(page)).toBeVisible()
  type Row = { retired: object | null; number: number; cells: { activities: { kind: string }[] } }
  const answer = await page.request.get(`${address}/table`)
  const { table }: { table: { rows: Row[] } } = await answer.json()
  const all = table.rows.filter(({ retired }) => retired === null)
  const meant = all.filter(({ cells }) => cells.activities.some(({ kind }) => kind === "dc"))
  expect(meant.length).toBeGreaterThan(0)
  expect(meant.length).toBeLessThan(all.length)

  await page.getByText("Take out", { exact: true }).click()
  const take = async (list: string) => {
    const download = page.waitForEvent("download")
    await page.getByRole("region", { name: list }).getByRole("link", { name: "JSON" }).click()
    return JSON.parse(readFileSync(await (await download).path(), "utf8"))
  }
  const part = await take("What is shown")
  expect(part.rows.map(({ number }: Row) => number)).toEqual(meant.map(({ number }) => number))
  expect(part).toMatchObject({ part: true, shown: expect.stringContaining(String(all.length)) })
  const whole = await take("All rows")
  expect(whole.rows).toHaveLength(all.length)
  expect(whole.part).toBeUndefined()
  await context.close()
})

test("printed, the table is whole, and once more on the screen after that", async ({ browser }) => {
  const { page, context } = await sitDown(browser, "Anders Nwachukwu")
  await page.setViewportSize({ width: 1280, height: 600 })
  await page.goto(address)
  await expect(grid(page)).toBeVisible()
  const drawn = grid(page).locator("tbody tr")
  const all = await lines(page)
  type Row = { retired: object | null; cells: { suggests: string } }
  const answer = await page.request.get(`${address}/table`)
  const { table }: { table: { rows: Row[] } } = await answer.json()
  const words = writeBlocks((await readPdf(await page.pdf())).blocks).normalize("NFKC")
  const current = table.rows.filter(({ retired }) => retired === null)
  const beginnings = current.map(({ cells }) => cells.suggests.split(" ")[0] ?? "")
  expect(beginnings.length).toBeGreaterThan(20)
  expect(beginnings.filter((beginning) => !words.includes(beginning))).toEqual([])
  await page.emulateMedia({ media: "print" })
  await expect(grid(page).locator(".printed > tr")).toHaveCount(all)
  await expect(page.getByRole("button", { name: "Add row" })).toBeHidden()
  await page.emulateMedia({ media: "screen" })
  await expect(grid(page).locator(".printed")).toHaveCount(0)
  await expect(drawn).toHaveCount(all)
  await context.close()
})

test("what is copied comes back equal, and no spreadsheet computes it", async ({ browser }) => {
  const { page, context } = await sitDown(browser, "Inês Valadares-Koné")
  await context.grantPermissions(["clipboard-read", "clipboard-write"])
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(address)
  await expect(grid(page)).toBeVisible()
  const first = grid(page).locator("tbody tr:not(.head)").nth(0).locator("[data-c=suggests]")
  const second = grid(page).locator("tbody tr:not(.head)").nth(1).locator("[data-c=suggests]")
  await first.dblclick()
  await page.keyboard.press("Control+a")
  await page.keyboard.type("=HYPERLINK(1) and more")
  await page.keyboard.press("Enter")
  await expect(first).toHaveText("=HYPERLINK(1) and more")
  const copied = async () => {
    await page.keyboard.press("Control+c")
    return page.evaluate(() => navigator.clipboard.readText())
  }
  // One cell goes into a letter as it stands; a block is what goes into a spreadsheet.
  await first.click()
  expect(await copied()).toBe("=HYPERLINK(1) and more")
  await page.keyboard.press("Shift+ArrowRight")
  expect((await copied()).split("\t")[0]).toBe("'=HYPERLINK(1) and more")
  await second.click()
  await page.keyboard.press("Control+v")
  await expect(second).toHaveText("=HYPERLINK(1) and more")
  await saved(page)
  await context.close()
})
