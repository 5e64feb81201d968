import type { Page } from "@playwright/test"
import { sampleAddress, samplePeople } from "@/db/sample/people"
import { expectAccessible } from "./support/accessible"
import { headerOf, type Mail, partsOf, textOf } from "./support/mailbox"
import { enter } from "./support/sessions"
import { expect, test } from "./support/test"

const group = "/desk/wg-strategy"
const list = "wg-strategy@lists.example.org"
const members = samplePeople
  .filter(({ role }) => role === "member" || role === "co-chair")
  .map(({ key }) => sampleAddress(key))
const amelie = sampleAddress("amelie")

async function signIn(page: Page, name: RegExp): Promise<void> {
  await page.goto("/sign-in")
  await page.getByRole("listitem").filter({ hasText: name }).first().getByRole("button").click()
  await expect(page).toHaveURL(/\/desk/)
}

/** The link of a mail that leads to a page of ours. */
function linkTo(path: string, { text }: Mail): string {
  const link = text.match(/https?:\/\/\S+/g)?.find((each) => new URL(each).pathname.endsWith(path))
  if (!link) throw new Error(`No link leads to ${path}:\n${text}`)
  return link
}

const calendarOf = ({ source }: Mail) =>
  textOf(
    partsOf(source).find((part) => /text\/calendar/i.test(headerOf(part, "Content-Type"))) ?? "",
  )

// The later ones read what the first was told: at a second try they begin together.
test.describe.configure({ mode: "serial" })

/** A day that no other journey speaks of. */
const day = `${new Date().getUTCFullYear() + 2}-09-14`

