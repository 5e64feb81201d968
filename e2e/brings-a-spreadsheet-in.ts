import { readFileSync } from "node:fs"
import type { Page } from "@playwright/test"
import { expectAccessible } from "./support/accessible"
import { lookAt } from "./support/fits"
import { expect, test } from "./support/test"

const at = "/desk/wg-strategy/mapping/roadmap"
const sample = new URL("../lib/mapping/sheet/samples/roadmap-calc.xlsx", import.meta.url)

async function bringIn(page: Page, name: string, buffer: Buffer) {
  await page.goto(`${at}/import`)
  await page.getByLabel("File").setInputFiles({ name, mimeType: "", buffer })
  await page.getByRole("button", { name: "Show what it would change" }).click()
}

/** A file of the working table, as the browser of whoever is signed in gets it. */
async function takeOut(page: Page, format: string): Promise<Buffer> {
  const answer = await page.request.get(`${at}/files/${format}`)
  expect(answer.status()).toBe(200)
  return answer.body()
}

test("a spreadsheet goes in as it was chosen, comes out in every format, and back without a change", async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000)
  await page.goto("/sign-in")
  await page.getByRole("button", { name: "Sign in as Inês Valadares-Koné" }).click()
  await expect(page).toHaveURL(/\/desk$/)

  await test.step("what is no table is refused with what to do", async () => {
    await page.goto(`${at}/import`)
    await lookAt(page)
    const wide = Array.from({ length: 400 }, (_, column) => `c${column}`).join(",")
    await bringIn(page, "wide.csv", Buffer.from(`${wide}\n${wide}`))
    await expect(page.getByText(/wider than 60 columns/).first()).toBeVisible()
    await expectAccessible(page)
  })

  await test.step("a file of LibreOffice is shown line by line, and nothing is saved", async () => {
    await bringIn(page, "roadmap-calc.xlsx", readFileSync(sample))
    await expect(page.getByText("Nothing is saved yet.")).toBeVisible()
    await expect(
      page.getByRole("row", { name: /Policy Network on Meaningful Access/ }),
    ).toContainText("Dynamic Coalition on Community Connectivity")
    const unknown = page.getByRole("combobox", { name: "“Space debris”" })
    await expect(unknown.getByRole("option", { name: /A new area/ })).toBeAttached()
    await expect(page.getByRole("checkbox", { name: /^Keep “Space debris”/ })).not.toBeChecked()
    await lookAt(page)
  })

  await test.step("its rows come in where they were told to", async () => {
    // "Universal connectivity" is known by another name; "Space debris" is left out.
    await page.getByRole("button", { name: "Save what is chosen" }).click()
    await expect(page.getByText("3 rows were added, none was changed.")).toBeVisible()
    await expectAccessible(page)
  })

  await test.step("the table goes out, and comes back as it is", async () => {
    for (const format of ["xlsx", "csv", "docx", "json"]) {
      await bringIn(page, `mapping.${format}`, await takeOut(page, format))
      await expect(
        page.getByText("Every row of the file stands in the table as it is"),
        format,
      ).toBeVisible()
    }
    expect((await takeOut(page, "pdf")).subarray(0, 5).toString()).toBe("%PDF-")
    expect((await takeOut(page, "md")).toString()).toContain("Connect every school by 2030")
  })

  await test.step("one cell that was changed outside is taken over alone, without script", async () => {
    const csv = (await takeOut(page, "csv")).toString()
    const context = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
      baseURL: new URL(page.url()).origin,
    })
    const plain = await context.newPage()
    const changed = csv.replace("Connect every school by 2030", "Connect every school by 2031")
    await bringIn(page, "mapping.csv", Buffer.from(changed))
    await bringIn(plain, "mapping.csv", Buffer.from(changed))
    const row = plain.getByRole("row", { name: /by 2031/ })
    await expect(row).toContainText("by 2030")
    await plain.getByRole("button", { name: "Save what is chosen" }).click()
    await expect(plain.getByText("Nothing is chosen.", { exact: false }).first()).toBeVisible()
    await row.getByRole("checkbox", { name: /What the mandate suggests/ }).check()
    await plain.getByRole("button", { name: "Save what is chosen" }).click()
    await expect(plain.getByText("No row was added, one was changed.")).toBeVisible()
    expect((await takeOut(page, "csv")).toString()).toContain("Connect every school by 2031")
    await context.close()
    // Somebody else's page of the same change has been overtaken by it.
    await page.getByRole("checkbox", { name: /What the mandate suggests/ }).check()
    await page.getByRole("button", { name: "Save what is chosen" }).click()
    await expect(page.getByText("The mapping was changed since", { exact: false })).toBeVisible()
    await expect(page.getByText("Every row of the file stands in the table as it is")).toBeVisible()
  })

  await test.step("what is chosen stays chosen when somebody else changes another line", async () => {
    const csv = (await takeOut(page, "csv")).toString()
    const changed = csv
      .replace("Connect every school by 2031", "Connect every school by 2032")
      .replace(/"(Find money for connecting[^"]*)"/, '"$1 Everywhere."')
    expect(changed).toContain(" Everywhere.")
    await bringIn(page, "both.csv", Buffer.from(changed))
    const boxes = page.getByRole("checkbox", { name: /Take over What the mandate suggests/ })
    await expect(boxes).toHaveCount(2)
    for (const box of await boxes.all()) await box.check()
    const other = await page.context().newPage()
    await bringIn(other, "one.csv", Buffer.from(csv.replace("school by 2031", "school by 2033")))
    await other.getByRole("checkbox", { name: /What the mandate suggests/ }).check()
    await other.getByRole("button", { name: "Save what is chosen" }).click()
    await expect(other.getByText("No row was added, one was changed.")).toBeVisible()
    await other.close()
    await page.getByRole("button", { name: "Save what is chosen" }).click()
    await expect(page.getByText("One line that you chose would do something else")).toBeVisible()
    await expect(boxes).toHaveCount(2)
    await expect(page.getByRole("row", { name: /by 2032/ }).getByRole("checkbox")).not.toBeChecked()
    await expect(page.getByRole("row", { name: /Everywhere/ }).getByRole("checkbox")).toBeChecked()
    await page.getByRole("button", { name: "Save what is chosen" }).click()
    await expect(page.getByText("No row was added, one was changed.")).toBeVisible()
  })

  await test.step("files of an edition are there for everybody", async () => {
    for (const format of ["xlsx", "csv", "docx", "pdf", "md", "json"]) {
      const file = await page.request.get(
        `/wg-strategy/mapping/roadmap/editions/1/mapping.${format}`,
      )
      expect(file.status(), format).toBe(200)
      expect((await file.body()).includes("Connect every school by 2031"), format).toBe(false)
    }
    expect(
      (await page.request.get("/wg-strategy/mapping/roadmap/editions/1/mapping.exe")).status(),
    ).toBe(404)
  })
})
