import type { Browser, Page } from "@playwright/test"
import { expectAccessible } from "./support/accessible"
import { type Desk, saved, sitDown } from "./support/desk"
import { expectFits } from "./support/fits"
import { expect, test } from "./support/test"

const text = (page: Page) => page.locator("[role=textbox].document-text")
const pane = (page: Page) => page.locator("#comments")
const outline = (page: Page) => page.getByRole("navigation", { name: "Outline" })

type Kind = "action-plan" | "letter"

/** Begins a document with the usual headings of its kind; resolves to the address where it is written. */
async function begin({ page }: Desk, title: string, kind: Kind): Promise<string> {
  await page.goto("/desk/wg-strategy/documents/new")
  await page.getByLabel("Title").fill(title)
  await page.getByLabel("Kind", { exact: true }).selectOption(kind)
  await page.getByRole("button", { name: "Begin the document" }).click()
  await page.getByRole("link", { name: "Write", exact: true }).click()
  await expect(page).toHaveURL(/\/write$/)
  await saved(page)
  return new URL(page.url()).pathname
}

/** Writes a line of its own below a heading. */
async function write(page: Page, heading: string, words: string): Promise<void> {
  await outline(page).getByRole("button", { name: heading, exact: true }).click()
  await page.keyboard.press("End")
  await page.keyboard.press("Enter")
  await page.keyboard.type(words)
  await saved(page)
}

/** Selects words of the text, wherever they stand. */
async function select(page: Page, words: string): Promise<void> {
  await text(page).focus()
  await text(page).evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
    }
  }, words)
}

async function both(browser: Browser, title: string, kind: Kind = "action-plan") {
  const [ines, amelie] = [
    await sitDown(browser, "Inês Valadares-Koné"),
    await sitDown(browser, "Amélie Tupuola"),
  ]
  const address = await begin(ines, title, kind)
  await amelie.page.goto(address)
  await saved(amelie.page)
  const leave = async () => {
    await ines.context.close()
    await amelie.context.close()
  }
  return { ines: ines.page, amelie: amelie.page, network: amelie.network, address, leave }
}

test.describe.configure({ timeout: 180_000 })

test("a member comments on a passage of a document that another deletes: the thread stays, with its words", async ({
  browser,
  consoleWatch,
}) => {
  consoleWatch.allow(/ERR_INTERNET_DISCONNECTED|WebSocket|status of 503/)
  const { ines, amelie, network, leave } = await both(browser, "Plan for the winter")
  await write(ines, "Introduction", "The levy was set at two per cent of the budget.")
  await expect(text(amelie)).toContainText("two per cent")
  await select(ines, "two per cent")
  await ines.keyboard.press("Alt+Shift+C")
  const form = pane(ines).getByRole("region", { name: "Comment on the selected words" })
  await expect(form.locator("mark")).toHaveText("two per cent")
  await expect(form.getByRole("textbox", { name: "Your comment" })).toBeFocused()
  await ines.keyboard.type("Was it not three?")
  await form.getByRole("button", { name: "Comment", exact: true }).click()
  const thread = (page: Page) =>
    pane(page).getByRole("region", { name: "Thread begun by Inês Valadares-Koné" })
  await expect(thread(ines)).toContainText("Was it not three?")
  await expect(thread(ines).getByRole("article").first()).toBeFocused()
  const mark = (page: Page) => text(page).locator(".commented")
  for (const page of [ines, amelie]) await expect(mark(page)).toHaveText("two per cent")
  await expectAccessible(ines)

  await test.step("the other presses the passage, reads, and goes back into the text", async () => {
    await mark(amelie).click()
    await expect(thread(amelie)).toContainText("Was it not three?")
    await thread(amelie).getByRole("button", { name: "Show in the text" }).press("Enter")
    await expect(text(amelie)).toBeFocused()
  })

  await test.step("what is written around it takes it along", async () => {
    await select(amelie, "levy")
    await amelie.keyboard.type("charge on every budget")
    await saved(amelie)
    for (const page of [ines, amelie]) await expect(mark(page)).toHaveText("two per cent")
  })

  await test.step("offline it is deleted; back on the line both are told, and undo brings it back", async () => {
    await network.cut()
    await select(amelie, "two per cent")
    await amelie.keyboard.press("Delete")
    await expect(mark(amelie)).toHaveCount(0)
    await expect(mark(ines)).toHaveText("two per cent")
    await network.mend()
    await saved(amelie)
    for (const page of [ines, amelie]) {
      await expect(mark(page)).toHaveCount(0)
      await expect(thread(page)).toContainText("The passage left the text")
      await expect(thread(page).locator("mark")).toHaveText("two per cent")
      await expect(thread(page).getByRole("button", { name: "Show in the text" })).toHaveCount(0)
    }
    await text(amelie).focus()
    await amelie.keyboard.press("Control+z")
    for (const page of [ines, amelie]) {
      await expect(mark(page)).toHaveText("two per cent")
      await expect(thread(page)).not.toContainText("The passage left the text")
    }
  })
  await leave()
})

