import type { Page } from "@playwright/test"
import { expectAccessible } from "./support/accessible"
import { linkIn, type Mailbox } from "./support/mailbox"
import { expect, test } from "./support/test"

/** Signs a sample person in by the button that only a trial has. */
async function enterAs(page: Page, name: string) {
  await page.goto("/sign-in")
  await page.getByRole("button", { name: `Sign in as ${name}` }).click()
  await expect(page).toHaveURL(/\/desk$/)
}

/** Asks for a link on the page that is open, and follows it out of the mail. */
async function enterByMail(page: Page, mailbox: Mailbox, email: string) {
  await page.getByLabel("Mail address").fill(email)
  await page.getByRole("button", { name: "Send the link" }).click()
  await page.goto(linkIn(await mailbox.take(email)))
  await page.getByRole("button", { name: "Sign in now" }).click()
}

const chair = "noor@example.org"
const applicant = "ravi@example.org"

test("a new group gets its co-chair, and somebody joins it by the public form", async ({
  page,
  browser,
  request,
  mailbox,
}) => {
  test.setTimeout(180_000)
  await test.step("the secretariat creates the group; words of the portal are no address", async () => {
    await enterAs(page, "Sofia Lindholm-Oyelaran")
    await page.getByRole("link", { name: "Groups" }).click()
    await expectAccessible(page)
    await page.getByRole("link", { name: "New group" }).click()
    await page.getByLabel("Address", { exact: true }).fill("desk")
    await page.getByLabel("Short name").fill("WG-Harbour")
    await page.getByLabel("Full name").fill("Working Group on Harbours")
    await page.getByRole("button", { name: "Create the group" }).click()
    await expect(page.getByLabel("Address", { exact: true })).toHaveAttribute(
      "aria-invalid",
      "true",
    )
    await expectAccessible(page)
    await page.getByLabel("Address", { exact: true }).fill("wg-harbour")
    await page.getByRole("button", { name: "Create the group" }).click()
    await expect(page).toHaveURL(/\/desk\/wg-harbour\/members$/)
    await expectAccessible(page)
  })
  await test.step("and adds its first co-chair, whom the public page names at once", async () => {
    await page.getByRole("link", { name: "Add a member" }).click()
    await expectAccessible(page)
    await page.getByLabel("Name", { exact: true }).fill("Noor Adeyemi")
    await page.getByLabel("Mail address").fill(chair)
    await page.getByRole("radio", { name: "Co-chair" }).check()
    await page.getByRole("button", { name: "Add a member" }).click()
    await expect(page.getByRole("heading", { name: "Noor Adeyemi" })).toBeVisible()
    await expectAccessible(page)
    const reader = await browser.newContext()
    const publicPage = await reader.newPage()
    await publicPage.goto("/wg-harbour")
    await expect(publicPage.getByText("Noor Adeyemi")).toBeVisible()
    await reader.close()
  })
  const visitor = await (await browser.newContext()).newPage()
  await test.step("a visitor asks to join; only the button of the mailed page confirms", async () => {
    await visitor.goto("/wg-harbour/join")
    await expectAccessible(visitor)
    await visitor.getByRole("button", { name: "Ask to join" }).click()
    await expect(visitor.getByLabel("Name")).toHaveAttribute("aria-invalid", "true")
    await expectAccessible(visitor)
    await visitor.getByLabel("Name").fill("Ravi Esterling")
    await visitor.getByLabel("Mail address").fill(applicant)
    await visitor.getByLabel("Why you want to join").fill("I keep a lighthouse.")
    await visitor.getByRole("button", { name: "Ask to join" }).click()
    await expect(visitor.getByText("Look in your mail")).toBeVisible()
    const link = linkIn(await mailbox.take(applicant))
    expect((await request.get(link)).ok()).toBe(true)
    await page.goto("/desk/wg-harbour/members")
    await expect(page.getByText("asks to join")).toHaveCount(0)
    await visitor.goto(link)
    await expectAccessible(visitor)
    await visitor.getByRole("button", { name: "Confirm my request" }).click()
    await expect(visitor.getByText("Your request is with the co-chairs")).toBeVisible()
  })
  await test.step("the co-chair comes in by the mailed address and admits", async () => {
    const context = await browser.newContext()
    const own = await context.newPage()
    await own.goto(linkIn(await mailbox.take(chair)))
    await enterByMail(own, mailbox, chair)
    await expect(own).toHaveURL(/\/desk\/wg-harbour\/meetings$/)
    await own.goto("/desk/wg-harbour/members")
    await own.getByRole("link", { name: "Ravi Esterling" }).click()
    await expect(own.getByText("I keep a lighthouse.")).toBeVisible()
    await expectAccessible(own)
    await own.getByRole("button", { name: "Admit", exact: true }).click()
    await expect(own.getByText("Admitted; a mail says how to sign in.")).toBeVisible()
    await context.close()
  })
  await test.step("the new member signs in, sees the group, and no addresses", async () => {
    await visitor.goto(linkIn(await mailbox.take(applicant)))
    await enterByMail(visitor, mailbox, applicant)
    await expect(visitor).toHaveURL(/\/desk\/wg-harbour\/meetings$/)
    await visitor.getByRole("link", { name: "Members" }).click()
    await expect(visitor.getByRole("link", { name: "Noor Adeyemi" })).toBeVisible()
    await expect(visitor.getByText(chair)).toHaveCount(0)
    await expect(visitor.getByRole("link", { name: "Add a member" })).toHaveCount(0)
    await expectAccessible(visitor)
    await visitor.context().close()
  })
  await test.step("a membership that ends takes the desk away with the next page", async () => {
    await page.goto("/desk/wg-harbour/members")
    await page.getByRole("link", { name: "Ravi Esterling" }).click()
    await page.getByRole("button", { name: "End the membership" }).click()
    await expect(page.getByText("The membership was ended.")).toBeVisible()
    await page.getByLabel("Role").selectOption({ label: "Former members" })
    await page.getByRole("button", { name: "Show" }).click()
    await expect(page.getByRole("link", { name: "Ravi Esterling" })).toBeVisible()
  })
})

