import type { Page } from "@playwright/test"
import { expectAccessible } from "./support/accessible"
import { type Portal, startPortal } from "./support/portal"
import { expect, test } from "./support/test"

// A portal of its own: what is corrected here stays corrected.
let own: Portal
test.beforeAll(async ({ mailServer }) => {
  test.setTimeout(300_000)
  own = await startPortal({ settings: { SMTP_URL: mailServer.address } })
})
test.afterAll(async () => own.stop())
test.describe.configure({ timeout: 120_000 })

const wrong = "The room was given wrongly."
const reader = "reader@example.org"
/** Those of the sample who read and answer what is reported. */
const chairs = ["ines@example.org", "anders@example.org", "mei@example.org"]
const report = () => `${own.origin}/wg-strategy/meetings/58`

async function signIn(page: Page): Promise<void> {
  await page.goto(`${own.origin}/sign-in`)
  const people = page.getByRole("listitem").filter({ hasText: "co-chair" })
  await people.first().getByRole("button").click()
  await expect(page).toHaveURL(/\/desk/)
}

test("a reader reports an error before script has loaded, a co-chair corrects it, and both versions can be compared", async ({
  browser,
  page,
  mailbox,
}) => {
  const bare = await browser.newContext({ javaScriptEnabled: false })
  const outside = await bare.newPage()
  const scripted = await (await browser.newContext()).newPage()
  /** The same address where script runs, for axe needs it. */
  const beside = async (of: Page) => {
    await scripted.goto(of.url())
    return scripted
  }

  await test.step("the form speaks of the paragraph, and the link of the mail confirms", async () => {
    await outside.goto(report())
    await outside.getByRole("link", { name: "Paragraph 1.1", exact: true }).focus()
    await outside.getByRole("link", { name: "Report an error in paragraph 1.1" }).click()
    await expect(outside.getByText("Paragraph 1.1")).toBeVisible()
    await expectAccessible(await beside(outside))
    await outside.getByRole("button", { name: "Send" }).click()
    await expect(
      outside.getByRole("link", { name: "Say what is wrong, and what would be right." }),
    ).toBeVisible()
    await outside.getByLabel("What is wrong, and what would be right?").fill(wrong)
    await outside.getByLabel("Your mail address").fill(reader)
    await outside.getByRole("button", { name: "Send" }).click()
    await expect(outside.getByText("Look into your mail")).toBeVisible()
    const asked = await mailbox.take(reader)
    expect(asked.text).not.toContain(wrong)
    await outside.goto(/http\S+token=\S+/.exec(asked.text)?.[0] ?? "")
    await expectAccessible(await beside(outside))
    await outside.getByRole("button", { name: "Confirm" }).click()
    await expect(outside.getByText("The co-chairs see your report")).toBeVisible()
    for (const chair of chairs) {
      const notice = await mailbox.take(chair)
      expect(notice.subject).toContain("Reported error: Meeting 58")
      expect(notice.text).not.toContain(wrong)
    }
  })

  await test.step("what is published is closed, until a co-chair begins a correction", async () => {
    await signIn(page)
    await page.goto(`${own.origin}/desk/wg-strategy/errors`)
    await expect(page.getByText(wrong)).toBeVisible()
    await expectAccessible(page)
    await page.getByRole("link", { name: "Begin a correction" }).click()
    await expectAccessible(page)
    await page.getByLabel("What is corrected, and why").fill("The call was held in two rooms.")
    await page.getByRole("button", { name: "Begin the correction" }).click()
    await expect(page.getByRole("status").first()).toContainText("The correction is begun")
    await expectAccessible(page)
  })

  await test.step("the next version shows what differs before it is published", async () => {
    const desk = page.url().replace(/\?.*/, "")
    await page.goto(`${desk}/minutes/plain`)
    const field = page.getByLabel("Opening")
    await field.fill(`${await field.inputValue()}\n\nThe call was held in two rooms.`)
    await page.getByRole("button", { name: "Save" }).click()
    await page.goto(`${desk}/publish`)
    const changes = page.getByRole("region", { name: "What this version changes in version 1" })
    await expect(changes.locator("ins")).toContainText("The call was held in two rooms.")
    await expectAccessible(page)
    await page.getByRole("button", { name: "Publish version 2" }).click()
    await expect(page.getByText("Version 2 is published")).toBeVisible()
  })

  await test.step("readers see what was corrected and why; the old version says what it is", async () => {
    await expect(async () => {
      await outside.goto(report())
      await expect(outside.getByRole("complementary")).toContainText(
        "The call was held in two rooms.",
        { timeout: 5_000 },
      )
    }).toPass()
    await expectAccessible(await beside(outside))
    await outside.getByRole("link", { name: "Versions 1 and 2 beside each other" }).click()
    await expect(outside.locator("ins")).toContainText("The call was held in two rooms.")
    await expectAccessible(await beside(outside))
    await outside.goto(`${report()}/v1`)
    await expect(outside.getByText("This is version 1")).toBeVisible()
    const told = await mailbox.take(reader)
    expect(told.text).toContain("/wg-strategy/meetings/58/v2/changes")
  })

  await test.step("a withdrawal is version 3; any two of the three stand beside each other", async () => {
    await page.goto(page.url().replace(/\/publish.*/, "/correction"))
    const withdrawal = page.getByRole("region", { name: "Withdraw the report" })
    await withdrawal.getByLabel("Why it is withdrawn").fill("It was another meeting.")
    await withdrawal.getByRole("button", { name: "Withdraw the report" }).click()
    await expect(page.getByRole("status").first()).toContainText("The report is withdrawn")
    await expect(async () => {
      await outside.goto(report())
      await expect(outside.getByText("It was another meeting.").first()).toBeVisible({
        timeout: 5_000,
      })
    }).toPass()
    await outside.goto(`${report()}/v3/changes`)
    await outside.getByLabel("Compare with").selectOption("1")
    await outside.getByRole("button", { name: "Compare" }).click()
    await expect(outside).toHaveURL(/\/v3\/changes\?from=1$/)
    await expect(outside.getByText(/^Version 1 of .* and version 3 of/)).toBeVisible()
    await expect(outside.locator("del").first()).toBeVisible()
    await expectAccessible(await beside(outside))
  })

  await test.step("each version leads to its entry of the public ledger", async () => {
    await outside.goto(`${report()}/v2`)
    await outside.getByRole("link", { name: /^entry \d+$/ }).click()
    await expect(outside.locator(":target")).toContainText("meetings/58/v2")
    await outside.goto(`${own.origin}/wg-strategy/record?to=1`)
    await expect(outside.getByRole("link", { name: "Newer entries" })).toBeVisible()
    await expect(outside.getByRole("link", { name: "Older entries" })).toHaveCount(0)
    await expectAccessible(await beside(outside))
  })
  await bare.close()
  await scripted.context().close()
})