test("proposed words are put into a document with one press, and its history names who proposed them", async ({
  browser,
}) => {
  const { ines, amelie, address, leave } = await both(browser, "Plan for the spring")
  await write(ines, "Introduction", "We meet again in the sprig of the year.")
  await expect(text(amelie)).toContainText("sprig")
  await select(amelie, "sprig")
  await amelie.getByRole("button", { name: "Comment", exact: true }).first().click()
  const form = pane(amelie).getByRole("region", { name: "Comment on the selected words" })
  await form.getByRole("textbox", { name: "Your comment" }).fill("A letter is missing.")
  await form.getByText("Propose words").click()
  await form.getByRole("textbox", { name: /Words in the place/ }).fill("spring")
  await form.getByRole("button", { name: "Comment", exact: true }).click()
  await expect(text(ines).locator(".commented")).toHaveText("sprig")
  await text(ines).locator(".commented").click()
  await pane(ines).getByRole("button", { name: "Put these words in" }).click()
  for (const page of [ines, amelie]) {
    await expect(text(page)).toContainText("in the spring of the year.")
    await expect(text(page).locator(".commented")).toHaveText("spring")
  }
  await expect(pane(amelie)).toContainText("put into the text by Inês Valadares-Koné")
  await ines.goto(address.replace(/write$/, "versions"))
  await ines.getByText(/\d saved revisions/).click()
  const row = ines.getByRole("row").filter({ hasText: "Proposed words" })
  await expect(row).toContainText("Amélie Tupuola")
  await expect(row).toContainText("Inês Valadares-Koné")
  await ines.goto(address.replace(/write$/, "compare"))
  await expect(ines.locator("del", { hasText: "sprig" })).toHaveAttribute(
    "title",
    "removed, Inês Valadares-Koné",
  )
  await expect(ines.locator("ins", { hasText: "spring" })).toHaveAttribute(
    "title",
    "added, Amélie Tupuola",
  )
  await expectAccessible(ines)
  await leave()
})

test("a section is commented on from the outline, on a phone, with a note beside it", async ({
  browser,
  mailbox,
}) => {
  const { ines: page, leave } = await both(browser, "Letter for the summer", "letter")
  await outline(page)
    .getByRole("listitem")
    .filter({ hasText: "Closing" })
    .getByRole("link", { name: "Comment on this section" })
    .click()
  const about = pane(page).getByRole("combobox", { name: "About" })
  await expect(about.locator("option:checked")).toHaveText("Closing")
  await page.keyboard.type("Who follows up?")
  await pane(page).getByRole("button", { name: "Comment", exact: true }).click()
  await expect(pane(page).getByRole("article")).toContainText("Who follows up?")

  await test.step("the words of a note are commented on while it is open", async () => {
    await write(page, "Message", "We meet often, says @Amél")
    await page.keyboard.press("Enter")
    await expect(text(page).locator(".mention")).toHaveText("Amélie Tupuola")
    await page.keyboard.press("Control+Alt+f")
    await page.keyboard.type("In May and June.")
    await saved(page)
    await page.getByRole("button", { name: "Comment", exact: true }).first().click()
    const form = pane(page).getByRole("region", { name: "Comment on the selected words" })
    await expect(form.locator("mark")).toHaveText("In May and June.")
    await form.getByRole("textbox", { name: "Your comment" }).fill("And July?")
    await form.getByRole("button", { name: "Comment", exact: true }).click()
    await expect(text(page).locator(".note.commented")).toHaveCount(1)
    await expect(pane(page).getByRole("article").filter({ hasText: "And July?" })).toBeVisible()
  })

  await test.step("360 pixels wide, outline and comments are sheets over the text", async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    await expect(pane(page)).toBeHidden()
    await page.getByRole("link", { name: "Comments 2" }).click()
    await expect(pane(page)).toBeVisible()
    await expectAccessible(page)
    await pane(page).getByRole("button", { name: "Show in the text" }).click()
    await expect(pane(page)).toBeHidden()
    await page.getByRole("link", { name: "Outline" }).click()
    await expect(outline(page)).toBeVisible()
    await outline(page).getByRole("button", { name: "Closing", exact: true }).click()
    await expect(outline(page)).toBeHidden()
    await expect(text(page)).toBeFocused()
    await expectFits(page)
  })
  await leave()
  // Once the text is left, whom it names is told.
  expect((await mailbox.take("amelie@example.org")).subject).toContain("Letter for the summer")
})

test("without script a section of a document is commented on from the outline", async ({
  browser,
}) => {
  const { ines, address, leave } = await both(browser, "Plan without script")
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await ines.context().storageState(),
  })
  const page = await context.newPage()
  await page.goto(address)
  await outline(page)
    .getByRole("listitem")
    .filter({ hasText: "Follow-up" })
    .getByRole("link", { name: "Comment on this section" })
    .click()
  const form = page.getByRole("region", { name: "New comment" })
  await expect(form.locator("option:checked")).toHaveText("Follow-up")
  await form.getByRole("textbox", { name: "Your comment" }).fill("Said without script.")
  await form.getByRole("button", { name: "Comment", exact: true }).click()
  await expect(page.getByRole("article").filter({ hasText: "Said without script." })).toBeVisible()
  await context.close()
  await leave()
})
