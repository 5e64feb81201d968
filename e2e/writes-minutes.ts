import type { Page } from "@playwright/test"
import { expectAccessible } from "./support/accessible"
import { Network } from "./support/network"
import { expect, test } from "./support/test"

// What is published is closed: these minutes are written in as drafts.
test.use({ unpublished: true })

const minutesOf = (number: number) => `/desk/wg-strategy/meetings/${number}/minutes`

async function signIn(page: Page, role: "co-chair" | "member"): Promise<void> {
  await page.goto("/sign-in")
  const people = page.getByRole("listitem").filter({ hasText: role })
  await people.first().getByRole("button").click()
  await expect(page).toHaveURL(/\/desk/)
}

const opening = (page: Page) => page.getByRole("textbox", { name: "Opening", exact: true })
const mark = (page: Page) => page.locator(".save")
const saved = async (page: Page) => {
  await expect(page.locator("[data-save]")).toHaveAttribute("data-save", "saved")
  await expect(mark(page)).toHaveText(/^Saved \d\d:\d\d:\d\d UTC$/)
}

/** Tab, as often as it takes: whatever cannot be reached so is out of reach of a keyboard. */
async function tabTo(page: Page, wanted: ReturnType<Page["locator"]>): Promise<void> {
  await wanted.waitFor()
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press("Tab")
  }
  throw new Error("Sixty presses of Tab did not lead there")
}

// A keyboard is slower than a mouse on a busy machine.
test.describe.configure({ timeout: 120_000 })

test("takes minutes without a mouse: a decision, an action with owner and day, a statement", async ({
  page,
}) => {
  await signIn(page, "member")
  await page.goto(minutesOf(58))
  await tabTo(page, opening(page))
  const keys = page.keyboard
  await keys.press("Control+End")
  await keys.press("Control+Enter")

  await keys.type("/d")
  await expect(page.getByRole("option", { name: "Decision" })).toHaveAttribute(
    "aria-selected",
    "true",
  )
  await expectAccessible(page)
  await keys.press("Enter")
  await keys.type("The list stays open until Friday.")
  await keys.press("Enter")
  await keys.press("Enter")

  await keys.type("/action")
  await keys.press("Enter")
  await keys.type("Put the comments into the document.")
  await keys.press("Tab")
  const action = page
    .getByRole("group", { name: "Action" })
    .filter({ hasText: "Put the comments into the document." })
  await expect(action.getByRole("combobox", { name: "Add owner" })).toBeFocused()
  await keys.type("mei")
  await expect(page.getByRole("option", { name: /Mei-Lin/ })).toBeVisible()
  await keys.press("Enter")
  await keys.type("Somebody new")
  await keys.press("Enter")
  await keys.press("Enter")
  const due = action.getByLabel("Due")
  await expect(due).toBeFocused()
  await due.fill("2027-03-12")
  await keys.press("Enter")

  await keys.type("@pavel")
  await expect(page.getByRole("option", { name: /Pavel/ }).first()).toBeVisible()
  await keys.press("Enter")
  await keys.type("It can be done by then.")
  await keys.press("Control+Enter")
  await keys.type("AGREED: nobody objects")
  await expect(page.getByText("Make this a decision").last()).toBeVisible()
  await keys.press("Tab")
  await expectAccessible(page)
  await saved(page)

  await page.reload()
  await opening(page).waitFor()
  const decisions = page.getByRole("group", { name: "Decision" })
  await expect(decisions.filter({ hasText: "The list stays open until Friday." })).toBeVisible()
  await expect(decisions.filter({ hasText: "nobody objects" })).toBeVisible()
  await expect(opening(page)).not.toContainText("AGREED:")
  await expect(action).toContainText("Put the comments into the document.")
  await expect(action.getByRole("button", { name: /Remove owner Mei-Lin/ })).toBeVisible()
  await expect(action.getByRole("button", { name: "Remove owner Somebody new" })).toBeVisible()
  await expect(action.getByLabel("Due")).toHaveValue("Friday 12 March 2027")
  const statement = page
    .getByRole("group", { name: "Statement" })
    .filter({ hasText: "It can be done by then." })
  await expect(statement.getByRole("combobox")).toHaveValue(/^Pavel /)
  await expect(statement).toContainText("It can be done by then.")
})

test("moves between sections, tools and text with the keys", async ({ page }) => {
  await signIn(page, "member")
  await page.goto(minutesOf(58))
  await opening(page).focus()
  await page.keyboard.press("Control+End")
  await page.keyboard.press("ArrowDown")
  const first = page.getByRole("textbox", { name: "1 A multi-year plan: first outline" })
  await expect(first).toBeFocused()
  await page.keyboard.press("Control+Home")
  await page.keyboard.press("ArrowUp")
  await expect(opening(page)).toBeFocused()
  await page.keyboard.press("Alt+F10")
  await expect(page.getByRole("button", { name: "Statement", exact: true })).toBeFocused()
  await page.keyboard.press("ArrowRight")
  await expect(page.getByRole("button", { name: "Decision", exact: true })).toBeFocused()
  await page.keyboard.press("Escape")
  await expect(opening(page)).toBeFocused()
})

