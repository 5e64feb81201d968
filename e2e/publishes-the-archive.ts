import { randomUUID } from "node:crypto"
import type { Browser, BrowserContextOptions, Page } from "@playwright/test"
import { lookAt } from "./support/fits"
import { linkIn } from "./support/mailbox"
import { enter, type Insider } from "./support/sessions"
import { expect, test } from "./support/test"

test.describe.configure({ timeout: 240_000 })

let inside: Insider
test.beforeEach(async ({ portal }) => {
  inside = await enter(portal)
})
test.afterEach(() => inside.leave())

/** A report as it lies in a folder: nothing is wrong with it but what is asked for. */
function report(
  number: number,
  day: string | null,
  wrong: { said?: string; time?: string; words?: string } = {},
): string {
  const { said = day, time = "2 p.m. UTC", words = "" } = wrong
  return `Working Group on Moorings

Online Meeting ${number}

${day ? `${day} at 2 p.m. UTC\n\n` : ""}Summary Report

The ${number}th virtual meeting of the Working Group on Moorings (WG-Moorings) was held ${said ? `on ${said} at ${time}` : "online"}. The meeting was hosted and moderated by Odalys Ferreira-Quist. The list of participants is annexed to this report.

Agenda

1. The buoys of the outer basin
2. Any other business

1. The buoys of the outer basin

Teodor Brandvold said that the buoys of the outer basin hold, and that two of them need a new chain.${words}

2. Any other business

Nothing to report.

Annex 1: List of participants

1. Odalys Ferreira-Quist, Quay Institute
2. Teodor Brandvold, Chain Works
`
}

const clean = report(4, "5 March 2019")
const misspelt = report(5, "2 April 2019", { words: " The map of the bouys is ready." })
const twoTimes = report(6, "7 May 2019", { time: "3 p.m. UTC" })
const twoDays = report(7, "4 June 2019", { said: "5 June 2019" })
const personal = report(8, "2 July 2019", { words: " Offers go to chains@example.org." })
const undated = report(9, null)

const found = {
  misspelt: "“bouys” seems to be misspelt",
  twoTimes: "Two start times: the meeting began on",
  twoDays: "Two dates: the meeting was on 4 June 2019, the text says 5 June 2019.",
  personal: "would become public.",
}

type Chair = { name: string; email: string }

/** A group of this journey's own, with its co-chairs. */
async function arrangeGroup(names: readonly string[], publishers: 1 | 2) {
  const slug = `moorings-${randomUUID().slice(0, 8)}`
  const { sql } = inside
  await sql`
    insert into groups (slug, short_name, name, publishers)
    values (${slug}, 'WG-Moorings', 'Working Group on Moorings', ${publishers})`
  const chairs: Chair[] = []
  for (const name of names) {
    const email = `${randomUUID().slice(0, 8)}@example.org`
    await sql`
      with person as (insert into people (name) values (${name}) returning id),
        account as (insert into accounts (person_id, email) select id, ${email} from person)
      insert into memberships (group_id, person_id, role)
      select groups.id, person.id, 'co-chair' from groups, person where slug = ${slug}`
    chairs.push({ name, email })
  }
  return { slug, chairs }
}

/** A co-chair at a desk of their own. */
async function sitDown(
  browser: Browser,
  { email }: Chair,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext(options)
  const [name = "", value = ""] = (await inside.cookieOf(email)).split("=")
  await context.addCookies([{ name, value, domain: "localhost", path: "/" }])
  return context.newPage()
}

