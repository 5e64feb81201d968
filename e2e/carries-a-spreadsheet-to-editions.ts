import { readFileSync } from "node:fs"
import type { Locator, Page } from "@playwright/test"
import { expectAccessible } from "./support/accessible"
import { saved, sitDown } from "./support/desk"
import { expect, test } from "./support/test"

const sample = new URL("../lib/mapping/sheet/samples/roadmap-calc.xlsx", import.meta.url)
const desk = "/desk/wg-strategy/mapping/sea-lanes-accord"
const address = "/wg-strategy/mapping/sea-lanes-accord"
const coming = new Date().getUTCFullYear() + 1

const grid = (page: Page) => page.getByRole("grid", { name: /Mapping of/ })
const line = (page: Page, row: number) =>
  page.locator(`tr:has(> [data-c=number]:text-is("${row}"))`)
const cell = (page: Page, row: number, column: string) =>
  line(page, row).locator(`> [data-c=${column}]`)
/** The rows in the order in which they stand, and the areas. */
const rowsOf = (page: Page) =>
  grid(page).locator("tr[data-k]:not(.head) > [data-c=number]").allInnerTexts()
const areasOf = (page: Page) =>
  grid(page).locator("tr.head .held > span:not(.grip)").allInnerTexts()

async function write(page: Page, row: number, words: string): Promise<void> {
  await cell(page, row, "suggests").dblclick()
  await expect(page.getByRole("dialog").getByRole("textbox")).toBeFocused()
  await page.keyboard.press("Control+a")
  await page.keyboard.type(words)
  await page.keyboard.press("Enter")
  await expect(cell(page, row, "suggests")).toHaveText(words)
  await saved(page)
}

/** Takes a line by its grip with the mouse, and puts it down in the lower or upper half of another. */
async function drag(page: Page, from: Locator, to: Locator, half: "upper" | "lower") {
  const grip = await from.locator(".grip").boundingBox()
  const place = await to.boundingBox()
  if (!grip || !place) throw new Error("A line is not there")
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2)
  await page.mouse.down()
  const y = place.y + place.height * (half === "upper" ? 0.25 : 0.75)
  await page.mouse.move(place.x + 60, y - 2, { steps: 4 })
  await page.mouse.move(place.x + 60, y)
  await page.mouse.up()
}

async function freeze(page: Page, number: number): Promise<void> {
  await page.goto(`${desk}/editions`)
  await page.getByRole("button", { name: `Freeze edition ${number}` }).click()
  await expect(
    page.getByText(`Edition ${number} is frozen, and everybody can read it.`),
  ).toBeVisible()
}

