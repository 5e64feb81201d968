import type { Locator, Page } from "@playwright/test"
import { sampleAddress } from "@/db/sample/people"
import { expectAccessible } from "./support/accessible"
import { sitDown } from "./support/desk"
import { expectFits } from "./support/fits"
import { enter } from "./support/sessions"
import { expect, test } from "./support/test"

const mapping = "/desk/wg-strategy/mapping/roadmap"
const rowPage = (number: number) => `${mapping}/rows/${number}`
const comments = (page: Page) => page.locator("#comments")
const discussed = (page: Page) => page.getByRole("region", { name: "Discussed at" })
const rowsOf = (page: Page) =>
  page.getByRole("region", { name: "Rows of the mapping that it discussed" })
const found = (page: Page) => page.getByRole("region", { name: "What was found" })

/** Says something as the first of a thread. */
async function say(page: Page, words: string): Promise<Locator> {
  const form = comments(page).getByRole("region", { name: "New comment" })
  await form.getByRole("textbox", { name: "Your comment" }).fill(words)
  await form.getByRole("button", { name: "Comment", exact: true }).click()
  const comment = comments(page).getByRole("article").filter({ hasText: words })
  await expect(comment).toBeVisible()
  return comment
}

async function answer(within: Locator, words: string): Promise<void> {
  await within.locator("summary", { hasText: "Answer" }).click()
  await within.getByRole("textbox", { name: "Your answer" }).fill(words)
  await within.getByRole("button", { name: "Send the answer" }).click()
}

async function resolve(page: Page, reason: string): Promise<void> {
  const thread = comments(page).getByRole("region", { name: /^Thread begun by/ })
  await thread.locator("summary", { hasText: "Resolve" }).click()
  await thread.getByRole("radio", { name: "accepted", exact: true }).check()
  await thread.getByRole("textbox", { name: "Reason" }).fill(reason)
  await thread.getByRole("button", { name: "Resolve the thread" }).click()
}

async function expectNarrow(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 })
  await expectAccessible(page)
  await expectFits(page)
  await page.setViewportSize({ width: 1280, height: 900 })
}

test.describe.configure({ timeout: 180_000 })

test("a member comments on a row, who is named and responsible is told, answers and resolves it", async ({
  browser,
  mailbox,
}) => {
  const dmitar = await sitDown(browser, "Dmitar Okonjo")
  // Of this row the sample says that she is responsible.
  const amelie = await sitDown(browser, "Amélie Tupuola")
  await dmitar.page.goto(rowPage(4))
  await say(dmitar.page, "Do the breakwaters of Quillhaven count here, @Amélie Tupuola?")
  await expectAccessible(dmitar.page)
  await expectNarrow(dmitar.page)

  await test.step("who is named has a mail that says of which row, and leads to the thread", async () => {
    const mail = await mailbox.take(sampleAddress("amelie"))
    expect(mail.text.replace(/\s+/g, " ")).toContain(
      "Dmitar Okonjo mentioned you in a comment on Row 4 of the mapping “Roadmap for Digital Cooperation”.",
    )
    const link = new URL(mail.text.match(/https?:\/\/\S+\/comments\/\S+/)?.[0] ?? "")
    await amelie.page.goto(link.pathname + link.hash)
    await expect(amelie.page.getByRole("heading", { level: 1 })).toContainText(
      "Row 4 of the mapping “Roadmap for Digital Cooperation”",
    )
    await expect(amelie.page.locator("article:target")).toContainText("breakwaters")
  })

  await test.step("the answer arrives on the row's page by itself", async () => {
    await answer(amelie.page.locator("main"), "They do, since last year.")
    await expect(comments(dmitar.page)).toContainText("They do, since last year.")
    await expect(comments(dmitar.page).locator("summary", { hasText: "Resolve" })).toHaveCount(0)
  })

  await test.step("whoever is responsible says what becomes of it, and why", async () => {
    await amelie.page.getByRole("link", { name: "All comments on this text" }).click()
    await expect(amelie.page).toHaveURL(new RegExp(`${rowPage(4)}#comments$`))
    await resolve(amelie.page, "Added to what the IGF does.")
    await expect(comments(dmitar.page)).toContainText("Added to what the IGF does.")
  })

  await test.step("it stands among the comments of the group, and is found by a mistyped word", async () => {
    const { page } = dmitar
    await page.goto("/desk/wg-strategy/comments?state=all")
    const line = page.getByRole("row").filter({ hasText: "breakwaters" })
    await expect(line.getByRole("link", { name: /^Row 4 of the mapping/ })).toHaveAttribute(
      "href",
      `${rowPage(4)}#comments`,
    )
    await expect(async () => {
      await page.goto("/desk/search?q=braekwaters&kind=comment")
      await expect(found(page).getByRole("listitem")).toHaveCount(1, { timeout: 1_000 })
    }).toPass()
    await expect(found(page).getByRole("link")).toContainText("Roadmap for Digital Cooperation #4")
  })
  await amelie.context.close()
  await dmitar.context.close()
})

