import type { Page } from "@playwright/test"
import { expectAccessible } from "./support/accessible"
import { type Desk, saved, sitDown, times } from "./support/desk"
import { expect, test } from "./support/test"

// What is published is closed: these minutes are written in as drafts.
test.use({ unpublished: true })

const minutesOf = (number: number) => `/desk/wg-strategy/meetings/${number}/minutes`
const opening = (page: Page) => page.getByRole("textbox", { name: "Opening", exact: true })
const closing = (page: Page) => page.getByRole("textbox", { name: "Closing", exact: true })
const mark = (page: Page) => page.locator(".save")

async function open(desks: Desk[], number: number): Promise<void> {
  for (const { page } of desks) {
    await page.goto(minutesOf(number))
    await saved(page)
  }
}

async function typeAt(page: Page, place: ReturnType<typeof opening>, words: string): Promise<void> {
  await place.focus()
  await page.keyboard.press("Control+End")
  await page.keyboard.type(words)
}

test.describe.configure({ timeout: 120_000 })

test("two write in one section at once: both see both, and each undoes only their own", async ({
  browser,
}) => {
  const ines = await sitDown(browser, "Inês Valadares-Koné")
  const amelie = await sitDown(browser, "Amélie Tupuola")
  await open([ines, amelie], 58)
  await typeAt(ines.page, opening(ines.page), " The chair spoke of the budget.")
  await typeAt(amelie.page, opening(amelie.page), " Somebody asked who pays.")
  for (const { page } of [ines, amelie]) {
    await expect(opening(page)).toContainText("The chair spoke of the budget.")
    await expect(opening(page)).toContainText("Somebody asked who pays.")
    await saved(page)
  }
  await expect(ines.page.locator(".caret b")).toHaveText("Amélie Tupuola")
  await expect(ines.page.getByText("1 writes")).toBeVisible()
  await expectAccessible(ines.page)

  await ines.page.keyboard.press("Control+z")
  for (const { page } of [ines, amelie]) {
    await expect(opening(page)).not.toContainText("The chair spoke of the budget.")
    await expect(opening(page)).toContainText("Somebody asked who pays.")
  }
  await saved(ines.page)
  for (const { context } of [ines, amelie]) await context.close()
})

test("follows the caret of somebody else to where they write", async ({ browser }) => {
  const ines = await sitDown(browser, "Inês Valadares-Koné")
  const amelie = await sitDown(browser, "Amélie Tupuola")
  await open([ines, amelie], 58)
  await amelie.page.setViewportSize({ width: 1280, height: 500 })
  await typeAt(ines.page, closing(ines.page), " Here at the end.")
  await expect(closing(amelie.page)).not.toBeInViewport()
  const follow = amelie.page.getByRole("button", { name: "Follow Inês Valadares-Koné" })
  await follow.press("Enter")
  await expect(follow).toHaveAttribute("aria-pressed", "true")
  await expect(amelie.page.locator(".caret")).toBeInViewport()
  await typeAt(ines.page, opening(ines.page), " And here at the start.")
  await expect(opening(amelie.page)).toBeInViewport()
  await amelie.page.keyboard.press("Escape")
  await expect(follow).toHaveAttribute("aria-pressed", "false")
  for (const { context } of [ines, amelie]) await context.close()
})

test("two write in one section while offline, one loads the page anew: both texts are there", async ({
  browser,
  consoleWatch,
}) => {
  consoleWatch.allow(/ERR_INTERNET_DISCONNECTED|WebSocket|status of 503/)
  const ines = await sitDown(browser, "Inês Valadares-Koné")
  const amelie = await sitDown(browser, "Amélie Tupuola")
  await open([ines, amelie], 57)
  // The browser knows from now on what to show instead of this page.
  await ines.page.evaluate(async () => void (await navigator.serviceWorker.ready))
  for (const { network } of [ines, amelie]) await network.cut()
  await typeAt(ines.page, opening(ines.page), " Inês wrote this on a train.")
  await typeAt(amelie.page, opening(amelie.page), " Amélie wrote this on a boat.")
  for (const { page } of [ines, amelie]) {
    await expect(mark(page)).toHaveText("Offline, kept on this device 6 words wait")
  }
  ines.page.on("dialog", (dialog) => void dialog.accept())
  await ines.page.reload()
  await expect(
    ines.page.getByRole("heading", { name: "The portal cannot be reached" }),
  ).toBeVisible()
  await expect(ines.page.getByText("kept on this device")).toBeVisible()
  await expectAccessible(ines.page)
  // It comes back by itself.
  for (const { network } of [ines, amelie]) await network.mend()
  await opening(ines.page).waitFor({ timeout: 30_000 })
  for (const { page } of [ines, amelie]) {
    await expect(opening(page)).toContainText("Inês wrote this on a train.")
    await expect(opening(page)).toContainText("Amélie wrote this on a boat.")
    await saved(page)
    expect(times(await opening(page).textContent(), "Inês wrote this on a train.")).toBe(1)
  }
  for (const { context } of [ines, amelie]) await context.close()
})

