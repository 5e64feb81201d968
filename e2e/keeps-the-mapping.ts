import type { Page } from "@playwright/test"
import { sitDown } from "./support/desk"
import { lookAt } from "./support/fits"
import { enter } from "./support/sessions"
import { expect, test } from "./support/test"

const roadmap = "/desk/wg-strategy/mapping/roadmap"

const words = (page: Page) => page.getByRole("textbox", { name: "What the mandate suggests" })
const save = (page: Page) => page.getByRole("button", { name: "Save row" }).click()

test("a mapping is begun and kept by plain forms, without script", async ({
  browser,
  portal,
  consoleWatch,
}) => {
  // The rows are asked for with the page; without script nothing uses them.
  consoleWatch.allow(/preloaded using link preload but not used/)
  const inside = await enter(portal)
  const context = await browser.newContext({ javaScriptEnabled: false })
  const [name = "", value = ""] = (await inside.cookieOf("ines@example.org")).split("=")
  await context.addCookies([{ name, value, domain: "localhost", path: "/" }])
  const page = await context.newPage()

  await test.step("a co-chair begins the mapping of another mandate", async () => {
    await page.goto("/desk/wg-strategy")
    await page.getByRole("link", { name: "Mapping", exact: true }).click()
    await expect(page.getByRole("row").filter({ hasText: "A/74/821" })).toBeVisible()
    await page.getByRole("link", { name: "Begin a mapping" }).click()
    await page.getByLabel("Title").fill("Global Digital Compact")
    await page.getByRole("button", { name: "Begin the mapping" }).click()
    await expect(page.getByRole("alert")).toContainText("The mapping was not begun")
    await expect(page.getByLabel("Title")).toHaveValue("Global Digital Compact")
    await page.getByLabel("Cited as").fill("A/RES/79/1")
    await page.getByLabel("Goal").fill("To see what meets.")
    await page.getByLabel("Areas").fill("Divides | Digital divides\nRights\nData")
    await page.getByRole("button", { name: "Begin the mapping" }).click()
    await expect(
      page.getByRole("heading", { level: 2, name: /^(Divides|Rights|Data|Cross)/ }),
    ).toHaveCount(4)
  })

  await test.step("areas are ordered, named and removed, unless they hold rows", async () => {
    await page.getByRole("button", { name: "Move “Rights” up" }).click()
    await expect(page.getByRole("heading", { level: 2 }).first()).toContainText("Rights")
    await page.getByText("Change “Data”").click()
    const data = page.locator("#area-data")
    await data.getByLabel("Name", { exact: true }).fill("Data governance")
    await data.getByLabel("Other names").fill("Digital divides")
    await data.getByRole("button", { name: "Save area" }).click()
    await expect(
      page.getByText("“Digital divides” is already a name of the area “Divides”").first(),
    ).toBeVisible()
    await page.goto("/desk/wg-strategy/mapping/global-digital-compact")
    // Laid out as cards on a phone, it says by its roles alone that it is a table.
    const table = page.getByRole("table", { name: "Mapping of Global Digital Compact" })
    await expect(table.locator(":is(thead, tbody, tr, th, td):not([role])")).toHaveCount(0)
    const divides = table.getByRole("row").filter({ hasText: "Divides" })
    await divides.getByRole("link", { name: "Add a row" }).click()
    await expect(page.getByLabel("Area").locator("option:checked")).toHaveText("Divides")
    await page.getByRole("button", { name: "Add row" }).click()
    await expect(page.getByRole("heading", { level: 1, name: "Row 1" })).toBeVisible()
    await page.getByRole("link", { name: "Areas" }).click()
    await page.getByRole("button", { name: "Remove “Divides”" }).click()
    await expect(page.getByRole("alert")).toContainText("choose another area for each of them")
    await page.getByRole("button", { name: "Remove “Data”" }).click()
    await expect(page.getByText("The area is removed.")).toBeVisible()
  })

  await test.step("every cell of a row is filled, and what does not fit is said in its place", async () => {
    await page.goto("/desk/wg-strategy/mapping/global-digital-compact/rows/1")
    await words(page).fill("Close the divides.")
    await page.getByLabel("Cited document").fill("A/RES/79/1")
    await page.getByLabel("Paragraph").fill("11 (a)")
    await page.getByLabel("What is done").fill("A network")
    await page.getByLabel("Years").fill("soon")
    await page.getByLabel("Comments and synergies").fill("One.\n\n- [A list](https://example.org/)")
    await page.getByLabel("Scope").selectOption("in")
    await page.getByLabel("Status").selectOption("under-way")
    await save(page)
    await expect(page.getByRole("alert")).toContainText("A year has four digits")
    await expect(page.getByRole("alert")).toContainText("Say why it is in or out of scope")
    await expect(words(page)).toHaveValue("Close the divides.")
    await page.getByLabel("Years").first().fill("2026–2027")
    await page.getByLabel("Why", { exact: true }).fill("It is theirs")
    await save(page)
    await expect(page.getByText("The row is saved.")).toBeVisible()
    await expect(page.getByLabel("Years").first()).toHaveValue("2026, 2027")
    await expect(page.getByText("Scope decided by Inês Valadares-Koné")).toBeVisible()
    await page.getByRole("button", { name: "Confirm as of today" }).click()
    await expect(page.getByText("Confirmed as of today.")).toBeVisible()
  })

  await test.step("a row leaves with a reason, and comes back", async () => {
    await page.getByRole("button", { name: "Retire row" }).click()
    await expect(page.getByRole("alert")).toContainText("Say why the row leaves the table.")
    await page.getByLabel("Why it leaves the table").fill("Said twice")
    await page.getByRole("button", { name: "Retire row" }).click()
    await expect(page.getByText("Retired by Inês Valadares-Koné: Said twice")).toBeVisible()
    await page.getByRole("link", { name: "Retired rows" }).click()
    await page.getByRole("button", { name: "Bring back row 1" }).click()
    await expect(words(page)).toHaveValue("Close the divides.")
  })

  await test.step("goal and rule are said by co-chairs and read by members", async () => {
    await page.goto(`${roadmap}/about`)
    await page.getByLabel("Goal").fill("Another goal.")
    await page.getByRole("button", { name: "Save" }).click()
    await expect(page.getByText("Saved what stands above the mapping.")).toBeVisible()
    await expect(page.getByLabel("Goal")).toHaveValue("Another goal.")
  })
  await context.close()
  await inside.leave()
})

