import type { Browser, Page, Route } from "@playwright/test"
import { expectAccessible } from "./support/accessible"
import { enter, type Insider } from "./support/sessions"
import { expect, test } from "./support/test"

const asked = "What the plan lacks"
const words = "Half of what I think."
const theirs = "Half of what a guest thinks."

/** A consultation of the minutes that is open to one guest, with the token of their link. */
async function arrange({ sql }: Insider): Promise<string> {
  const token = crypto.randomUUID()
  await sql`
    with consultation as (
      insert into consultations (group_id, slug, title, question, audience, opens_at, closes_at,
        opened_at, asked_by)
      select g.id, 'what-the-plan-lacks', ${asked}, 'Say it.', 'invited', now() - interval '1 day',
        now() + interval '2 hours', now() - interval '1 day', a.person_id
      from groups g, accounts a where g.slug = 'wg-strategy' and a.email = 'ines@example.org'
      returning id, asked_by),
    texts as (
      insert into consultation_texts (consultation_id, position, meeting_id)
      select consultation.id, 0, m.id from consultation, meetings m where m.number = 59)
    insert into consultation_guests (consultation_id, email, name, token_hash, confirmed_at, invited_by)
    select id, 'zoe@example.org', 'Zoe Lindqvist', encode(sha256(${token}::bytea), 'hex'), now(), asked_by
    from consultation`
  return token
}

async function sitDown(browser: Browser, inside: Insider, email: string): Promise<Page> {
  const context = await browser.newContext()
  const [name = "", value = ""] = (await inside.cookieOf(email)).split("=")
  await context.addCookies([{ name, value, domain: "localhost", path: "/" }])
  return context.newPage()
}

const draftsOf = ({ sql }: Insider, text: string) =>
  sql`select text from comment_drafts where text = ${text}`

/** Holds requests back until they are released. */
function hold(): { pass: (route: Route) => Promise<void>; release: () => void } {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  return { pass: (route) => released.then(() => route.continue()), release }
}

const field = (page: Page) =>
  page.locator("form.answer-form").getByLabel("Your comment", { exact: true })

