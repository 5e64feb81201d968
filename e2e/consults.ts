import type { Page } from "@playwright/test"
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate"
import { createTransport } from "nodemailer"
import { lookAt } from "./support/fits"
import { dayOf, hoursAhead, timeOf } from "./support/hours"
import { headerOf, type Mail } from "./support/mailbox"
import { enter } from "./support/sessions"
import { expect, test } from "./support/test"

const slug = "plan-of-activities"
const title = "Plan of activities"
const asked = "What is missing in our plan"

/** Writes the document as its next revision, in the plain form; the editor has journeys of its own. */
async function write(page: Page, aims: string) {
  await page.goto(`/desk/wg-strategy/documents/${slug}/write/plain`)
  await page
    .getByLabel("Text", { exact: true })
    .fill(`# Aims\n\n${aims}\n\n# Calendar\n\nA call every two weeks.`)
  await page.getByRole("button", { name: "Save" }).click()
  await expect(page.getByText(/Saved at .* revision/)).toBeVisible()
}

async function publishVersion(page: Page, number: number, name: string) {
  await page.goto(`/desk/wg-strategy/documents/${slug}/versions`)
  await page.getByLabel("Name").fill(name)
  await page.getByRole("button", { name: `Make version ${number}` }).click()
  await expect(page.getByText("The version was made")).toBeVisible()
  await page.getByRole("button", { name: `Publish version ${number}` }).click()
  await expect(page.getByText("The version is public")).toBeVisible()
}

/** A row of a spreadsheet with its disposition and answer filled in, found by the words of the comment. */
function fillIn(file: Buffer, words: string, disposition: string, answer: string): Buffer {
  const parts = unzipSync(new Uint8Array(file))
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const name = "xl/worksheets/sheet1.xml"
  const shared = [...part("xl/sharedStrings.xml").matchAll(/<si><t[^>]*>([\s\S]*?)<\/t><\/si>/g)]
  const place = shared.findIndex(([, text]) => text === words)
  const row = new RegExp(`<c r="E(\\d+)"[^>]*><v>${place}</v>`).exec(part(name))?.[1]
  if (!row) throw new Error(`No row says “${words}”`)
  const cell = (at: string, text: string) =>
    `<c r="${at}${row}" t="inlineStr"><is><t>${text}</t></is></c>`
  const sheet = part(name)
    .replace(new RegExp(`<c r="L${row}"[^>]*/>`), cell("L", disposition))
    .replace(new RegExp(`<c r="M${row}"[^>]*/>`), cell("M", answer))
  return Buffer.from(zipSync({ ...parts, [name]: strToU8(sheet) }))
}

