import type { Locator, Page } from "@playwright/test"
import { expectAccessible } from "./support/accessible"
import { type Portal, startPortal } from "./support/portal"
import { expect, test } from "./support/test"

// A portal of its own: the minutes that are taken here begin from nothing.
let own: Portal
test.beforeAll(async () => {
  test.setTimeout(300_000)
  own = await startPortal()
})
test.afterAll(async () => own.stop())

const agenda = (page: Page) => page.getByRole("complementary", { name: /^Agenda/ })
const line = (page: Page, title: string) =>
  agenda(page).getByRole("listitem").filter({ hasText: title })
const room = (page: Page) => page.getByRole("complementary", { name: /^In the room/ })
const section = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true })
const block = (page: Page, kind: string) => page.getByRole("group", { name: kind })
const saved = (page: Page) =>
  expect(page.locator("[data-save]")).toHaveAttribute("data-save", "saved")
const times = (text: string | null, words: string) => (text ?? "").split(words).length - 1

/** A person with nothing but a keyboard. */
function hands(page: Page) {
  const { keyboard } = page
  const has = (place: Locator) => place.evaluate((it) => it.contains(document.activeElement))
  const walk = async (place: Locator, key: string, most: number) => {
    await place.waitFor({ timeout: 30_000 })
    for (let presses = 0; presses < most; presses++) {
      if (await has(place)) return
      await keyboard.press(key)
    }
    throw new Error(`${most} presses of ${key} did not lead to ${place}`)
  }
  return {
    ...{ type: keyboard.type.bind(keyboard), press: keyboard.press.bind(keyboard) },
    tabTo: (place: Locator) => walk(place, "Tab", 120),
    /** To the text of a section from another one. */
    down: (place: Locator) => walk(place, "Alt+ArrowDown", 12),
    up: (place: Locator) => walk(place, "Alt+ArrowUp", 12),
    /** Takes what is offered below the line. */
    async take(offer: RegExp) {
      await expect(page.locator(".offer", { hasText: offer })).toBeVisible()
      await keyboard.press("Tab")
    },
    /** An entry of the menu of the item in which the caret stands. */
    async choose(role: "menuitem" | "menuitemcheckbox", name: string) {
      await keyboard.press("Alt+Shift+M")
      await walk(page.getByRole("menu").getByRole(role, { name }), "ArrowDown", 20)
      await keyboard.press("Enter")
    },
  }
}

