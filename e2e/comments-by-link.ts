import { leftUntil } from "./support/days-until"
import { lookAt } from "./support/fits"
import { dayOf, hoursAhead, timeOf } from "./support/hours"
import { headerOf } from "./support/mailbox"
import { enter } from "./support/sessions"
import { expect, test } from "./support/test"
import { turnNow } from "./support/turn-now"

const script = "<script>document.title = 'taken'</script>"
const title = `The minutes of our call ${script}`

test("a guest without account or script comments by the mailed link until the clock closes it", async ({
  page,
  browser,
  portal,
  mailbox,
  moveClock,
}) => {
  test.setTimeout(300_000)
  const inside = await enter(portal)
  const signIn = async (email: string) => {
    const [name = "", value = ""] = (await inside.cookieOf(email)).split("=")
    await page.context().addCookies([{ name, value, domain: "localhost", path: "/" }])
  }
  await signIn("ines@example.org")
  let desk = ""
  // Hours before any digest is due: only what is due at this end shall come.
  const closes = hoursAhead(2)

  await test.step("a co-chair plans it; what was meant to open yesterday is open at once", async () => {
    await page.goto("/desk/wg-strategy/consultations/new")
    await lookAt(page)
    await page.getByLabel("Title").fill(title)
    await page.getByLabel("What is asked").fill(`Is **anything** missing? ${script}`)
    await page.getByRole("button", { name: "Save" }).click()
    await expect(page.locator(".notice.bad")).toContainText("Choose at least one text.")
    await page.getByLabel(/Minutes of meeting 59/).check()
    await page.getByRole("radio", { name: /^Members and people who are invited/ }).check()
    await page.getByLabel("Opens on").fill(dayOf(hoursAhead(-24)))
    await page.getByLabel("at (opening)").fill("09:00")
    await page.getByLabel("Closes on").fill(dayOf(closes))
    await page.getByLabel("at (end)").fill(timeOf(closes))
    await page.getByRole("button", { name: "Save" }).click()
    await expect(page.getByText("The consultation is planned.")).toBeVisible()
    await expect(page.getByText(leftUntil(closes))).toBeVisible()
    desk = new URL(page.url()).pathname
    await expect(page).toHaveTitle(/<script>/)
    await lookAt(page)
    await expect
      .poll(
        async () =>
          (await inside.sql`select opened_at from consultations where title = ${title}`)[0]
            ?.opened_at,
      )
      .toBeTruthy()
  })

  await test.step("every member is told of it by mail", async () => {
    const members = await inside.sql<{ email: string }[]>`
      select a.email from accounts a join memberships m on m.person_id = a.person_id
      join groups g on g.id = m.group_id where g.slug = 'wg-strategy' and m.until is null`
    expect(members.length).toBeGreaterThan(5)
    for (const { email } of members)
      expect((await mailbox.take(email)).subject).toContain("Open for comments until")
  })

  await test.step("and invites somebody, who gets a link by mail", async () => {
    await page.goto(`${desk}/guests`)
    await page.getByLabel("Mail addresses").fill("zoe@example.org nobody")
    await page.getByRole("button", { name: "Invite" }).click()
    await expect(page.locator(".notice.bad")).toContainText("“nobody” is no mail address")
    await page.getByLabel("Mail addresses").fill("zoe@example.org, zeo@example.org")
    await page.getByRole("button", { name: "Invite" }).click()
    await expect(page.getByRole("cell", { name: "not confirmed yet" })).toHaveCount(2)
    await lookAt(page)
  })

  const linkIn = ({ text }: { text: string }) =>
    /http\S+take-part\?token=[\w-]+/.exec(text)?.[0] ?? ""
  const mail = await mailbox.take("zoe@example.org")
  const link = linkIn(mail)
  const mistyped = linkIn(await mailbox.take("zeo@example.org"))
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: portal.origin })
  const guest = await plain.newPage()

  await test.step("a mistyped invitation is taken back, without script; its link opens nothing", async () => {
    await guest.goto(mistyped)
    await guest.getByLabel("Name").fill("Zeo")
    await guest.getByRole("button", { name: "Confirm and go on" }).click()
    await guest.goto(mistyped)
    await expect(guest.getByText("Mei-Lin Ravelojaona opened the call")).toBeVisible()
    const bare = await browser.newContext({
      ...{ javaScriptEnabled: false, baseURL: portal.origin },
      storageState: await page.context().storageState(),
    })
    const chair = await bare.newPage()
    await chair.goto(`${desk}/guests`)
    const row = chair.getByRole("row", { name: /zeo@example\.org/ })
    await row.locator("summary").click()
    await row.getByRole("button", { name: "Take back the invitation of Zeo" }).click()
    await expect(row).toContainText("invitation taken back on")
    await bare.close()
    await guest.goto(mistyped)
    await expect(guest.getByText("This invitation was taken back")).toBeVisible()
    await expect(guest.getByText("Mei-Lin Ravelojaona opened the call")).toHaveCount(0)
    await page.goto(mistyped)
    await lookAt(page)
    await page.goto(`${desk}/guests`)
    await lookAt(page)
  })

  await test.step("the guest confirms, reads and comments, and sees no word of others", async () => {
    await guest.goto(link)
    await expect(guest.getByText("Mei-Lin Ravelojaona opened the call")).toHaveCount(0)
    await guest.getByLabel("Name").fill(`Zoe ${script}`)
    await guest.getByRole("button", { name: "Confirm and go on" }).click()
    await guest.goto(link)
    await expect(guest.getByText("Mei-Lin Ravelojaona opened the call")).toBeVisible()
    await guest.getByLabel("Words that it is about").fill("Six names\n were put forward.")
    await guest.getByLabel("Your comment", { exact: true }).fill(`Which names? ${script}`)
    await guest.getByRole("button", { name: "Send the comment" }).click()
    await expect(guest.getByText("Your comment is filed")).toBeVisible()
    await expect(guest.getByText("Which names?").first()).toBeVisible()
    await guest.getByText("Edit it").click()
    await guest.getByLabel("Your comment in other words").fill(`Which six names? ${script}`)
    await guest.getByRole("button", { name: "Save" }).click()
    await guest.goto(link)
    await expect(guest.getByText("Which six names?").first()).toBeVisible()
    await expect(guest.getByText("edited", { exact: true })).toBeVisible()
    await guest.goto(link.replace(/token=\w{6}/, "token=000000"))
    await expect(guest.getByText("This link is not good here")).toBeVisible()
    await expect(guest.getByText("Which six names?")).toHaveCount(0)
    await page.goto(link)
    await expect(page.getByRole("heading", { level: 1 })).toContainText("<script>")
    await lookAt(page)
  })

  await test.step("one press in a mail program ends the mail, without a page or a session", async () => {
    const [, oneClick = ""] = /<([^>]+)>/.exec(headerOf(mail.source, "List-Unsubscribe")) ?? []
    const post = (form: Record<string, string>, to = oneClick) =>
      fetch(to, { method: "POST", body: new URLSearchParams(form) })
    const press = { "List-Unsubscribe": "One-Click" }
    const silenced = async () =>
      (
        await inside.sql`select silenced_at from consultation_guests where email = 'zoe@example.org'`
      )[0]?.silenced_at
    expect((await post({})).status).toBe(400)
    expect((await post(press, oneClick.replace(/token=\w{6}/, "token=000000"))).status).toBe(404)
    expect(await silenced()).toBeNull()
    await guest.goto(oneClick)
    await expect(guest.getByRole("button", { name: "No more mail about" })).toBeVisible()
    expect(await silenced()).toBeNull()
    expect((await post(press)).status).toBe(200)
    await expect.poll(silenced).toBeTruthy()
    await guest.goto(link)
    await expect(guest.getByText("You get no more mail about this consultation.")).toBeVisible()
  })

  await test.step("a member reads it with the words that it is about", async () => {
    await signIn("pavel@example.org")
    await page.goto(desk)
    const said = page.getByRole("region", { name: "Comments so far" })
    await expect(said).toContainText("Which six names?")
    await expect(said).toContainText("Six names were put forward.")
    await expect(page.getByRole("link", { name: "Guests" })).toHaveCount(0)
    await lookAt(page)
  })

  await test.step("the clock closes it; what comes after is kept for the guest and not filed", async () => {
    await guest.goto(link)
    await guest.getByLabel("Your comment", { exact: true }).fill("One second late.")
    await moveClock(closes)
    await guest.getByRole("button", { name: "Send the comment" }).click()
    await expect(guest.getByText("The consultation is over.")).toBeVisible()
    await expect(guest.getByText("These came when no comments were taken.")).toBeVisible()
    const told = guest.getByRole("alert")
    await expect(told).toContainText("The comment was not filed")
    await expect(told).toContainText("came after the end of the consultation")
    const open = guest.locator("section.open-text", { has: told })
    await expect(open.getByRole("blockquote")).toHaveText("One second late.")
    await guest.goto(link)
    await expect(guest.getByRole("heading", { name: "Kept for you, not filed" })).toBeVisible()
    await expect(guest.getByText("One second late.")).toBeVisible()
    await expect(guest.getByRole("alert")).toHaveCount(0)
    await expect(guest.getByRole("button", { name: "Send the comment" })).toHaveCount(0)
    await turnNow(inside.sql)
    const [filed] = await inside.sql`
      select count(*)::int as n from comments c join consultations o on o.id = c.consultation_id
      where o.title = ${title}`
    expect(filed).toEqual({ n: 1 })
    await expect
      .poll(
        async () =>
          (await inside.sql`select closed_at from consultations where title = ${title}`)[0]
            ?.closed_at,
        {
          timeout: 90_000,
        },
      )
      .toBeTruthy()
    const trail = await inside.sql<{ name: string }[]>`
      select e.name from events e join consultations o on o.id::text = e.subject_id
      where e.name like 'consultation.%' and o.title = ${title} order by e.id`
    expect(trail.map(({ name }) => name)).toEqual([
      "consultation.planned",
      "consultation.opened",
      "consultation.invited",
      "consultation.confirmed",
      "consultation.invitationTakenBack",
      "consultation.confirmed",
      "consultation.closed",
    ])
  })

  await test.step("in public it stands as over, with no word of texts and comments", async () => {
    await page.context().clearCookies()
    await page.goto("/wg-strategy/consultations")
    await lookAt(page)
    await page.getByRole("link", { name: /The minutes of our call/ }).click()
    await expect(page.getByText("The consultation is over.")).toBeVisible()
    for (const inward of ["Which six names?", "Six names", "zoe@example.org"])
      expect(await page.content()).not.toContain(inward)
    await lookAt(page)
    await page.goto(`/fr${desk.replace("/desk", "")}`)
    await expect(page.getByText("La consultation est terminée.")).toBeVisible()
  })
  await plain.close()
  await inside.leave()
})

