import type { Locator, Page } from "@playwright/test"
import { expectAccessible } from "./support/accessible"
import { expectFits } from "./support/fits"
import { type Portal, startPortal } from "./support/portal"
import { expect, test } from "./support/test"
import { unpublish } from "./support/unpublish"

// A portal of its own: what is done here to the sample's agenda would be in the way of others.
let own: Portal
test.beforeAll(async () => {
  test.setTimeout(300_000)
  own = await startPortal()
  // What is published is closed: its agenda is marked here as that of a draft.
  await unpublish(own)
})
test.afterAll(async () => own.stop())
test.describe.configure({ timeout: 120_000 })

const meeting = (number: number) => `${own.origin}/desk/wg-strategy/meetings/${number}`

async function signIn(page: Page, role: "co-chair" | "member"): Promise<void> {
  await page.goto(`${own.origin}/sign-in`)
  const people = page.getByRole("listitem").filter({ hasText: role })
  await people.first().getByRole("button").click()
  await expect(page).toHaveURL(/\/desk/)
}

/** Tab, as often as it takes: whatever cannot be reached so is out of reach of a keyboard. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor()
  for (let presses = 0; presses < 80; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press("Tab")
  }
  throw new Error("Eighty presses of Tab did not lead there")
}

const agenda = (page: Page) => page.getByRole("complementary", { name: /^Agenda/ })
const line = (page: Page, title: string) =>
  agenda(page).getByRole("listitem").filter({ hasText: title })
const room = (page: Page) => page.getByRole("complementary", { name: /^In the room/ })
const seat = (page: Page, name: string) => room(page).getByRole("radiogroup", { name })
const section = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true })
const entry = (page: Page, name: string) =>
  page
    .getByRole("menu")
    .getByRole(/No update|Not reached/.test(name) ? "menuitemcheckbox" : "menuitem", { name })

/** Down to an entry of the menu that is open, and takes it. */
async function choose(page: Page, name: string): Promise<void> {
  await entry(page, name).waitFor()
  for (let presses = 0; presses < 20; presses++) {
    if (await entry(page, name).evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press("ArrowDown")
  }
  await page.keyboard.press("Enter")
}

test("runs the agenda, the clock and the room of a call without a mouse", async ({ page }) => {
  const keys = page.keyboard
  await signIn(page, "co-chair")
  await page.goto(`${meeting(59)}/minutes`)
  await section(page, "Opening").waitFor()

  await keys.press("Alt+Shift+N")
  const first = line(page, "Multi-year plan")
  await expect(first).toHaveAttribute("aria-current", "step")
  await expect(first).toContainText("0 min gone, 30 left")
  await keys.press("Alt+Shift+N")
  const second = line(page, "Nominations for the expert group")
  await expect(second).toHaveAttribute("aria-current", "step")
  await expect(first).not.toHaveAttribute("aria-current", "step")

  await tabTo(page, second.getByRole("button", { name: /^Item 2/ }))
  await keys.press("Enter")
  await expectAccessible(page)
  await choose(page, "No update")
  await expect(second).toContainText("no update")
  await expect(second.getByRole("button", { name: /^Item 2/ })).toBeFocused()

  await agenda(page).getByRole("button", { name: "Add item" }).focus()
  await keys.press("Enter")
  await expect(agenda(page).getByRole("textbox", { name: "Title of the new item" })).toBeFocused()
  await keys.type("A late item")
  await keys.press("Enter")
  await expect(section(page, "4 A late item")).toBeVisible()
  await expect(line(page, "A late item").getByRole("button", { name: /^Item 4/ })).toBeFocused()

  await section(page, "4 A late item").focus()
  await keys.type("Words that stay where they are.")
  await keys.press("Alt+Shift+M")
  await choose(page, "Rename")
  await keys.press("Control+a")
  await keys.type("Dates of the next calls")
  await keys.press("Enter")
  await expect(section(page, "4 Dates of the next calls")).toContainText("Words that stay")
  await expect(line(page, "Dates of the next calls")).toBeVisible()

  await section(page, "4 Dates of the next calls").focus()
  await keys.press("Alt+Shift+M")
  await choose(page, "Move up")
  await expect(section(page, "3 Dates of the next calls")).toContainText("Words that stay")

  await section(page, "3 Dates of the next calls").focus()
  await keys.press("Alt+Shift+R")
  await expect(room(page).getByRole("searchbox", { name: "Find or add a person" })).toBeFocused()
  await keys.type("tarek")
  await keys.press("ArrowDown")
  const tarek = seat(page, "Tarek Bjørnstad")
  await expect(tarek).toBeFocused()
  await keys.press("w")
  await expect(tarek.getByRole("radio", { name: "Written input" })).toBeChecked()
  await keys.press("w")
  await expect(tarek.getByRole("radio", { checked: true })).toHaveCount(0)
  const present = await room(page)
    .getByText(/^\d+ of \d+$/)
    .textContent()
  await keys.press("p")
  await expect(tarek.getByRole("radio", { name: "Present" })).toBeChecked()
  const [before = 0, all = 0] = (present ?? "").split(" of ").map(Number)
  await expect(room(page)).toContainText(`${before + 1} of ${all}`)

  await keys.press("ArrowUp")
  await keys.press("Control+a")
  await keys.type("Ottoline Fairweather")
  const add = room(page).getByRole("button", { name: "Add Ottoline Fairweather" })
  await expect(add).toBeVisible()
  await keys.press("Enter")
  await expect(add).toBeFocused()
  await keys.press("Enter")
  await expect(
    seat(page, "Ottoline Fairweather").getByRole("radio", { name: "Present" }),
  ).toBeChecked()
  await expect(room(page)).toContainText(`${before + 2} of ${all + 1}`)
  await keys.press("Alt+Shift+R")
  await expect(section(page, "3 Dates of the next calls")).toBeFocused()
  // Who came in only now can be named at once.
  await keys.press("Control+End")
  await keys.type(" Thanks to @ottol")
  await page.getByRole("option", { name: /Ottoline Fairweather/ }).waitFor()
  await keys.press("Enter")
  await expect(section(page, "3 Dates of the next calls")).toContainText(
    "Thanks to Ottoline Fairweather",
  )

  await keys.press("Alt+Shift+M")
  await choose(page, "Not reached")
  const late = line(page, "Dates of the next calls")
  await expect(late).toContainText("not reached")
  await section(page, "3 Dates of the next calls").focus()
  await keys.press("Alt+Shift+M")
  await choose(page, "Carry over to meeting 60")
  await expect(late.getByRole("link", { name: "carried to meeting 60" })).toBeVisible()
  await expectAccessible(page)
  await keys.press("Control+s")

  await page.goto(`${meeting(60)}/minutes`)
  await page.getByRole("button", { name: "Start the minutes" }).press("Enter")
  await expect(section(page, "4 Dates of the next calls")).toBeVisible()
  await expect(line(page, "Any other business")).toContainText("5")
  const back = line(page, "Dates of the next calls").getByRole("link", { name: "from meeting 59" })
  await back.press("Enter")
  await expect(page.getByRole("heading", { level: 1 })).toContainText("59")
})

test("what one does in the room another sees, and a refusal is said in words", async ({
  page,
  browser,
}) => {
  await signIn(page, "co-chair")
  const other = await (await browser.newContext()).newPage()
  await signIn(other, "member")
  await page.goto(`${meeting(58)}/minutes`)
  await other.goto(`${meeting(58)}/minutes`)
  await section(other, "Opening").waitFor()
  await expect(room(other).getByRole("radio")).toHaveCount(0)
  await expect(agenda(other).getByRole("button", { name: "Start the clock" })).toHaveCount(0)

  await section(page, "Opening").waitFor()
  const nominations = line(page, "Nominations for the expert group")
  await nominations.getByRole("button", { name: /^Item/ }).press("Enter")
  await choose(page, "No update")
  await expect(nominations).toContainText("no update")
  // Coming back to the page looks again at once.
  await other.evaluate(() => document.dispatchEvent(new Event("visibilitychange")))
  await expect(line(other, "Nominations for the expert group")).toContainText("no update")

  // One types while the other moves the section under the caret, and the one before it.
  const typed = section(other, "3 Nominations for the expert group")
  await typed.focus()
  await other.keyboard.type("One ")
  await nominations.getByRole("button", { name: /^Item/ }).press("Enter")
  await choose(page, "Move up")
  await other.evaluate(() => document.dispatchEvent(new Event("visibilitychange")))
  const moved = section(other, "2 Nominations for the expert group")
  await expect(moved).toBeFocused()
  await other.keyboard.type("two ")
  await line(page, "A multi-year plan: first outline").getByRole("button").press("Enter")
  await choose(page, "Move down")
  await other.evaluate(() => document.dispatchEvent(new Event("visibilitychange")))
  const first = section(other, "1 Nominations for the expert group")
  await expect(first).toBeFocused()
  await other.keyboard.type("three")
  await expect(first).toContainText("One two three")
  await expect(section(page, "1 Nominations for the expert group")).toContainText("One two three")

  const plan = line(page, "A multi-year plan: first outline")
  await plan.getByRole("button", { name: /^Item/ }).press("Enter")
  await choose(page, "Remove")
  await expect(page.getByRole("alert").filter({ hasText: "Not done" })).toContainText(
    "Something is written in the minutes under item 2",
  )
  await expect(plan).toBeVisible()
  await other.context().close()
})

test("shows agenda and room as sheets from below on a phone, before script too", async ({
  browser,
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await signIn(page, "co-chair")
  await page.goto(`${meeting(59)}/minutes`)
  await section(page, "Opening").waitFor()
  await expect(room(page)).toBeHidden()
  await expectAccessible(page)
  for (const [name, pane] of [
    ["Agenda", agenda(page)],
    ["Room", room(page)],
  ] as const) {
    await page.getByRole("navigation").getByRole("link", { name }).click()
    await expect(pane).toBeVisible()
    await expectAccessible(page)
    await pane.getByRole("link", { name: "Close" }).click()
    await expect(pane).toBeHidden()
  }
  await expectFits(page)

  const cookies = await page.context().cookies()
  const bare = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  })
  await bare.addCookies(cookies)
  const still = await bare.newPage()
  await still.goto(`${meeting(59)}/minutes`)
  await still.getByRole("link", { name: /^Room/ }).click()
  await expect(room(still)).toContainText("Tarek Bjørnstad")
  await still.getByRole("link", { name: "Agenda", exact: true }).last().click()
  await expect(agenda(still)).toContainText("Multi-year plan")
  await bare.close()
})
