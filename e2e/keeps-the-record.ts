import { execFile } from "node:child_process"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import type { Browser, Page } from "@playwright/test"
import { extractText, getDocumentProxy } from "unpdf"
import { readDocx } from "@/lib/imports/formats/docx"
import { writeBlocks } from "@/lib/imports/formats/write"
import { openDownload } from "@/lib/record/download"
import { firstMissing, wordsOf } from "@/lib/report-files/faults"
import { lookAt } from "./support/fits"
import { dayOf, farHour, hoursAhead, timeOf } from "./support/hours"
import { type Portal, startPortal } from "./support/portal"
import { enter, type Insider } from "./support/sessions"
import { expect, test } from "./support/test"
import { turnNow } from "./support/turn-now"

// A portal of its own: it publishes what other journeys keep as a draft, and breaks the record at its end.
let own: Portal
let inside: Insider
test.beforeAll(async ({ mailServer }) => {
  test.setTimeout(300_000)
  own = await startPortal({
    settings: { SMTP_URL: mailServer.address, RAPPORTEUR_DIGEST_HOUR: farHour() },
    isClockMoved: true,
  })
  inside = await enter(own)
})
test.afterAll(async () => {
  await inside.leave()
  await own.stop()
})

const root = fileURLToPath(new URL("..", import.meta.url))
const run = promisify(execFile)
const desk = "/desk/wg-strategy/meetings/59"
const report = "/wg-strategy/meetings/59"
const first = "The harbour opens at seven."
const better = "The harbour opens at six, and closes at eight."
// Hours before any digest is due: only what is due at this end shall come.
const closes = hoursAhead(2)

/** Somebody without an account, in a browser that runs no script. */
async function reader(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: own.origin })
  return context.newPage()
}

/** Replaces words of the closing, as plain text. */
async function rewrite(page: Page, words: (before: string) => string): Promise<void> {
  await page.goto(`${own.origin}${desk}/minutes/plain`)
  const field = page.getByRole("textbox", { name: "Closing", exact: true })
  await field.fill(words(await field.inputValue()))
  await page.getByRole("button", { name: "Save" }).click()
  await expect(page.getByText(/^Saved at/)).toBeVisible()
}

/** `npm run NAME` on the data of a folder, without a DATABASE_URL: its exit status, and what it said. */
async function operate(
  name: "verify" | "backup" | "restore",
  args: string[] = [],
  dataDir = own.dataDir,
): Promise<{ code: number; said: string }> {
  const command = ["--import", "tsx", path.join("server", "commands", `${name}.ts`), ...args]
  const settings = { RAPPORTEUR_DATA: dataDir, DATABASE_URL: "", DATABASE_MIGRATION_URL: "" }
  const env = { ...process.env, ...settings, AUTH_URL: own.origin, SMTP_URL: "" }
  return run(process.execPath, command, { cwd: root, env }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stderr }) => ({ code, said: stderr }),
  )
}

