import { existsSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { expectAccessible, toTheEnd } from "./support/accessible"
import { inputsFolder } from "./support/inputs"
import { linkIn } from "./support/mailbox"
import { expect, test } from "./support/test"

type Report = {
  file: string
  number: number
  items: string[]
  /** The beginning of the sentence that decides. */
  decision: string
  host: string
  /** Words that must come out as they went in. */
  words: string[]
}

const sample: Report = {
  file: fileURLToPath(new URL("./samples/report.txt", import.meta.url)),
  number: 21,
  items: [
    "Lessons of the summer school",
    "A letter to the host country",
    "Any other business",
    "Venue",
    "Travel support",
  ],
  decision: "It was agreed that the group will send a letter",
  host: "Oriel Santamaria",
  words: ["forty people had taken part", "Nobody spoke against it", "the fund allows for eight"],
}

const real: Report = {
  file: path.join(inputsFolder, "report-2021-10-07.txt"),
  number: 26,
  items: ["Reflections on the Our Common Agenda Report", "Update on the IGF Youth Summit", "MHLB"],
  decision: "It was agreed that the WG Strategy will prepare a response letter",
  host: "",
  words: [
    "65 parliamentarians are registered so far",
    "finalizing the amendments on the legal documents",
  ],
}

for (const [name, report] of Object.entries({
  "an invented report": sample,
  "a real report": real,
})) {
  test(`takes ${name} from its file to the page that the public reads`, async ({
    browser,
    portal,
    mailbox,
  }) => {
    test.skip(!existsSync(report.file), "the group's own reports are not here")
    test.setTimeout(180_000)
    const desk = await browser.newContext({ baseURL: portal.origin })
    const page = await desk.newPage()

    await page.goto("/sign-in")
    await page.getByLabel("Mail address").fill("mei@example.org")
    await page.getByRole("button", { name: "Send the link" }).click()
    await page.goto(linkIn(await mailbox.take("mei@example.org")))
    await page.getByRole("button", { name: "Sign in now" }).click()
    await page.getByRole("link", { name: "WG-Strategy" }).first().click()
    await page.getByRole("link", { name: "Import" }).click()
    await expectAccessible(page)
    await page.getByLabel("Files").setInputFiles(report.file)
    await page.getByRole("button", { name: "Read the files" }).click()
    await expectAccessible(page)
    await page.getByRole("link", { name: /^Look at/ }).click()

    // Two numbers are printed; the one that was taken is confirmed.
    await expect(page.getByLabel(/^Number/)).toHaveValue(String(report.number))
    const numbers = page.locator(".finding").filter({ hasText: "Two numbers" })
    await numbers.getByRole("button", { name: `Take ${report.number}` }).click()
    await expect(numbers).toHaveCount(0)
    await page
      .locator(".finding")
      .filter({ hasText: report.decision.slice(0, 60) })
      .getByRole("button", { name: "Mark as decision" })
      .click()
    await expect(page.locator("textarea", { hasText: `DECISION: ${report.decision}` })).toHaveCount(
      1,
    )
    await toTheEnd(page)
    await expectAccessible(page)
    await page.getByRole("button", { name: "Save as draft" }).click()
    await expect(page.getByRole("heading", { level: 1 })).toContainText(`Meeting ${report.number}`)
    const meeting = new URL(page.url()).pathname

    // Nobody outside sees the draft, and a member cannot publish it.
    const outside = await browser.newContext({ baseURL: portal.origin })
    const reader = await outside.newPage()
    const address = `/wg-strategy/meetings/${report.number}`
    expect((await outside.request.get(address)).status()).toBe(404)
    expect((await outside.request.get(meeting, { maxRedirects: 0 })).headers().location).toContain(
      "/sign-in?next=",
    )
    const member = await browser.newContext({ baseURL: portal.origin })
    const colleague = await member.newPage()
    await colleague.goto("/sign-in")
    await colleague
      .getByRole("listitem")
      .filter({ hasText: /member$/ })
      .getByRole("button")
      .first()
      .click()
    await expect(colleague).toHaveURL(/\/desk$/)
    expect((await member.request.get(meeting)).status()).toBe(200)
    expect((await member.request.get(`${meeting}/publish`)).status()).toBe(403)

    await page.getByRole("link", { name: "Publish the report" }).click()
    await expectAccessible(page)
    await page.getByRole("button", { name: "Publish version 1" }).click()
    await expect(page.getByText("Version 1 is published")).toBeVisible()

    // Signed out, in a browser of their own, the public reads it at once.
    await reader.goto(address)
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText(`Meeting ${report.number}`)
    for (const item of report.items) {
      await expect(reader.getByRole("heading", { name: item }).first()).toBeVisible()
    }
    const decision = reader.locator(".decision")
    await expect(decision).toHaveCount(1)
    await expect(decision).toContainText(report.decision)
    await expect(decision).toContainText(`Decision ${report.number}/1`)
    for (const words of [...report.words, report.host]) {
      await expect(reader.locator("article")).toContainText(words)
    }
    await expectAccessible(reader)
    expect(await outside.cookies()).toEqual([])

    for (const context of [desk, outside, member]) await context.close()
  })
}
