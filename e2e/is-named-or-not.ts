import { lookAt } from "./support/fits"
import { enter, type Insider } from "./support/sessions"
import { expect, test } from "./support/test"

const slug = "harbour-rules"
const short = "What the harbour rules lack"
const long = "What is next for the harbour"
const said = 23

/** A document on which two consultations are open, of which one has more threads than a page shows. */
async function arrange({ sql }: Insider): Promise<void> {
  const text = {
    schema: 2,
    content: [{ type: "paragraph", content: [{ type: "text", text: "Ships wait outside." }] }],
  }
  await sql`
    with asker as (
      select g.id as group_id, a.person_id from groups g, accounts a
      where g.slug = 'wg-strategy' and a.email = 'ines@example.org'),
    document as (
      insert into documents (group_id, slug, title, revision)
      select group_id, ${slug}, 'Harbour rules', 1 from asker returning id),
    revision as (
      insert into document_revisions (document_id, number, text)
      select id, 1, ${sql.json(text)} from document),
    consultation as (
      insert into consultations (group_id, slug, title, question, audience, opens_at, closes_at,
        opened_at, reminded_at, asked_by)
      select group_id, what.slug, what.title, 'Say it.', 'members', now() - interval '1 day',
        now() + what.lasts, now() - interval '1 day', now(), person_id
      from asker, (values ('harbour-rules-lack', ${short}, interval '3 days'),
        ('harbour-next', ${long}, interval '9 days')) as what (slug, title, lasts)
      returning id, slug, group_id),
    texts as (
      insert into consultation_texts (consultation_id, position, document_id, revision)
      select consultation.id, 0, document.id, 1 from consultation, document),
    thread as (
      insert into threads (group_id, document_id, about, consultation_id, created_at)
      select group_id, document.id, 'text', consultation.id, now() - make_interval(mins => 100 - n)
      from consultation, document, generate_series(1, ${said}) n
      where consultation.slug = 'harbour-rules-lack'
      returning id, consultation_id, created_at)
    insert into comments (thread_id, author_id, text, submission, consultation_id, created_at)
    select id, person_id, 'Pier ' || row_number() over (order by created_at) || ' has no light.',
      gen_random_uuid(), consultation_id, created_at from thread, asker`
  await sql`
    update comments set hidden_at = now(), hidden_by = author_id, hidden_reason = 'It was a test.'
    where text = 'Pier 2 has no light.'`
  await sql`
    update threads set state = 'resolved', disposition = 'not-accepted', decided_at = now()
    where id = (select thread_id from comments where text = 'Pier 3 has no light.')`
}

test("a member reads all that was said, says to which consultation their words count, and is not named", async ({
  browser,
  portal,
}) => {
  test.setTimeout(240_000)
  const inside = await enter(portal)
  await arrange(inside)
  const sitDown = async (email: string, javaScriptEnabled: boolean) => {
    const context = await browser.newContext({ javaScriptEnabled, baseURL: portal.origin })
    const [name = "", value = ""] = (await inside.cookieOf(email)).split("=")
    await context.addCookies([{ name, value, domain: "localhost", path: "/" }])
    return context.newPage()
  }
  const plain = await sitDown("pavel@example.org", false)
  const chair = await sitDown("ines@example.org", true)
  const desk = "/desk/wg-strategy"

  await test.step("without script every thread can be reached, a page at a time", async () => {
    await plain.goto(`${desk}/consultations/harbour-rules-lack`)
    const all = plain.getByRole("region", { name: "Comments so far" })
    await expect(all.locator("section.thread")).toHaveCount(20)
    const pages = all.getByRole("navigation", { name: "Pages of the comments on Harbour rules" })
    await pages.getByRole("link", { name: "Next" }).click()
    await expect(pages).toContainText("Page 2 of 2")
    await expect(all.locator("section.thread")).toHaveCount(said - 20)
    await expect(all).toContainText(`Pier ${said} has no light.`)
    await chair.goto(plain.url())
    await lookAt(chair)
  })

  await test.step("on the page of the text the form says where a comment is published, and lets choose", async () => {
    await plain.goto(`${desk}/documents/${slug}/comments`)
    const form = plain.locator("form.file-form").first()
    await expect(form).toContainText("It is published in the compendium")
    await chair.goto(plain.url())
    await lookAt(chair)
    await form.getByLabel("Consultation to which it counts").selectOption({ label: long })
    await form.getByLabel("Your comment").fill("The cranes are old.")
    await form.getByLabel(/Do not name me/).check()
    await form.getByRole("button", { name: "Comment", exact: true }).click()
    await plain.goto(`${desk}/consultations/harbour-next`)
    const own = plain.locator("article", { hasText: "The cranes are old." })
    await expect(own).toContainText("published without your name")
    await expect(
      plain.getByRole("region", { name: "Comments so far" }).locator("form.file-form"),
    ).toContainText(`It counts to the consultation “${long}” and is published in its compendium.`)
  })

  await test.step("and changes it afterwards", async () => {
    const own = plain.locator("article", { hasText: "The cranes are old." })
    await own.getByRole("button", { name: "Name me in the compendium" }).click()
    await expect(own).not.toContainText("published without your name")
    await own.getByRole("button", { name: "Do not name me in the compendium" }).click()
    await expect(own).toContainText("published without your name")
  })

  await test.step("what is not accepted needs a reason, which the form asks for", async () => {
    await chair.goto(`${desk}/consultations/harbour-next`)
    const thread = chair.locator("section.thread", { hasText: "The cranes are old." })
    await thread.getByText("Resolve", { exact: true }).click()
    // The form that hides a comment asks for a reason too.
    const form = thread.locator("details", { hasText: "Resolve the thread" })
    await form.getByRole("radio", { name: "not accepted", exact: true }).check()
    await form.getByRole("button", { name: "Resolve the thread" }).click()
    await expect(form.getByLabel("Reason")).toHaveAccessibleDescription(/Say why/)
    await form.getByLabel("Reason").fill("They were painted in spring.")
    await form.getByRole("button", { name: "Resolve the thread" }).click()
    await expect(thread).toContainText("They were painted in spring.")
  })

  await test.step("the worksheet shows what is hidden, and leads to a decision of before without a reason", async () => {
    await chair.goto(`${desk}/consultations/harbour-rules-lack/worksheet`)
    const hidden = chair.locator("li.sheet-thread").nth(1)
    await expect(hidden).toContainText(/Hidden by .+: It was a test\./)
    await expect(hidden).not.toContainText("Pier 2 has no light.")
    await lookAt(chair)
    await chair.getByRole("link", { name: "Say why" }).click()
    await expect(chair.locator("li.sheet-thread")).toHaveCount(1)
    await expect(chair.locator("li.sheet-thread")).toContainText("Pier 3 has no light.")
    await chair.getByRole("textbox", { name: /^Answer/ }).fill("It has one.")
    await chair.getByRole("button", { name: "Save" }).click()
    await expect(chair.getByText("Saved.")).toBeVisible()
    await chair.reload()
    await expect(chair.getByText("Every decision says why.")).toBeVisible()
  })
  await inside.leave()
})
