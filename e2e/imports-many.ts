import { mkdirSync, writeFileSync } from "node:fs"
import path from "node:path"
import type { Page } from "@playwright/test"
import { makeReport } from "../bench/archive/report"
import { expectAccessible } from "./support/accessible"
import { makeZip } from "./support/make-zip"
import { enter, type Insider } from "./support/sessions"
import { expect, test } from "./support/test"

/** Numbers that no other journey brings in. */
const first = 3001
const count = 120

async function signIn(page: Page, inside: Insider): Promise<void> {
  const cookie = await inside.cookieOf("ines@example.org")
  const [name = "", value = ""] = cookie.split("=")
  await page.context().addCookies([{ name, value, domain: "localhost", path: "/" }])
}

/** What somebody does who drops a folder's files onto the form. */
async function drop(page: Page, files: { name: string; text: string }[]): Promise<void> {
  const data = await page.evaluateHandle((given) => {
    const made = new DataTransfer()
    for (const { name, text } of given) made.items.add(new File([text], name))
    return made
  }, files)
  await page.locator(".drop-form").dispatchEvent("drop", { dataTransfer: data })
}

test("thousands of files: dropped, followed, paused, resumed, saved, and told apart", async ({
  page,
  portal,
}) => {
  test.setTimeout(240_000)
  const inside = await enter(portal)
  await signIn(page, inside)
  await page.goto("/desk/wg-strategy/import")
  await expectAccessible(page)
  await expect(page.getByLabel("A whole folder")).toBeVisible()
  const files = Array.from({ length: count }, (_, place) => ({
    name: `call-${first + place}.txt`,
    text: makeReport(first + place),
  }))
  await drop(page, [...files, { name: "letter.txt", text: "Dear all, nothing happened." }])
  await expect(page.getByText(`${count + 1} files are chosen.`)).toBeVisible()

  // While the group is held nothing that was read can be kept, so that the pause comes in the middle.
  const held = await inside.sql.reserve()
  await held`begin`
  await held`select 1 from groups where slug = 'wg-strategy' for no key update`
  await page.getByRole("button", { name: "Read the files" }).click()
  await expect(page.getByRole("heading", { name: `Import: ${count + 1} files` })).toBeVisible({
    timeout: 30_000,
  })
  await expect(page.getByRole("heading", { name: "Reading" })).toBeVisible()
  await expect(page.getByText(`0 of ${count + 1} read`)).toBeVisible()
  await expect(page.getByRole("progressbar")).toHaveAttribute("value", "0")
  // The first of them are read, and wait for the group.
  await expect
    .poll(async () => (await held`select 1 from pg_locks where not granted`).length, {
      timeout: 60_000,
    })
    .toBeGreaterThan(0)
  await page.getByRole("button", { name: "Pause" }).click()
  await expect(page.getByRole("heading", { name: /^Paused by Inês/ })).toBeVisible()
  await expectAccessible(page)
  await held`commit`
  held.release()

  // What was in hand is finished, and no more is begun.
  await expect(page.getByText(/^[1-9]\d* of 121 read/)).toBeVisible({ timeout: 30_000 })
  const waiting = page.getByRole("link", { name: /^Waiting: / })
  await page.reload()
  await expect(waiting).toBeVisible()
  await page.getByRole("button", { name: "Resume" }).click()
  await expect(page.getByRole("heading", { name: "All files are read" })).toBeVisible({
    timeout: 90_000,
  })
  await expect(page.getByText(`${count + 1} of ${count + 1} read, 1 refused`)).toBeVisible()
  await expect(page.getByRole("status").filter({ hasText: "All files are read" })).toBeAttached()

  await page.getByRole("link", { name: "Refused: 1" }).click()
  await expect(page.getByRole("row").filter({ hasText: "letter.txt" })).toContainText(
    "does not look like the report of a meeting",
  )
  await expect(page.getByRole("row")).toHaveCount(2)
  await page.getByRole("link", { name: "All: 121" }).click()
  await expect(page.getByRole("row")).toHaveCount(101)
  await page.getByRole("link", { name: "Next files" }).click()
  await expect(page.getByRole("row").filter({ hasText: "call-3120.txt" })).toContainText("3120")
  await expect(page.getByRole("row").filter({ hasText: "call-3120.txt" })).toContainText(
    "12 people",
  )
  await expectAccessible(page)

  // One number is taken meanwhile: that one is not saved, and the list says why.
  await inside.sql`
    insert into meetings (group_id, number, revision) select id, 3005, 1 from groups where slug = 'wg-strategy'`
  await page.getByRole("button", { name: `Save ${count} drafts` }).click()
  await expect(page.getByText(`${count - 1} saved, 1 not saved.`).first()).toBeVisible({
    timeout: 90_000,
  })
  await page.getByRole("link", { name: "Not saved: 1" }).click()
  await expect(page.getByRole("row").filter({ hasText: "call-3005.txt" })).toContainText(
    "belongs to another meeting",
  )
  await page.getByRole("link", { name: "Bring in more" }).click()
  await expect(page.getByRole("row").filter({ hasText: "all read" }).first()).toContainText("119")
  await expectAccessible(page)
  await inside.leave()
})

