import type { Browser, BrowserContextOptions, Page } from "@playwright/test"
import { expectAccessible } from "./support/accessible"
import { enter } from "./support/sessions"
import { expect, test } from "./support/test"

const ines = "Inês Valadares-Koné"
const amelie = "Amélie Tupuola"

/** Somebody at a desk of their own, in a browser of their own. */
async function sitDown(browser: Browser, name: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await page.goto("/sign-in")
  await page.getByRole("button", { name: `Sign in as ${name}` }).click()
  await expect(page).toHaveURL(/\/desk/)
  return page
}

const comment = (page: Page, words: string) => page.locator("article").filter({ hasText: words })
const newComment = (page: Page) => page.getByRole("textbox", { name: "Your comment" })

async function begin(page: Page, about: string, words: string) {
  await page.getByRole("combobox", { name: "About" }).selectOption({ label: about })
  await newComment(page).fill(words)
  await page.getByRole("button", { name: "Comment", exact: true }).click()
  await expect(comment(page, words)).toBeVisible()
}

async function openAnswer(page: Page) {
  const summary = page.locator("summary").filter({ hasText: "Answer" }).last()
  await summary.click()
  return page.getByRole("textbox", { name: "Your answer" }).last()
}

test.describe.configure({ timeout: 120_000 })

test("two members talk in a thread: each reads the other without loading the page, and a co-chair resolves it", async ({
  browser,
  portal,
  mailbox,
}) => {
  const inside = await enter(portal)
  const address = `/desk/wg-strategy/meetings/${await inside.meetingId(58)}/comments`
  const [chair, member] = [await sitDown(browser, ines), await sitDown(browser, amelie)]
  for (const page of [chair, member]) await page.goto(address)

  await newComment(member).pressSequentially("Is **this** all, @Inê")
  await expect(member.getByRole("option", { name: ines })).toBeVisible()
  await newComment(member).press("Enter")
  await newComment(member).pressSequentially("<b>or not</b>?")
  await member.getByRole("button", { name: "Comment", exact: true }).click()
  const said = comment(chair, "Is this all")
  await expect(said).toContainText(`@${ines} <b>or not</b>?`)
  await expect(said.locator("strong, .mention")).toHaveText(["this", `@${ines}`])
  await expect(said.getByText("new", { exact: true })).toBeVisible()
  // Whoever is named is also written to, at once; everything else waits for the mail of the day.
  const told = await mailbox.take("ines@example.org")
  expect(told.text).toContain(`${amelie} mentioned you in a comment on Meeting 58`)
  expect(told.text).toContain(`@${ines}`)

  await (await openAnswer(chair)).fill("All that was said.")
  await chair.getByRole("button", { name: "Send the answer" }).click()
  const answered = comment(member, "All that was said.")
  await expect(answered).toContainText("Co-chair")
  await answered.getByRole("button", { name: "Agree" }).click()
  await expect(
    comment(chair, "All that was said.").getByRole("button", { name: "Agree 1" }),
  ).toBeVisible()
  await expectAccessible(chair)

  await comment(member, "Is this all").locator("summary", { hasText: "Edit" }).click()
  await member.getByRole("textbox", { name: "Your comment" }).last().fill("Is this really all?")
  await member.getByRole("button", { name: "Save" }).click()
  await expect(comment(chair, "Is this really all?").getByText("edited")).toBeVisible()

  const about = chair.locator("section.thread").filter({ hasText: "Is this really all?" })
  await about.locator("summary", { hasText: "Resolve" }).click()
  await about.getByLabel("partly accepted").check()
  await about.getByRole("textbox", { name: "Reason" }).last().fill("One sentence was added.")
  await about.getByRole("button", { name: "Resolve the thread" }).click()
  const resolved = member.locator("section.thread").filter({ hasText: "really all?" })
  await expect(resolved).toContainText("One sentence was added.")

  await chair.goto("/desk/wg-strategy/comments")
  await expect(chair.getByRole("link", { name: /really all/ })).toHaveCount(0)
  await chair.getByRole("link", { name: "Resolved" }).click()
  await chair.getByRole("link", { name: /really all/ }).click()
  await chair.getByRole("button", { name: "Open again" }).click()
  await expect(chair.getByText("reopened")).toBeVisible()
  await expectAccessible(chair)

  await comment(member, "really all").locator("summary", { hasText: "Withdraw" }).click()
  await member.getByRole("button", { name: "Withdraw the comment" }).click()
  await expect(comment(chair, "Withdrawn by its author")).toBeVisible()
  await expect(chair.getByText("really all")).toHaveCount(0)
  for (const page of [chair, member]) await page.context().close()
  await inside.leave()
})

