import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { Locator, Page } from "@playwright/test"
import { momentText } from "@/lib/platform/dates"
import { expectAccessible, toTheEnd } from "./support/accessible"
import { inputPath, inputsFolder, inputsMissing } from "./support/inputs"
import { type Portal, startPortal } from "./support/portal"
import { expect, test } from "./support/test"

// Two archives of one group would settle each other's numbers: each gets a portal of its own.
let own: Portal
test.beforeEach(async () => {
  own = await startPortal()
})
test.afterEach(() => own.stop())

/** What somebody does by hand: each press of an answer and each field that is filled in counts as one. */
class Corrections {
  done: string[] = []

  async press(button: Locator) {
    this.done.push((await button.textContent()) ?? "")
    await button.click()
  }

  async fill(field: Locator, value: string) {
    this.done.push(`filled in ${value}`)
    await field.fill(value)
  }

  /** Says in the output of the run what was done, and fails above twelve. */
  async fewEnough() {
    process.stdout.write(`${this.done.length} corrections by hand: ${this.done.join(" · ")}\n`)
    await test.step(`${this.done.length} corrections by hand: ${this.done.join(" · ")}`, () => {
      expect(this.done.length, this.done.join(" · ")).toBeLessThanOrEqual(12)
    })
  }
}

async function enter(page: Page) {
  await page.goto(`${own.origin}/sign-in`)
  await page
    .getByRole("listitem")
    .filter({ hasText: /co-chair$/ })
    .getByRole("button")
    .first()
    .click()
  await expect(page).toHaveURL(/\/desk$/)
}

/** Brings the files in, and leaves the page of their batch open. */
async function bringIn(page: Page, files: string[]): Promise<string> {
  await page.goto(`${own.origin}/desk/wg-strategy/import`)
  await page.getByLabel("Files").setInputFiles(files)
  await page.getByRole("button", { name: "Read the files" }).click()
  await expect(page.getByRole("heading", { name: "All files are read" })).toBeVisible({
    timeout: 60_000,
  })
  // Who is who is asked when all of them are read.
  await page.goto(page.url())
  return page.url()
}

/** Answers that a press can give, wherever they are offered, in the order in which they make sense. */
const ready = [
  /^Add all/,
  /^Keep one/,
  /^Use the agenda/,
  /^Use “/,
  /^Mark as decision/,
  /^Mark as action/,
]

/** Presses every ready answer of the file that is open. */
async function answerFindings(page: Page, by: Corrections) {
  const findings = page.getByRole("region", { name: /^To settle/ })
  for (const name of ready) {
    const buttons = findings.getByRole("button", { name })
    for (let left = await buttons.count(); left > 0; left -= 1) {
      await by.press(buttons.first())
      await expect(buttons).toHaveCount(left - 1)
    }
  }
}

/** Answers every question about people with "Same person"; gives the names that are now aliases. */
async function answerPeople(page: Page, by: Corrections): Promise<string[]> {
  const asked = page.locator(".ask")
  const aliases: string[] = []
  for (let left = await asked.count(); left > 0; left -= 1) {
    aliases.push((await asked.first().locator("b").first().textContent()) ?? "")
    await by.press(asked.first().getByRole("button", { name: /^Same person/ }))
    await expect(asked).toHaveCount(left - 1)
  }
  return aliases
}

async function saveAll(page: Page, batch: string, files: number) {
  await page.goto(batch)
  await page.getByRole("button", { name: `Save ${files} drafts` }).click()
  await expect(page.getByText(new RegExp(`^\\d+ of \\d+ read.* ${files} saved\\.$`))).toBeVisible({
    timeout: 30_000,
  })
}

/** Keeps a file that is no report: a press that saves, as saving a draft is. */
async function keepDocument(page: Page, batch: string, file: string) {
  await page.goto(batch)
  await page.getByRole("link", { name: file, exact: true }).click()
  const title = await page.getByLabel("Title").inputValue()
  await page.getByRole("button", { name: "Keep as a document" }).click()
  await expect(page).toHaveURL(/\/documents\/[^/]+$/)
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title)
  await expect(page.getByRole("navigation", { name: "Contents" })).toBeVisible()
}

/** The words of the page of a meeting, by its file in the batch. */
async function meetingOf(page: Page, batch: string, file: string): Promise<string> {
  await page.goto(batch)
  await page.getByRole("link", { name: file, exact: true }).click()
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Meeting")
  return (await page.getByRole("main").textContent()) ?? ""
}

const sample = (name: string) =>
  fileURLToPath(new URL(`./samples/archive/${name}.txt`, import.meta.url))