test("a request that fails is sent again, and what was sent is kept", async ({
  page,
  portal,
  consoleWatch,
}) => {
  test.setTimeout(120_000)
  consoleWatch.allow(/Failed to load resource|net::ERR/)
  const inside = await enter(portal)
  await signIn(page, inside)
  await page.goto("/desk/wg-strategy/import")
  await expect(page.getByLabel("A whole folder")).toBeVisible()
  const files = Array.from({ length: 210 }, (_, place) => ({
    name: `short-${place}.txt`,
    text: `Milk, bread and ${place} lemons.`,
  }))
  await drop(page, files)
  await expect(page.getByText("210 files are chosen.")).toBeVisible()
  // The first part arrives; for the second the line is gone.
  let parts = 0
  await page.route("**/desk/wg-strategy/import", async (route) => {
    if (route.request().method() !== "POST") return route.fallback()
    parts += 1
    return parts === 1 ? route.fallback() : route.abort()
  })
  await page.getByRole("button", { name: "Read the files" }).click()
  await expect(page.getByText("Sending stopped after 200 of 210 files")).toBeVisible({
    timeout: 30_000,
  })
  await expectAccessible(page)
  await page.unroute("**/desk/wg-strategy/import")
  await page.getByRole("button", { name: "Send the rest" }).click()
  await expect(page.getByRole("heading", { name: "Import: 210 files" })).toBeVisible({
    timeout: 30_000,
  })
  await expect(page.getByText("210 of 210 read, 210 refused")).toBeVisible({ timeout: 30_000 })
  await inside.leave()
})

test("without script a plain form takes many files and an archive, and links show how far it is", async ({
  browser,
  portal,
}, info) => {
  test.setTimeout(120_000)
  const inside = await enter(portal)
  const plain = await browser.newContext({ baseURL: portal.origin, javaScriptEnabled: false })
  const page = await plain.newPage()
  await signIn(page, inside)
  const folder = info.outputPath("files")
  mkdirSync(folder, { recursive: true })
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(path.join(folder, name), content)
    return path.join(folder, name)
  }
  const archive = makeZip(
    [4001, 4002, 4003].map((number) => ({ name: `2019/${number}.txt`, text: makeReport(number) })),
  )
  await page.goto("/desk/wg-strategy/import")
  await page
    .getByLabel("Files")
    .setInputFiles([write("4000.txt", makeReport(4000)), write("old.zip", archive)])
  await page.getByRole("button", { name: "Read the files" }).click()
  await expect(page.getByRole("heading", { name: /^Import: / })).toBeVisible({ timeout: 30_000 })
  await expect(async () => {
    await page.reload()
    await expect(page.getByText("4 of 4 read")).toBeVisible()
  }).toPass({ timeout: 30_000 })
  await expect(page.getByRole("row").filter({ hasText: /400\d\.txt/ })).toHaveCount(4)
  await page.getByRole("button", { name: "Save 4 drafts" }).click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByText("4 saved").first()).toBeVisible()
  }).toPass({ timeout: 30_000 })
  await plain.close()
  await inside.leave()
})
