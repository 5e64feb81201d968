import type { Page } from "@playwright/test"
import { expectAccessible } from "./support/accessible"
import { type Desk, saved, sitDown, times } from "./support/desk"
import { expectFits } from "./support/fits"
import { expect, test } from "./support/test"

const text = (page: Page) => page.locator("[role=textbox].document-text")

/** What the text says, without the names at the carets of others. */
const said = (page: Page) =>
  text(page).evaluate((element) => {
    const copy = element.cloneNode(true) as Element
    for (const caret of copy.querySelectorAll(".caret")) caret.remove()
    return copy.textContent ?? ""
  })

async function says(page: Page, words: string): Promise<void> {
  await expect.poll(() => said(page), { timeout: 30_000 }).toContain(words)
}

/** Begins an action plan with its usual headings; resolves to the address where it is written. */
async function begin({ page }: Desk, title: string): Promise<string> {
  await page.goto("/desk/wg-strategy/documents/new")
  await page.getByLabel("Title").fill(title)
  await page.getByLabel("Kind", { exact: true }).selectOption("action-plan")
  await page.getByRole("button", { name: "Begin the document" }).click()
  await page.getByRole("link", { name: "Write", exact: true }).click()
  await expect(page).toHaveURL(/\/write$/)
  await saved(page)
  return new URL(page.url()).pathname
}

/** The caret goes to the end of the line below a heading. */
async function goBelow(page: Page, heading: string): Promise<void> {
  await page.getByRole("button", { name: heading, exact: true }).click()
  await page.keyboard.press("End")
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("End")
}

async function looksRight(page: Page): Promise<void> {
  await expectAccessible(page)
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await expectFits(page)
  }
}

test.describe.configure({ timeout: 180_000 })