test("two members change one cell and neither loses a word; its history brings words back", async ({
  browser,
  portal,
}) => {
  const inside = await enter(portal)
  const one = await sitDown(browser, "Amélie Tupuola")
  const two = await sitDown(browser, "Dmitar Okonjo")
  for (const { page } of [one, two]) await page.goto(`${roadmap}/rows/24`)

  await test.step("the later one sees both, and chooses", async () => {
    await words(one.page).fill("Let communities build networks.")
    await save(one.page)
    await expect(one.page.getByText("The row is saved.")).toBeVisible()
    await words(two.page).fill("Small networks need rules.")
    await save(two.page)
    const asked = two.page.getByRole("region", { name: "Somebody changed the same cells" })
    await expect(asked).toContainText("Amélie Tupuola")
    await expect(asked).toContainText("Let communities build networks.")
    await expect(words(two.page)).toHaveValue("Small networks need rules.")
    await lookAt(two.page)
    await asked.getByLabel("Both: theirs, then mine").check()
    await save(two.page)
    await expect(two.page.getByText("The row is saved.")).toBeVisible()
    await expect(words(two.page)).toHaveValue(
      "Let communities build networks.\n\nSmall networks need rules.",
    )
  })

  await test.step("the history of the cell tells both, and brings one back", async () => {
    const { page } = two
    const history = page.getByRole("region", { name: "History" })
    await history
      .getByRole("navigation")
      .getByRole("link", { name: "What the mandate suggests" })
      .click()
    await expect(page.locator("#history li", { hasText: "As it stands" })).toHaveCount(1)
    await page
      .getByRole("button", { name: /^Restore What the mandate suggests as it was after/ })
      .click()
    await expect(page.getByText("The cell holds again what stood in it.")).toBeVisible()
    await expect(words(page)).toHaveValue("Let communities build networks.")
    await lookAt(page)
  })

  await test.step("who restores over what was written meanwhile sees both, and says so once more", async () => {
    const { page } = two
    await one.page.goto(`${roadmap}/rows/24`)
    await words(one.page).fill("Let no community wait.")
    await save(one.page)
    await expect(one.page.getByText("The row is saved.")).toBeVisible()
    // This page still shows what stood there before.
    await expect(words(page)).toHaveValue("Let communities build networks.")
    const change = page.locator("#history li", { hasText: "Small networks need rules." })
    await change
      .getByRole("button", { name: /^Restore What the mandate suggests/ })
      .first()
      .click()
    const asked = page.getByRole("region", { name: "Somebody changed it meanwhile" })
    await expect(asked).toContainText("Amélie Tupuola")
    await expect(asked).toContainText("Let no community wait.")
    await expect(asked).toContainText("Small networks need rules.")
    await lookAt(page)
    await one.page.reload()
    await expect(words(one.page)).toHaveValue("Let no community wait.")
    await page.getByRole("button", { name: /^Restore .* over what stands there now/ }).click()
    await expect(page.getByText("The cell holds again what stood in it.")).toBeVisible()
    await expect(words(page)).toHaveValue(
      "Let communities build networks.\n\nSmall networks need rules.",
    )
  })

  await test.step("the other pages fit and are accessible", async () => {
    for (const place of ["about", "areas", "retired", "rows/new", "rows/30"]) {
      await one.page.goto(`${roadmap}/${place}`)
      await lookAt(one.page)
    }
    await one.page.goto("/desk/wg-strategy/mapping")
    await lookAt(one.page)
    await one.page.goto(`${roadmap}/about`)
    await expect(one.page.getByText("Co-chairs can change this.")).toBeVisible()
  })
  for (const { context } of [one, two]) await context.close()
  await inside.leave()
})
