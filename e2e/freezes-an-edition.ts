import { expectAccessible } from "./support/accessible"
import { lookAt } from "./support/fits"
import { addressesOutside, listsOutside, readAll } from "./support/mapping-outside"
import { enter } from "./support/sessions"
import { expect, test } from "./support/test"

const mandate = "tide-compact"
const desk = `/desk/wg-strategy/mapping/${mandate}`
const address = `/wg-strategy/mapping/${mandate}`

const activity = (title: string, kind: string, years: number[], body = "") => ({
  ...{ id: crypto.randomUUID(), title, kind, years, link: "https://tides.example.org/x", body },
})

const passed = new Date().getUTCFullYear() - 2

test("a table is frozen, changed, frozen again, compared, and read signed out without script", async ({
  page,
  portal,
  browser,
}) => {
  test.setTimeout(360_000)
  const inside = await enter(portal)
  const [arranged] = await inside.sql<{ id: string; area: string }[]>`
    with m as (insert into mandates (slug, title, symbol) values (${mandate}, 'Tide Compact', 'A/99/1') returning id),
      g as (insert into mappings (group_id, mandate_id, goal, rule)
        select groups.id, m.id, 'To see what meets.', 'Only what floats.' from groups, m where slug = 'wg-strategy'
        returning id),
      a as (insert into mapping_areas (mapping_id, slug, title, position)
        select g.id, one.slug, one.title, one.position from g,
          (values ('harbours', 'Harbours', 1), ('lanterns', 'Lanterns', 2)) as one(slug, title, position)
        returning id, mapping_id, slug)
    select mapping_id as id, id as area from a where slug = 'harbours'`
  const [other] = await inside.sql<{ id: string }[]>`
    select id from mapping_areas where mapping_id = ${arranged?.id ?? ""} and slug = 'lanterns'`
  const row = (
    number: number,
    areaId: string,
    suggests: string,
    activities: unknown[],
  ) => inside.sql`
    insert into mapping_rows (mapping_id, number, area_id, position, suggests, citation_mandate, citation_paragraph, activities)
    values (${arranged?.id ?? ""}, ${number}, ${areaId}, ${number}, ${suggests}, 'A/99/1', '12', ${inside.sql.json(activities as never)})`
  await row(1, arranged?.area ?? "", "Light every harbour", [
    activity("Session of long ago", "workshop", [passed]),
    activity("Coalition of lamps", "dc", [], "Lamp coalition"),
  ])
  await row(2, other?.id ?? "", "Share the tide tables", [
    activity("Forum on tides", "bpf", [passed + 3], "Tide forum"),
  ])
  await row(3, other?.id ?? "", "Count the boats", [])
  const reader = await browser.newContext({ javaScriptEnabled: false })
  const outside = await reader.newPage()
  // Axe is a script: it looks at the same page where scripts run, signed out too.
  const scripted = await browser.newContext()
  const seen = await scripted.newPage()
  const lookOutside = async () => {
    await seen.goto(outside.url())
    await lookAt(seen)
  }
  const as = async (email: string) => {
    const [name = "", value = ""] = (await inside.cookieOf(email)).split("=")
    await page.context().addCookies([{ name, value, domain: "localhost", path: "/" }])
  }

  await test.step("nothing of the working table is public", async () => {
    const paths = addressesOutside(mandate)
    expect(paths.length).toBeGreaterThan(2 * 14)
    const own = await readAll(reader.request, { ...portal, paths })
    expect(own.filter(({ status }) => status !== 404).map(({ path }) => path)).toEqual([])
    const lists = await readAll(reader.request, { ...portal, paths: listsOutside })
    expect(lists.filter(({ status }) => status !== 200).map(({ path }) => path)).toEqual([])
    const words = /Tide Compact|Light every harbour|tide tables|Coalition of lamps|Only what floats/
    expect([...own, ...lists].filter(({ text }) => words.test(text))).toEqual([])
  })

  await test.step("a member sees what would be frozen, and cannot", async () => {
    await as("pavel@example.org")
    await page.goto(`${desk}/editions`)
    await expect(page.getByText("No edition yet")).toBeVisible()
    await expect(page.getByRole("button", { name: /Freeze/ })).toHaveCount(0)
  })

  await test.step("a co-chair sees what goes to the annex and what is not ready, and freezes edition 1", async () => {
    await as("ines@example.org")
    await page.goto(`${desk}/editions`)
    const before = page.getByRole("region", { name: "Before you freeze" })
    await expect(before).toContainText("1 activity moves to the annex")
    await expect(before).toContainText("Session of long ago")
    await expect(before).toContainText("3 rows whose scope nobody decided")
    await lookAt(page)
    await page.getByLabel("What is new").fill("The first one.")
    await page.getByRole("button", { name: "Freeze edition 1" }).click()
    await expect(page.getByText("Edition 1 is frozen, and everybody can read it.")).toBeVisible()
    await expect(page.getByText("Nothing changed.")).toBeVisible()
  })

  await test.step("what was changed after the page was shown is not frozen unseen", async () => {
    const late = await page.context().newPage()
    await late.goto(`${desk}/editions`)
    await page.goto(`${desk}/rows/2`)
    await page.getByLabel("What the mandate suggests").fill("Share the tide tables with all")
    await page.getByRole("button", { name: "Save row" }).click()
    await expect(page.getByText("The row is saved.")).toBeVisible()
    await late.getByRole("button", { name: "Freeze edition 2" }).click()
    await expect(late.locator("main").getByRole("alert")).toContainText(
      "The table was changed once",
    )
    await expect(late.getByText("What was changed meanwhile")).toBeVisible()
    await expect(late.getByRole("listitem").filter({ hasText: "Row 2" }).first()).toContainText(
      "What the mandate suggests",
    )
    await expectAccessible(late)
    await expect(late.locator("ins")).toContainText("with all")
    await late.close()
  })

  await test.step("and nothing of it is public: neither at an address of edition 1 nor of the next", async () => {
    const paths = [...addressesOutside(mandate), ...addressesOutside(mandate, 2), ...listsOutside]
    const all = await readAll(reader.request, { ...portal, paths })
    expect(all.filter(({ text }) => /tables with all/.test(text)).map(({ path }) => path)).toEqual(
      [],
    )
    const ofFirst = all.filter(({ text }) => /Share the tide tables/.test(text))
    expect(ofFirst.length).toBeGreaterThan(8)
    const ofSecond = all.filter(({ path }) => /\/editions\/2(\/|$)/.test(path))
    expect(ofSecond.filter(({ status }) => status !== 404).map(({ path }) => path)).toEqual([])
  })

  await test.step("the co-chair sees the change, takes an activity back and freezes edition 2", async () => {
    await page.goto(`${desk}/editions`)
    await page.getByText("1 activity of 1.").click()
    await page.getByLabel("Words in an activity").fill("nowhere")
    await page.getByRole("button", { name: "Show", exact: true }).click()
    await expect(page.getByText("0 activities of 1.")).toBeVisible()
    await lookAt(page)
    await page.getByRole("link", { name: "Show the whole annex" }).click()
    await page.getByText("1 activity of 1.").click()
    const desks = page.getByRole("region", { name: "Annex", exact: true })
    await desks.getByRole("link", { name: "Row 1", exact: true }).click()
    const annex = page.getByRole("region", { name: "In the annex" })
    await annex.getByRole("button", { name: "Take back Session of long ago" }).click()
    await expect(page.getByText("The activity stands in the row again.")).toBeVisible()
    await expect(annex).toHaveCount(0)
    await page.goto(`${desk}/editions`)
    await expect(page.getByRole("heading", { name: "1 row changed" })).toBeVisible()
    await lookAt(page)
    await page.getByRole("button", { name: "Freeze edition 2" }).click()
    await expect(page.getByText("Edition 2 is frozen, and everybody can read it.")).toBeVisible()
  })

  await test.step("the world reads the newest edition and its ledger entry, without script", async () => {
    await outside.goto(`${portal.origin}/wg-strategy/mapping`)
    await outside.getByRole("link", { name: "Tide Compact" }).click()
    await expect(outside).toHaveURL(new RegExp(`${address}$`))
    await expect(outside.getByText("Edition 2,").first()).toBeVisible()
    await expect(outside.getByText("Only what floats.")).toBeVisible()
    await expect(outside.getByRole("row").filter({ hasText: "tide tables with all" })).toBeVisible()
    await expect(outside.getByText("Session of long ago")).toHaveCount(0)
    await lookOutside()
    await outside.getByRole("link", { name: /^entry \d+/ }).click()
    await expect(
      outside.getByRole("link", { name: `Edition mapping/${mandate}/editions/2` }),
    ).toBeVisible()
  })

  await test.step("filters are a form, and an address that can be sent", async () => {
    await outside.goto(address)
    await outside.getByText("Narrow down").click()
    await outside.getByLabel("Kind of activity").selectOption("dc")
    await outside.getByRole("button", { name: "Show", exact: true }).click()
    await expect(outside).toHaveURL(/kind=dc/)
    await expect(outside.getByText("1 row of 3.")).toBeVisible()
    await expect(outside.getByRole("row").filter({ hasText: "Light every harbour" })).toBeVisible()
    await lookOutside()
    await outside.goto(`${address}?by=body&q=tide`)
    await expect(outside.getByRole("rowheader", { name: /Tide forum/ })).toBeVisible()
    await outside.goto(`${address}?q=nowhere`)
    await expect(outside.getByText("No row fits all of this.")).toBeVisible()
    await outside.getByRole("link", { name: "Show all rows" }).click()
    await expect(outside.getByText("3 rows of 3.")).toBeVisible()
  })

  await test.step("the annex keeps what is over, and can be looked through", async () => {
    await outside.getByRole("link", { name: /^Annex/ }).click()
    await expect(outside.getByRole("row").filter({ hasText: "Session of long ago" })).toContainText(
      "Harbours",
    )
    await outside.getByLabel("Words in an activity").fill("nothing")
    await outside.getByRole("button", { name: "Show", exact: true }).click()
    await expect(outside.getByText("0 activities of 1.")).toBeVisible()
    await lookOutside()
  })

  await test.step("what changed between the two, word by word", async () => {
    await outside.goto(`${address}/editions`)
    await lookOutside()
    await outside.getByRole("link", { name: "Changes since edition 1" }).click()
    await expect(outside.getByRole("heading", { level: 1 })).toHaveText(
      "What changed from edition 1 to edition 2",
    )
    await expect(outside.locator("ins")).toContainText("with all")
    await lookOutside()
    await outside.goto(`${address}/editions/1`)
    await expect(outside.getByText("Edition 1 is not the newest")).toBeVisible()
    await expect(outside.getByRole("row").filter({ hasText: "tide tables" })).not.toContainText(
      "with all",
    )
  })

  await test.step("an older edition has its own annex and its own pictures, and search engines find the newest", async () => {
    const canonical = outside.locator("link[rel=canonical]")
    await outside.getByRole("link", { name: "Annex: 1 activity" }).click()
    await expect(outside).toHaveURL(new RegExp(`${address}/editions/1/annex$`))
    await expect(outside.getByRole("heading", { level: 1 })).toHaveText("Annex, edition 1")
    await expect(canonical).toHaveAttribute("href", `${portal.origin}${address}/annex`)
    const entry = outside.getByRole("row").filter({ hasText: "Session of long ago" })
    await expect(entry.getByRole("link", { name: "Row 1" })).toHaveAttribute(
      "href",
      `${address}/editions/1#row-1`,
    )
    await outside.getByLabel("Words in an activity").fill("nothing")
    await outside.getByRole("button", { name: "Show", exact: true }).click()
    await expect(outside).toHaveURL(new RegExp(`${address}/editions/1/annex\\?q=nothing`))
    await outside.getByRole("link", { name: /^edition 2 of/ }).click()
    await expect(outside).toHaveURL(new RegExp(`${address}/annex$`))
    await outside.goto(`${address}/editions/1`)
    await outside.getByRole("link", { name: "Coverage in figures" }).click()
    await expect(outside).toHaveURL(new RegExp(`${address}/editions/1/coverage$`))
    await expect(canonical).toHaveAttribute("href", `${portal.origin}${address}/coverage`)
    await expect(outside.getByText("Edition 1 is not the newest")).toBeVisible()
    const over = outside.getByRole("region", { name: "From edition to edition" })
    await expect(over.getByRole("columnheader", { name: /^Edition \d/ })).toHaveText([/^Edition 1/])
    const figures = await outside.locator(".cover td a[aria-label]").all()
    const hrefs = await Promise.all(figures.map((figure) => figure.getAttribute("href")))
    expect(hrefs.length).toBeGreaterThan(20)
    expect(hrefs.filter((href) => !href?.startsWith(`${address}/editions/1`))).toEqual([])
    await lookOutside()
    await outside.goto(`${address}/editions/2/annex`)
    await expect(outside.getByText(/is not the newest/)).toHaveCount(0)
    await expect(outside.getByRole("row").filter({ hasText: "Session of long ago" })).toHaveCount(1)
  })

  await test.step("any two stand beside each other, chosen in a form, in whichever order", async () => {
    await page.goto(`${desk}/rows/3`)
    await page.getByLabel("What the mandate suggests").fill("Count the boats and buoys")
    await page.getByRole("button", { name: "Save row" }).click()
    await expect(page.getByText("The row is saved.")).toBeVisible()
    await page.goto(`${desk}/editions`)
    await page.getByRole("button", { name: "Freeze edition 3" }).click()
    await expect(page.getByText("Edition 3 is frozen, and everybody can read it.")).toBeVisible()
    const title = outside.getByRole("heading", { level: 1 })
    const came = outside.locator("ins")
    await outside.goto(`${address}/editions/3/changes`)
    await expect(title).toHaveText("What changed from edition 2 to edition 3")
    await expect(came).toHaveText([/and buoys/])
    await outside.getByLabel("Compare with").selectOption({ index: 1 })
    await outside.getByRole("button", { name: "Compare", exact: true }).click()
    await expect(outside).toHaveURL(new RegExp(`${address}/editions/3/changes\\?from=1$`))
    await expect(title).toHaveText("What changed from edition 1 to edition 3")
    await expect(came).toHaveText([/with all/, /and buoys/])
    await lookOutside()
    await outside.goto(`${address}/editions/1/changes?from=3`)
    await expect(title).toHaveText("What changed from edition 1 to edition 3")
    await expect(came).toHaveText([/with all/, /and buoys/])
    await expect(outside.locator("del")).toHaveCount(0)
    await outside.goto(`${address}/editions/2/changes?from=2`)
    await expect(outside).toHaveURL(new RegExp(`${address}/editions/2$`))
    const nowhere = `${portal.origin}${address}/editions/3/changes?from=9`
    expect((await reader.request.get(nowhere)).status()).toBe(404)
  })

  await test.step("the Roadmap has an address of its own, and French says the same", async () => {
    await outside.goto("/fr/wg-strategy/roadmap")
    await expect(outside).toHaveURL(/\/fr\/wg-strategy\/mapping\/roadmap$/)
    await expect(outside.getByRole("link", { name: "Toutes les éditions" })).toBeVisible()
    await lookOutside()
    await outside.goto("/wg-strategy/mapping/roadmap")
    await outside.emulateMedia({ media: "print" })
    await expect(outside.getByRole("search")).toBeHidden()
    await expect(outside.getByRole("columnheader", { name: "Scope" })).toBeVisible()
  })
  for (const context of [reader, scripted]) await context.close()
  await inside.leave()
})