test("what is typed in the form of a consultation is there again for its author, and for nobody else", async ({
  browser,
  portal,
  moveClock,
  playwright,
  consoleWatch,
}) => {
  test.setTimeout(300_000)
  consoleWatch.allow(/ERR_INTERNET_DISCONNECTED/)
  const inside = await enter(portal)
  const token = await arrange(inside)
  const address = "/wg-strategy/consultations/what-the-plan-lacks"
  const desk = `${portal.origin}/desk${address}`
  const link = `${portal.origin}${address}/take-part?token=${token}`
  const member = await sitDown(browser, inside, "ines@example.org")
  const other = await sitDown(browser, inside, "pavel@example.org")
  const guest = await (await browser.newContext()).newPage()
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage()

  await test.step("a member types, leaves in the middle of a word, and comes back to all of it", async () => {
    await member.goto(desk)
    await member.getByLabel("Words that it is about").pressSequentially("Six names")
    await member.getByLabel(/Do not name me/).check()
    await field(member).pressSequentially(words)
    // Before the pause after which it would be kept anyway.
    await member.goto(`${portal.origin}/desk/wg-strategy`)
    await expect(async () => {
      await member.goto(desk)
      await expect(field(member)).toHaveValue(words, { timeout: 1_000 })
    }).toPass()
    await expect(member.getByLabel("Words that it is about")).toHaveValue("Six names")
    await expect(member.getByLabel(/Do not name me/)).toBeChecked()
    await expect(member.getByText("Draft kept.")).toBeVisible()
  })

  await test.step("what is written before the script has loaded is kept once it has", async () => {
    const loading = hold()
    await member.route("**/*.js", loading.pass)
    await member.goto(desk, { waitUntil: "commit" })
    await field(member).fill(`${words} Early.`)
    loading.release()
    await expect.poll(() => draftsOf(inside, `${words} Early.`)).toHaveLength(1)
    await member.unroute("**/*.js")
    await field(member).fill(words)
    await expect.poll(() => draftsOf(inside, words)).toHaveLength(1)
  })

  await test.step("a guest does so by their link, and reads it before any script as well", async () => {
    await guest.goto(link)
    await field(guest).pressSequentially(theirs)
    await expect(guest.getByText("Draft kept.")).toBeVisible()
    await guest.goto(portal.origin)
    await guest.goto(link)
    await expect(field(guest)).toHaveValue(theirs)
    for (const width of [360, 1280]) {
      await guest.setViewportSize({ width, height: 900 })
      await expectAccessible(guest)
    }
    await plain.goto(link)
    await expect(field(plain)).toHaveValue(theirs)
  })

  await test.step("nothing is said to be kept beside words that are not kept yet", async () => {
    const sending = hold()
    await guest.route("**/take-part/drafts", sending.pass)
    await expect(guest.getByText("Draft kept.")).toBeVisible()
    await field(guest).press("End")
    await field(guest).pressSequentially(".")
    await expect(guest.getByText("Draft kept.")).toHaveCount(0)
    await field(guest).press("Backspace")
    sending.release()
    await expect(guest.getByText("Draft kept.")).toBeVisible()
    await guest.unroute("**/take-part/drafts")
  })

  await test.step("sent while the line is down, the words stay in the form, and are kept once it is back", async () => {
    const sides = [
      { page: member, said: words },
      { page: guest, said: theirs },
    ]
    for (const { page, said } of sides) {
      await page.context().setOffline(true)
      await field(page).press("End")
      await field(page).pressSequentially(" Typed in a tunnel.")
      await page.getByRole("button", { name: "Send the comment" }).click()
      const told = page.getByRole("alert").filter({ hasText: "The comment was not filed" })
      await expect(told).toContainText("No answer came")
      await expect(field(page)).toHaveValue(`${said} Typed in a tunnel.`)
      await expect(page.getByText(/The draft could not be kept/)).toBeVisible()
      await expectAccessible(page)
      await page.context().setOffline(false)
      await expect(page.getByText("Draft kept.")).toBeVisible()
      await page.reload()
      await expect(field(page)).toHaveValue(`${said} Typed in a tunnel.`)
      await field(page).fill(said)
      await expect.poll(() => draftsOf(inside, said)).toHaveLength(1)
    }
    const [filed] = await inside.sql`
      select count(*)::int as n from comments c join consultations o on o.id = c.consultation_id
      where o.title = ${asked}`
    expect(filed).toEqual({ n: 0 })
  })

  await test.step("nobody else sees a word of either", async () => {
    const reader = await playwright.request.newContext({ baseURL: portal.origin })
    await other.goto(desk)
    await expect(field(other)).toHaveValue("")
    const seen = [
      await other.content(),
      ...(await Promise.all(
        [address, `${address}/take-part`, `/search?q=Half`].map(async (page) =>
          (await reader.get(page)).text(),
        ),
      )),
    ]
    for (const page of seen) for (const word of [words, theirs]) expect(page).not.toContain(word)
    await member.goto(desk)
    expect(await member.content()).not.toContain(theirs)
    expect(await guest.content()).not.toContain(words)
    await reader.dispose()
  })

  await test.step("nothing is kept for a stranger, by a link that is none, or from another site", async () => {
    const [text] = await inside.sql<{ id: string }[]>`
      select t.id from consultation_texts t join consultations c on c.id = t.consultation_id
      where c.title = ${asked}`
    const to = `${address}/take-part/drafts`
    const reader = await playwright.request.newContext({ baseURL: portal.origin })
    const post = (data: object, origin = portal.origin) =>
      reader.post(to, { headers: { origin }, data })
    const draft = { token, consultationTextId: text?.id, text: "Slipped in" }
    const strange = { ...draft, token: token.replace(/^.{8}/, "00000000") }
    expect((await post(strange)).status()).toBe(404)
    expect((await post({ ...draft, token: undefined })).status()).toBe(422)
    expect((await post(draft, "https://elsewhere.example.org")).status()).toBe(403)
    expect((await reader.get(to)).status()).toBe(405)
    await reader.dispose()
    await guest.reload()
    await expect(field(guest)).toHaveValue(theirs)
  })

  await test.step("it is gone once the comment is filed, without script too", async () => {
    await plain.getByRole("button", { name: "Send the comment" }).click()
    await expect(plain.getByText("Your comment is filed")).toBeVisible()
    await plain.goto(link)
    await expect(field(plain)).toHaveValue("")
    await expect(plain.locator(".own-comments .light")).toHaveText(theirs)
    await member.getByRole("button", { name: "Send the comment" }).click()
    await expect(member.getByText("Your comment is filed")).toBeVisible()
    await expect(field(member)).toHaveValue("")
    await member.reload()
    await expect(field(member)).toHaveValue("")
    const left = await inside.sql`
      select text from comment_drafts where text in (${words}, ${theirs})`
    expect(left).toEqual([])
  })

  await test.step("what was not sent before the end is shown to its author alone, and is not filed", async () => {
    await field(member).pressSequentially("One thing more.")
    await field(guest).fill("And one of mine.")
    // What stands beside a form may be of the words before.
    await expect
      .poll(
        () => inside.sql`
          select text from comment_drafts where text in ('One thing more.', 'And one of mine.')`,
      )
      .toHaveLength(2)
    await moveClock(new Date(Date.now() + 3 * 3_600_000))
    await member.reload()
    const unsent = member.locator(".kept-comments")
    await expect(unsent.getByRole("heading", { name: "Begun, not sent" })).toBeVisible()
    await expect(unsent).toContainText("One thing more.")
    await expect(member.getByText("And one of mine.")).toHaveCount(0)
    await plain.goto(link)
    await expect(plain.locator(".kept-comments")).toContainText("And one of mine.")
    await expectAccessible(guest)
    await other.reload()
    await expect(other.getByText("One thing more.")).toHaveCount(0)
    const [filed] = await inside.sql`
      select count(*)::int as n from comments c join consultations o on o.id = c.consultation_id
      where o.title = ${asked}`
    expect(filed).toEqual({ n: 2 })
  })
  for (const page of [member, other, guest, plain]) await page.context().close()
  await inside.leave()
})
