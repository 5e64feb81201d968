import { lookAt } from "./support/fits"
import { enter } from "./support/sessions"
import { expect, test } from "./support/test"

const desk = "/desk/wg-strategy/mapping/roadmap"
const address = "/wg-strategy/mapping/roadmap"
const title = "The Roadmap, row by row"
const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)

test("a row speaks of a meeting, is frozen, opened for comments and commented on, and all of it leads both ways", async ({
  page,
  browser,
  portal,
  mailbox,
}) => {
  test.setTimeout(300_000)
  const inside = await enter(portal)
  const [name = "", value = ""] = (await inside.cookieOf("ines@example.org")).split("=")
  await page.context().addCookies([{ name, value, domain: "localhost", path: "/" }])
  const [{ number: meeting } = { number: 0 }] = await inside.sql<{ number: number }[]>`
    select number from reports order by number desc limit 1`
  const [{ number: newest } = { number: 0 }] = await inside.sql<{ number: number }[]>`
    select max(e.number) as number from editions e join mappings m on m.id = e.mapping_id
      join mandates d on d.id = m.mandate_id where d.slug = 'roadmap'`
  const edition = newest + 1
  const reader = await browser.newContext({ javaScriptEnabled: false, baseURL: portal.origin })
  const outside = await reader.newPage()
  const report = `/wg-strategy/meetings/${meeting}`
  const speaking = outside.getByRole("region", { name: "What speaks of this" })
  let consultation = ""

  await test.step("a member links from a row to a meeting, which knows of it on the desk alone", async () => {
    await page.goto(`${desk}/rows/1`)
    await page
      .getByLabel("Comments and synergies")
      .fill(`As [the summer call](${portal.origin}${report}) said.`)
    await page.getByRole("button", { name: "Save row" }).click()
    await expect(page.getByText("The row is saved.")).toBeVisible()
    await page.goto(`/desk/wg-strategy/meetings/${await inside.meetingId(meeting)}`)
    const known = page.getByRole("region", { name: "What speaks of this meeting" })
    const row = known.getByRole("listitem").filter({ hasText: "the summer call" })
    await expect(row.getByRole("link")).toHaveAttribute("href", `${desk}/rows/1`)
    await lookAt(page)
    await outside.goto(report)
    await expect(outside.getByRole("heading", { level: 1 })).toBeVisible()
    await expect(outside.getByText("the summer call")).toHaveCount(0)
  })

  await test.step("once the edition is frozen, the page of the meeting that was kept tells it", async () => {
    await page.goto(`${desk}/editions`)
    await page.getByRole("button", { name: `Freeze edition ${edition}` }).click()
    await expect(page.getByText(`Edition ${edition} is frozen`)).toBeVisible()
    await outside.goto(report)
    await expect(speaking).toContainText("the summer call")
    await speaking.getByRole("link", { name: /^Row 1 of the mapping/ }).click()
    await expect(outside).toHaveURL(`${address}?row=1`)
    await expect(outside.getByRole("link", { name: "the summer call" })).toBeVisible()
  })

  await test.step("a co-chair makes a document of it, of the areas that are chosen", async () => {
    await page.goto(`${desk}/editions`)
    await page.getByRole("link", { name: `Open edition ${edition} for comments` }).click()
    await lookAt(page)
    const areas = page.getByRole("group", { name: "Areas" }).getByRole("checkbox")
    for (const area of await areas.all()) await area.uncheck()
    await page.getByRole("button", { name: "Make the document and go on" }).click()
    await expect(page.getByText("Choose at least one area.").first()).toBeVisible()
    await page.getByLabel(/^Global connectivity/).check()
    await page.getByLabel("Title of the document").fill(title)
    await page.getByRole("button", { name: "Make the document and go on" }).click()
  })

  await test.step("the form of a consultation has it chosen already", async () => {
    await expect(page).toHaveURL(/\/consultations\/new\?text=document/)
    await expect(page.getByLabel("Title", { exact: true })).toHaveValue(title)
    await expect(
      page.getByRole("group", { name: "Texts that are open for comments" }).getByLabel(title),
    ).toBeChecked()
    await page.getByLabel("What is asked").fill("Is each row right?")
    await page.getByLabel("Opens on").fill(day(-1))
    await page.getByLabel("at (opening)").fill("09:00")
    await page.getByLabel("Closes on").fill(day(5))
    await page.getByLabel("at (end)").fill("12:00")
    await page.getByRole("button", { name: "Save" }).click()
    await expect(page.getByText("The consultation is planned.")).toBeVisible()
    consultation = new URL(page.url()).pathname
    await expect
      .poll(
        async () =>
          (await inside.sql`select opened_at from consultations where title = ${title}`)[0]
            ?.opened_at,
        { timeout: 90_000 },
      )
      .toBeTruthy()
  })

  await test.step("the row says that it is open, and leads to where it stands", async () => {
    await page.goto(`${desk}/rows/1`)
    await expect(page.getByText(/^This row is open for comments until/)).toBeVisible()
    await lookAt(page)
    await page.getByRole("main").getByRole("link", { name: title }).first().click()
    await expect(page).toHaveURL(new RegExp(`${consultation}#h-`))
    await expect(page.locator(":target")).toContainText("Row 1: ")
    await lookAt(page)
  })

  await test.step("a comment on the row stands at it in the worksheet", async () => {
    const place = page.getByLabel(/^About/)
    const row = await place.locator("option", { hasText: /^Row 1: / }).textContent()
    await place.selectOption({ label: row ?? "" })
    await page.getByLabel("Your comment", { exact: true }).fill("The targets are missing.")
    await page.getByRole("button", { name: "Send the comment" }).click()
    await expect(page.getByText("Your comment is filed")).toBeVisible()
    await page.goto(`${consultation}/worksheet`)
    await expect(page.getByRole("main")).toContainText(row ?? "nothing")
    await expect(page.getByText("The targets are missing.")).toBeVisible()
  })

  await test.step("the section leads back to the row, which the public reads at once", async () => {
    await page.goto(consultation)
    const back = page.getByRole("link", { name: `Row 1 in edition ${edition}` })
    await expect(back).toHaveAttribute(
      "href",
      `${portal.origin}${address}/editions/${edition}?row=1`,
    )
    await page.goto(`${desk}/rows/1`)
    const spoken = page.getByRole("region", { name: "Spoken of in" })
    await expect(spoken.getByRole("link", { name: title })).toBeVisible()
    // The document is a draft of the group: the public is not told that it speaks of the row.
    await outside.goto(`${address}?row=1`)
    await expect(outside.getByText(title)).toHaveCount(0)
  })

  await test.step("it is, once a version of the document is public", async () => {
    const [{ slug } = { slug: "" }] = await inside.sql<{ slug: string }[]>`
      select slug from documents where title = ${title}`
    await page.goto(`/desk/wg-strategy/documents/${slug}/versions`)
    await page.getByLabel("Name").fill("As it was asked")
    await page.getByRole("button", { name: "Make version 1" }).click()
    await page.getByRole("button", { name: "Publish version 1" }).click()
    await expect(page.getByText("The version is public")).toBeVisible()
    for (const page of [address, `${address}?row=1`]) {
      await outside.goto(page)
      const row = outside.getByRole("row").filter({ hasText: "the summer call" })
      await expect(row.getByRole("link", { name: title })).toBeVisible()
    }
    await outside.getByRole("link", { name: title }).click()
    await expect(outside).toHaveURL(`/wg-strategy/documents/${slug}`)
    await expect(outside.getByRole("heading", { name: /^Row 1: / })).toBeVisible()
  })
  const unfinished = () => inside.sql`
    select name from pgboss.job where name in ('events', 'mail') and state < 'completed'`
  await expect.poll(async () => (await unfinished()).length, { timeout: 60_000 }).toBe(0)
  mailbox.takeRest()
  await reader.close()
  await inside.leave()
})