test("minutes are reviewed, published, found wrong, corrected, read in every format, and proved", async ({
  page,
  browser,
  mailbox,
}) => {
  test.setTimeout(900_000)
  let words = ""

  await test.step("a co-chair opens a review; one who is quoted has no account", async () => {
    await page.goto(`${own.origin}/sign-in`)
    await page.getByRole("button", { name: "Sign in as Inês Valadares-Koné" }).click()
    await expect(page).toHaveURL(/\/desk/)
    await rewrite(page, (before) =>
      `${before}\n\nSTATEMENT: Zeynep Aktan (Harbour Guild)\n${first}`.trim(),
    )
    await page.goto(`${own.origin}${desk}/review`)
    await page.getByLabel("Deadline", { exact: true }).fill(dayOf(closes))
    await page.getByLabel("Time of the deadline").fill(timeOf(closes))
    await page.getByRole("button", { name: "Open the review" }).click()
    await expect(page.getByText("The review is open", { exact: true })).toBeVisible()
    await lookAt(page)
    words = await page.getByLabel(/^Link for Zeynep Aktan/).inputValue()
  })

  await test.step("they change their words by the link, which shows nothing else", async () => {
    const guest = await reader(browser)
    await guest.goto(words)
    await expect(guest.getByText(first).first()).toBeVisible()
    await expect(guest.getByText("Members went through it line by line")).toHaveCount(0)
    await guest.getByRole("radio", { name: /I propose other words/ }).check()
    await guest.getByRole("textbox", { name: /^Your words, as they should stand/ }).fill(better)
    await guest.getByRole("button", { name: "Send the answer" }).click()
    await expect(guest.getByText("You proposed other words")).toBeVisible()
    await guest.context().close()
    const asked = await mailbox.take("leila@example.org")
    expect(asked.subject).toMatch(/^Your words in the minutes/)
    expect(asked.text).toContain("One of them should be asked to lead")
    expect(asked.text).not.toContain(first)
  })

  await test.step("the deadline passes, and the co-chair takes the words over", async () => {
    await own.moveClock(closes)
    await turnNow(inside.sql)
    const end = () => inside.sql<{ end: string }[]>`select "end" from reviews`
    await expect.poll(async () => (await end())[0]?.end, { timeout: 90_000 }).toBe("passed")
    await page.goto(`${own.origin}${desk}/review`)
    await page.getByRole("button", { name: "Take over" }).click()
    await expect(page.getByText("The other words stand in the minutes")).toBeVisible()
  })

  await test.step("version 1 is published with an answer still open, which the page says", async () => {
    await page.goto(`${own.origin}${desk}/publish`)
    await expect(page.getByText("One answer about quoted words is open")).toBeVisible()
    await lookAt(page)
    await page.getByRole("button", { name: "Publish version 1" }).click()
    await expect(page.getByText("Version 1 is published")).toBeVisible()
  })

  await test.step("a reader reports an error at a paragraph, and confirms their address", async () => {
    const other = await reader(browser)
    await other.goto(report)
    await expect(other.getByText(better)).toBeVisible()
    const paragraph = other.locator(".blk").filter({ hasText: better })
    await paragraph.hover()
    await paragraph.getByRole("link", { name: /^Report an error in paragraph/ }).click()
    await other.getByLabel("What is wrong, and what would be right?").fill("It closes at nine.")
    await other.getByLabel("Your mail address").fill("rea.der@example.org")
    await other.getByRole("button", { name: "Send" }).click()
    await expect(other.getByText("Look into your mail")).toBeVisible()
    const mail = await mailbox.take("rea.der@example.org")
    await other.goto(/http\S+confirm\S+/.exec(mail.text)?.[0] ?? "")
    await other.getByRole("button", { name: "Confirm" }).click()
    await expect(other.getByText("The co-chairs see your report")).toBeVisible()
    await other.context().close()
  })

  await test.step("version 2 corrects it, and whoever reported it is told", async () => {
    await page.goto(`${own.origin}/desk/wg-strategy/errors`)
    await expect(page.getByText("It closes at nine.")).toBeVisible()
    await lookAt(page)
    await page.getByRole("link", { name: "Begin a correction" }).click()
    await page.getByLabel("What is corrected, and why").fill("The harbour closes at nine.")
    await page.getByRole("button", { name: "Begin the correction" }).click()
    await expect(page.getByText("The correction is begun")).toBeVisible()
    await rewrite(page, (before) => before.replace("closes at eight", "closes at nine"))
    await page.goto(`${own.origin}${desk}/publish`)
    await page.getByRole("button", { name: "Publish version 2" }).click()
    await expect(page.getByText("Version 2 is published")).toBeVisible()
    const told = await mailbox.take("rea.der@example.org")
    expect(told.text).toContain("It is corrected in version 2")
  })

  await test.step("the public reads what was corrected and why, and compares old and new", async () => {
    const other = await reader(browser)
    await other.goto(report)
    await expect(other.getByText("closes at nine.").first()).toBeVisible()
    await expect(other.getByRole("complementary", { name: "About this version" })).toContainText(
      "The harbour closes at nine.",
    )
    await other.getByRole("link", { name: "Versions 1 and 2 beside each other" }).click()
    await expect(other.locator("del").filter({ hasText: "eight" })).toBeVisible()
    await expect(other.locator("ins").filter({ hasText: "nine" })).toBeVisible()
    await other.goto(`${report}/v1`)
    await expect(other.getByText("It is not the newest.")).toBeVisible()
    await expect(other.getByText(better)).toBeVisible()
    await other.context().close()
    for (const path of [report, `${report}/v1`, `${report}/v2/changes`, "/wg-strategy/record"]) {
      await page.goto(`${own.origin}${path}`)
      await lookAt(page)
    }
  })

  await test.step("PDF and DOCX hold the whole text, in order", async () => {
    const fetched = async (file: string) => {
      const answer = await page.request.get(`${own.origin}${report}/v2/${file}`)
      expect(answer.status()).toBe(200)
      return new Uint8Array(await answer.body())
    }
    const ledger = await page.request.get(`${own.origin}/wg-strategy/record/ledger.json`)
    expect(await ledger.text()).toContain('"meetings/59/v2"')
    const download = new TextDecoder().decode(await fetched("report.json"))
    const opened = openDownload(JSON.parse(download))
    const pdf = await extractText(await getDocumentProxy(await fetched("report.pdf")))
    expect(firstMissing(wordsOf(opened), pdf.text.join(" "))).toBeNull()
    const docx = writeBlocks(await readDocx(await fetched("report.docx")))
    expect(firstMissing(wordsOf(opened), docx)).toBeNull()
  })

  await test.step("a backup of the running portal comes back in a new folder, and no session with it", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "rapporteur-restored-"))
    const [file, dataDir] = [path.join(folder, "all.tar.gz"), path.join(folder, "data")]
    const backup = await operate("backup", [file])
    expect(backup).toMatchObject({ code: 0 })
    const head = /\/wg-strategy\/record +\d+ +([0-9a-f]{64})/.exec(backup.said)?.[1] ?? "none"
    const restored = await operate("restore", [file], dataDir)
    expect(restored).toMatchObject({
      code: 0,
      said: expect.stringContaining("The record is sound. All sessions were ended."),
    })
    const over = await operate("restore", [file], dataDir)
    expect([over.code, over.said]).toEqual([1, expect.stringContaining("not empty")])
    expect(await operate("verify", [head], dataDir)).toMatchObject({ code: 0 })

    // It would send what the first one still has to: its mail goes nowhere.
    const settings = { SMTP_URL: "smtp://127.0.0.1:9" }
    const other = await startPortal({ dataDir, settings })
    try {
      await page.goto(`${own.origin}${desk}/publish`)
      await expect(page).toHaveURL(/\/publish$/)
      // The same cookies, in a browser of its own.
      const context = await browser.newContext({
        storageState: await page.context().storageState(),
      })
      const elsewhere = await context.newPage()
      await elsewhere.goto(`${other.origin}${desk}/publish`)
      await expect(elsewhere).toHaveURL(/\/sign-in/)
      await elsewhere.goto(`${other.origin}${report}`)
      await expect(elsewhere.getByText("closes at nine.").first()).toBeVisible()
      await context.close()
    } finally {
      await other.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    }
  })

  await test.step("the record verifies, until one byte is changed by hand", async () => {
    expect(await operate("verify")).toMatchObject({
      code: 0,
      said: expect.stringContaining("The record is sound."),
    })
    await inside.sql.begin(async (tx) => {
      await tx`alter table reports disable trigger user`
      await tx`
        update reports set content = replace(content::text, 'line by line', 'line by lime')::jsonb
        where number = 59 and version = 1`
      await tx`alter table reports enable trigger user`
    })
    const { code, said } = await operate("verify")
    expect(code).toBe(1)
    expect(said).toContain("meetings/59/v1")
    const unfinished = () =>
      inside.sql`select name from pgboss.job where name in ('events', 'mail') and state < 'completed'`
    await expect.poll(async () => (await unfinished()).length, { timeout: 60_000 }).toBe(0)
    // Members hear of windows and versions as they chose; that is a journey of its own.
    mailbox.takeRest()
  })
})
