import { hrefOf } from "@/lib/documents/links"
import { lookAt } from "./support/fits"
import { enter, type Insider } from "./support/sessions"
import { expect, test } from "./support/test"

/** Saves a text as the next revision, as if it had been written; the editor has journeys of its own. */
async function write(inside: Insider, slug: string, content: unknown[]) {
  const text = { schema: 2, content }
  await inside.sql`
    with next as (update documents set revision = revision + 1 where slug = ${slug} returning id, revision)
    insert into document_revisions (document_id, number, text)
    select id, revision, ${inside.sql.json(text as never)} from next`
}
const heading = (words: string) => ({
  type: "heading",
  attrs: { level: 1, id: crypto.randomUUID() },
  content: [{ type: "text", text: words }],
})
const paragraph = (...content: unknown[]) => ({ type: "paragraph", content })
const words = (text: string, href?: string) => ({
  type: "text",
  text,
  ...(href && { marks: [{ type: "link", attrs: { href } }] }),
})

test("a document is begun, agreed, made a version, published, sent and answered", async ({
  page,
  portal,
  playwright,
}) => {
  test.setTimeout(180_000)
  const inside = await enter(portal)
  const as = async (email: string) => {
    const [name = "", value = ""] = (await inside.cookieOf(email)).split("=")
    await page.context().addCookies([{ name, value, domain: "localhost", path: "/" }])
  }
  const meeting = await inside.meetingId(58)
  const reader = await playwright.request.newContext({ baseURL: portal.origin })
  const desk = "/desk/wg-strategy/documents"

  await test.step("a member begins it, without script, with the headings of its kind", async () => {
    await as("pavel@example.org")
    await page.goto(desk)
    await page.getByRole("link", { name: "New document" }).click()
    await lookAt(page)
    await page.getByLabel("Title").fill("Letter to the harbour office")
    await page.getByLabel("Kind", { exact: true }).selectOption("letter")
    await page.getByLabel("Asked for by").selectOption(meeting)
    await page.getByRole("button", { name: "Begin the document" }).click()
    await expect(page.getByText("The document was begun")).toBeVisible()
    await expect(page.getByRole("heading", { name: "Subject" })).toBeVisible()
    await expect(page.getByRole("link", { name: "Facts and status" })).toHaveCount(0)
    await lookAt(page)
  })
  const slug = "letter-to-the-harbour-office"

  await test.step("the meeting that asked for it says so", async () => {
    await page.goto(`/desk/wg-strategy/meetings/${meeting}`)
    await expect(page.getByRole("link", { name: "Letter to the harbour office" })).toBeVisible()
    await expect(page.getByText("came of this meeting")).toBeVisible()
  })

  await test.step("a co-chair agrees it, and makes it a version with a name", async () => {
    await write(inside, slug, [
      heading("Subject"),
      paragraph(
        words("The tide tables, decided at "),
        words("our meeting", hrefOf({ to: "meeting", meetingId: meeting })),
        words(", with "),
        words("the tariff", hrefOf({ to: "missing", label: "the tariff" })),
        words("."),
      ),
      heading("Message"),
      paragraph(words("Please publish them every month.")),
    ])
    await as("ines@example.org")
    await page.goto(`${desk}/${slug}/edit`)
    await lookAt(page)
    await page.getByRole("radio", { name: /^Agreed/ }).check()
    await page.getByRole("button", { name: "Change the status" }).click()
    await expect(page.getByText("The status was changed")).toBeVisible()
    await page.getByRole("link", { name: "Versions and history" }).click()
    await page.getByLabel("Name").fill("As agreed")
    await page.getByRole("button", { name: "Make version 1" }).click()
    await expect(page.getByText("The version was made")).toBeVisible()
    await lookAt(page)
    expect((await reader.get(`/wg-strategy/documents/${slug}`)).status()).toBe(404)
  })

  await test.step("it is public at its address, with a link to the report and none to what is missing", async () => {
    await page.getByRole("button", { name: "Publish version 1" }).click()
    await expect(page.getByText("The version is public")).toBeVisible()
    await page.goto("/wg-strategy/documents")
    await expect(page.getByRole("navigation", { name: "Group" })).toContainText("Documents")
    await lookAt(page)
    await page.getByRole("link", { name: "Letter to the harbour office" }).click()
    await expect(page).toHaveURL(`/wg-strategy/documents/${slug}`)
    await expect(page.getByRole("link", { name: "our meeting" })).toHaveAttribute(
      "href",
      "/wg-strategy/meetings/58",
    )
    await expect(page.getByText("the tariff (missing document)")).toBeVisible()
    await lookAt(page)
  })

  await test.step("the report that it speaks of says so in public, while it does", async () => {
    await page.getByRole("link", { name: "our meeting" }).click()
    const speaking = page.getByRole("region", { name: "What speaks of this" })
    const letter = speaking.getByRole("listitem").filter({ hasText: "our meeting" })
    await expect(letter).toHaveText(/^Letter to the harbour office.*our meeting/)
    await lookAt(page)
    await letter.getByRole("link").click()
    await expect(page).toHaveURL(`/wg-strategy/documents/${slug}`)
  })

  await test.step("a second version is compared with the first, word by word, and published", async () => {
    await write(inside, slug, [
      heading("Subject"),
      paragraph(words("The tide tables.")),
      heading("Message"),
      paragraph(words("Please publish them every two weeks.")),
    ])
    await page.goto(`${desk}/${slug}/versions`)
    await page.getByLabel("Name").fill("After the comments")
    await page.getByRole("button", { name: "Make version 2" }).click()
    await expect(page.getByRole("link", { name: "Version 2", exact: true })).toBeVisible()
    await page.getByLabel("From").selectOption({ label: "Version 1: As agreed" })
    await page.getByLabel("To", { exact: true }).selectOption({
      label: "Version 2: After the comments",
    })
    await page.getByRole("button", { name: "Compare" }).click()
    await expect(page.locator("ins", { hasText: "two weeks" })).toBeVisible()
    await expect(page.locator("del", { hasText: "month" })).toBeVisible()
    await lookAt(page)
    await page.getByRole("link", { name: "Versions and history" }).click()
    await page.getByRole("button", { name: "Publish version 2" }).click()
    await expect(page.getByText("The version is public")).toBeVisible()
    const newest = await (await reader.get(`/wg-strategy/documents/${slug}`)).text()
    expect(newest).toContain("every two weeks")
    const report = await (await reader.get("/wg-strategy/meetings/58")).text()
    expect(report).not.toContain("harbour office")
    const first = await (await reader.get(`/wg-strategy/documents/${slug}/v1`)).text()
    expect(first).toContain("every month")
    expect(first).toContain("This is version 1")
    expect((await reader.get(`/wg-strategy/documents/${slug}/v3`)).status()).toBe(404)
    for (const [format, start] of Object.entries({ pdf: "%PDF-1.7", docx: "PK" })) {
      const file = await reader.get(`/wg-strategy/documents/${slug}/v1/document.${format}`)
      expect((await file.body()).toString("latin1").startsWith(start)).toBe(true)
    }
  })

  await test.step("it was sent with a file, and answered; the world reads to whom and when, not the file", async () => {
    await page.goto(`${desk}/${slug}/sent`)
    await page.getByLabel("To whom, or from whom").fill("Harbour Office")
    await page.getByLabel("Day").fill("2026-02-03")
    await page.getByLabel("Which version").selectOption({ label: "Version 2: After the comments" })
    await page.getByRole("textbox", { name: /^Note/ }).fill("By the usual messenger.")
    await page.getByLabel("File").setInputFiles({
      name: "letter <b>.html",
      mimeType: "text/html",
      buffer: Buffer.from("<script>alert(1)</script>"),
    })
    await page.getByRole("button", { name: "Note it" }).click()
    await expect(page.getByText("Sent to Harbour Office on 3 February 2026")).toBeVisible()
    await page.getByRole("radio", { name: "An answer came" }).check()
    await page.getByLabel("To whom, or from whom").fill("Harbour Office")
    await page.getByLabel("Day").fill("2026-02-20")
    await page.getByLabel("In answer to").selectOption({ label: "Harbour Office, 3 February 2026" })
    await page.getByRole("button", { name: "Note it" }).click()
    await expect(page.getByText("Answer received from Harbour Office")).toBeVisible()
    await lookAt(page)
    const file = page.getByRole("link", { name: /letter.*html/ })
    const address = (await file.getAttribute("href")) ?? ""
    const saved = await page.request.get(address)
    expect(saved.headers()["content-disposition"]).toMatch(/^attachment; filename="letter b .html"/)
    expect(saved.headers()["content-type"]).toBe("application/octet-stream")
    expect(await saved.text()).toBe("<script>alert(1)</script>")
    expect((await reader.get(address, { maxRedirects: 0 })).status()).toBe(307)
    const shown = await (await reader.get(`/wg-strategy/documents/${slug}`)).text()
    expect(shown).toContain("version 2 sent to Harbour Office on 3 February 2026")
    expect(shown).not.toContain("messenger")
  })

  await test.step("an older text is brought back, and its versions stay", async () => {
    await page.goto(`${desk}/${slug}/history/2`)
    await page.getByRole("button", { name: "Restore this revision" }).click()
    await expect(page.getByText("brought back, as a new revision")).toBeVisible()
    await expect(page.getByText("every month")).toBeVisible()
    const newest = await (await reader.get(`/wg-strategy/documents/${slug}`)).text()
    expect(newest).toContain("every two weeks")
  })

  await test.step("a member fills what is missing, and the link leads there, also in what is public", async () => {
    await as("pavel@example.org")
    await page.goto(desk)
    await page.getByRole("link", { name: /documents? (?:is|are) missing$/ }).click()
    await lookAt(page)
    const fill = page.getByRole("button", { name: "Fill “the tariff”" })
    const form = page.locator("form").filter({ has: fill })
    await form.getByLabel("Or an address elsewhere").fill("https://tides.example.org/annex.pdf")
    await fill.click()
    await expect(page.getByText("The links lead there now")).toBeVisible()
    await page.goto(`/wg-strategy/documents/${slug}/v1`)
    await expect(page.getByRole("link", { name: "the tariff" })).toHaveAttribute(
      "href",
      "https://tides.example.org/annex.pdf",
    )
  })

  await test.step("a member comments on one of its sections", async () => {
    await page.goto(`${desk}/${slug}`)
    await page.getByRole("link", { name: "Comments", exact: true }).last().click()
    await page.getByRole("combobox", { name: "About" }).selectOption({ label: "Message" })
    await page.getByLabel("Your comment").fill("Every month is enough.")
    await page.getByRole("button", { name: "Comment", exact: true }).click()
    await expect(page.getByRole("region", { name: "Message" })).toContainText(
      "Every month is enough.",
    )
    await lookAt(page)
  })
  await reader.dispose()
  await inside.leave()
})