/** Brings the reports in, saves them as drafts, and goes to where they are published. */
async function bringIn(page: Page, slug: string, reports: Record<string, string>): Promise<void> {
  const files = Object.entries(reports).map(([name, text]) => ({
    ...{ name: `${name}.txt`, mimeType: "text/plain", buffer: Buffer.from(text) },
  }))
  await page.goto(`/desk/${slug}/import`)
  await page.getByLabel("Files").setInputFiles(files)
  await page.getByRole("button", { name: "Read the files" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Import: ${files.length} files`)
  await expect
    .poll(() => page.reload().then(() => page.getByRole("main").textContent()), { timeout: 60_000 })
    .toContain("All files are read")
  await page.getByRole("button", { name: `Save ${files.length} drafts` }).click()
  await expect
    .poll(() => page.reload().then(() => page.getByRole("main").textContent()), { timeout: 60_000 })
    .toContain(`${files.length} saved.`)
  await page.getByRole("link", { name: "Publish from the archive" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Publish from the archive")
}

/** A draft in the list, by the number of its meeting. */
const draftOf = (page: Page, number: number) =>
  page
    .locator("#reports")
    .getByRole("listitem")
    .filter({ has: tickOf(page, number) })
const tickOf = (page: Page, number: number) =>
  page.getByRole("checkbox", { name: new RegExp(`^Meeting ${number},`) })
const ownReason = (page: Page, number: number) =>
  page.getByLabel(new RegExp(`^Why meeting ${number} is published with these errors`))
const common = (page: Page) => page.getByLabel(/^Why reports with errors are published/)

const refusalOn = (page: Page) =>
  page.getByRole("alert").filter({ hasText: "Nothing was published" })

async function expectTicks(page: Page, ticks: Record<number, boolean>): Promise<void> {
  for (const [number, checked] of Object.entries(ticks))
    await expect(tickOf(page, Number(number)), `meeting ${number}`).toBeChecked({ checked })
}

test("publishes some of an archive with a reason for what is wrong, and leaves the rest", async ({
  browser,
}) => {
  const { slug, chairs } = await arrangeGroup(["Amaranta Lisowska"], 1)
  const page = await sitDown(browser, chairs[0] as Chair)
  const files = { clean, misspelt, twoTimes, twoDays, personal, undated }
  await bringIn(page, slug, files)
  const outside = await browser.newContext()
  const statusOf = async (number: number) =>
    (await outside.request.get(`/${slug}/meetings/${number}`)).status()
  const publish = page.getByRole("button", { name: "Publish those that are ticked" })

  await test.step("each draft says what the check found; one with errors comes without a tick", async () => {
    await expectTicks(page, { 4: true, 5: true, 6: false, 7: false, 8: false, 9: false })
    await expect(draftOf(page, 4).locator(".finding")).toHaveCount(0)
    await draftOf(page, 5).getByText("1 note").click()
    await expect(draftOf(page, 5)).toContainText(found.misspelt)
    await expect(draftOf(page, 6)).toContainText(found.twoTimes)
    await expect(draftOf(page, 7)).toContainText(found.twoDays)
    await expect(draftOf(page, 8)).toContainText(found.personal)
    // What lacks its day cannot be ticked, and says why.
    await expect(tickOf(page, 9)).toBeDisabled()
    await expect(draftOf(page, 9)).toContainText("Number or date are missing")
    await lookAt(page)
  })

  await test.step("errors without a reason keep all back, and each says so at its field", async () => {
    await expect(page.getByText("2 of 6 are ticked")).toBeVisible()
    await tickOf(page, 6).check()
    await tickOf(page, 7).check()
    await expect(page.getByText("4 of 6 are ticked")).toBeVisible()
    await publish.click()
    const refusal = refusalOn(page)
    await expect(refusal).toBeFocused()
    await expect(refusal).toContainText(
      "In 2 reports the check finds errors (meetings 6, 7). Say below why",
    )
    await expect(refusal.getByRole("link")).toHaveText([
      /^Meeting 6: Say why/,
      /^Meeting 7: Say why/,
    ])
    for (const number of [6, 7]) {
      await expect(ownReason(page, number)).toHaveAttribute("aria-invalid", "true")
      await expect(ownReason(page, number)).toHaveAccessibleDescription(/Say why it is published/)
    }
    await expectTicks(page, { 4: true, 5: true, 6: true, 7: true, 8: false })
    await lookAt(page)
    // The summary leads to the field.
    await refusal.getByRole("link").first().click()
    await expect(ownReason(page, 6)).toBeFocused()
    for (const number of [4, 5, 6, 7]) expect(await statusOf(number)).toBe(404)
  })

  await test.step("the reason for all never stands for personal data", async () => {
    await ownReason(page, 6).fill("The call began an hour late; so it was printed.")
    await tickOf(page, 7).uncheck()
    await tickOf(page, 8).check()
    await common(page).fill("As printed at the time.")
    await publish.click()
    await expect(refusalOn(page)).toContainText(
      "In one report the check finds personal data (meeting 8).",
    )
    await expect(ownReason(page, 8)).toHaveAccessibleDescription(/Say why personal data/)
    await expect(ownReason(page, 6)).toHaveValue("The call began an hour late; so it was printed.")
    await expect(common(page)).toHaveValue("As printed at the time.")
    await expectTicks(page, { 4: true, 5: true, 6: true, 7: false, 8: true })
    expect(await statusOf(4)).toBe(404)
  })

  await test.step("what another one changed meanwhile is shown as it is, and waits for a new tick", async () => {
    await tickOf(page, 8).uncheck()
    await inside.sql`
      update meetings set attendance_revision = attendance_revision + 1
      where number = 5 and group_id = (select id from groups where slug = ${slug})`
    await publish.click()
    await expect(refusalOn(page)).toContainText(
      "Facts, agenda or attendance of meeting 5 were changed while this page was open.",
    )
    await expectTicks(page, { 4: true, 5: false, 6: true, 7: false, 8: false })
    await expect(ownReason(page, 6)).toHaveValue("The call began an hour late; so it was printed.")
    await expect(common(page)).toHaveValue("As printed at the time.")
    expect(await statusOf(4)).toBe(404)
  })

  await test.step("what is ticked is published, and the rest stays as it was left", async () => {
    await publish.click()
    await expect(
      page.getByRole("status").filter({ hasText: "2 reports are published" }),
    ).toContainText("4 drafts are left")
    await expect(refusalOn(page)).toHaveCount(0)
    await expect(tickOf(page, 4)).toHaveCount(0)
    await expect(tickOf(page, 6)).toHaveCount(0)
    // One without errors that was left out is not ticked behind anybody's back.
    await expectTicks(page, { 5: false, 7: false, 8: false })
    await expect(common(page)).toHaveValue("As printed at the time.")
  })

  await test.step("the public reads them under their numbers, in the record", async () => {
    const reader = await outside.newPage()
    for (const number of [4, 6]) {
      await reader.goto(`/${slug}/meetings/${number}`)
      await expect(reader.getByRole("heading", { level: 1 })).toHaveText(`Meeting ${number}`)
      await expect(reader.locator("article")).toContainText("two of them need a new chain")
    }
    for (const number of [5, 7, 8, 9]) expect(await statusOf(number)).toBe(404)
    await reader.goto(`/${slug}/meetings`)
    await expect(reader.getByRole("link", { name: /Meeting 4\b/ }).first()).toBeVisible()
    await expect(reader.getByRole("link", { name: /Meeting 7\b/ })).toHaveCount(0)
    await reader.goto(`/${slug}/record`)
    const entries = reader.locator(".entries").getByRole("link", { name: /^Report/ })
    // The newest first; the older meeting entered the record first.
    await expect(entries).toHaveText([/meetings\/6\/v1$/, /meetings\/4\/v1$/])
    await outside.close()
  })

  await test.step("the override stands with its own reason, for whoever looks later", async () => {
    await page.goto(`/desk/${slug}/overrides`)
    const entries = page.locator(".overrides > li")
    await expect(entries).toHaveCount(1)
    await expect(entries).toContainText("Meeting 6, version 1")
    await expect(entries).toContainText(found.twoTimes)
    await expect(entries.locator(".reason")).toHaveText(
      "The call began an hour late; so it was printed.",
    )
    await expect(entries).toContainText("Published in spite of it by Amaranta Lisowska")
    await expect(entries).toContainText("Nobody has looked at it again.")
    await page.goto(`/desk/${slug}/activity`)
    await expect(page.getByText("published 2 reports from the archive")).toBeVisible()
  })
  await page.context().close()
})

test("where it takes two, one proposes and another publishes exactly that, before script has loaded", async ({
  browser,
  mailbox,
}) => {
  const { slug, chairs } = await arrangeGroup(["Amaranta Lisowska", "Bartholomew Ngata"], 2)
  const [one, other] = chairs as [Chair, Chair]
  const bare = { javaScriptEnabled: false }
  const page = await sitDown(browser, one, bare)
  await bringIn(page, slug, { clean, twoTimes, personal })
  const propose = page.getByRole("button", { name: "Propose those that are ticked" })
  const outside = await browser.newContext()
  const statusOf = async (number: number) =>
    (await outside.request.get(`/${slug}/meetings/${number}`)).status()

  await test.step("a proposal needs its reasons as publishing does", async () => {
    await expectTicks(page, { 4: true, 6: false, 8: false })
    await tickOf(page, 6).check()
    await tickOf(page, 8).check()
    await common(page).fill("As printed at the time.")
    await propose.click()
    await expect(refusalOn(page)).toContainText(
      "In one report the check finds personal data (meeting 8).",
    )
    await expectTicks(page, { 4: true, 6: true, 8: true })
    await expect(common(page)).toHaveValue("As printed at the time.")
    await expect(ownReason(page, 8)).toHaveAttribute("aria-invalid", "true")
    await ownReason(page, 8).fill("The address is that of a shop, which gave it for this.")
    await propose.click()
    await expect(page.getByText("Proposed; the other co-chairs are told")).toBeVisible()
    const proposal = page.getByRole("region", {
      name: "You proposed to publish 3 reports from the archive",
    })
    await expect(proposal).toContainText("It waits for another co-chair")
    await expect(proposal.getByRole("button", { name: /^Publish/ })).toHaveCount(0)
    for (const number of [4, 6, 8]) expect(await statusOf(number)).toBe(404)
  })

  await test.step("the other is told by mail, sees what it would publish, and publishes it", async () => {
    const second = await sitDown(browser, other, bare)
    await second.goto(linkIn(await mailbox.take(other.email)))
    await expect(second).toHaveURL(new RegExp(`/desk/${slug}/archive$`))
    const proposal = second.getByRole("region", {
      name: "Amaranta Lisowska proposes to publish 3 reports from the archive",
    })
    await expect(proposal).toContainText(found.twoTimes)
    await expect(proposal).toContainText(found.personal)
    await expect(proposal).toContainText("The address is that of a shop, which gave it for this.")
    await expect(proposal).toContainText("As printed at the time.")
    const eyes = await sitDown(browser, other)
    await eyes.goto(second.url())
    await expect(eyes.getByRole("button", { name: "Publish these 3 reports" })).toBeVisible()
    await lookAt(eyes)
    await eyes.context().close()
    await proposal.getByRole("button", { name: "Publish these 3 reports" }).click()
    await expect(second.getByText("3 reports are published")).toBeVisible()
    await expect(second.getByText("No draft from the archive")).toBeVisible()
    for (const number of [4, 6, 8]) expect(await statusOf(number)).toBe(200)
    await second.goto(`/desk/${slug}/overrides`)
    const reasonOf = (number: number) =>
      second
        .locator(".overrides > li")
        .filter({ hasText: `Meeting ${number}, version 1` })
        .locator(".reason")
    await expect(reasonOf(6)).toHaveText("As printed at the time.")
    await expect(reasonOf(8)).toHaveText("The address is that of a shop, which gave it for this.")
    await second.context().close()
  })
  await outside.close()
  await page.context().close()
})