test("two write one document at once: a table by keyboard, a note, offline and back, and a reload", async ({
  browser,
  consoleWatch,
}) => {
  consoleWatch.allow(/ERR_INTERNET_DISCONNECTED|WebSocket|status of 503/)
  const ines = await sitDown(browser, "Inês Valadares-Koné")
  const amelie = await sitDown(browser, "Amélie Tupuola")
  const both = [ines, amelie]
  const address = await begin(ines, "Plan for the autumn")
  await amelie.page.goto(address)
  await saved(amelie.page)

  await test.step("both see both, and each undoes only their own", async () => {
    await goBelow(ines.page, "Introduction")
    await ines.page.keyboard.type("We meet three times.")
    await goBelow(amelie.page, "Follow-up")
    await amelie.page.keyboard.type("Amélie reports again in December.")
    for (const { page } of both) {
      await says(page, "We meet three times.")
      await says(page, "Amélie reports again in December.")
      await saved(page)
    }
    await expect(ines.page.locator(".caret b")).toHaveText("Amélie Tupuola")
    await ines.page.keyboard.press("Control+z")
    for (const { page } of both)
      await expect.poll(() => said(page)).not.toContain("We meet three times.")
    await ines.page.keyboard.press("Control+Shift+z")
    for (const { page } of both) await says(page, "We meet three times.")
    await says(amelie.page, "Amélie reports again in December.")
    await looksRight(ines.page)
  })

  await test.step("on a phone the name at a caret near the edge stands before it, in sight", async () => {
    await ines.page.setViewportSize({ width: 360, height: 900 })
    const name = ines.page.locator(".caret b")
    // A name goes two seconds after its caret moved.
    await expect(async () => {
      await amelie.page.keyboard.press("ArrowLeft")
      await amelie.page.keyboard.press("End")
      await expect(name).toBeInViewport({ ratio: 1, timeout: 1_500 })
    }).toPass()
    await expectFits(ines.page)
    await ines.page.setViewportSize({ width: 1280, height: 900 })
  })

  await test.step("a note is written without the mouse, and the caret comes back", async () => {
    const { page } = ines
    await goBelow(page, "Introduction")
    await page.keyboard.press("Control+Alt+f")
    await expect(page.getByRole("textbox", { name: "Words of the note" })).toBeFocused()
    await page.keyboard.type("In May, June and July.")
    await page.keyboard.press("Escape")
    await page.keyboard.type(" That is enough.")
    await says(page, "We meet three times. That is enough.")
    await saved(page)
    await expect(amelie.page.locator(".note-mark")).toHaveCount(1)
    await amelie.page.locator(".note-mark").click()
    await expect(amelie.page.getByRole("textbox", { name: "Words of the note" })).toHaveText(
      "In May, June and July.",
    )
    await amelie.page.keyboard.press("Escape")
  })

  await test.step("the table is filled, grows and is sorted without the mouse", async () => {
    const { page } = amelie
    await text(page).locator("td").first().click()
    const row = async (area: string, rank: string) => {
      await page.keyboard.type(area)
      for (let column = 0; column < 5; column++) await page.keyboard.press("Tab")
      await page.keyboard.type(rank)
      await page.keyboard.press("Tab")
    }
    await row("Inclusion", "10")
    await row("Access", "9")
    await row("Youth", "2")
    await expect(text(page).locator("tr")).toHaveCount(5)
    await page.keyboard.press("Shift+Tab")
    await page.keyboard.press("Alt+F10")
    await page.getByRole("button", { name: "Sort by this column" }).press("Enter")
    const areas = (of: Page) => text(of).locator("tr > :first-child")
    for (const { page } of both) {
      await expect(areas(page)).toHaveText(["Issue area", "Youth", "Access", "Inclusion", ""])
    }
    await saved(page)
  })

  await test.step("what both write offline is all there afterwards, once", async () => {
    for (const { network } of both) await network.cut()
    await goBelow(ines.page, "Introduction")
    await ines.page.keyboard.type(" Inês wrote this on a train.")
    await goBelow(amelie.page, "Introduction")
    await amelie.page.keyboard.type(" Amélie wrote this on a boat.")
    for (const { page } of both) {
      await expect(page.locator(".save")).toHaveText("Offline, kept on this device 6 words wait")
    }
    for (const { network } of both) await network.mend()
    for (const { page } of both) {
      await says(page, "Inês wrote this on a train.")
      await says(page, "Amélie wrote this on a boat.")
      await saved(page)
    }
  })

  await test.step("after a reload, and where it is read, it says the same", async () => {
    const { page } = ines
    await page.getByRole("button", { name: "Mark a version" }).click()
    await expect(page.getByText(/marked in the history as revision \d+/)).toBeVisible()
    await page.reload()
    await saved(page)
    const words = await said(page)
    for (const sentence of ["Inês wrote this on a train.", "Amélie wrote this on a boat."]) {
      expect(times(words, sentence)).toBe(1)
    }
    await page.getByRole("link", { name: "To the document" }).click()
    const article = page.getByRole("article")
    await expect(article.getByRole("heading", { name: "Introduction" })).toBeVisible()
    await expect(article).toContainText("Inês wrote this on a train.")
    const note = article.getByRole("link", { name: "Note 1", exact: true })
    await note.press("Enter")
    await expect(page).toHaveURL(/#note-1$/)
    await expect(article.getByRole("listitem")).toContainText("In May, June and July.")
    await expect(article.getByRole("columnheader", { name: "Rank" })).toBeVisible()
    await expect(article.getByRole("row").nth(1)).toContainText("Youth")
    await looksRight(page)
  })
  for (const { context } of both) await context.close()
})

test("a link to a document that nobody has put there is set by keyboard, and told apart", async ({
  browser,
}) => {
  const ines = await sitDown(browser, "Inês Valadares-Koné")
  const { page, context } = ines
  await begin(ines, "Plan with a gap")
  await goBelow(page, "Introduction")
  await page.keyboard.type("budget")
  await page.keyboard.press("Control+Shift+ArrowLeft")
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe("budget")
  await page.keyboard.press("Control+k")
  const panel = page.getByLabel("Leads to")
  await expect(panel).toBeFocused()
  await panel.selectOption({ label: "A document that is missing" })
  await expect(page.getByLabel("Its name")).toHaveValue("budget")
  await page.getByLabel("Its name").press("Enter")
  await saved(page)
  await page.getByRole("link", { name: "To the document" }).click()
  await expect(page.getByRole("article")).toContainText("budget (missing document)")
  await context.close()
})

test("where no line can be opened a document is saved and shared all the same", async ({
  browser,
  consoleWatch,
}) => {
  consoleWatch.allow(/WebSocket/)
  const ines = await sitDown(browser, "Inês Valadares-Koné")
  const amelie = await sitDown(browser, "Amélie Tupuola")
  const address = await begin(ines, "Plan from behind a wall")
  await amelie.network.blockLines()
  await amelie.page.goto(address)
  await expect(amelie.page.locator(".save")).toContainText("slow line")
  await goBelow(amelie.page, "Introduction")
  await amelie.page.keyboard.type("From behind a wall.")
  await saved(amelie.page)
  await says(ines.page, "From behind a wall.")
  for (const { context } of [ines, amelie]) await context.close()
})

test("without script a document is written as plain text, and what another wrote meanwhile stays", async ({
  browser,
}) => {
  const ines = await sitDown(browser, "Inês Valadares-Koné")
  const address = await begin(ines, "Plan in plain words")
  const bare = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await ines.context.storageState(),
  })
  const page = await bare.newPage()
  await page.goto(address)
  await page.getByRole("link", { name: "edit the document as plain text" }).click()
  const field = page.getByRole("textbox", { name: /^Text/ })
  const before = await field.inputValue()
  expect(before).toContain("# Introduction")
  await goBelow(ines.page, "Follow-up")
  await ines.page.keyboard.type("Written live.")
  await saved(ines.page)
  await field.fill(
    before.replace("# Introduction", "# Introduction\n\nWritten plainly [^by hand]."),
  )
  await page.getByRole("button", { name: "Save" }).click()
  await expect(page.getByText(/^Saved/).first()).toBeVisible()
  await expect(page.getByRole("textbox", { name: /^Text/ })).toHaveValue(/Written live\./)
  await says(ines.page, "Written plainly")
  await says(ines.page, "Written live.")
  await expect(text(ines.page).locator(".note-mark")).toHaveCount(1)
  // What looks for faults is itself a script.
  await ines.page.goto(page.url())
  await expectAccessible(ines.page)
  await bare.close()
  await ines.context.close()
})