test("what anyone may comment on is there to be read before anybody asks for a link, and afterwards", async ({
  page,
  browser,
  portal,
  mailbox,
}) => {
  test.setTimeout(240_000)
  const inside = await enter(portal)
  const [name = "", value = ""] = (await inside.cookieOf("ines@example.org")).split("=")
  await page.context().addCookies([{ name, value, domain: "localhost", path: "/" }])
  const open = "What anyone may read"
  const everybodyIsTold = async (subject: string) => {
    const members = await inside.sql<{ email: string }[]>`
      select a.email from accounts a join memberships m on m.person_id = a.person_id
      join groups g on g.id = m.group_id where g.slug = 'wg-strategy' and m.until is null`
    for (const { email } of members) expect((await mailbox.take(email)).subject).toContain(subject)
  }
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: portal.origin })
  const reader = await plain.newPage()
  let desk = ""

  await test.step("the form says that the texts become public; a co-chair opens it to anyone", async () => {
    await page.goto("/desk/wg-strategy/consultations/new")
    await page.getByLabel("Title").fill(open)
    await page.getByLabel("What is asked").fill("Is it right?")
    await page.getByLabel(/Minutes of meeting 59/).check()
    const anyone = page.getByRole("radio", { name: /^Anyone/ })
    await expect(page.getByText("everybody in the world can read them")).toBeVisible()
    await anyone.check()
    await page.getByLabel("Opens on").fill(dayOf(hoursAhead(24)))
    await page.getByLabel("at (opening)").fill("09:00")
    await page.getByLabel("Closes on").fill(dayOf(hoursAhead(24 * 9)))
    await page.getByLabel("at (end)").fill("12:00")
    await page.getByRole("button", { name: "Save" }).click()
    await expect(page.getByText("The consultation is planned.")).toBeVisible()
    desk = new URL(page.url()).pathname
    await lookAt(page)
    const early = await plain.request.get(`${desk.replace("/desk", "")}/texts`)
    expect(early.status()).toBe(404)
    await expect(page.getByText("Opening it makes the texts public")).toBeVisible()
    await page.getByRole("button", { name: "Open it now" }).click()
    await expect(page.getByText("The consultation is open.")).toBeVisible()
    await everybodyIsTold("Open for comments until")
  })

  const read = async () => {
    await reader.goto(desk.replace("/desk", ""))
    await reader.getByRole("link", { name: "Read the texts" }).click()
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText("The texts")
    await expect(reader.getByText("Mei-Lin Ravelojaona opened the call")).toBeVisible()
  }

  await test.step("a reader without account or script reads them, and is led on to comment", async () => {
    await read()
    await reader.getByRole("link", { name: "Comment on them" }).click()
    await expect(reader.getByText("Anyone may comment.")).toBeVisible()
    await page.goto(`${desk.replace("/desk", "")}/texts`)
    await lookAt(page)
    await page.goto(`/fr${desk.replace("/desk", "")}/texts`)
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Les textes")
  })

  await test.step("they stay when it is over", async () => {
    await page.goto(desk)
    await page.getByRole("button", { name: "Close it now" }).click()
    await expect(page.getByText("The consultation is closed.")).toBeVisible()
    await everybodyIsTold("Closed early")
    await read()
    await expect(reader.getByRole("link", { name: "Comment on them" })).toHaveCount(0)
  })
  await plain.close()
  await inside.leave()
})
