import type { Browser, Page } from "@playwright/test"
import { expectAccessible } from "./support/accessible"
import { expect, test } from "./support/test"

// What is published is closed: these minutes are written in as drafts.
test.use({ unpublished: true })

const minutesOf = (number: number) => `/desk/wg-strategy/meetings/${number}/minutes`
const closing = (page: Page) => page.getByRole("textbox", { name: "Closing", exact: true })
const pane = (page: Page) => page.locator("#comments")

/** Somebody at the minutes of a meeting, in a browser of their own. */
async function sitDown(browser: Browser, name: string, number: number): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto("/sign-in")
  await page.getByRole("button", { name: `Sign in as ${name}` }).click()
  await expect(page).toHaveURL(/\/desk/)
  await page.goto(minutesOf(number))
  await saved(page)
  return page
}

async function saved(page: Page): Promise<void> {
  await expect(page.locator("[data-save]")).toHaveAttribute("data-save", "saved")
}

/** Writes a line of its own at the end of the closing section. */
async function write(page: Page, words: string): Promise<void> {
  await closing(page).focus()
  await page.keyboard.press("Control+End")
  await page.keyboard.press("Enter")
  await page.keyboard.type(words)
  await saved(page)
}

/** Selects words of the closing section, wherever they stand. */
async function select(page: Page, words: string): Promise<void> {
  await closing(page).focus()
  await closing(page).evaluate((text, wanted) => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
    }
  }, words)
}

test.describe.configure({ timeout: 120_000 })

test("a member comments on a passage, which follows its words until another deletes them, and comes back with them", async ({
  browser,
}) => {
  const ines = await sitDown(browser, "Inês Valadares-Koné", 58)
  const amelie = await sitDown(browser, "Amélie Tupuola", 58)
  await write(ines, "The levy was set at two per cent of the budget.")
  await select(ines, "two per cent")
  await ines.keyboard.press("Alt+Shift+C")
  const form = pane(ines).getByRole("region", { name: "Comment on the selected words" })
  await expect(form.locator("mark")).toHaveText("two per cent")
  await expect(form.getByRole("textbox", { name: "Your comment" })).toBeFocused()
  await ines.keyboard.type("Was it not three?")
  await form.getByRole("button", { name: "Comment", exact: true }).click()
  const thread = (page: Page) =>
    pane(page).getByRole("region", { name: "Thread begun by Inês Valadares-Koné" }).last()
  await expect(thread(ines)).toContainText("Was it not three?")
  await expect(thread(ines).getByRole("article").first()).toBeFocused()
  const mark = (page: Page) => closing(page).locator(".commented")
  for (const page of [ines, amelie]) await expect(mark(page)).toHaveText("two per cent")
  await expectAccessible(ines)

  // The other presses the passage, reads, and goes back into the text with the keyboard.
  await mark(amelie).click()
  await expect(thread(amelie)).toContainText("Was it not three?")
  const back = thread(amelie).getByRole("button", { name: "Show in the text" })
  await back.press("Enter")
  await expect(closing(amelie)).toBeFocused()

  // Words before it, and Enter in the middle of its line: the passage goes along.
  await select(amelie, "of the budget")
  await amelie.keyboard.press("ArrowLeft")
  for (let back = 0; back < "two per cent ".length; back++) await amelie.keyboard.press("ArrowLeft")
  await amelie.keyboard.type("about ")
  await amelie.keyboard.press("Enter")
  for (const page of [ines, amelie]) {
    // The flag of the other's caret may stand in front of the words.
    const line = closing(page).locator("p").last()
    await expect(line).toHaveText(/^(?:Amélie Tupuola)?two per cent of the budget\.$/)
    await expect(mark(page)).toHaveText("two per cent")
  }

  // It is deleted: the thread stays, with the words, and says so to both.
  await select(amelie, "two per cent")
  await amelie.keyboard.press("Delete")
  await saved(amelie)
  for (const page of [ines, amelie]) {
    await expect(mark(page)).toHaveCount(0)
    await expect(thread(page)).toContainText("The passage left the text")
    await expect(thread(page).locator("mark")).toHaveText("two per cent")
    await expect(thread(page).getByRole("button", { name: "Show in the text" })).toHaveCount(0)
  }
  await amelie.keyboard.press("Control+z")
  for (const page of [ines, amelie]) {
    await expect(mark(page)).toHaveText("two per cent")
    await expect(thread(page)).not.toContainText("The passage left the text")
  }
  await ines.context().close()
  await amelie.context().close()
})

