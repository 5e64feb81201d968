import type { Browser, Page } from "@playwright/test"
import { expectAccessible } from "./support/accessible"
import { expectFits } from "./support/fits"
import { type Portal, startPortal } from "./support/portal"
import { expect, test } from "./support/test"

// A portal of its own: sentences that are wrong on purpose would be in the way of others.
let own: Portal
test.beforeAll(async () => {
  test.setTimeout(300_000)
  own = await startPortal()
})
test.afterAll(async () => own.stop())
// The later ones find what the first wrote: at a second try they begin together.
test.describe.configure({ mode: "serial", timeout: 120_000 })

const sentence = "It was agreed that the group will send a letter to the host country."
const told = "The 12th meeting of the group was held online."
const minutes = () => `${own.origin}/desk/wg-strategy/meetings/59/minutes`

async function signIn(page: Page, role: "co-chair" | "member"): Promise<void> {
  await page.goto(`${own.origin}/sign-in`)
  const people = page.getByRole("listitem").filter({ hasText: role })
  await people.first().getByRole("button").click()
  await expect(page).toHaveURL(/\/desk/)
}

const saved = (page: Page) =>
  expect(page.locator("[data-save]")).toHaveAttribute("data-save", "saved")
const section = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true })
const pane = (page: Page) => page.getByRole("complementary", { name: /^Check/ })
const finding = (page: Page, words: string) =>
  pane(page).locator(".finding").filter({ hasText: words })

/** Types a paragraph of its own at the end of a section. */
async function write(page: Page, name: string, words: string): Promise<void> {
  await section(page, name).focus()
  await page.keyboard.press("Control+End")
  await page.keyboard.press("Enter")
  await page.keyboard.type(words)
}

async function open(page: Page): Promise<void> {
  await page.goto(minutes())
  await saved(page)
  await pane(page).getByRole("button", { name: "Check" }).press("Enter")
}

async function another(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, "member")
  return page
}

test("a sentence that decides is found, marked with one press, and taken back as any edit", async ({
  page,
}) => {
  await signIn(page, "co-chair")
  await open(page)
  await write(page, "Closing", sentence)
  const found = finding(page, sentence)
  await expect(found).toBeVisible()
  await expectAccessible(page)

  // To its place, and from there the words are selected.
  await found.getByRole("button", { name: "Closing" }).press("Enter")
  await expect(section(page, "Closing")).toBeFocused()
  expect(await page.evaluate(() => window.getSelection()?.toString())).toBe(sentence)

  const decision = page.getByRole("group", { name: "Decision" }).filter({ hasText: sentence })
  await expect(decision).toHaveCount(0)
  await found.getByRole("button", { name: "Mark as decision" }).press("Enter")
  await expect(decision).toBeVisible()
  await expect(found).toHaveCount(0)
  await page.keyboard.press("Control+z")
  await expect(decision).toHaveCount(0)
  await expect(section(page, "Closing")).toContainText(sentence)
  await expect(found).toBeVisible()
})

test("what one leaves as it is another sees left, and may open again", async ({
  browser,
  page,
}) => {
  await signIn(page, "co-chair")
  await open(page)
  const other = await another(browser)
  await open(other)
  await expect(finding(other, sentence)).toBeVisible()
  await finding(page, sentence).getByRole("button", { name: "Leave it" }).press("Enter")
  for (const each of [page, other]) {
    await expect(finding(each, sentence)).toBeHidden()
    await pane(each).getByText("is left as it is").click()
    await expect(finding(each, sentence)).toContainText("Left by")
  }
  await finding(other, sentence).getByRole("button", { name: "Open it again" }).click()
  await expect(finding(page, sentence).getByRole("button", { name: "Leave it" })).toBeVisible()
  await other.context().close()
})

test("an error cannot be left; one press puts the right number in its place", async ({ page }) => {
  await signIn(page, "co-chair")
  await open(page)
  await write(page, "Opening", told)
  const found = finding(page, "59 counts")
  await expect(found).toBeVisible()
  await expect(found.getByRole("button", { name: "Leave it" })).toHaveCount(0)
  await found.getByRole("button", { name: "Write “59th”" }).click()
  await expect(section(page, "Opening")).toContainText("The 59th meeting of the group was held")
  await expect(found).toHaveCount(0)
})

test("on a phone the check is a sheet from below, which gives way to the place of a finding", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await signIn(page, "co-chair")
  await page.goto(minutes())
  await saved(page)
  await expect(pane(page)).toBeHidden()
  await page
    .getByRole("navigation")
    .getByRole("link", { name: /^Check [1-9]/ })
    .click()
  await expect(finding(page, sentence)).toBeVisible()
  await expectAccessible(page)
  await finding(page, sentence).getByRole("button", { name: "Closing" }).click()
  await expect(pane(page)).toBeHidden()
  await expect(section(page, "Closing")).toBeInViewport()
  await expectFits(page)
})

test("before script the findings stand on the plain page after a save, each with its section", async ({
  browser,
  page,
}) => {
  await signIn(page, "member")
  const bare = await browser.newContext({ javaScriptEnabled: false })
  await bare.addCookies(await page.context().cookies())
  const still = await bare.newPage()
  await still.goto(`${minutes()}/plain`)
  const field = still.getByLabel("Closing")
  await field.fill(`${await field.inputValue()}\n\nConsensus was reached on the second point.`)
  await still.getByRole("button", { name: "Save" }).click()
  const list = still.getByRole("region", { name: /^The check finds/ })
  const line = list.getByRole("listitem").filter({ hasText: "Consensus was reached" })
  await expect(line.getByRole("link", { name: "Closing" })).toHaveAttribute(
    "href",
    "#sections.closing",
  )
  await bare.close()
})
