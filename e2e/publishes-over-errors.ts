import type { Page } from "@playwright/test"
import { expectAccessible } from "./support/accessible"
import { type Portal, startPortal } from "./support/portal"
import { expect, test } from "./support/test"

// A portal of its own: what is published here stays published.
let own: Portal
test.beforeAll(async () => {
  test.setTimeout(300_000)
  own = await startPortal()
})
test.afterAll(async () => own.stop())
test.describe.configure({ timeout: 120_000 })

const told = "The 12th meeting of the group was held online."
const reason = "The announcement said so, and the group let it stand."
const meeting = () => `${own.origin}/desk/wg-strategy/meetings/59`

async function signIn(page: Page, name?: string): Promise<void> {
  await page.goto(`${own.origin}/sign-in`)
  const button = name
    ? page.getByRole("button", { name: `Sign in as ${name}` })
    : page.getByRole("listitem").filter({ hasText: "co-chair" }).first().getByRole("button")
  await button.click()
  await expect(page).toHaveURL(/\/desk/)
}

test("publishes over an error with a reason, before script has loaded; another co-chair looks at it later", async ({
  browser,
}) => {
  const bare = await browser.newContext({ javaScriptEnabled: false })
  const page = await bare.newPage()
  await signIn(page)
  await page.goto(`${meeting()}/minutes/plain`)
  const field = page.getByLabel("Opening")
  await field.fill(`${told}\n\n${await field.inputValue()}`)
  await page.getByRole("button", { name: "Save" }).click()
  await expect(page.getByRole("region", { name: /^The check finds/ })).toContainText("59 counts")

  // The desk page of the meeting knows of it, and leads to where it is published.
  await page.getByRole("link", { name: "Back to the editor" }).click()
  await page.getByRole("link", { name: "To the meeting" }).click()
  await expect(page.getByText(/^The check finds in the draft: one error/)).toBeVisible()
  await page.getByRole("link", { name: "Publish the report" }).click()
  await expect(page.getByRole("heading", { name: "One error" })).toBeVisible()
  const why = page.getByLabel("Why it is published in spite of this")

  // Without a reason nothing is published, and the field says so.
  await page.getByRole("button", { name: "Publish version 1" }).click()
  await expect(page.getByRole("alert")).toContainText("One error has no reason yet")
  await expect(why).toHaveAccessibleDescription(/Say why the report is published/)
  expect((await bare.request.get(`${own.origin}/wg-strategy/meetings/59`)).status()).toBe(404)

  await why.fill(reason)
  await page.getByRole("button", { name: "Publish version 1" }).click()
  await expect(page.getByText("Version 1 is published")).toBeVisible()
  expect((await bare.request.get(`${own.origin}/wg-strategy/meetings/59`)).status()).toBe(200)
  await bare.close()

  const later = await browser.newContext()
  const desk = await later.newPage()
  await signIn(desk, "Inês Valadares-Koné")
  await desk.goto(`${own.origin}/desk/wg-strategy/activity`)
  await expect(desk.getByText("meeting 59, in spite of one error")).toBeVisible()
  await desk.getByRole("link", { name: "Overrides" }).click()
  const entry = desk.getByRole("listitem").filter({ hasText: reason })
  await expect(entry).toContainText("59 counts")
  await expect(entry).toContainText("Nobody has looked at it again.")
  await expectAccessible(desk)
  await entry.getByLabel("Note").fill("Announce it with the right number next time.")
  await entry.getByRole("button", { name: "I have looked at it" }).click()
  await expect(entry).toContainText("Looked at by Inês Valadares-Koné")
  await expect(entry).toContainText("Announce it with the right number next time.")
  await expectAccessible(desk)
  await desk.getByRole("link", { name: "Show only those nobody has looked at" }).click()
  await expect(desk.getByText("Nothing was overridden")).toBeVisible()

  await desk.goto(`${own.origin}/desk/wg-strategy/settings`)
  await desk.getByLabel("Another word").fill("Harbourage")
  await desk.getByRole("button", { name: "Add the word" }).click()
  await expect(desk.getByText("“Harbourage” is among the group’s words")).toBeVisible()
  await expectAccessible(desk)
  await desk.getByRole("button", { name: "Remove Harbourage" }).click()
  await expect(desk.getByRole("button", { name: "Remove Harbourage" })).toHaveCount(0)
  await later.close()
})
