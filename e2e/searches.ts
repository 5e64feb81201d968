import type { Browser, BrowserContextOptions, Page } from "@playwright/test"
import { expectAccessible } from "./support/accessible"
import { expectFits } from "./support/fits"
import { enter } from "./support/sessions"
import { expect, test } from "./support/test"

const words = "The harbourmasters of Quillhaven should be asked before the plan is agreed."
/** A letter of the word left out, and two in each other's place. */
const mistyped = "harbourmastres quilhaven"

/** Somebody at a desk of their own, in a browser of their own. */
async function sitDown(browser: Browser, name: string, options: BrowserContextOptions = {}) {
  const page = await (await browser.newContext(options)).newPage()
  await page.goto("/sign-in")
  await page.getByRole("button", { name: `Sign in as ${name}` }).click()
  await expect(page).toHaveURL(/\/desk/)
  return page
}

const found = (page: Page) => page.getByRole("region", { name: "What was found" })
const nothing = (page: Page) => page.getByRole("heading", { name: "Nothing found" })

async function lookFor(page: Page, path: string, q: string) {
  await page.goto(path)
  await page.getByRole("searchbox", { name: "Search for" }).fill(q)
  await page.getByRole("search").getByRole("button", { name: "Search" }).click()
}

test.describe.configure({ timeout: 120_000 })

