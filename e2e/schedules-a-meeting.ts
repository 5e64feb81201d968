import type { Page } from "@playwright/test"
import { expectAccessible } from "./support/accessible"
import { hearsKeys } from "./support/hears-keys"
import { expect, test } from "./support/test"

const list = "/desk/wg-strategy/meetings"

/** The day on which the clocks of Europe are put forward at 01:00 UTC, in the year after this one. */
function summerTime(): string {
  const day = new Date(Date.UTC(new Date().getUTCFullYear() + 1, 2, 31))
  day.setUTCDate(31 - day.getUTCDay())
  return day.toISOString().slice(0, 10)
}

async function signIn(page: Page, role: "co-chair" | "member"): Promise<void> {
  await page.goto("/sign-in")
  const people = page.getByRole("listitem").filter({ hasText: role })
  await people.first().getByRole("button").click()
  await expect(page).toHaveURL(/\/desk/)
}

const titleOf = (page: Page, label: string) =>
  page.getByRole("textbox", { name: `Title, item ${label}`, exact: true })
const seatOf = (page: Page, name: string) => page.getByRole("radiogroup", { name })

test("a co-chair schedules a meeting, orders its agenda by keyboard, takes attendance, cancels", async ({
  page,
  request,
}) => {
  test.setTimeout(240_000)
  const day = summerTime()
  await signIn(page, "co-chair")
  await page.goto(list)
  await expectAccessible(page)
  await page.getByRole("link", { name: "Schedule a meeting" }).click()
  await expectAccessible(page)

  // A number that is taken and an hour that the clocks skip are both named, with what to do.
  const next = await page.getByLabel("Number").inputValue()
  await page.getByLabel("Number").fill("58")
  await page.getByLabel("Title").fill("The plan, from the keyboard")
  await page.getByLabel("Date (optional)").fill(day)
  await page.getByLabel("Time (optional)").fill("02:30")
  await page.getByLabel("Time zone").selectOption("Europe/Rome")
  await page.getByRole("combobox", { name: "Name" }).first().fill("Inês Valadares-Koné")
  await page.getByLabel("Note-taker").selectOption({ label: "Tarek Bjørnstad" })
  await page.getByLabel("Join link").fill("https://calls.example.org/plan")
  await page.getByRole("button", { name: "Save the meeting" }).click()
  const summary = page.getByRole("alert").filter({ hasText: "The meeting was not saved" })
  await expect(summary).toContainText("The first time after it is 03:00.")
  await expect(summary).toContainText(`The next free number is ${next}.`)
  await expect(summary).toBeFocused()
  await expect(page.getByLabel("Number")).toHaveAttribute("aria-invalid", "true")
  await expect(page.getByLabel("Note-taker").locator("option:checked")).toHaveText(
    "Tarek Bjørnstad",
  )
  await expectAccessible(page)
  await page.getByLabel("Number").fill(next)
  await page.getByLabel("Time (optional)").fill("15:30")
  await expect(page.getByText("13:30 UTC.")).toBeVisible()
  await page.getByRole("button", { name: "Save the meeting" }).click()

  await expect(page.getByRole("status")).toContainText("The meeting is scheduled")
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Meeting ${next}`)
  // In UTC, and for a reader in Nairobi three hours later.
  await expect(page.getByText("13:30 UTC (16:30 your time, East Africa Time)")).toBeVisible()
  await expect(page.getByText("Co-chair; MAG member, Ministry of Communications")).toBeVisible()
  await expectAccessible(page)
  const address = new URL(page.url()).pathname

  await page.getByRole("link", { name: "Edit the agenda" }).click()
  await hearsKeys(titleOf(page, "1"))
  await titleOf(page, "1").fill("Opening")
  await page.keyboard.press("Enter")
  await expect(titleOf(page, "2")).toBeFocused()
  await page.keyboard.type("The plan")
  await page.keyboard.press("Enter")
  await page.keyboard.type("Dates")
  await page.keyboard.press("Alt+ArrowRight")
  await expect(page.getByText("Dates is now item 2a.")).toBeAttached()
  await expect(titleOf(page, "2a")).toBeFocused()
  await page.keyboard.press("Enter")
  await page.keyboard.type("Bodies")
  await page.keyboard.press("Alt+ArrowUp")
  await expect(titleOf(page, "2a")).toHaveValue("Bodies")
  await expect(titleOf(page, "2a")).toBeFocused()
  await page.getByRole("textbox", { name: "Minutes, item 2", exact: true }).fill("30")
  await expect(page.getByText("30 minutes planned of 90")).toBeVisible()
  await expectAccessible(page)
  await page.getByRole("button", { name: "Save the agenda" }).click()
  await expect(page.getByRole("status")).toContainText("The agenda is saved")
  const agenda = page.getByRole("region", { name: "Agenda" }).getByRole("listitem")
  await expect(agenda).toHaveText([/1Opening/, /2The plan30 min/, /2aBodies/, /2bDates/])

  await page.getByRole("link", { name: "Take attendance" }).click()
  const seat = seatOf(page, "Pavel Adeyinka-Roth").getByRole("radio", { name: "Not marked" })
  await hearsKeys(seat)
  await seat.focus()
  await page.keyboard.press("w")
  await seatOf(page, "Inês Valadares-Koné").getByRole("radio", { name: "Not marked" }).focus()
  await page.keyboard.press("p")
  await expect(page.getByText("1 present, no regrets, 1 written input")).toBeVisible()
  await page.getByLabel("Find or add a person").fill("ferreira")
  await page.getByRole("button", { name: "Find" }).click()
  await expect(page.getByRole("status").filter({ hasText: "Found for" })).toContainText(
    "Bram Ferreira-Singh",
  )
  await expect(
    seatOf(page, "Inês Valadares-Koné").getByRole("radio", { name: "Present" }),
  ).toBeChecked()
  await page.getByLabel("Find or add a person").fill("")
  await seatOf(page, "Bram Ferreira-Singh").getByText("Regrets").click()
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Zoë Newcomer")
  await page.getByRole("textbox", { name: "Organisation" }).fill("Harbour House")
  await expectAccessible(page)
  await page.getByRole("button", { name: "Save the attendance" }).click()
  await expect(page.getByText("2 present, 1 regret, 1 written input")).toBeVisible()

  const calendar = async () => (await request.get("/wg-strategy/calendar.ics")).text()
  const stamp = `DTSTART:${day.replaceAll("-", "")}T133000Z`
  expect(await calendar()).toContain(stamp)
  expect(await calendar()).not.toContain("calls.example.org")

  await page.getByRole("link", { name: "Cancel the meeting" }).click()
  await expectAccessible(page)
  await page.getByLabel("Reason").fill("Half of the group is travelling.")
  await page.getByRole("button", { name: "Cancel the meeting" }).click()
  await expect(page.getByRole("status")).toContainText("The meeting is cancelled")
  await expect(page.getByText("Half of the group is travelling.")).toBeVisible()
  expect(await calendar()).toMatch(new RegExp(`${stamp}[^]*STATUS:CANCELLED`))
  await page.goto(`${address}/edit`)
  await expect(page.getByText("nothing of it can be changed")).toBeVisible()
})

test("of two who change a meeting at once, the second sees both and decides", async ({
  page,
  browser,
}) => {
  await signIn(page, "co-chair")
  await page.goto(`${list}/new`)
  await page.getByLabel("Number").fill("")
  await page.getByLabel("Title").fill("As it was")
  await page.getByRole("button", { name: "Save the meeting" }).click()
  await page.getByRole("link", { name: "Edit", exact: true }).click()
  await expect(page.getByLabel("Title")).toHaveValue("As it was")

  const context = await browser.newContext({ baseURL: new URL(page.url()).origin })
  const other = await context.newPage()
  await signIn(other, "co-chair")
  await other.goto(page.url())
  await other.getByLabel("Title").fill("First come")
  await other.getByRole("button", { name: "Save the meeting" }).click()
  await expect(other.getByRole("status")).toContainText("The meeting is saved")
  await context.close()

  await page.getByLabel("Title").fill("Second thought")
  await page.getByRole("button", { name: "Save the meeting" }).click()
  const theirs = page.getByRole("region", { name: "What stands now" })
  await expect(theirs).toContainText("First come")
  await expect(page.getByLabel("Title")).toHaveValue("Second thought")
  await expectAccessible(page)
  await page.getByRole("button", { name: "Save mine instead" }).click()
  await expect(page.getByRole("status")).toContainText("The meeting is saved")
  await expect(page.getByText("Second thought")).toBeVisible()
})

test("a member reads meetings and edits agendas, and is told what is for co-chairs", async ({
  page,
  consoleWatch,
}) => {
  consoleWatch.allow(/status of 403/)
  await signIn(page, "member")
  await page.goto(list)
  await expect(page.getByRole("link", { name: "Schedule a meeting" })).toHaveCount(0)
  await page.getByRole("link", { name: "Meeting 60", exact: true }).click()
  await expect(page.getByRole("link", { name: "Edit the agenda" })).toBeVisible()
  await expect(page.getByRole("link", { name: "Cancel the meeting" })).toHaveCount(0)
  const refused = await page.goto(`${list}/new`)
  expect(refused?.status()).toBe(403)
})

test.describe("before script has loaded", () => {
  test.use({ javaScriptEnabled: false })

  test("scheduling, agenda and attendance are plain forms", async ({ page }) => {
    await signIn(page, "co-chair")
    await page.goto(`${list}/new`)
    await page.getByLabel("Number").fill("")
    await page.getByLabel("Title").fill("Without script")
    await page.getByRole("combobox", { name: "Name" }).first().fill("Somebody Unheard-of")
    await page.getByRole("button", { name: "Save the meeting" }).click()
    await expect(page.getByText("Nobody in the register has this name.").first()).toBeVisible()
    await page.getByLabel("Add the people who are not in the register").check()
    await page.getByRole("button", { name: "Save the meeting" }).click()
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Meeting without a number")

    await page.getByRole("link", { name: "Edit the agenda" }).click()
    await titleOf(page, "1").fill("News")
    await page.getByRole("button", { name: "Add an item after 1" }).click()
    await titleOf(page, "2").fill("Secretariat")
    await page.getByRole("button", { name: "Move item 2 a level in" }).click()
    await page.getByRole("button", { name: "Add an item", exact: true }).click()
    await titleOf(page, "1b").fill("Youth")
    await page.getByRole("button", { name: "Move item 1b up" }).click()
    await page.getByRole("button", { name: "Save the agenda" }).click()
    const agenda = page.getByRole("region", { name: "Agenda" }).getByRole("listitem")
    await expect(agenda).toHaveText([/1News/, /1aYouth/, /1bSecretariat/])

    await page.getByRole("link", { name: "Take attendance" }).click()
    await seatOf(page, "Pavel Adeyinka-Roth").getByText("Written").click()
    await page.getByLabel("Find or add a person").fill("unheard")
    await page.getByRole("button", { name: "Find" }).click()
    await seatOf(page, "Somebody Unheard-of").getByText("Present").click()
    await page.getByRole("button", { name: "Save the attendance" }).click()
    await expect(page.getByText("1 present, no regrets, 1 written input")).toBeVisible()
  })
})