const list = [
  "Nom;Courriel;Organisation;Rôle",
  ...Array.from({ length: 90 }, (_, n) => `Membre ${n};membre-${n}@example.org;Lumen;`),
  "Wanjirū Castellanos;autre@example.org;;",
  "Sans adresse;pas une adresse;;",
].join("\r\n")

test.describe("before script has loaded", () => {
  test.use({ javaScriptEnabled: false })

  test("a list of ninety comes in after it was shown, and nobody is mailed", async ({ page }) => {
    await enterAs(page, "Sofia Lindholm-Oyelaran")
    await page.goto("/desk/groups/new")
    await page.getByLabel("Address", { exact: true }).fill("wg-ninety")
    await page.getByLabel("Short name").fill("WG-Ninety")
    await page.getByLabel("Full name").fill("Working Group of Ninety")
    await page.getByRole("button", { name: "Create the group" }).click()
    await page.getByRole("link", { name: "Bring in a list" }).click()
    await page.getByRole("button", { name: "Show what it would do" }).click()
    await expect(page.getByLabel("List", { exact: true })).toHaveAttribute("aria-invalid", "true")
    await page.getByLabel("List", { exact: true }).setInputFiles({
      name: "liste.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`\ufeff${list}`),
    })
    await page.getByRole("button", { name: "Show what it would do" }).click()
    await expect(page.getByText("90 new · 0 changed · 1 doubtful · 1 unreadable")).toBeVisible()
    await page.getByLabel("What to do with line 92").selectOption({ label: "Leave this line out" })
    await page.getByRole("button", { name: "Bring it in like this" }).click()
    await expect(page.getByText("The list is in: 90 new, 0 changed.")).toBeVisible()
    await expect(page.getByText("90 members, no co-chair.")).toBeVisible()
    const download = await page.request.get("/desk/wg-ninety/members/members.csv")
    expect((await download.text()).split("\r\n")).toHaveLength(92)
  })
})

test("the secretariat merges two entries of one person", async ({ page }) => {
  test.setTimeout(120_000)
  await enterAs(page, "Sofia Lindholm-Oyelaran")
  for (const name of ["Ilse Quarrington", "I. Quarrington"]) {
    await page.goto("/desk/people/new")
    await page.getByLabel("Name", { exact: true }).fill(name)
    await page.getByRole("button", { name: "Add a person" }).click()
    await expect(page.getByText("The person is in the register.")).toBeVisible()
  }
  await page.goto("/desk/people?text=ilse")
  await expectAccessible(page)
  await page.getByRole("link", { name: "Ilse Quarrington" }).click()
  await expectAccessible(page)
  await page.getByRole("link", { name: "Merge with another entry" }).click()
  await expectAccessible(page)
  await page.getByRole("link", { name: "I. Quarrington" }).click()
  await expectAccessible(page)
  await page.getByRole("button", { name: "Merge into Ilse Quarrington" }).click()
  await expect(page.getByText("The two entries are one now.")).toBeVisible()
  await expect(page.getByLabel("Other spellings")).toHaveValue("I. Quarrington")
  await page.goto("/desk/people?text=quarrington")
  await expect(page.getByRole("row")).toHaveCount(2)
})