test("a consultation opens, is answered by link and by mail, closes by the clock, is worked through and published", async ({
  page,
  browser,
  portal,
  mailbox,
  inboundPort,
  moveClock,
  playwright,
}) => {
  test.setTimeout(420_000)
  const inside = await enter(portal)
  const [cookie = "", value = ""] = (await inside.cookieOf("ines@example.org")).split("=")
  await page.context().addCookies([{ name: cookie, value, domain: "localhost", path: "/" }])
  let desk = ""
  // Hours before any digest is due: only what is due at this end shall come.
  const closes = hoursAhead(2)

  await test.step("a document stands in public as version 1", async () => {
    await page.goto("/desk/wg-strategy/documents/new")
    await page.getByLabel("Title").fill(title)
    await page.getByLabel("Kind", { exact: true }).selectOption("activity-plan")
    await page.getByRole("button", { name: "Begin the document" }).click()
    await expect(page.getByText("The document was begun")).toBeVisible()
    await write(page, "The group meets and writes.")
    await publishVersion(page, 1, "As proposed")
  })

  await test.step("a co-chair opens it for comments and invites two people without accounts", async () => {
    await page.goto("/desk/wg-strategy/consultations/new")
    await page.getByLabel("Title").fill(asked)
    await page.getByLabel("What is asked").fill("Is anything missing?")
    await page.getByLabel(new RegExp(title)).check()
    await page.getByRole("radio", { name: /^Members and people who are invited/ }).check()
    await page.getByLabel("Opens on").fill(dayOf(hoursAhead(-24)))
    await page.getByLabel("at (opening)").fill("09:00")
    await page.getByLabel("Closes on").fill(dayOf(closes))
    await page.getByLabel("at (end)").fill(timeOf(closes))
    await page.getByRole("button", { name: "Save" }).click()
    await expect(page.getByText("The consultation is planned.")).toBeVisible()
    desk = new URL(page.url()).pathname
    await page.goto(`${desk}/guests`)
    await page.getByLabel("Mail addresses").fill("zoe@example.org, yusuf@example.org")
    await page.getByRole("button", { name: "Invite" }).click()
    await expect(page.getByRole("cell", { name: "not confirmed yet" })).toHaveCount(2)
  })

  const [toZoe, toYusuf] = [
    await mailbox.take("zoe@example.org"),
    await mailbox.take("yusuf@example.org"),
  ]

  await test.step("one of them comments by the link, without script, and asks not to be named", async () => {
    const link = /http\S+take-part\?token=[\w-]+/.exec(toZoe.text)?.[0] ?? ""
    const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: portal.origin })
    const guest = await plain.newPage()
    await guest.goto(link)
    await guest.getByLabel("Name").fill("Zoe Lindqvist")
    await guest.getByLabel("Stakeholder group").selectOption("civil-society")
    await guest.getByRole("button", { name: "Confirm and go on" }).click()
    await guest.goto(link)
    await guest.getByLabel("Words that it is about").fill("every two weeks")
    await guest.getByLabel("Your comment", { exact: true }).fill("Every week in spring.")
    await guest.getByLabel(/Do not name me/).check()
    await guest.getByRole("button", { name: "Send the comment" }).click()
    await expect(guest.getByText("Your comment is filed")).toBeVisible()
    await plain.close()
  })

  await test.step("the other answers the mail, through the mail server of the portal", async () => {
    const to = headerOf(toYusuf.source, "Reply-To")
    expect(to).toMatch(/^[a-z2-7]{64}@reply\.example\.org$/)
    await reply(inboundPort, toYusuf, to)
    await expect
      .poll(async () => inside.sql`select outcome, reason from inbound_mails`, { timeout: 30_000 })
      .toEqual([{ outcome: "filed", reason: "" }])
    const named = (await mailbox.take("yusuf@example.org")).text
    expect(named).toMatch(/under the name “Yusuf Aydin”[\s\S]+take-part\?token=/)
    await page.goto(desk)
    const said = page.getByRole("region", { name: "Comments so far" })
    await expect(said).toContainText("Add a public call.")
    await expect(said).not.toContainText("Harbour Pilots")
    await expect(said).not.toContainText("Is anything missing?")
  })

  await test.step("the clock closes it", async () => {
    const row = async () => {
      const [found] = await inside.sql<{ closes_at: Date; closed_at: Date | null }[]>`
        select closes_at, closed_at from consultations where title = ${asked}`
      if (!found) throw new Error("The consultation is gone")
      return found
    }
    const { closed_at: before } = await row()
    expect(before).toBeNull()
    await moveClock(closes)
    // The job that looks every minute finds it over, whatever its form said when it was asked.
    await expect.poll(async () => (await row()).closed_at, { timeout: 90_000 }).not.toBeNull()
    const { closes_at: said, closed_at: done } = await row()
    expect(said.toISOString()).toBe(`${closes.toISOString().slice(0, 16)}:00.000Z`)
    expect(done?.getTime()).toBeGreaterThanOrEqual(said.getTime())
    const [event] = await inside.sql`
      select e.name, e.actor_id from events e join consultations o on o.id::text = e.subject_id
      where o.title = ${asked} and e.name = 'consultation.closed'`
    expect(event).toEqual({ name: "consultation.closed", actor_id: null })
    await page.goto(`${desk.replace("/desk", "")}`)
    await expect(page.getByText("The consultation is over.")).toBeVisible()
  })

  await test.step("the co-chair decides one thread on the worksheet, in the order of the text", async () => {
    await page.goto(`${desk}/worksheet`)
    await lookAt(page)
    await expect(page.getByText("2 threads with 2 comments; 2 not decided")).toBeVisible()
    await expect(page.getByRole("heading", { level: 2 }).nth(0)).toContainText("The whole text")
    await expect(page.getByRole("heading", { level: 2 }).nth(1)).toContainText("Calendar")
    const decision = page.getByRole("form", { name: "Decision on thread 1" })
    await decision.getByLabel("Disposition").selectOption("partly-accepted")
    await decision.getByRole("button", { name: "Save" }).click()
    await expect(decision.getByRole("alert")).toContainText("Say why")
    await decision.getByLabel("Answer").fill("One call a year is public.")
    await decision.getByRole("button", { name: "Save" }).click()
    await expect(decision.getByRole("status")).toHaveText("Saved.")
    await expect(page.getByText("One thread is not decided.")).toHaveCount(0)
    await page.goto(`${desk}/worksheet?show=open`)
    await expect(page.getByText("Add a public call.")).toHaveCount(0)
    await expect(page.getByText("One thread is not decided.")).toBeVisible()
    await lookAt(page)
  })

  await test.step("and the other one offline, in a spreadsheet that comes back", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download as a spreadsheet" }).click(),
    ])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    const file = Buffer.concat(chunks)
    const bringIn = async (buffer: Buffer) => {
      await page
        .getByLabel("Spreadsheet (.xlsx)")
        .setInputFiles({ name: "worksheet.xlsx", mimeType: "application/octet-stream", buffer })
      await page.getByRole("button", { name: "Bring it in" }).click()
    }
    await bringIn(fillIn(file, "Every week in spring.", "Perhaps", ""))
    await expect(page.getByText("Row 3: “Perhaps” is no disposition.")).toBeVisible()
    await lookAt(page)
    await bringIn(fillIn(file, "Every week in spring.", "Accepted", "From March to May."))
    await expect(page.getByText("1 thread was decided; 1 row said nothing new.")).toBeVisible()
    await expect(page.getByText("Every thread is decided.")).toBeVisible()
  })

  await test.step("each of the two guests is told what became of their comment, and reads it on their page", async () => {
    const [zoe, yusuf] = [
      await mailbox.take("zoe@example.org"),
      await mailbox.take("yusuf@example.org"),
    ]
    expect(zoe.text).toMatch(/> Every week in spring\.\s+accepted: From March to May\./)
    expect(yusuf.text).toMatch(/partly accepted: One call a year is public\./)
    const own = await browser.newContext({ baseURL: portal.origin })
    const reader = await own.newPage()
    await reader.goto(/http\S+take-part\?token=[\w-]+/.exec(zoe.text)?.[0] ?? "")
    const said = reader.getByRole("region", { name: "Your comments" })
    await expect(said).toContainText("From March to May.")
    await expect(said).not.toContainText("One call a year is public.")
    await lookAt(reader)
    await own.close()
  })

  await test.step("version 2 of the document and the compendium are published", async () => {
    await write(page, "The group meets, writes, and holds one public call a year.")
    await publishVersion(page, 2, "After the consultation")
    await page.goto(`${desk}/worksheet`)
    await page.getByRole("button", { name: "Publish version 1" }).click()
    await expect(page.getByText("Version 1 is published.")).toBeVisible()
    await lookAt(page)
  })

  await test.step("the public reads both, without script, and whoever asked not to be named is not", async () => {
    const reader = await playwright.request.newContext({ baseURL: portal.origin })
    const address = `${desk.replace("/desk", "")}/compendium`
    await page.context().clearCookies()
    await page.goto(`/wg-strategy/documents/${slug}`)
    await expect(page.getByText("holds one public call a year")).toBeVisible()
    await page.goto(desk.replace("/desk", ""))
    await page.getByRole("link", { name: /compendium/i }).click()
    await expect(page).toHaveURL(address)
    await expect(page.getByText("Every week in spring.")).toBeVisible()
    await expect(page.getByText("From March to May.")).toBeVisible()
    // Version 2 was written elsewhere in the text: the words that were quoted stand.
    await expect(page.getByRole("blockquote")).toHaveText("every two weeks")
    await expect(page.getByText("One call a year is public.")).toBeVisible()
    await expect(page.getByText("Yusuf Aydin")).toBeVisible()
    await lookAt(page)
    for (const place of [address, `${address}/v1`, `/fr${address}`]) {
      const html = await (await reader.get(place)).text()
      expect(html).toContain("Every week in spring.")
      for (const word of ["Lindqvist", "zoe@", "yusuf@"]) expect(html).not.toContain(word)
    }
    expect((await reader.get(`${address}/v2`)).status()).toBe(404)
    await page.goto(`/fr${address}`)
    await expect(page.getByText("Accepté en partie").first()).toBeVisible()
    await lookAt(page)
    await reader.dispose()
  })

  await test.step("the two guests are told what came of it", async () => {
    for (const address of ["zoe@example.org", "yusuf@example.org"])
      expect((await mailbox.take(address)).text).toContain("/compendium")
    // Members hear of it as they chose; that is a journey of its own.
    const unfinished = () => inside.sql`
      select name from pgboss.job where name in ('events', 'mail') and state < 'completed'`
    await expect.poll(async () => (await unfinished()).length, { timeout: 30_000 }).toBe(0)
    mailbox.takeRest()
  })
  await inside.leave()
})

/** What a mail program sends as an answer: own words, a signature, and the mail that it answers. */
async function reply(port: number, mail: Mail, to: string): Promise<void> {
  const smtp = createTransport({ host: "127.0.0.1", port, ignoreTLS: true })
  const quoted = mail.text.trim().replace(/^/gm, "> ")
  await smtp.sendMail({
    from: "Yusuf Aydin <yusuf@example.org>",
    to,
    subject: `Re: ${mail.subject}`,
    inReplyTo: headerOf(mail.source, "Message-ID"),
    text: `Add a public call.\n\n-- \nYusuf Aydin\nHarbour Pilots\n\nOn Tue, 3 Mar 2026 at 14:02, Rapporteur wrote:\n\n${quoted}\n`,
  })
  smtp.close()
}
