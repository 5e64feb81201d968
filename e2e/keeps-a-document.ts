import { fileURLToPath } from "node:url"
import type { Page } from "@playwright/test"
import { lookAt } from "./support/fits"
import { enter } from "./support/sessions"
import { expect, test } from "./support/test"

const overview = fileURLToPath(new URL("./samples/overview.md", import.meta.url))
const title = "Working Group on Harbour Standards: an overview"

/** The headings stand in a column of their own: the text begins beside the first, not below the last. */
async function headingsBesideText(page: Page) {
  const contents = await page.getByRole("navigation", { name: "Contents" }).boundingBox()
  const text = await page.getByRole("article").boundingBox()
  if (!contents || !text) throw new Error("The document does not stand on the page")
  expect(text.y).toBeLessThan(contents.y + 8)
  expect(text.x).toBeGreaterThanOrEqual(contents.x + contents.width)
  expect(text.width).toBeGreaterThan(contents.width)
}

test("a text that is no report is offered as a document, kept, and read with its headings", async ({
  page,
  portal,
}) => {
  const inside = await enter(portal)
  const [name = "", value = ""] = (await inside.cookieOf("ines@example.org")).split("=")
  await page.context().addCookies([{ name, value, domain: "localhost", path: "/" }])

  await test.step("the batch leads to it, and it is offered with what was read", async () => {
    await page.goto("/desk/wg-strategy/import")
    await page.getByLabel("Files").setInputFiles(overview)
    await page.getByRole("button", { name: "Read the files" }).click()
    await page.getByRole("link", { name: "Look at overview.md" }).click()
    await expect(page.getByText("no report of a meeting")).toBeVisible()
    await expect(page.getByText("5 headings, 1 link")).toBeVisible()
    await expect(page.getByLabel("Title")).toHaveValue(title)
    await lookAt(page)
    await headingsBesideText(page)
  })

  await test.step("it is kept with a press, and stands among the documents", async () => {
    await page.getByRole("button", { name: "Keep as a document" }).click()
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible()
    await expect(page.getByRole("link", { name: "harbour charter" })).toHaveAttribute(
      "href",
      "https://harbour.example.org/charter",
    )
    await lookAt(page)
    await headingsBesideText(page)
    await page.getByRole("link", { name: "What comes next" }).click()
    await expect(page.getByRole("heading", { name: "What comes next" })).toBeInViewport()
    await page.getByRole("link", { name: "Documents", exact: true }).click()
    await expect(page.getByRole("row").filter({ hasText: title })).toBeVisible()
    await lookAt(page)
  })
  await inside.leave()
})