test("script in every field of a document is words, on the desk and in public", async ({
  page,
  portal,
}) => {
  const inside = await enter(portal)
  const [name = "", value = ""] = (await inside.cookieOf("ines@example.org")).split("=")
  await page.context().addCookies([{ name, value, domain: "localhost", path: "/" }])
  const evil = (n: number) =>
    `</script><script>window.bad=${n}</script>"><img src=x onerror="window.bad=${n}">`
  const desk = "/desk/wg-strategy/documents"
  await page.goto(`${desk}/new`)
  await page.getByLabel("Title").fill(`Evil ${evil(1)}`)
  await page.getByRole("button", { name: "Begin the document" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Evil" })).toBeVisible()
  const [slug = ""] = new URL(page.url()).pathname.split("/").slice(-1)
  await write(inside, slug, [
    { ...heading("x"), content: [words(evil(2))] },
    paragraph(words(evil(3), hrefOf({ to: "missing", label: evil(4) }))),
  ])
  await inside.sql`
    insert into missing_documents (group_id, document_id, label)
    select group_id, id, ${evil(4)} from documents where slug = ${slug}`
  await page.goto(`${desk}/${slug}/versions`)
  await page.getByLabel("Name").fill(evil(5))
  await page.getByLabel("What is new in it").fill(evil(6))
  await page.getByRole("button", { name: "Make version 1" }).click()
  await page.getByRole("button", { name: "Publish version 1" }).click()
  await expect(page.getByText("The version is public")).toBeVisible()
  await page.goto(`${desk}/${slug}/sent`)
  await page.getByLabel("To whom, or from whom").fill(evil(7))
  await page.getByLabel("Day").fill("2026-02-03")
  await page.getByLabel("Which version").selectOption({ index: 1 })
  await page.getByRole("textbox", { name: /^Note/ }).fill(evil(8))
  await page.getByRole("button", { name: "Note it" }).click()
  await expect(page.getByText("The entry was noted")).toBeVisible()
  const pages = [
    ...["", "/versions", "/versions/v1", "/sent", "/edit", "/compare?from=r1&to=v1"].map(
      (part) => `${desk}/${slug}${part}`,
    ),
    ...[desk, `${desk}/missing`, "/wg-strategy/documents", `/wg-strategy/documents/${slug}`],
  ]
  for (const address of pages) {
    await page.goto(address)
    await expect(page.getByText("window.bad").first(), address).toBeAttached()
    expect(await page.evaluate(() => "bad" in window), address).toBe(false)
    expect(await page.locator('img[src="x"]').count(), address).toBe(0)
  }
  await inside.leave()
})
