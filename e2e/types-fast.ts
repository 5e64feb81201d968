import { readFileSync } from "node:fs"
import type { Page } from "@playwright/test"
import { expectAccessible } from "./support/accessible"
import { saved } from "./support/desk"
import { expect, test } from "./support/test"

// What is published is closed: these minutes are written in as drafts.
test.use({ unpublished: true })

// The meeting is on Thursday 3 March 2022 or another day of its own: what is typed is read against it.
const minutes = "/desk/wg-strategy/meetings/58/minutes"
const samples = "app/[locale]/desk/[group]/meetings/[meeting]/minutes/editor/paste/samples"

async function signIn(page: Page): Promise<void> {
  await page.goto("/sign-in")
  const people = page.getByRole("listitem").filter({ hasText: "member" })
  await people.first().getByRole("button").click()
  await expect(page).toHaveURL(/\/desk/)
}

const opening = (page: Page) => page.getByRole("textbox", { name: "Opening", exact: true })

async function begin(page: Page) {
  await signIn(page)
  await page.goto(minutes)
  await opening(page).focus()
  await page.keyboard.press("Control+End")
  await page.keyboard.press("Control+Enter")
}

/** A real paste event, with what the clipboard of a word processor holds. */
async function paste(page: Page, html: string, text: string) {
  await opening(page).evaluate(
    (element, given) => {
      const clipboardData = new DataTransfer()
      if (given.html) clipboardData.setData("text/html", given.html)
      clipboardData.setData("text/plain", given.text)
      const event = { clipboardData, bubbles: true, cancelable: true }
      element.dispatchEvent(new ClipboardEvent("paste", event))
    },
    { html, text },
  )
}

/** A real drop from another program, on the last line of the section. */
async function drop(page: Page, html: string) {
  await opening(page).evaluate((element, given) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.setData("text/html", given)
    dataTransfer.setData("text/plain", "not this")
    const { left, bottom } = (element.lastElementChild ?? element).getBoundingClientRect()
    const place = { clientX: left + 4, clientY: bottom - 4 }
    const event = { dataTransfer, bubbles: true, cancelable: true, ...place }
    element.dispatchEvent(new DragEvent("drop", event))
  }, html)
}

const later = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000)
const written = (day: Date) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeZone: "UTC" })
    .format(day)
    .replace(",", "")

test.describe.configure({ timeout: 120_000 })

test("reads due dates as they are typed, against the day of the meeting", async ({ page }) => {
  await begin(page)
  const keys = page.keyboard
  await keys.type("/action")
  await keys.press("Enter")
  await keys.type("Write to the host.")
  const action = page
    .getByRole("group", { name: "Action" })
    .filter({ hasText: "Write to the host." })
  const due = action.getByLabel("Due")
  await due.fill("10 March 2022")
  await expect(action).toContainText("Thursday 10 March 2022")
  await due.blur()
  await expect(due).toHaveValue("Thursday 10 March 2022")

  await due.fill("whenever it suits")
  await expect(action).toContainText("Not a day yet")
  await keys.press("Enter")
  await expect(due).toBeFocused()
  await expect(due).toHaveValue("whenever it suits")
  await expect(due).toHaveAttribute("aria-invalid", "true")
  await expect(action).toContainText("This is not a day that can be read.")
  await expectAccessible(page)

  await due.fill("1 January 2001")
  await expect(action).toContainText("Before the meeting")
  await due.fill("today")
  await expect(action.locator(".due-said")).not.toContainText("2001")
  const day = await action.locator(".due-said").textContent()
  const meeting = new Date(`${day} UTC`)
  expect(Number.isNaN(meeting.getTime())).toBe(false)
  await due.fill("dans deux semaines")
  await keys.press("Enter")
  await expect(due).toHaveValue(written(later(meeting.toISOString().slice(0, 10), 14)))
  await keys.type("The next line.")
  await expect(action).not.toContainText("The next line.")
})

test("offers the owner and the day that the words of an action name", async ({ page }) => {
  await begin(page)
  const keys = page.keyboard
  await keys.type("ACTION: Pavel to send the letter by 10 March 2027")
  await expect(page.locator(".offer", { hasText: "Make this an action" })).toBeVisible()
  const status = page.getByRole("status").filter({ hasText: "Tab takes it, Escape does not." })
  await expect(status).toHaveCount(1)
  await keys.press("Tab")
  await expect(
    page.locator(".offer", { hasText: /^Fill in Pavel .*, Wednesday 10 March 2027/ }),
  ).toBeVisible()
  await expectAccessible(page)
  await keys.press("Tab")
  const action = page.getByRole("group", { name: "Action" }).filter({ hasText: "send the letter" })
  await expect(action.getByRole("button", { name: /^Remove owner Pavel/ })).toBeVisible()
  await expect(action.getByLabel("Due")).toHaveValue("Wednesday 10 March 2027")
  await expect(action).toContainText("Pavel to send the letter by 10 March 2027")
  await expect(action).not.toContainText("ACTION:")

  await keys.press("Control+Enter")
  await keys.type("DÉCISION : ainsi")
  await expect(page.locator(".offer", { hasText: "Make this a decision" })).toBeVisible()
  await keys.press("Escape")
  await expect(page.locator(".offer", { hasText: "Make this a decision" })).toBeHidden()
  await expect(opening(page)).toContainText("DÉCISION : ainsi")
})

