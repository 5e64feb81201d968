import type { Page } from "@playwright/test"
import { saved, sitDown } from "./support/desk"
import { tells } from "./support/hear"
import { expect, test } from "./support/test"

const address = "/desk/wg-strategy/mapping/roadmap"
const grid = (page: Page) => page.getByRole("grid", { name: /Mapping of/ })
const told = (page: Page) => page.locator(".grid-tools .told")

/** What has the focus, as it is called. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null
    if (!element || element === document.body) return ""
    const cell = element.closest("[role=grid]") ? `cell ${element.dataset.c ?? ""}` : null
    const label = element.labels?.[0]
    const title = label?.querySelector("span")?.textContent ?? label?.textContent
    const name = cell ?? element.ariaLabel ?? title ?? element.textContent
    return (name ?? "").trim()
  })
}

/** Presses Tab, or Shift+Tab, until something has the focus: nothing else takes anybody there. */
async function tabTo(page: Page, name: string | RegExp, key: "Tab" | "Shift+Tab" = "Tab") {
  const passed: string[] = []
  for (let step = 0; step < 70; step++) {
    await page.keyboard.press(key)
    const now = await focused(page)
    passed.push(now)
    if (typeof name === "string" ? now === name : name.test(now)) return
  }
  throw new Error(`${name} was not reached by ${key}: ${passed.join(" · ")}`)
}

const back = (page: Page, name: string | RegExp) => tabTo(page, name, "Shift+Tab")

async function press(page: Page, ...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key)
}

/** The row of the cursor: it keeps it while the focus is elsewhere. */
const cursorRow = (page: Page) => grid(page).locator("tr:has(> [tabindex='0'])")
const numberAt = async (page: Page) =>
  (await cursorRow(page).locator("[data-c=number]").textContent())?.trim() ?? ""

test("from the address to the row beside, a hand never leaves the keys", async ({ browser }) => {
  test.setTimeout(180_000)
  const { page, context } = await sitDown(browser, "Inês Valadares-Koné")
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(address)
  await expect(grid(page)).toBeVisible()

  await test.step("filters are reached, set and cleared, and the place is not lost", async () => {
    await tabTo(page, "Find words")
    await page.keyboard.type("connectivity")
    await expect(page).toHaveURL(/q=connectivity/)
    await tabTo(page, "Scope")
    await page.keyboard.press("p")
    await expect(page).toHaveURL(/scope=proposed/)
    await tabTo(page, /^Not confirmed for/)
    await page.keyboard.press("Space")
    await expect(page).toHaveURL(/stale=6/)
    await tabTo(page, "Clear the filters")
    await page.keyboard.press("Enter")
    await expect(page).toHaveURL(new RegExp(`${address}$`))
    expect(await focused(page)).toBe("Find words")
    await tabTo(page, "Group by")
    await page.keyboard.press("ArrowDown")
    await expect(page).toHaveURL(/by=body/)
    await page.keyboard.press("ArrowUp")
    await expect(page).toHaveURL(new RegExp(`${address}$`))
  })

  await test.step("columns are hidden, widened and frozen, and all of it is taken back", async () => {
    const head = grid(page).getByRole("columnheader", { name: "Status", exact: true })
    await tabTo(page, "Columns")
    await page.keyboard.press("Enter")
    await tabTo(page, "Status")
    await page.keyboard.press("Space")
    await expect(head).toHaveCount(0)
    await expect(page).toHaveURL(/hide=status/)
    await back(page, "Scope: wider")
    await tells(told(page), () => page.keyboard.press("Enter"), "Scope: 12 rem wide")
    await tabTo(page, "Stay in sight")
    await page.keyboard.press("n")
    await expect(grid(page).locator(".frozen")).toHaveCount(0)
    await expect(page).toHaveURL(/freeze=none/)
    await tabTo(page, "As usual")
    await page.keyboard.press("Enter")
    await expect(head).toBeVisible()
    await expect(page).toHaveURL(new RegExp(`${address}$`))
    await back(page, "Columns")
    await page.keyboard.press("Enter")
    await expect(page.getByRole("region", { name: "Columns" })).toHaveCount(0)
  })

  await test.step("a row is added by the tools, and its first cell is ready to be written", async () => {
    await back(page, "Add row")
    await tells(told(page), () => page.keyboard.press("Enter"), /^New row in /)
    expect(await focused(page)).toBe("cell suggests")
    await page.keyboard.type("Written without a mouse")
    await press(page, "Enter", "ArrowUp")
    await expect(cursorRow(page)).toContainText("Written without a mouse")
    await saved(page)
  })

  await test.step("it is moved, retired and brought back by the tools", async () => {
    const number = await numberAt(page)
    const place = async () => Number(await cursorRow(page).getAttribute("aria-rowindex"))
    const before = await place()
    const moved = new RegExp(`^Row ${number} is now \\d+ of \\d+ in `)
    await back(page, "Move up")
    await tells(told(page), () => page.keyboard.press("Enter"), moved)
    await expect.poll(place).toBe(before - 1)
    expect(await focused(page)).toBe("Move up")
    await tabTo(page, "Move down")
    await tells(told(page), () => page.keyboard.press("Enter"), moved)
    await expect.poll(place).toBe(before)
    await tabTo(page, "Retire…")
    await page.keyboard.press("Enter")
    expect(await focused(page)).toBe("Reason")
    await page.keyboard.type("It was a walk")
    await tabTo(page, "Retire the row")
    await tells(told(page), () => page.keyboard.press("Enter"), `Row ${number} was retired`)
    await expect(grid(page).getByText("Written without a mouse")).toHaveCount(0)
    expect(await focused(page)).toMatch(/^cell /)
    await back(page, "Undo")
    await tells(told(page), () => page.keyboard.press("Enter"), `Taken back: row ${number}`)
    await expect(grid(page).getByText("Written without a mouse")).toBeVisible()
    await tabTo(page, "Redo")
    await tells(told(page), () => page.keyboard.press("Enter"), `Done again: row ${number}`)
    await expect(grid(page).getByText("Written without a mouse")).toHaveCount(0)
    await saved(page)
  })

  await test.step("the row beside is opened, walked into, and closed again", async () => {
    const beside = page.getByRole("complementary")
    await tabTo(page, "Row beside")
    await page.keyboard.press("Enter")
    await expect(beside).toBeVisible()
    await expect(page).toHaveURL(/row=\d+/)
    await tabTo(page, /^cell /)
    const first = await numberAt(page)
    await press(page, "ArrowDown")
    await expect.poll(() => numberAt(page)).not.toBe(first)
    await expect(beside).toContainText(`Row ${await numberAt(page)},`)
    await tabTo(page, "Close the row beside")
    await tabTo(page, "The row’s own page")
    await back(page, "Close the row beside")
    await page.keyboard.press("Enter")
    await expect(beside).toHaveCount(0)
    expect(await focused(page)).toMatch(/^cell /)
  })

  await test.step("the keys are listed where they are looked for", async () => {
    await back(page, "Keys")
    await page.keyboard.press("Enter")
    await expect(page.locator("#grid-keys")).toBeVisible()
    await page.keyboard.press("Enter")
    await expect(page.locator("#grid-keys")).toHaveCount(0)
  })
  await context.close()
})
