import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { docxOf, paragraph, pdfOf, zipOf } from "../lib/imports/formats/arbitrary-files"
import { expect, test } from "./support/test"

const report = readFileSync(fileURLToPath(new URL("./samples/report.txt", import.meta.url)))
// A text of its own, so that it is not taken for the one that another journey brings in.
const another = Buffer.from(
  report.toString("utf8").replaceAll("21st", "22nd").replaceAll("XIX", "XX"),
)

test("files that cannot be read are refused by name, and never keep the others out", async ({
  page,
}, info) => {
  const folder = info.outputPath("files")
  mkdirSync(folder, { recursive: true })
  const file = (name: string, bytes: Buffer) => {
    writeFileSync(path.join(folder, name), bytes)
    return path.join(folder, name)
  }
  test.setTimeout(120_000)
  await page.goto("/sign-in")
  await page
    .getByRole("listitem")
    .filter({ hasText: /co-chair$/ })
    .getByRole("button")
    .first()
    .click()
  await expect(page).toHaveURL(/\/desk$/)
  await page.goto("/desk/wg-strategy/import")
  await page
    .getByLabel("Files")
    .setInputFiles([
      file("empty.txt", Buffer.alloc(0)),
      file("picture.png", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")),
      file("cyrillic.txt", Buffer.from("f0d2cfd4cfcbcfcc20f0d2cfd4cfcbcfcc", "hex")),
      file("bomb.docx", Buffer.from(docxOf(paragraph("x".repeat(60_000_000))))),
      file("table.docx", Buffer.from(zipOf({ "xl/workbook.xml": "x" }))),
      file("scan.pdf", Buffer.from(await pdfOf((pdf) => void pdf.rect(9, 9, 9, 9).fill()))),
      file("huge.txt", Buffer.alloc(50 * 1024 * 1024, "a word and another ")),
      file(
        "letter.txt",
        Buffer.from("Dear all,\n\nthe weather was fine and nothing else happened.\n"),
      ),
      file("report.txt", another),
      file("again.txt", Buffer.from(another.toString("utf8").replaceAll("\n", "\r\n"))),
    ])
  await page.getByRole("button", { name: "Read the files" }).click()
  await expect(page.getByRole("heading", { name: "Import: 10 files" })).toBeVisible({
    timeout: 60_000,
  })
  const said = {
    "empty.txt": "The file is empty",
    "picture.png": "This is a picture",
    "cyrillic.txt": "UTF-8",
    "bomb.docx": "Unpacked, the file comes to more than 40 MB",
    "table.docx": "table of Excel",
    "scan.pdf": "no text",
    "huge.txt": "50 MB",
    "letter.txt": "does not look like the report of a meeting",
    "again.txt": "The same text was brought in before",
  }
  for (const [name, sentence] of Object.entries(said)) {
    const row = page.getByRole("row").filter({ hasText: name })
    await expect(row).toContainText("not read")
    await expect(row).toContainText(sentence)
  }
  await expect(page.getByRole("row").filter({ hasText: /^report\.txt/ })).toContainText("22")

  // Put aside with what was typed in it, it is taken up again as it was.
  await page.getByRole("link", { name: "report.txt", exact: true }).click()
  await page.getByLabel("Title").first().fill("Of the quays")
  await page.getByRole("button", { name: "Put aside" }).click()
  await expect(page.locator(":focus")).toContainText("report.txt was put aside")
  await page.getByRole("link", { name: "report.txt", exact: true }).click()
  await page.getByRole("button", { name: "Take it up again" }).click()
  await expect(page.getByLabel("Title").first()).toHaveValue("Of the quays")

  // Put aside, it leaves nothing behind, and may come again.
  await page.getByRole("button", { name: "Put aside" }).click()
  await expect(page.getByRole("row").filter({ hasText: /^report\.txt/ })).toContainText("put aside")
  await page.goto("/desk/wg-strategy/meetings")
  await expect(page.getByRole("row", { name: /22/ }).filter({ hasText: "2025" })).toHaveCount(0)
})