test("where no line can be opened the text is saved and shared all the same", async ({
  browser,
  consoleWatch,
}) => {
  consoleWatch.allow(/WebSocket/)
  const dmitar = await sitDown(browser, "Dmitar Okonjo")
  const amelie = await sitDown(browser, "Amélie Tupuola")
  await dmitar.network.blockLines()
  await open([dmitar, amelie], 59)
  await expect(mark(dmitar.page)).toContainText("slow line")
  await typeAt(dmitar.page, opening(dmitar.page), " From behind a wall.")
  await saved(dmitar.page)
  await expect(opening(amelie.page)).toContainText("From behind a wall.")
  await typeAt(amelie.page, opening(amelie.page), " Heard on the other side.")
  await expect(opening(dmitar.page)).toContainText("Heard on the other side.")
  for (const { context } of [dmitar, amelie]) await context.close()
})

test("minutes that do not open say so, show what was saved, and store nothing", async ({
  browser,
  consoleWatch,
}) => {
  consoleWatch.allow(/WebSocket|ERR_FAILED/)
  const amelie = await sitDown(browser, "Amélie Tupuola")
  const { page } = amelie
  await amelie.network.blockLines()
  await page.route("**/exchange", (route) => route.abort())
  await page.goto(minutesOf(58))
  await expect(
    page.getByRole("alert").filter({ hasText: "The text is not open for writing yet" }),
  ).toBeVisible()
  await expect(page.getByRole("heading", { name: "Opening" })).toBeVisible()
  await expect(opening(page)).toHaveCount(0)
  await expectAccessible(page)
  await page.unroute("**/exchange")
  await expect(opening(page)).not.toBeEmpty({ timeout: 30_000 })
  await amelie.context.close()
})

test("a role that ends while somebody writes closes the minutes and keeps their text", async ({
  browser,
  consoleWatch,
}) => {
  consoleWatch.allow(/WebSocket|404|401/)
  const dmitar = await sitDown(browser, "Dmitar Okonjo")
  const { page, context } = dmitar
  await open([dmitar], 58)
  await typeAt(page, opening(page), " Before the end.")
  await saved(page)
  const other = await context.newPage()
  await other.goto("/desk")
  await other.getByRole("button", { name: "Sign out" }).click()
  await expect(other).not.toHaveURL(/desk/)
  const alert = page.getByRole("alert").filter({ hasText: "Closed" })
  await expect(alert).toContainText(/you are signed out.*All you wrote is saved/i)
  await expect(page.getByRole("button", { name: "Copy my text" })).toBeVisible()
  await expect(opening(page)).toContainText("Before the end.")
  page.on("dialog", (dialog) => void dialog.accept())
  await context.close()
})

test("who signs out leaves no copy of the minutes on the device", async ({ browser }) => {
  const amelie = await sitDown(browser, "Amélie Tupuola")
  const { page, context } = amelie
  await open([amelie], 58)
  await typeAt(page, opening(page), " Nothing of this stays here.")
  await saved(page)
  const copies = () =>
    page.evaluate(async () => {
      const opening = indexedDB.open("rapporteur-minutes")
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(opening.error)
      })
      const count = db.transaction("changes").objectStore("changes").count()
      await new Promise((resolve) => {
        count.onsuccess = resolve
      })
      db.close()
      return count.result
    })
  await expect.poll(copies).toBeGreaterThan(0)
  await page.getByRole("button", { name: "Sign out" }).click()
  await expect(page).not.toHaveURL(/desk/)
  await expect.poll(copies).toBe(0)
  await context.close()
})

test("a text that is too large is refused, stays on the device, and can be given up", async ({
  browser,
  consoleWatch,
}) => {
  consoleWatch.allow(/WebSocket/)
  const amelie = await sitDown(browser, "Amélie Tupuola")
  const { page, context } = amelie
  await open([amelie], 57)
  const before = await opening(page).textContent()
  await opening(page).focus()
  await page.keyboard.press("Control+End")
  await opening(page).evaluate((element) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData("text/plain", "far too long ".repeat(80_000))
    const event = { clipboardData, bubbles: true, cancelable: true }
    element.dispatchEvent(new ClipboardEvent("paste", event))
  })
  const alert = page.getByRole("alert").filter({ hasText: "Not saved" })
  await expect(alert).toContainText("greatest length")
  await expect(alert).toContainText("kept on this device")
  page.on("dialog", (dialog) => void dialog.accept())
  await page.reload()
  await expect(alert).toContainText("greatest length", { timeout: 30_000 })
  await page.getByRole("button", { name: "Open without it" }).click()
  await expect(opening(page)).not.toContainText("far too long")
  await saved(page)
  await expect(opening(page)).toHaveText(before ?? "")
  await context.close()
})

test("a text that does not come is never taken for empty, at the second visit neither", async ({
  browser,
  consoleWatch,
}) => {
  consoleWatch.allow(/ERR_FAILED|WebSocket/)
  const { page, network, context } = await sitDown(browser, "Inês Valadares-Koné")
  await network.blockLines()
  await page.route("**/minutes/exchange*", (route) => route.abort())
  for (const _visit of ["first", "second"]) {
    await page.goto(minutesOf(57))
    await expect(page.getByText("The text is not open for writing yet")).toBeVisible()
    await expect(page.getByText("asked which of them the group can carry further")).toBeVisible()
  }
  await context.close()
})
