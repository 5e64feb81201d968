import { leftUntil } from "./support/days-until"
import { saved } from "./support/desk"
import { lookAt } from "./support/fits"
import { dayOf, farHour, hoursAhead, timeOf } from "./support/hours"
import { type Portal, startPortal } from "./support/portal"
import { enter } from "./support/sessions"
import { expect, test } from "./support/test"
import { turnNow } from "./support/turn-now"

// A portal of its own: what is published here stays published.
let own: Portal
test.beforeAll(async ({ mailServer }) => {
  test.setTimeout(300_000)
  own = await startPortal({
    settings: { SMTP_URL: mailServer.address, RAPPORTEUR_DIGEST_HOUR: farHour() },
    isClockMoved: true,
  })
})
test.afterAll(async () => own.stop())
test.describe.configure({ timeout: 300_000 })

const script = "<script>document.title = 'taken'</script>"

test("minutes are reviewed until a deadline, and somebody who is quoted answers without account or script", async ({
  browser,
  mailbox,
}) => {
  const page = await (await browser.newContext({ baseURL: own.origin })).newPage()
  const inside = await enter(own)
  const [name = "", value = ""] = (await inside.cookieOf("ines@example.org")).split("=")
  await page.context().addCookies([{ name, value, domain: "localhost", path: "/" }])
  // Hours before any digest is due: only what is due at this end shall come.
  const closes = hoursAhead(2)
  const meeting = `/desk/wg-strategy/meetings/${await inside.meetingId(59)}`

  await test.step("a co-chair opens the review; every member is told of its window", async () => {
    await page.goto(`${meeting}/review`)
    await lookAt(page)
    await page.getByLabel("Deadline", { exact: true }).fill(dayOf(hoursAhead(-24)))
    await page.getByRole("button", { name: "Open the review" }).click()
    await expect(page.locator(".notice.bad")).toBeVisible()
    await page.getByLabel("Deadline", { exact: true }).fill(dayOf(closes))
    await page.getByLabel("Time of the deadline").fill(timeOf(closes))
    await page.getByRole("button", { name: "Open the review" }).click()
    await expect(page.getByText("The review is open")).toBeVisible()
    await expect(page.getByText(leftUntil(closes))).toBeVisible()
    await lookAt(page)
    const members = await inside.sql<{ email: string }[]>`
      select a.email from accounts a join memberships m on m.person_id = a.person_id
      join groups g on g.id = m.group_id where g.slug = 'wg-strategy' and m.until is null`
    for (const { email } of members.filter(({ email }) => email !== "leila@example.org"))
      expect((await mailbox.take(email)).subject).toContain("Open for comments until")
  })

  const letters = [await mailbox.take("leila@example.org"), await mailbox.take("leila@example.org")]
  const mail = letters.find(({ subject }) => subject.includes("Your words"))
  const link = /http\S+your-words\?token=[\w.-]+/.exec(mail?.text ?? "")?.[0] ?? ""
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: own.origin })
  const guest = await plain.newPage()

  await test.step("who is quoted sees their own words alone, and proposes others", async () => {
    expect(mail?.text).toContain("The two open lines touch work")
    await guest.goto(link.replace(/.$/, (last) => (last === "0" ? "1" : "0")))
    await expect(guest.getByText("The link is good for nothing here")).toBeVisible()
    await guest.goto(link)
    await expect(guest.locator("blockquote")).toHaveCount(1)
    await expect(guest.getByText("Mei-Lin")).toHaveCount(0)
    await guest.getByLabel("I propose other words").check()
    await guest.getByRole("button", { name: "Send the answer" }).click()
    await expect(guest.locator(".notice.bad")).toContainText("Change them, or confirm them")
    await guest
      .getByLabel(/^Your words, as they should stand/)
      .fill(`One body should lead. ${script}`)
    await guest.getByLabel("A note to the co-chairs").fill(`Thank you. ${script}`)
    await guest.getByRole("button", { name: "Send the answer" }).click()
    await expect(guest.getByText("You proposed other words")).toBeVisible()
    const scripted = await (await browser.newContext({ baseURL: own.origin })).newPage()
    await scripted.goto(link)
    await lookAt(scripted)
    await expect(scripted).toHaveTitle(/Your words/)
    await scripted.context().close()
  })

  await test.step("the editor says so; a co-chair takes them over, with credit", async () => {
    await page.goto(`${meeting}/minutes`)
    await saved(page)
    await expect(page.locator(".quote-answer")).toContainText("Other words")
    await page.goto(`${meeting}/review`)
    await lookAt(page)
    await page.getByRole("button", { name: "Take over" }).click()
    await expect(page.getByText("The other words stand in the minutes")).toBeVisible()
    await page.goto(`${meeting}/minutes/history`)
    await expect(page.getByText("Other words of Leïla Haraldsdóttir, as they asked")).toBeVisible()
    await page.goto(`${meeting}/minutes`)
    await expect(page.getByText(`One body should lead. ${script}`)).toBeVisible()
    await expect(page.locator(".quote-answer")).toContainText("Taken over")
  })

  await test.step("an answer can be changed; the deadline ends the review, and co-chairs get a summary", async () => {
    await guest.goto(link)
    await guest.getByLabel("Do not name me").check()
    await guest.getByRole("button", { name: "Send the answer" }).click()
    await expect(guest.getByText("You asked not to be named")).toBeVisible()
    await own.moveClock(closes)
    await turnNow(inside.sql)
    await expect
      .poll(async () => (await inside.sql`select "end" from reviews`)[0]?.end, { timeout: 90_000 })
      .toBe("passed")
    const chairs = await inside.sql<{ email: string }[]>`
      select a.email from accounts a join memberships m on m.person_id = a.person_id
      join groups g on g.id = m.group_id
      where g.slug = 'wg-strategy' and m.until is null and m.role = 'co-chair'`
    for (const { email } of chairs)
      expect((await mailbox.take(email)).text).toContain("1 asked not to be named")
  })

  await test.step("what is published does not name them, wherever their name stood", async () => {
    await page.goto(`${meeting}/publish`)
    for (const reason of await page.getByLabel("Why it is published in spite of this").all())
      await reason.fill("It was said so.")
    await page.getByRole("button", { name: "Publish version 1" }).click()
    await expect(page.getByText("Version 1 is published")).toBeVisible()
    await guest.goto("/wg-strategy/meetings/59")
    await expect(guest.locator("body")).toContainText(
      "a participant from an intergovernmental organisation",
    )
    await expect(guest.locator("body")).not.toContainText("Haraldsdóttir")
    await guest.goto(link)
    await expect(guest.getByText("It cannot be answered any more")).toBeVisible()
  })

  await plain.close()
  await page.context().close()
  await inside.leave()
})