test("what is typed is kept, and what was read is not new again", async ({ browser, portal }) => {
  const inside = await enter(portal)
  const address = `/desk/wg-strategy/meetings/${await inside.meetingId(57)}/comments`
  const [chair, member] = [await sitDown(browser, ines), await sitDown(browser, amelie)]
  for (const page of [chair, member]) await page.goto(address)
  await newComment(member).fill("Half a thou")
  await expect(member.getByText("Draft kept.")).toBeVisible()
  await member.reload()
  await expect(newComment(member)).toHaveValue("Half a thou")
  // The chair's page notes what it has in sight as soon as it arrives there.
  const heard = chair.waitForResponse(
    (answer) => answer.request().headers()["next-action"] !== undefined && answer.ok(),
  )
  await begin(member, "The whole text", "A whole thought.")
  await member.reload()
  await expect(newComment(member)).toHaveValue("")
  await comment(chair, "A whole thought.").scrollIntoViewIfNeeded()
  await heard
  await chair.reload()
  await expect(comment(chair, "A whole thought.")).toBeVisible()
  await expect(chair.getByText("One new comment")).toHaveCount(0)
  for (const page of [chair, member]) await page.context().close()
  await inside.leave()
})

test("everything goes as plain forms, without script", async ({ browser, portal }) => {
  const inside = await enter(portal)
  const address = `/desk/wg-strategy/meetings/${await inside.meetingId(60)}/comments`
  const plain = { javaScriptEnabled: false }
  const [chair, member] = [
    await sitDown(browser, ines, plain),
    await sitDown(browser, amelie, plain),
  ]
  await member.goto(address)
  await member.getByRole("button", { name: "Comment", exact: true }).click()
  await expect(member.getByRole("alert")).toContainText("The comment was not filed")
  await begin(member, "The whole text", "Written without script.")
  await expect(comment(member, "Written without script.")).toHaveCount(1)

  await chair.goto(address)
  await expect(chair.getByText("One new comment")).toBeVisible()
  await comment(chair, "Written without").getByRole("button", { name: "Question" }).click()
  await expect(chair.getByRole("button", { name: "Question 1" })).toBeVisible()
  await (await openAnswer(chair)).fill("Read without script.")
  await chair.getByRole("button", { name: "Send the answer" }).click()
  await expect(comment(chair, "Read without script.")).toBeVisible()
  await chair.getByRole("button", { name: "Mark all as read" }).click()
  await expect(chair.getByText("One new comment")).toHaveCount(0)

  const about = chair.locator("section.thread").filter({ hasText: "Written without script." })
  await about.locator("summary", { hasText: "Resolve" }).click()
  await chair.getByRole("button", { name: "Resolve the thread" }).click()
  await expect(chair.getByRole("alert")).toBeVisible()
  await chair.getByLabel("accepted", { exact: true }).check()
  await chair.getByRole("button", { name: "Resolve the thread" }).click()
  await expect(chair.getByText("Result")).toBeAttached()
  await chair.locator("summary", { hasText: "2 comments" }).click()
  await chair.getByRole("button", { name: "Open again" }).click()

  await comment(chair, "Written without").locator("summary", { hasText: "Hide" }).click()
  await chair.getByRole("textbox", { name: "Reason" }).first().fill("It names a private person.")
  await chair.getByRole("button", { name: "Hide the comment" }).click()
  await expect(chair.getByText("It names a private person.")).toBeVisible()
  await chair.getByRole("button", { name: "Mute" }).click()
  await expect(chair.getByText("muted", { exact: true })).toBeVisible()

  await member.goto(address)
  await comment(member, "It names").locator("summary", { hasText: "Show" }).click()
  await expect(comment(member, "Written without script.")).toBeVisible()
  for (const page of [chair, member]) await page.context().close()
  await inside.leave()
})

test("a comment is read by nobody outside the group, by whichever address", async ({
  browser,
  playwright,
  portal,
}) => {
  const inside = await enter(portal)
  const meeting = await inside.meetingId(60)
  const page = await sitDown(browser, amelie)
  await page.goto(`/desk/wg-strategy/meetings/${meeting}/comments`)
  await begin(page, "The whole text", "Between us.")
  await page.goto("/desk/wg-strategy/comments")
  const thread = await page.getByRole("link", { name: /Between us/ }).getAttribute("href")
  const request = await playwright.request.newContext({ baseURL: portal.origin })
  const cookie = await inside.cookieOf("bram@example.org")
  const query = `kind=minutes&id=${meeting}`
  const on = { kind: "minutes", id: meeting }
  const draft = { on, key: `${meeting}:new`, text: "Mine" }
  for (const headers of [{}, { cookie }] as Record<string, string>[]) {
    const status = "cookie" in headers ? 404 : 401
    for (const address of [`threads?${query}`, `arrivals?${query}`]) {
      const answer = await request.get(`/desk/wg-strategy/comments/${address}`, { headers })
      expect([answer.status(), await answer.text()]).toEqual([
        status,
        expect.not.stringContaining("Between us"),
      ])
    }
    const posted = await request.post("/desk/wg-strategy/comments/drafts", {
      headers: { ...headers, origin: portal.origin },
      data: draft,
    })
    expect(posted.status()).toBe(status)
    const read = await request.get(thread ?? "", { headers, maxRedirects: 0 })
    expect(await read.text()).not.toContain("Between us")
  }
  await request.dispose()
  await page.context().close()
  await inside.leave()
})