test("an archive of four reports settles itself but for what only somebody who was there knows", async ({
  browser,
  consoleWatch: _,
}) => {
  test.setTimeout(240_000)
  const by = new Corrections()
  const context = await browser.newContext()
  const page = await context.newPage()
  await enter(page)
  const batch = await bringIn(page, ["february", "march", "april", "may"].map(sample))

  await test.step("the batch knows its numbers, and says why", async () => {
    const march = page.getByRole("row").filter({ hasText: "march.txt" })
    await expect(march).toContainText(
      "13 fits: 12 was held on 7 February 2023, 14 on 4 April 2023, and 11 is printed on 2 reports.",
    )
    await expect(page.getByRole("row").filter({ hasText: "february.txt" })).toContainText("12 also")
    for (const width of [360, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      await toTheEnd(page)
      await expectAccessible(page)
    }
  })

  await test.step("an answer is kept without script, too", async () => {
    const plain = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await context.storageState(),
    })
    const bare = await plain.newPage()
    await bare.goto(batch)
    const asked = bare.locator(".ask")
    const before = await asked.count()
    expect(before).toBeGreaterThan(1)
    const misspelt = asked.filter({ hasText: "Benedikt Achterbeg" })
    await by.press(misspelt.getByRole("button", { name: /^Same person/ }))
    await expect(asked).toHaveCount(before - 1)
    await plain.close()
    await page.goto(batch)
    await answerPeople(page, by)
  })

  await test.step("what was read stands beside its source, and leads there and back", async () => {
    await page.getByRole("link", { name: "march.txt", exact: true }).click()
    for (const width of [360, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      await toTheEnd(page)
      await expectAccessible(page)
    }
    await expect(page.locator(".got .finding").first()).toContainText("Two numbers")
    const folded = page.locator("details.folded", { hasText: "one by one" })
    await folded.locator("summary").click()
    await expect(folded.getByRole("button", { name: "Add to the list" }).first()).toBeVisible()
    await toTheEnd(page)
    await expectAccessible(page)
    await folded.locator("summary").click()
    const start = page.locator("dl.read > div").filter({ hasText: "7 March 2023" })
    await expect(start).toContainText("read")
    await start.hover()
    const places = page.locator(".source .hit.lit")
    await expect(places).toHaveText(["7 March 2023 at 2 p.m. UTC", "7 March 2023 at 2 p.m. UTC"])
    await start.getByRole("link", { name: "line 5" }).click()
    await expect(page).toHaveURL(/#line-5$/)
    await page.locator(".source a.hit", { hasText: "A letter to the host country" }).first().click()
    await expect(page).toHaveURL(/#agenda\.0\.title$/)
  })

  await test.step("a press settles what it says, and the page stays where it is", async () => {
    await answerFindings(page, by)
    await expect(page.getByLabel(/^Present/)).toHaveValue(/Suda Vance-Okoro/)
    const undated = page.locator(".finding").filter({ hasText: "The next meeting has no date" })
    await undated.scrollIntoViewIfNeeded()
    const place = await page.evaluate(() => window.scrollY)
    await by.fill(undated.getByLabel(/^Day of the next meeting/), "2023-04-04")
    await by.press(undated.getByRole("button", { name: "Put it in" }))
    await expect(undated).toHaveCount(0)
    expect(await page.evaluate(() => window.scrollY)).toBe(place)
    await expect(page.getByLabel(/^Next meeting/)).toHaveValue(/Tuesday 4 April 2023/)
  })

  await saveAll(page, batch, 4)
  await test.step("a file that is saved leads to its meeting, and to its source", async () => {
    await page.goto(batch)
    await expect(page.getByRole("link", { name: "Source of march.txt" })).toBeVisible()
    await expectAccessible(page)
  })
  const february = await meetingOf(page, batch, "february.txt")
  expect(february).toContain("Meeting 12")
  expect(february).toContain("Katarina Ó Dálaigh")
  const march = await meetingOf(page, batch, "march.txt")
  for (const words of [
    "Meeting 13",
    "Suda Vance-Okoro",
    "Gudrun Eteme-Falk",
    "Benedikt Achterberg",
  ])
    expect(march).toContain(words)
  await test.step("a saved report leads back to its file, with what was read in it", async () => {
    await page.getByRole("link", { name: "See its text with what was read" }).click()
    await expect(page.locator(".source .hit").first()).toBeVisible()
    await expect(page.getByRole("link", { name: "Download the file" })).toBeVisible()
    await expectAccessible(page)
  })
  await by.fewEnough()
  await context.close()
})

type Expected = {
  canonical: number
  startsAt: string
  agenda: string[]
  noUpdate?: string[]
  participants: string[]
  missingSpeakers?: string[]
  hosts: string[]
  moderators: string[]
}

test("the group's own archive is in the portal with at most twelve corrections by hand", async ({
  browser,
  consoleWatch: _,
}) => {
  test.skip(inputsMissing !== null, inputsMissing ?? "")
  test.setTimeout(240_000)
  const expected: Record<string, Expected> = JSON.parse(
    readFileSync(inputPath("expected.json"), "utf8"),
  )
  const files = readdirSync(inputsFolder).filter((name) => name.endsWith(".txt"))
  const reports = files.filter((name) => name in expected).sort()
  const others = files.filter((name) => !(name in expected))
  expect(others, "the deck of the group").toHaveLength(1)
  const by = new Corrections()
  const context = await browser.newContext()
  const page = await context.newPage()
  await enter(page)
  const batch = await bringIn(page, [...reports, ...others].map(inputPath))
  const aliases = await answerPeople(page, by)
  expect(aliases, "people who are asked about").not.toEqual([])
  for (const report of reports) {
    await page.goto(batch)
    await page.getByRole("link", { name: report, exact: true }).click()
    await answerFindings(page, by)
  }
  await saveAll(page, batch, reports.length)
  for (const deck of others) await keepDocument(page, batch, deck)
  for (const report of reports) {
    const words = await meetingOf(page, batch, report)
    const {
      canonical,
      startsAt,
      agenda,
      noUpdate = [],
      participants,
      missingSpeakers = [],
      hosts,
      moderators,
    } = expected[report] as Expected
    expect(words).toContain(`Meeting ${canonical}`)
    expect(words, report).toContain(momentText(new Date(startsAt), "en"))
    const items = page.locator(".agenda-read > li")
    await expect(items.locator(".n"), report).toHaveText(agenda)
    for (const label of noUpdate)
      await expect(items.nth(agenda.indexOf(label)), `${label} in ${report}`).toContainText(
        "no update",
      )
    const people = [...participants, ...missingSpeakers, ...hosts, ...moderators]
    for (const name of people.filter((each) => !aliases.includes(each)))
      expect(words, `${name} in ${report}`).toContain(name)
  }
  await by.fewEnough()
  await context.close()
})