test("a call is announced with an entry for the calendar, answered from the mail, and cancelled", async ({
  page,
  browser,
  request,
  mailbox,
}) => {
  test.setTimeout(240_000)
  await signIn(page, /co-chair/)
  await page.goto(`${group}/settings`)
  await page.getByLabel("Mailing list").fill("no address")
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await expect(page.getByText("Give a mail address like name@example.org.").first()).toBeVisible()
  await page.getByLabel("Mailing list").fill(list)
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await expect(page.getByRole("status")).toBeVisible()

  // Scheduling tells nobody; that is what the announcement is for.
  await page.goto(`${group}/meetings/new`)
  await page.getByLabel("Number").fill("")
  await page.getByLabel("Title").fill("On the tides")
  await page.getByLabel("Date (optional)").fill(day)
  await page.getByLabel("Time (optional)").fill("13:00")
  await page.getByLabel("Join link").fill("https://calls.example.org/tides")
  await page.getByRole("button", { name: "Save the meeting" }).click()
  await expect(page.getByRole("status")).toContainText("The meeting is scheduled")
  const meeting = new URL(page.url()).pathname
  await page.getByRole("radio", { name: "Both" }).check()
  await expectAccessible(page)
  await page.getByRole("button", { name: "Announce the call" }).click()
  await expect(page.getByRole("status")).toContainText("The call is announced")
  await expect(page.getByText("Announced to the members:")).toBeVisible()

  const mails = new Map<string, Mail>()
  for (const address of members) mails.set(address, await mailbox.take(address))
  const mail = mails.get(amelie)
  if (!mail) throw new Error("Amélie has no mail")
  expect(mail.subject).toContain("On the tides")
  expect(mail.text).toContain("https://calls.example.org/tides")
  expect(calendarOf(mail)).toContain("METHOD:REQUEST")
  expect(headerOf(mail.source, "List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click")
  expect(headerOf(mail.source, "List-Id")).toMatch(/^WG-Strategy <wg-strategy\./)
  expect(headerOf(mail.source, "Auto-Submitted")).toBe("auto-generated")
  const posted = await mailbox.take(list)
  expect(posted.source).not.toContain("calls.example.org")
  expect(posted.source).not.toContain("token=")
  expect(calendarOf(posted)).toContain("METHOD:PUBLISH")

  // Answered without signing in; opening the link alone says nothing.
  const context = await browser.newContext({ baseURL: new URL(page.url()).origin })
  const reader = await context.newPage()
  const answer = linkTo("/answer", mail)
  await reader.goto(answer)
  await expect(reader.getByText("You answer for Amélie Tupuola.")).toBeVisible()
  await expectAccessible(reader)
  await reader.getByRole("button", { name: "I come", exact: true }).click()
  await expect(reader.getByRole("status")).toContainText("You come.")
  await reader.goto(answer.replace(/.$/, (last) => (last === "0" ? "1" : "0")))
  await expect(reader.getByText("This link is good for nothing").first()).toBeVisible()
  await page.goto(meeting)
  const panel = page.getByRole("region", { name: "Who is coming" })
  await expect(panel).toContainText("1 comes: Amélie Tupuola")
  await panel.getByRole("button", { name: "Perhaps" }).click()
  await expect(page.getByRole("status")).toContainText("Your answer is kept")
  await expect(panel).toContainText("1 perhaps:")

  // A mail program posts from no page of ours; the same address opened in a browser shows the button.
  const [, oneClick = ""] = /<([^>]+)>/.exec(headerOf(mail.source, "List-Unsubscribe")) ?? []
  const post = (form: Record<string, string>) => request.post(oneClick, { form, maxRedirects: 0 })
  expect((await post({ something: "else" })).status()).toBe(400)
  const ended = await post({ "List-Unsubscribe": "One-Click" })
  expect(ended.status()).toBe(200)
  expect(ended.headers()["set-cookie"]).toBeUndefined()
  const opened = await request.get(oneClick)
  expect(new URL(opened.url()).pathname).toBe("/unsubscribe")

  await page.goto(`${meeting}/cancel`)
  await page.getByLabel("Reason").fill("The hall is flooded.")
  await page.getByRole("button", { name: "Cancel the meeting" }).click()
  await expect(page.getByRole("status")).toContainText("The meeting is cancelled")
  for (const address of [...members.filter((each) => each !== amelie), list]) {
    const said = await mailbox.take(address)
    expect(said.text).toContain("The hall is flooded.")
  }
  await reader.goto(answer)
  await expect(reader.getByText("The call is cancelled.")).toBeVisible()
  await context.close()
})

test("the bell counts, the list leads on, and a member chooses what is mailed", async ({
  page,
}) => {
  await signIn(page, /Amélie/)
  const bell = page.getByRole("link", { name: /^Notices/ })
  await expect(bell).not.toHaveAccessibleName("Notices, none unread")
  await bell.click()
  await expect(page.getByRole("heading", { level: 1, name: "Notices" })).toBeVisible()
  const notices = page.getByRole("main").getByRole("listitem")
  await expect(notices.filter({ hasText: "The call is cancelled" })).toHaveCount(1)
  await expect(notices.filter({ hasText: "A call is announced" })).toHaveCount(1)
  await expectAccessible(page)
  await notices
    .filter({ hasText: "The call is cancelled" })
    .getByRole("button", { name: "Mark as read" })
    .click()
  await expect(
    notices.filter({ hasText: "The call is cancelled" }).getByText("New", { exact: true }),
  ).toHaveCount(0)
  await page.getByRole("button", { name: "Mark all as read" }).click()
  await expect(bell).toHaveAccessibleName("Notices, none unread")

  // What one press in the mail program ended stands here as a choice.
  await page.getByRole("link", { name: "What comes by mail" }).click()
  const own = page.getByRole("group", { name: "Working Group on IGF Strengthening and Strategy" })
  await expect(own.getByLabel("A call is announced")).toHaveValue("never")
  await expectAccessible(page)
  const general = page.getByRole("group", { name: "In every group" })
  await general.getByLabel("I am mentioned").selectOption({ label: "Once a week" })
  await own.getByLabel("A call is announced").selectOption({ label: "As in every group" })
  await page.getByLabel("Your time zone").selectOption("Europe/Rome")
  await page.getByRole("button", { name: "Save the choices" }).click()
  await expect(page.getByRole("status")).toContainText("Your choices are saved")
  await page.reload()
  await expect(general.getByLabel("I am mentioned")).toHaveValue("weekly")
  await expect(page.getByLabel("Your time zone")).toHaveValue("Europe/Rome")
})

test("the secretariat sees what mail failed and tries it again", async ({
  page,
  portal,
  mailbox,
}) => {
  const inside = await enter(portal)
  await inside.sql`
    insert into mails (to_address, subject, text, message_id, attempts, last_error, failed_at)
    values ('rashid@example.org', 'Left behind', 'Words.', '<left@example.org>', 55, '550 unknown', now())`
  await inside.leave()
  await signIn(page, /secretariat/i)
  await page.goto("/desk/mail")
  await page.getByRole("link", { name: "Received and not filed" }).click()
  await expect(page.getByText("Everything was filed")).toBeVisible()
  await page.goBack()
  const row = page.getByRole("row").filter({ hasText: "Left behind" })
  await expect(row).toContainText("Given up")
  await expect(row).toContainText("550 unknown")
  await expectAccessible(page)
  await row.getByRole("button", { name: "Try again" }).click()
  await expect(page.getByRole("status")).toContainText("1 mail is tried again")
  expect((await mailbox.take("rashid@example.org")).subject).toBe("Left behind")
  await page.reload()
  await expect(page.getByText("Everything went")).toBeVisible()
})

test.describe("before script has loaded", () => {
  test.use({ javaScriptEnabled: false })

  test("choosing and marking as read are plain forms", async ({ page }) => {
    await signIn(page, /co-chair/)
    await page.goto("/desk/notices")
    const bell = page.getByRole("link", { name: /^Notices/ })
    await expect(bell).not.toHaveAccessibleName("Notices, none unread")
    await page.getByRole("button", { name: "Mark all as read" }).click()
    await page.goto("/desk/notices")
    await expect(bell).toHaveAccessibleName("Notices, none unread")
    await page.goto("/desk/notices/choices")
    const general = page.getByRole("group", { name: "In every group" })
    await general.getByLabel("A version is published").selectOption({ label: "Never" })
    await page.getByRole("button", { name: "Save the choices" }).click()
    await expect(page.getByText("Your choices are saved")).toBeVisible()
    await expect(general.getByLabel("A version is published")).toHaveValue("never")
  })
})
