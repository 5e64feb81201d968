import type { Locator, Page } from "@playwright/test"
import { lookAt } from "./support/fits"
import { expect, test } from "./support/test"

const mapping = "/wg-strategy/mapping/roadmap"
const coverage = `${mapping}/coverage`
const desk = `/desk${mapping}`

type Figure = { href: string; name: string; rows: number }

/** Every figure of the pictures that names rows and leads to them. */
async function figuresIn(part: Page | Locator): Promise<Figure[]> {
  const links = await part.locator(".cover td a[aria-label*=' row']").all()
  return Promise.all(
    links.map(async (link) => {
      const name = (await link.getAttribute("aria-label")) ?? ""
      const rows = Number(/(\d+) rows?\b/.exec(name)?.[1])
      return { href: (await link.getAttribute("href")) ?? "", name, rows }
    }),
  )
}

/** Follows every figure, and names those that lead to more or fewer rows than they say. */
async function wrongOnes(page: Page, figures: readonly Figure[], count: (html: string) => number) {
  const there = new Map<string, number>()
  for (const { href } of figures) {
    if (there.has(href)) continue
    const answer = await page.request.get(href)
    there.set(href, answer.ok() ? count(await answer.text()) : Number.NaN)
  }
  return figures
    .filter(({ href, rows }) => there.get(href) !== rows)
    .map(({ href, name }) => `${name} leads to ${there.get(href)} at ${href}`)
}

const rowsOfEdition = (html: string) => html.match(/<tr id="row-\d+"/g)?.length ?? 0

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false })

  test("a reader sees where little is done, and is led from every figure to its rows", async ({
    page,
  }) => {
    test.setTimeout(300_000)
    await page.goto(mapping)
    const heat = page.getByRole("region", { name: "Coverage", exact: true })
    await expect(heat.getByRole("row")).toHaveCount(1 + 9 + 1)
    await expect(heat.getByText(/^\d+ activities in \d+ rows\. /)).toBeVisible()
    const gap = heat.getByRole("link", { name: /, a gap: / }).first()
    const named = /in (\d+) rows?, a gap: (.*), all kinds$/.exec(
      (await gap.getAttribute("aria-label")) ?? "",
    )
    await gap.click()
    await expect(page).toHaveURL(/area=[\w-]+&scope=in#table$/)
    await expect(page.getByRole("rowheader", { name: named?.[2] })).toBeVisible()
    await expect(page.locator("tr[id^=row-]")).toHaveCount(Number(named?.[1]))
    await page.goto(coverage)
    const figures = await figuresIn(page)
    expect(figures.length).toBeGreaterThan(10 * 12 + 10 + 10 * 4)
    expect(await wrongOnes(page, figures, rowsOfEdition)).toEqual([])
    // What else is counted there stands where its figure leads.
    const over = page.getByRole("region", { name: "From edition to edition" })
    const follow = async (name: RegExp) => {
      const link = over.getByRole("link", { name }).first()
      const count = Number(/^\d+/.exec((await link.getAttribute("aria-label")) ?? "")?.[0])
      await link.click()
      return count
    }
    const annexed = await follow(/^\d+ in the annex: Edition/)
    expect(annexed).toBeGreaterThan(0)
    await expect(page.getByRole("table").locator("tbody tr")).toHaveCount(annexed)
    await page.goto(coverage)
    const gaps = await follow(/^\d+ gaps?: Edition/)
    await expect(page).toHaveURL(/coverage#heat$/)
    const heatAgain = page.getByRole("region", { name: "Areas and kinds of activity" })
    await expect(heatAgain.getByRole("link", { name: /, a gap: / })).toHaveCount(gaps)
    await page.goto(coverage)
    await page.getByRole("link", { name: "proposed", exact: true }).click()
    await expect(page.getByText(/^Activities of proposed rows by area and kind/)).toBeVisible()
    const proposed = await figuresIn(
      page.getByRole("region", { name: "Areas and kinds of activity" }),
    )
    expect(await wrongOnes(page, proposed, rowsOfEdition)).toEqual([])
  })

  test("a co-chair sees the same of the working table, and the next edition beside the last", async ({
    page,
  }) => {
    test.setTimeout(300_000)
    await page.goto("/sign-in")
    await page.getByRole("button", { name: "Sign in as Inês Valadares-Koné" }).click()
    await expect(page).toHaveURL(/\/desk/)
    await page.goto(`${desk}/coverage`)
    const figures = (await figuresIn(page)).filter(({ href }) => href.startsWith("/desk/"))
    expect(figures.length).toBeGreaterThan(10 * 12 + 10 + 10 * 4)
    const rowsOfTable = (html: string) => {
      const [, shown] = />(No|\d+) rows? of \d+</.exec(html) ?? []
      return shown === "No" ? 0 : Number(shown)
    }
    // Those that lead to no row are the most, and all alike: the public journey follows each of them.
    const some = figures.filter(({ rows }) => rows > 0)
    expect(some.length).toBeGreaterThan(40)
    expect(await wrongOnes(page, some, rowsOfTable)).toEqual([])
    await page.goto(`${desk}/editions`)
    // Other journeys freeze editions of this mapping too.
    const freeze = page.getByRole("button", { name: /^Freeze edition \d+$/ })
    const edition = Number(/\d+$/.exec((await freeze.textContent()) ?? "")?.[0])
    await freeze.click()
    await expect(
      page.getByText(`Edition ${edition} is frozen, and everybody can read it.`),
    ).toBeVisible()
    const over = page.getByRole("region", { name: "From edition to edition" })
    const heads = over.getByRole("columnheader", { name: /^Edition \d/ })
    await expect(async () => {
      await page.goto(coverage)
      const all = Array.from({ length: edition }, (_, at) => new RegExp(`^Edition ${at + 1}`))
      await expect(heads).toHaveText(all, { timeout: 1_000 })
    }).toPass()
    const both = await figuresIn(over)
    expect(both).toHaveLength(edition * (9 + 1))
    expect(await wrongOnes(page, both, rowsOfEdition)).toEqual([])
    // What was just frozen is what stands in the annex of the working table too.
    await page.goto(`${desk}/coverage`)
    const annexed = await over
      .getByRole("row", { name: /^In the annex/ })
      .locator("td.num")
      .all()
    const texts = await Promise.all(annexed.map((one) => one.textContent()))
    const [frozen, working] = texts.slice(-2)
    expect(Number(working)).toBeGreaterThan(0)
    expect(working).toBe(frozen)
  })
})

test("the pictures are read by anybody, on a phone and in the dark", async ({ page }) => {
  test.setTimeout(300_000)
  await page.goto("/sign-in")
  await page.getByRole("button", { name: "Sign in as Inês Valadares-Koné" }).click()
  await expect(page).toHaveURL(/\/desk/)
  for (const path of [mapping, coverage, `/fr${coverage}`, `${desk}/coverage`]) {
    await page.goto(path)
    await lookAt(page)
  }
})