test("that a meeting spoke of a row is noted on either side, stands on both, and is taken back", async ({
  browser,
  portal,
}) => {
  const inside = await enter(portal)
  const meeting = `/desk/wg-strategy/meetings/${await inside.meetingId(58)}`
  const { page, context } = await sitDown(browser, "Amélie Tupuola")
  await page.goto(rowPage(4))
  await discussed(page).getByRole("button", { name: "Note it" }).click()
  await expect(discussed(page)).toContainText("Nothing was noted")
  const choice = discussed(page).getByRole("combobox", { name: "Meeting that spoke of it" })
  const option = choice.locator("option", { hasText: "Meeting 58" })
  await choice.selectOption((await option.getAttribute("value")) ?? "")
  await discussed(page).getByRole("button", { name: "Note it" }).click()
  await expect(discussed(page).getByRole("link", { name: "Meeting 58" })).toBeVisible()
  await expectAccessible(page)
  await expectNarrow(page)

  await test.step("the meeting says so too, and takes another row with the item of its agenda", async () => {
    await discussed(page).getByRole("link", { name: "Meeting 58" }).click()
    await expect(page).toHaveURL(new RegExp(`${meeting}$`))
    await expect(rowsOf(page).getByRole("link", { name: /^Row 4 of the mapping/ })).toBeVisible()
    const number = rowsOf(page).getByRole("textbox", { name: "Number of the row" })
    await number.fill("999")
    await rowsOf(page).getByRole("button", { name: "Note it" }).click()
    await expect(rowsOf(page)).toContainText("The mapping has no row 999")
    await expect(number).toHaveValue("999")
    await number.fill("5")
    await rowsOf(page)
      .getByRole("combobox", { name: "Item of the agenda" })
      .selectOption({ index: 1 })
    await rowsOf(page).getByRole("button", { name: "Note it" }).click()
    await expect(rowsOf(page).getByRole("link", { name: /^Row 5 of the mapping/ })).toBeVisible()
    await expectAccessible(page)
    await expectNarrow(page)
  })

  await test.step("what is taken back is gone from both", async () => {
    await page.goto(rowPage(5))
    await expect(discussed(page).getByRole("link", { name: "Meeting 58" })).toBeVisible()
    await discussed(page).getByRole("button", { name: "Take back Meeting 58" }).click()
    await expect(discussed(page).getByRole("link", { name: "Meeting 58" })).toHaveCount(0)
    await page.goto(meeting)
    await expect(rowsOf(page).getByRole("link", { name: /^Row 4 of the mapping/ })).toBeVisible()
    await expect(rowsOf(page).getByRole("link", { name: /^Row 5 of the mapping/ })).toHaveCount(0)
  })
  await context.close()
  await inside.leave()
})

test("without script: a comment, its answer and what becomes of it, a meeting, and a retired row that is found", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto("/sign-in")
  await page.getByRole("button", { name: "Sign in as Inês Valadares-Koné" }).click()
  await page.goto(rowPage(6))
  await say(page, "Said without script of the jetties.")
  await answer(comments(page), "And answered.")
  await expect(
    comments(page).getByRole("article").filter({ hasText: "And answered." }),
  ).toHaveCount(1)
  await resolve(page, "It is in the row.")
  await expect(comments(page)).toContainText("It is in the row.")
  const choice = discussed(page).getByRole("combobox", { name: "Meeting that spoke of it" })
  const option = choice.locator("option", { hasText: "Meeting 58" })
  await choice.selectOption((await option.getAttribute("value")) ?? "")
  await discussed(page).getByRole("button", { name: "Note it" }).click()
  await expect(discussed(page).getByRole("link", { name: "Meeting 58" })).toBeVisible()
  await discussed(page).getByRole("button", { name: "Take back Meeting 58" }).click()
  await expect(discussed(page).getByRole("link", { name: "Meeting 58" })).toHaveCount(0)

  await test.step("the search names what the sample retired", async () => {
    await expect(async () => {
      await page.goto("/desk/search?q=figures+overlapped&kind=mapping-row")
      await expect(found(page).getByRole("listitem")).toHaveCount(1, { timeout: 1_000 })
    }).toPass()
    await expect(found(page).locator(".found-facts")).toContainText("Mapping row")
    await expect(found(page).locator(".found-facts")).toContainText("Retired")
    await found(page).getByRole("link").click()
    await expect(page.locator("main")).toContainText("It is no suggestion of the Roadmap")
  })
  await context.close()
})