test("a spreadsheet of LibreOffice goes in, is edited, frozen, changed, frozen again, compared, and read by the world", async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const { page, context } = await sitDown(browser, "Inês Valadares-Koné")
  await page.setViewportSize({ width: 1280, height: 900 })

  await test.step("the mapping of a mandate is begun", async () => {
    await page.goto("/desk/wg-strategy/mapping/new")
    await page.getByLabel("Title").fill("Sea Lanes Accord")
    await page.getByLabel("Cited as").fill("A/88/7")
    await page.getByLabel("Goal").fill("To see what meets at sea.")
    await page
      .getByLabel("Areas")
      .fill("Global connectivity | Universal connectivity\nDigital inclusion")
    await page.getByRole("button", { name: "Begin the mapping" }).click()
    await expect(page).toHaveURL(new RegExp(desk))
  })

  await test.step("the spreadsheet is shown first, and goes in when it is confirmed", async () => {
    await page.goto(`${desk}/import`)
    const file = { name: "roadmap-calc.xlsx", mimeType: "", buffer: readFileSync(sample) }
    await page.getByLabel("File").setInputFiles(file)
    await page.getByRole("button", { name: "Show what it would change" }).click()
    await expect(page.getByText("Nothing is saved yet.")).toBeVisible()
    await expect(
      page.getByRole("row", { name: /Policy Network on Meaningful Access/ }),
    ).toContainText("Dynamic Coalition on Community Connectivity")
    // "Universal connectivity" is known by another name; "Space debris" is left out.
    await page.getByRole("button", { name: "Save what is chosen" }).click()
    await expect(page.getByText("3 rows were added, none was changed.")).toBeVisible()
  })

  await test.step("its cells are edited in the grid", async () => {
    await page.goto(desk)
    await expect(grid(page)).toBeVisible()
    await expect(cell(page, 1, "confirmed")).toContainText("17 February 2022")
    await expect(
      cell(page, 1, "activities").getByRole("link", { name: /Meaningful Access/ }),
    ).toHaveAttribute("href", "https://www.intgovforum.org/en/content/pnma")
    await write(page, 1, "Connect every harbour school by 2030.")
    await cell(page, 3, "activities").click()
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData("text/plain", text)
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
    }, `Coalition of figures | Dynamic coalition | ${coming}`)
    await expect(cell(page, 3, "activities")).toContainText("Coalition of figures")
    await saved(page)
  })

  await test.step("rows and areas are dragged into order, and a drag is taken back", async () => {
    const [connectivity, inclusion] = ["Global connectivity", "Digital inclusion"].map((title) =>
      grid(page).locator("tr.head", { hasText: title }),
    )
    if (!connectivity || !inclusion) throw new Error("There is no area")
    expect(await rowsOf(page)).toEqual(["1", "2", "3"])
    await drag(page, line(page, 2), line(page, 1), "upper")
    await expect.poll(() => rowsOf(page)).toEqual(["2", "1", "3"])
    await drag(page, line(page, 3), line(page, 2), "lower")
    await expect.poll(() => rowsOf(page)).toEqual(["2", "3", "1"])
    await grid(page).locator("[tabindex='0']").focus()
    await page.keyboard.press("Control+z")
    await expect.poll(() => rowsOf(page)).toEqual(["2", "1", "3"])
    expect((await areasOf(page)).slice(0, 2)).toEqual([
      "1 Global connectivity",
      "2 Digital inclusion",
    ])
    await drag(page, inclusion, connectivity, "upper")
    await expect
      .poll(async () => (await areasOf(page)).slice(0, 2))
      .toEqual(["1 Digital inclusion", "2 Global connectivity"])
    expect(await rowsOf(page)).toEqual(["3", "2", "1"])
    await page.keyboard.press("Control+z")
    await expect.poll(() => rowsOf(page)).toEqual(["2", "1", "3"])
    await saved(page)
    await page.reload()
    await expect(grid(page)).toBeVisible()
    expect(await rowsOf(page)).toEqual(["2", "1", "3"])
  })

  await test.step("edition 1 is frozen, a cell is changed, edition 2 is frozen", async () => {
    await freeze(page, 1)
    await page.goto(desk)
    await expect(grid(page)).toBeVisible()
    await expect(cell(page, 1, "activities")).not.toContainText("Meaningful Access")
    await write(page, 1, "Connect every harbour school and library by 2030.")
    await freeze(page, 2)
    await expect(page.getByText("Nothing changed.")).toBeVisible()
  })

  const reader = await browser.newContext({ javaScriptEnabled: false })
  const outside = await reader.newPage()
  await test.step("the world reads the newest edition, without script", async () => {
    await outside.goto(address)
    await expect(outside.getByText("Edition 2,").first()).toBeVisible()
    await expect(outside.getByText("3 rows of 3.")).toBeVisible()
    await expect(outside.getByRole("row").filter({ hasText: "and library" })).toBeVisible()
    await outside.getByText("Narrow down").click()
    await outside.getByLabel("Kind of activity").selectOption("dc")
    await outside.getByRole("button", { name: "Show", exact: true }).click()
    await expect(outside.getByText("1 row of 3.")).toBeVisible()
    await expect(outside.getByRole("row").filter({ hasText: "Coalition of figures" })).toBeVisible()
  })

  await test.step("what is over stands in the annex, with where it leads", async () => {
    await outside.getByRole("link", { name: /^Annex/ }).click()
    const row = outside.getByRole("row").filter({ hasText: "Policy Network on Meaningful Access" })
    await expect(row.getByRole("link").first()).toHaveAttribute(
      "href",
      "https://www.intgovforum.org/en/content/pnma",
    )
    await expect(outside.getByText("Dynamic Coalition on Community Connectivity")).toBeVisible()
  })

  await test.step("the two editions are compared, and the first one stays", async () => {
    await outside.goto(`${address}/editions`)
    await outside.getByRole("link", { name: "Changes since edition 1" }).click()
    await expect(outside.locator("ins")).toContainText("and library")
    await outside.goto(`${address}/editions/1`)
    await expect(outside.getByText("Edition 1 is not the newest")).toBeVisible()
    await expect(
      outside.getByRole("row").filter({ hasText: "Connect every harbour school" }),
    ).not.toContainText("and library")
  })

  await test.step("a file of the edition is taken along", async () => {
    await outside.goto(address)
    const download = outside.waitForEvent("download")
    await outside.getByRole("link", { name: "CSV" }).click()
    const text = readFileSync(await (await download).path(), "utf8")
    expect(text).toContain("Connect every harbour school and library by 2030.")
    expect(text).toContain("A/88/7, para. 19")
  })

  await test.step("the same pages are accessible", async () => {
    const seen = await browser.newContext()
    const look = await seen.newPage()
    await look.goto(address)
    await expectAccessible(look)
    await seen.close()
  })
  for (const one of [context, reader]) await one.close()
})