test("a member finds a comment by a mistyped word, an outsider and the public do not", async ({
  browser,
  portal,
}) => {
  const inside = await enter(portal)
  const meeting = await inside.meetingId(58)
  const author = await sitDown(browser, "Amélie Tupuola")
  const reader = await sitDown(browser, "Dmitar Okonjo")

  await test.step("what is written is found a moment later, from the box on a desk page", async () => {
    await author.goto(`/desk/wg-strategy/meetings/${meeting}/comments`)
    await author.getByRole("textbox", { name: "Your comment" }).fill(words)
    await author.getByRole("button", { name: "Comment", exact: true }).click()
    await expect(author.locator("article").filter({ hasText: "Quillhaven" })).toBeVisible()
    await expect(async () => {
      await reader.goto("/desk/wg-strategy/meetings")
      const box = reader.getByRole("searchbox", { name: "Search the desk" })
      await box.fill(mistyped)
      await box.press("Enter")
      await expect(found(reader).getByRole("listitem")).toHaveCount(1, { timeout: 5_000 })
    }).toPass()
    await expect(found(reader)).toContainText("words like them")
    await expect(found(reader).locator("mark")).toHaveText(["harbourmasters", "Quillhaven"])
    await expectAccessible(reader)
    await reader.setViewportSize({ width: 360, height: 740 })
    await expectAccessible(reader)
    await expectFits(reader)
  })

  await test.step("the hit leads to the comment", async () => {
    await found(reader).getByRole("link").click()
    await expect(reader.locator("article:target")).toContainText(words)
  })

  await test.step("neither an outsider nor the public finds it, nor anything of it", async () => {
    const outsider = await sitDown(browser, "Bram Ferreira-Singh")
    const world = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    for (const q of [mistyped, "harbourmasters", '"asked before the plan"', "quill"]) {
      for (const [page, path] of [
        [outsider, "/desk/search"],
        [world, "/search"],
      ] as const) {
        await lookFor(page, path, q)
        await expect(nothing(page), `${q} at ${path}`).toBeVisible()
        await expect(page.locator("main")).not.toContainText("Quillhaven")
      }
    }
  })

  await test.step("when its author takes it back it is found no longer", async () => {
    const comment = author.locator("article").filter({ hasText: "Quillhaven" })
    await comment.locator("summary", { hasText: "Withdraw" }).click()
    await author.getByRole("button", { name: "Withdraw the comment" }).click()
    await expect(comment).toHaveCount(0)
    await lookFor(reader, "/desk/search", "harbourmasters")
    await expect(nothing(reader)).toBeVisible()
  })
  await inside.leave()
})

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false })

  test("anyone searches what is published: words, phrases, exclusions and filters, by address", async ({
    page,
  }) => {
    await page.goto("/")
    await page.getByRole("link", { name: "Search" }).click()
    await lookFor(page, "/search", "decsion pln yeer")
    await expect(nothing(page)).toBeVisible()
    await lookFor(page, "/search", "rolling yaer")
    await expect(found(page).locator("mark").first()).toBeVisible()
    await lookFor(page, "/search", '"three years" -zebra')
    const hit = found(page).getByRole("listitem").filter({ hasText: "Decision" }).first()
    await expect(hit).toContainText("Meeting 58")
    await hit.getByRole("link").click()
    await expect(page.locator(":target")).toContainText("three years")
    await page.goto("/search?q=plan&kind=decision&year=1999")
    await expect(nothing(page)).toBeVisible()
    await expect(page.getByLabel("Year")).toHaveValue("1999")
    await page.getByRole("link", { name: "Français" }).click()
    await expect(page).toHaveURL(/\/fr\/search\?q=plan&kind=decision&year=1999$/)
    const answer = await page.goto("/search?q=plan&secret=1")
    expect(answer?.headers()["content-security-policy"]).toContain("default-src 'none'")
    expect(answer?.headers()["set-cookie"]).toBeUndefined()
    const scripts = await page
      .locator("script")
      .evaluateAll((all) => all.map((each) => each.getAttribute("src")))
    expect(scripts).toEqual(["/static/local-time.js"])
  })

  test("anyone narrows by person and by area, in the form and by address", async ({ page }) => {
    const hits = found(page).getByRole("listitem")
    const narrow = async (q: string, person: string, area?: string) => {
      await page.goto("/search")
      await page.getByRole("searchbox", { name: "Search for" }).fill(q)
      await page.getByText("Narrow down").click()
      await page.getByLabel("Person").fill(person)
      if (area) await page.getByLabel("Area").selectOption(area)
      await page.getByRole("search").getByRole("button", { name: "Search" }).click()
    }
    // What the sample holds is made findable soon after the start.
    await expect
      .poll(async () => {
        await narrow("responsible body", "")
        return hits.count()
      })
      .toBeGreaterThan(2)
    // Whoever said it, with or without the accents of their name, or with the beginning of it.
    for (const person of ["Joaquín Petrosyan", "petrosyan joaquin", "Petros"]) {
      await narrow("responsible", person)
      await expect(hits, person).toHaveCount(1)
      await expect(hits).toContainText("Delegations will ask who acts on it")
    }
    // Whoever is to do it.
    await narrow("responsible", "Mei-Lin Ravelojaona")
    await expect(hits).toHaveCount(1)
    await expect(hits).toContainText("Bring a second draft")
    await narrow("delegations", "Mei-Lin Ravelojaona")
    await expect(nothing(page)).toBeVisible()
    await expect(page.getByLabel("Person")).toHaveValue("Mei-Lin Ravelojaona")
    // Whoever only spoke in a draft is not found by it.
    await narrow("several bodies", "Haraldsdóttir")
    await expect(nothing(page)).toBeVisible()

    // An area can be chosen as soon as the rows of an edition are made findable.
    await expect
      .poll(async () => {
        await page.goto("/search")
        return page.getByLabel("Area").locator("option", { hasText: "Global connectivity" }).count()
      })
      .toBeGreaterThan(0)
    await narrow("", "", "Global connectivity")
    await expect(page).toHaveURL(/area=Global\+connectivity/)
    const titles = await hits.getByRole("heading").allTextContents()
    const ofTheRoadmap = titles.filter((title) => title.includes("Roadmap for Digital Cooperation"))
    expect(ofTheRoadmap.length).toBeGreaterThan(1)
    // The mappings of other journeys name this area too.
    for (const title of titles) expect(title).toMatch(/ #\d+: Global connectivity$/)
    await narrow("baseline targets", "", "Global connectivity")
    const baseline = hits.filter({ hasText: "Roadmap for Digital Cooperation" })
    await expect(baseline).toHaveCount(1)
    await baseline.getByRole("link").click()
    await expect(page.locator(":target")).toContainText("Agree on a baseline")
    await page.goto("/search?q=baseline+targets&area=Digital+public+goods")
    await expect(nothing(page)).toBeVisible()
    await expect(page.getByLabel("Area")).toHaveValue("Digital public goods")
    await page.goto("/fr/search?area=Global+connectivity&person=nobody")
    await expect(page.getByRole("heading", { name: "Rien n’a été trouvé" })).toBeVisible()
  })

  test("anyone is forgiven slips, accents and hyphens, and held to phrases and exclusions", async ({
    page,
  }) => {
    const hits = found(page).getByRole("listitem")
    const of = (q: string) => page.goto(`/search?${new URLSearchParams({ q })}`)
    const findings: [asked: string, found: string][] = [
      ["delegatoins wihs", "Delegations will ask who acts on it"],
      ["Ines Valadares Kone", "Inês Valadares-Koné opened the call"],
      ["INÉS valadarés-koné", "Inês Valadares-Koné opened the call"],
      ["multi-year outline", "A multi-year plan: first outline"],
      ["multiyear outline", "A multi-year plan: first outline"],
      ["multi year outline", "A multi-year plan: first outline"],
      ["«stays a wish»", "Each line needs a responsible body beside it"],
      ['responsible -delegations "second draft"', "Bring a second draft with responsible bodies"],
      ["deleg", "Delegations will ask who acts on it"],
    ]
    for (const [asked, words] of findings) {
      // What the sample holds is made findable soon after the start.
      await expect
        .poll(
          async () => {
            await of(asked)
            return hits.filter({ hasText: words }).count()
          },
          { message: asked },
        )
        .toBeGreaterThan(0)
      await expect(found(page).locator("mark").first(), asked).toBeVisible()
    }
    await of("delegatoins wihs")
    await expect(found(page)).toContainText("words like them")
    for (const asked of [
      '"wish a stays"',
      '"stays wish"',
      '"rolling one" -january',
      "delegations -wish",
      '"delegatoins will ask"',
    ]) {
      await of(asked)
      await expect(nothing(page), asked).toBeVisible()
    }
    await of("responsible -delegations")
    await expect(hits.first()).toBeVisible()
    await expect(hits.filter({ hasText: "Delegations" })).toHaveCount(0)
  })
})

for (const width of [360, 1280]) {
  test(`the public search shuts nobody out and runs over nowhere at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    for (const path of ["/search", "/search?q=plan", "/fr/search?q=zzzz&year=2022"]) {
      await page.goto(path)
      await expectAccessible(page)
      await expectFits(page)
    }
  })
}