test("proposed words are put into the text with one press, and the history names who proposed them", async ({
  browser,
}) => {
  const ines = await sitDown(browser, "Inês Valadares-Koné", 57)
  const amelie = await sitDown(browser, "Amélie Tupuola", 57)
  await write(ines, "We meet again in the sprig of the year.")
  await expect(closing(amelie)).toContainText("sprig")
  await select(amelie, "sprig")
  await amelie.getByRole("button", { name: "Comment", exact: true }).first().click()
  const form = pane(amelie).getByRole("region", { name: "Comment on the selected words" })
  await form.getByRole("textbox", { name: "Your comment" }).fill("A letter is missing.")
  await form.getByText("Propose words").click()
  await form.getByRole("textbox", { name: /Words in the place/ }).fill("spring")
  await form.getByRole("button", { name: "Comment", exact: true }).click()
  await expect(closing(ines).locator(".commented")).toHaveText("sprig")
  await closing(ines).locator(".commented").click()
  await pane(ines).getByRole("button", { name: "Put these words in" }).click()
  for (const page of [ines, amelie]) {
    await expect(closing(page)).toContainText("in the spring of the year.")
    await expect(closing(page).locator(".commented")).toHaveText("spring")
  }
  await expect(pane(amelie)).toContainText("put into the text by Inês Valadares-Koné")
  await ines.goto(`${minutesOf(57)}/history`)
  const row = ines.getByRole("row").filter({ hasText: "Proposed words" }).first()
  await expect(row).toContainText("Amélie Tupuola")
  await expect(row).toContainText("Inês Valadares-Koné")
  await ines.context().close()
  await amelie.context().close()
})

test("a comment that is begun on a passage is there again after a reload, at its passage and at no other", async ({
  browser,
}) => {
  const ines = await sitDown(browser, "Inês Valadares-Koné", 57)
  const begin = async (words: string) => {
    await select(ines, words)
    await ines.keyboard.press("Alt+Shift+C")
  }
  const form = pane(ines).getByRole("region", { name: "Comment on the selected words" })
  const field = form.getByRole("textbox", { name: "Your comment" })
  const proposal = form.getByRole("textbox", { name: /Words in the place/ })
  const begun = pane(ines).getByRole("region", { name: "Begun, not sent" })
  await write(ines, "Nine gauges were read. Four buoys were lost.")
  await begin("Nine gauges")
  await form.getByText("Propose words").click()
  await proposal.fill("Ten gauges")
  await expect(form.getByText("Draft kept.")).toBeVisible()
  await field.fill("Was the last one left out?")
  await expect(form.getByText("Draft kept.")).toBeVisible()
  await begin("Four buoys")
  await expect(form.locator("mark")).toHaveText("Four buoys")
  await expect(field).toHaveValue("")
  await expect(begun).toContainText("Nine gauges")
  await ines.reload()
  await saved(ines)
  await expect(begun).toContainText("Was the last one left out?")
  await expect(begun).toContainText("Proposes: Ten gauges")
  await expectAccessible(ines)
  await begun.getByRole("button", { name: "Go on writing" }).click()
  await expect(form.locator("mark")).toHaveText("Nine gauges")
  await expect(field).toHaveValue("Was the last one left out?")
  await expect(proposal).toHaveValue("Ten gauges")
  await expect(begun).toHaveCount(0)
  await form.getByRole("button", { name: "Comment", exact: true }).click()
  await expect(closing(ines).locator(".commented").last()).toHaveText("Nine gauges")
  await expect(begun).toHaveCount(0)
  await ines.context().close()
})

test("the passages that members comment on are no outsider's to read", async ({ browser }) => {
  const member = await sitDown(browser, "Amélie Tupuola", 58)
  const href = await member
    .getByRole("link", { name: "To the meeting" })
    .evaluate((link: HTMLAnchorElement) => link.pathname)
  const passages = `/desk/wg-strategy/comments/passages?kind=minutes&id=${href.split("/").at(-1)}`
  expect((await member.request.get(passages)).status()).toBe(200)
  const outsider = await (await browser.newContext()).newPage()
  expect((await outsider.request.get(passages)).ok()).toBe(false)
  await outsider.goto("/sign-in")
  await outsider.getByRole("button", { name: "Sign in as Bram Ferreira-Singh" }).click()
  await expect(outsider).toHaveURL(/\/desk/)
  expect((await outsider.request.get(passages)).status()).toBe(404)
  await member.context().close()
  await outsider.context().close()
})

test("on a phone the comments are a sheet over the text", async ({ browser }) => {
  const page = await sitDown(browser, "Amélie Tupuola", 58)
  await page.setViewportSize({ width: 360, height: 740 })
  await expect(pane(page)).toBeHidden()
  await page.getByRole("link", { name: /^Comments \d/ }).click()
  await expect(pane(page)).toBeVisible()
  await expectAccessible(page)
  await pane(page).getByRole("link", { name: "Close" }).click()
  await expect(pane(page)).toBeHidden()
  await page.getByRole("link", { name: "Comment on this section" }).first().click()
  await expect(pane(page).getByRole("textbox", { name: "Your comment" })).toBeFocused()
  await page.context().close()
})

test("without script a section is commented on from its heading", async ({ browser }) => {
  const page = await sitDown(browser, "Amélie Tupuola", 58)
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const plain = await context.newPage()
  await plain.goto(minutesOf(58))
  await plain.getByRole("link", { name: "Comment on this section" }).first().click()
  const form = plain.getByRole("region", { name: "New comment" })
  await expect(form.getByRole("combobox", { name: "About" })).toHaveValue("section:opening")
  await form.getByRole("textbox", { name: "Your comment" }).fill("Said without script.")
  await form.getByRole("button", { name: "Comment", exact: true }).click()
  await expect(plain.getByRole("article").filter({ hasText: "Said without script." })).toBeVisible()
  await context.close()
  await page.context().close()
})