test("takes the minutes of a call of twenty minutes by keyboard, and is read along", async ({
  page,
  browser,
}) => {
  test.setTimeout(480_000)
  const keys = hands(page)
  await page.goto(own.origin)
  await keys.tabTo(page.getByRole("link", { name: "Sign in", exact: true }))
  await keys.press("Enter")
  const chair = page.getByRole("listitem").filter({ hasText: "co-chair" }).first()
  await keys.tabTo(chair.getByRole("button"))
  await keys.press("Enter")
  await keys.tabTo(page.getByRole("main").getByRole("link", { name: "WG-Strategy" }))
  await keys.press("Enter")
  await keys.tabTo(page.getByRole("row", { name: /^60/ }).getByRole("link", { name: /Minutes/ }))
  await keys.press("Enter")
  await keys.tabTo(page.getByRole("button", { name: "Start the minutes" }))
  await keys.press("Enter")
  await section(page, "Opening").waitFor()
  await saved(page)

  const reader = await (await browser.newContext()).newPage()
  await reader.goto(`${own.origin}/sign-in`)
  await reader.getByRole("button", { name: "Sign in as Amélie Tupuola" }).click()
  await expect(reader).toHaveURL(/\/desk/)
  await reader.goto(page.url())
  await saved(reader)
  await reader.evaluate(() => Object.assign(window, { sameLoad: true }))
  await expect(page.getByText("1 reads", { exact: true })).toBeVisible()

  // Opening, and who is in the room.
  await keys.tabTo(section(page, "Opening"))
  await keys.type("The call was opened at 13:02, and the agenda was taken as it stands.")
  await expect(section(reader, "Opening")).toContainText("the agenda was taken as it stands.")
  await keys.press("Alt+Shift+R")
  const marks: [name: string, key: string, kind: string][] = [
    ["Pavel Adeyinka-Roth", "p", "Present"],
    ["Leïla Haraldsdóttir", "r", "Regrets"],
    ["Dmitar Okonjo", "w", "Written input"],
  ]
  for (const [name, key, kind] of marks) {
    await keys.type(name.slice(0, 5))
    const seat = room(page).getByRole("radiogroup", { name })
    await expect(room(page).getByRole("radiogroup")).toHaveCount(1)
    await keys.press("ArrowDown")
    await expect(seat).toBeFocused()
    await keys.press(key)
    await expect(seat.getByRole("radio", { name: kind })).toBeChecked()
    await keys.press("ArrowUp")
    await keys.press("Control+a")
    await keys.press("Delete")
    await expect(room(reader).getByRole("listitem").filter({ hasText: name })).toContainText(kind)
  }
  await keys.press("Alt+Shift+R")
  await expect(section(page, "Opening")).toBeFocused()

  // The first item: a statement, a decision, an action with its owner and its day.
  await keys.press("Alt+Shift+N")
  const plan = "Multi-year plan: comments from the list"
  await expect(line(page, plan)).toHaveAttribute("aria-current", "step")
  await expect(line(reader, plan)).toHaveAttribute("aria-current", "step")
  await keys.down(section(page, `1 ${plan}`))
  await keys.type("@pavel")
  await expect(page.getByRole("option", { name: /Pavel/ }).first()).toBeVisible()
  await keys.press("Enter")
  await keys.type("A fixed point in the year would let others plan.")
  await keys.press("Control+Enter")
  await keys.type("AGREED: The plan stays open for comments until the next call.")
  await keys.take(/Make this a decision/)
  await keys.press("Control+Enter")
  await keys.type("ACTION: Pavel to send the letter by Friday")
  await keys.take(/Make this an action/)
  await keys.take(/Fill in Pavel Adeyinka-Roth, Friday/)
  const action = block(page, "Action")
  await expect(
    action.getByRole("button", { name: "Remove owner Pavel Adeyinka-Roth" }),
  ).toBeVisible()
  await expect(action.getByLabel("Due")).toHaveValue(/^Friday \d+ \w+ \d{4}$/)
  await expect(block(page, "Statement").getByRole("combobox")).toHaveValue(/^Pavel /)
  await expect(block(page, "Decision")).not.toContainText("AGREED")
  await expect(section(reader, `1 ${plan}`)).toContainText("Pavel to send the letter by Friday")

  // The second: a question and a list.
  await keys.press("Alt+Shift+N")
  const table = "Roadmap table: what has changed since the summer"
  await keys.down(section(page, `2 ${table}`))
  await keys.type("QUESTION: Who looks after the annex?")
  await keys.take(/Make this a question/)
  await keys.press("Control+Enter")
  await keys.type("Three rows changed:")
  await keys.press("Enter")
  await keys.type("- access for schools")
  await keys.press("Enter")
  await keys.type("a shared calendar")
  await expect(section(page, `2 ${table}`).getByRole("listitem")).toHaveText([
    "access for schools",
    "a shared calendar",
  ])
  await expect(line(reader, table)).toHaveAttribute("aria-current", "step")
  await expectAccessible(page)

  // One item had no news; another was not reached.
  await keys.down(section(page, "3b Parliamentary track"))
  await keys.choose("menuitemcheckbox", "No update")
  await expect(line(reader, "Parliamentary track")).toContainText("no update")
  await keys.tabTo(section(page, "3b Parliamentary track"))
  await keys.down(section(page, "4 Any other business"))
  await keys.choose("menuitemcheckbox", "Not reached")
  await expect(line(reader, "Any other business")).toContainText("not reached")
  await keys.tabTo(section(page, "4 Any other business"))

  await keys.press("Control+f")
  const find = page.getByRole("search", { name: "Find in the minutes" })
  await expect(find.getByRole("textbox", { name: "Find" })).toBeFocused()
  await keys.type("annex")
  await expect(find.getByRole("status")).toHaveText("1 of 1")
  await keys.press("Escape")
  await expect(section(page, `2 ${table}`)).toBeFocused()

  await saved(page)
  await keys.press("Control+s")
  await expect(
    page.getByText(/^This moment is marked in the history as revision \d+$/),
  ).toBeVisible()
  await keys.press("Alt+ArrowDown")
  await keys.down(section(page, "Closing"))
  await keys.type("The call ended at 13:22.")
  await saved(page)
  await keys.press("Control+s")
  await expectAccessible(page)

  const typed = [
    "The call was opened at 13:02",
    "A fixed point in the year would let others plan.",
    "The plan stays open for comments until the next call.",
    "Pavel to send the letter by Friday",
    "Who looks after the annex?",
    "access for schools",
    "The call ended at 13:22.",
  ]
  await expect(section(reader, "Closing")).toContainText("The call ended at 13:22.")
  expect(await reader.evaluate(() => "sameLoad" in window)).toBe(true)
  await page.reload()
  await saved(page)
  for (const one of [page, reader]) {
    const text = await one.locator("#minutes-text").textContent()
    for (const words of typed) expect(times(text, words), words).toBe(1)
  }

  await keys.tabTo(page.getByRole("link", { name: "History", exact: true }))
  await keys.press("Enter")
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("History")
  await keys.tabTo(page.getByRole("button", { name: "Compare", exact: true }))
  await keys.press("Enter")
  await expect(
    page.locator(".compared ins").filter({ hasText: "The call ended at 13:22." }).first(),
  ).toBeVisible()
  await expectAccessible(page)
  await reader.context().close()
})