test("says that it is offline, keeps the text on the device, and warns on leaving", async ({
  page,
  context,
  consoleWatch,
}) => {
  consoleWatch.allow(/ERR_INTERNET_DISCONNECTED|WebSocket/)
  const network = await Network.of(context)
  await signIn(page, "member")
  await page.goto(minutesOf(57))
  await opening(page).focus()
  await page.keyboard.press("Control+End")
  await saved(page)
  await network.cut()
  await page.keyboard.type(" Written on a train.")
  await expect(mark(page)).toHaveText("Offline, kept on this device 4 words wait")
  await expect(page.getByRole("button", { name: "Copy my text" })).toBeVisible()
  await expectAccessible(page)

  const asked = page.waitForEvent("dialog")
  await page.evaluate(() => {
    setTimeout(() => location.reload())
  })
  const dialog = await asked
  expect(dialog.type()).toBe("beforeunload")
  await dialog.dismiss()
  await expect(opening(page)).toContainText("Written on a train.")
  await network.mend()
  await saved(page)
})

test("finds every revision in the history, compares word by word, and a co-chair restores one", async ({
  page,
  browser,
}) => {
  await signIn(page, "member")
  await page.goto(minutesOf(58))
  await opening(page).focus()
  await page.keyboard.press("Control+End")
  await page.keyboard.press("Control+Enter")
  await page.keyboard.type("A sentence that goes again.")
  await saved(page)
  await page.keyboard.press("Control+s")
  await expect(
    page.getByText(/^This moment is marked in the history as revision \d+$/),
  ).toBeVisible()
  await page.getByRole("link", { name: "History" }).click()
  await expectAccessible(page)
  const rows = page.getByRole("row").filter({ has: page.getByRole("rowheader") })
  const newest = Number(
    (await rows.first().getByRole("rowheader").getByRole("link").textContent())?.match(/\d+/)?.[0],
  )
  await expect(rows).toHaveCount(newest)
  await expect(rows.first()).toContainText("Current")
  await rows.first().getByRole("rowheader").getByRole("link").click()
  await expect(page.getByRole("insertion").last()).toHaveText(/A sentence that goes again\.\s*/)
  await expectAccessible(page)

  const before = `${minutesOf(58)}/history/${newest - 1}`
  await page.goto(before)
  await expect(page.getByRole("heading", { name: "The whole text" })).toBeVisible()
  await expect(page.getByRole("button", { name: "Restore this revision" })).toHaveCount(0)

  const chair = await (await browser.newContext()).newPage()
  await signIn(chair, "co-chair")
  await chair.goto(before)
  await chair.getByRole("button", { name: "Restore this revision" }).click()
  await expect(chair).toHaveURL(/\/minutes$/)
  await expect(opening(chair)).not.toContainText("A sentence that goes again.")
  await chair.goto(`${minutesOf(58)}/history`)
  await expect(chair.getByRole("row").nth(1)).toContainText(`Restored from revision ${newest - 1}`)
  await chair.context().close()
})

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false })

  test("reads the minutes, edits them as plain text, and answers a conflict", async ({
    page,
    browser,
  }) => {
    await signIn(page, "member")
    await page.goto(minutesOf(57))
    await expect(page.getByRole("heading", { name: "Opening" })).toBeVisible()
    await page.getByRole("link", { name: "edited as plain text" }).click()
    const field = (one: Page) => one.getByRole("textbox", { name: "Opening", exact: true })
    const text = await field(page).inputValue()

    const other = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await signIn(other, "co-chair")
    await other.goto(`${minutesOf(57)}/plain`)
    await field(other).fill(`${text}\n\nDECISION: From another desk.`)
    await other.getByRole("button", { name: "Save" }).click()
    await expect(other.getByText(/^Saved at/)).toBeVisible()

    await field(page).fill(`${text}\n\nACTION: From this desk.\nOWNERS: Somebody\nDUE: 2027-03-12`)
    await page.getByRole("button", { name: "Save" }).click()
    await expect(page.getByRole("alert")).toContainText("The minutes were not saved")
    await expect(page.getByText("From another desk.")).toBeVisible()
    await expect(field(page)).toHaveValue(/From this desk\./)
    await page.getByRole("button", { name: "Keep both" }).click()
    await expect(page.getByText(/^Saved at/)).toBeVisible()
    await expect(field(page)).toHaveValue(/From another desk\.[\s\S]*From this desk\./)
    await page.goto(minutesOf(57))
    await expect(page.getByText("From this desk.")).toBeVisible()
    await expect(page.getByText("Due Friday 12 March 2027")).toBeVisible()
    await other.context().close()
  })
})