test("makes a statement of a name that opens a line, and a mention of one inside it", async ({
  page,
  mailbox,
}) => {
  await begin(page)
  const keys = page.keyboard
  await keys.type("As @pavel")
  await expect(page.getByRole("option", { name: /Pavel/ })).toHaveCount(1)
  await keys.press("Enter")
  await keys.type("said before.")
  await expect(
    opening(page)
      .locator("p")
      .filter({ hasText: /^As Pavel .* said before\.$/ }),
  ).toBeVisible()
  await keys.press("Enter")
  await keys.type("@pavel")
  await expect(page.getByRole("option", { name: /Pavel/ }).first()).toBeVisible()
  await keys.press("Enter")
  await keys.type("There is time.")
  const statement = page
    .getByRole("group", { name: "Statement" })
    .filter({ hasText: "There is time." })
  await expect(statement.getByRole("combobox")).toHaveValue(/^Pavel /)
  await saved(page)
  // Once the minutes are left, whom they name is told.
  await page.close()
  expect((await mailbox.take("pavel@example.org")).subject).toContain("Meeting 58")
})

test("keeps the structure of what is pasted from a word processor, and of plain text", async ({
  page,
}) => {
  await begin(page)
  await paste(page, readFileSync(`${samples}/word.txt`, "utf8"), "not this")
  const text = opening(page)
  await expect(text.locator("p > strong").filter({ hasText: "Work on the plan" })).toBeVisible()
  await expect(text.locator("ul > li > ul > li")).toHaveText(["Years", "Themes"])
  await expect(text.locator("ol[start='3'] > li")).toHaveText(["Third point", "Fourth point"])
  await expect(text).toContainText("Ilva Morandini | Letter, draft")
  await expect(text).not.toContainText("A hidden remark")
  await expect(text).not.toContainText("not this")

  await page.keyboard.press("Control+Enter")
  await paste(page, "", "First\n\n- one thing\n- another\u0000 thing")
  await expect(text.locator("li").filter({ hasText: /^another thing$/ })).toBeVisible()

  // What is dropped from a mail is cleaned as well: its links lead where they say.
  await drop(page, readFileSync(`${samples}/outlook.txt`, "utf8"))
  await expect(text.getByRole("link", { name: "here" })).toHaveAttribute(
    "href",
    "https://example.org/form",
  )
  await expect(text.locator("ol[start='2'] > li")).toHaveText(["Fill it in", "Send it"])
  await page.keyboard.press("Control+s")
  await expect(page.locator(".save")).toHaveText(/^Saved/)
})

test("finds words in all sections from the keyboard", async ({ page }) => {
  await begin(page)
  const keys = page.keyboard
  await keys.type("A zèbre and another ZEBRE.")
  await page.getByRole("textbox", { name: "Closing", exact: true }).focus()
  await keys.press("Control+End")
  await keys.press("Control+Enter")
  await keys.type("One more zebre here.")
  await opening(page).focus()
  // An editor that just got the focus puts its caret back once.
  await expect(async () => {
    await keys.press("Control+Home")
    expect(await page.evaluate(() => getSelection()?.focusOffset)).toBe(0)
  }).toPass()
  await keys.press("Control+f")
  const panel = page.getByRole("search", { name: "Find in the minutes" })
  const field = panel.getByRole("textbox", { name: "Find" })
  await expect(field).toBeFocused()
  await keys.type("zébre")
  const count = panel.getByRole("status")
  await expect(count).toHaveText("1 of 3")
  await expect(page.locator(".section-text .found")).toHaveText(["zèbre", "ZEBRE", "zebre"])
  await expectAccessible(page)
  await keys.press("Enter")
  await expect(count).toHaveText("2 of 3")
  await keys.press("F3")
  await expect(count).toHaveText("3 of 3")
  await keys.press("F3")
  await expect(count).toHaveText("1 of 3")
  await keys.press("Shift+Enter")
  await expect(count).toHaveText("3 of 3")
  await expect(page.locator(".section-text .found.now")).toHaveText("zebre")
  await keys.press("Escape")
  await expect(panel).toBeHidden()
  await expect(page.locator(".section-text .found")).toHaveCount(0)
  await keys.type("!")
  await expect(page.getByRole("textbox", { name: "Closing", exact: true })).toContainText(
    "One more zebre! here.",
  )
  await keys.press("Control+a")
  await expect(page.locator(".word-count")).toContainText("selected")
})