test("keeps the caret in sight on a phone whose keyboard is open", async ({ browser }) => {
  test.setTimeout(180_000)
  const phone = { viewport: { width: 360, height: 420 }, isMobile: true, hasTouch: true }
  const page = await (await browser.newContext(phone)).newPage()
  await page.goto(`${own.origin}/sign-in`)
  await page.getByRole("button", { name: "Sign in as Amélie Tupuola" }).click()
  await expect(page).toHaveURL(/\/desk/)
  await page.goto(`${own.origin}/desk/wg-strategy/meetings/59/minutes`)
  await saved(page)
  await section(page, "Opening").focus()
  await expect(page.getByRole("navigation", { name: "Parts of the page" })).toBeHidden()
  // The page scrolls after it has drawn what was typed.
  const seen = () =>
    page.evaluate(() => {
      const place = getSelection()?.getRangeAt(0)
      const caret =
        place?.getClientRects()[0] ?? place?.startContainer.parentElement?.getBoundingClientRect()
      const head = document.querySelector(".writing-top")?.getBoundingClientRect()
      const tools = document.querySelector(".writing .tools")?.getBoundingClientRect()
      if (!caret || !head || !tools) return "nothing to measure"
      return caret.top >= head.bottom && caret.bottom <= tools.top
    })
  await page.keyboard.press("Control+End")
  for (let line = 1; line <= 12; line++) {
    await page.keyboard.press("Enter")
    await page.keyboard.type(`Line ${line}`)
    await expect.poll(seen, `while line ${line} is typed`).toBe(true)
  }
  await expect(page.locator(".save")).toBeInViewport({ ratio: 1 })
  for (let line = 12; line >= 1; line--) {
    await page.keyboard.press("ArrowUp")
    await expect.poll(seen, `on the way up from line ${line}`).toBe(true)
  }
  await page.context().close()
})
