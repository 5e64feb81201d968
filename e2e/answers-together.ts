import type { Browser, Page } from "@playwright/test"
import { enter, type Insider } from "./support/sessions"
import { expect, test } from "./support/test"

/** A consultation of two minutes that is open to members. */
async function arrange({ sql }: Insider): Promise<void> {
  await sql`
    with consultation as (
      insert into consultations (group_id, slug, title, question, audience, opens_at, closes_at,
        opened_at, asked_by)
      select g.id, 'both-calls', 'Both calls', 'What do they lack?', 'members',
        now() - interval '1 day', now() + interval '1 day', now() - interval '1 day', a.person_id
      from groups g, accounts a where g.slug = 'wg-strategy' and a.email = 'ines@example.org'
      returning id)
    insert into consultation_texts (consultation_id, position, meeting_id)
    select consultation.id, m.number - 58, m.id from consultation, meetings m
    where m.number in (58, 59)`
}

async function sitDown(
  browser: Browser,
  inside: Insider,
  portal: string,
  email: string,
  lines: string[] = [],
): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  page.on("request", (request) => {
    if (request.url().includes("/arrivals")) lines.push(request.url())
  })
  const [name = "", value = ""] = (await inside.cookieOf(email)).split("=")
  await page.context().addCookies([{ name, value, domain: "localhost", path: "/" }])
  await page.goto(`${portal}/desk/wg-strategy/consultations/both-calls`)
  return page
}

async function answer(page: Page, text: RegExp, words: string) {
  const form = page.getByRole("form", { name: text })
  await form.getByLabel("Your comment", { exact: true }).fill(words)
  await form.getByRole("button", { name: "Send the comment" }).click()
  await expect(form.getByText("Your comment is filed")).toBeVisible()
}

/** Holds back what a page reads of threads, until it is released. */
async function holdBack(page: Page): Promise<{ release: () => void }> {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/comments\/threads\?/, async (route) => {
    await held
    await route.continue()
  })
  return { release }
}

/** Resolves when the page is told of the next comment. */
const hearNext = (page: Page, line: string) =>
  page.evaluate(
    (address) =>
      new Promise<void>((resolve) => {
        const source = new EventSource(address)
        source.onmessage = ({ data }) => {
          if (data === "here") return
          source.close()
          resolve()
        }
      }),
    line,
  )

const said = (page: Page) => page.getByRole("region", { name: "Comments so far" })

test("two people who answer a consultation of two texts see what the other says of either, without reloading", async ({
  browser,
  portal,
  mailbox,
}) => {
  const inside = await enter(portal)
  await arrange(inside)
  const lines: string[] = []
  const pavel = await sitDown(browser, inside, portal.origin, "pavel@example.org")
  const leila = await sitDown(browser, inside, portal.origin, "leila@example.org", lines)
  // A page that is loaded again forgets this.
  for (const page of [pavel, leila]) await page.evaluate(() => Object.assign(window, { same: 1 }))

  await test.step("the first words on either text, and an answer to them", async () => {
    await answer(pavel, /58/, "The dates are missing.")
    await expect(said(leila)).toContainText("The dates are missing.")
    // What leila's page reads comes late: meanwhile it is brought anew by her own comment, and hears of his.
    const slow = await holdBack(leila)
    await answer(leila, /59/, "The names are missing.")
    await expect(said(pavel)).toContainText("The names are missing.")
    const told = hearNext(leila, lines[0] ?? "")
    await answer(pavel, /59/, "And the hours.")
    await told
    slow.release()
    await expect(said(leila)).toContainText("And the hours.")
    const thread = said(leila).locator("section.thread", { hasText: "The dates are missing." })
    await thread.locator("summary", { hasText: "Answer" }).click()
    await thread.getByRole("textbox", { name: /answer/i }).fill("They follow.")
    await thread.getByRole("button", { name: "Answer" }).click()
    await expect(said(pavel)).toContainText("They follow.")
  })

  await test.step("each stands under its own text, and no page was loaded again", async () => {
    for (const page of [pavel, leila]) {
      const of = (number: number) =>
        said(page).getByRole("region", { name: new RegExp(`${number}`) })
      await expect(of(58).locator("article")).toHaveText([
        /The dates are missing\./,
        /They follow\./,
      ])
      await expect(of(59).locator("article")).toHaveText([
        /The names are missing\./,
        /And the hours\./,
      ])
      expect(await page.evaluate(() => "same" in window)).toBe(true)
    }
    // One line for both texts, although each has its own threads.
    expect(lines).not.toEqual([])
    const texts = [...new Set(lines)].map((line) => new URL(line).searchParams.getAll("id").length)
    expect(texts.every((count) => count === 2)).toBe(true)
  })
  for (const page of [pavel, leila]) await page.context().close()
  await expect
    .poll(
      async () =>
        (
          await inside.sql`select 1 from pgboss.job where name in ('events', 'mail') and state < 'completed'`
        ).length,
    )
    .toBe(0)
  mailbox.takeRest()
  await inside.leave()
})
