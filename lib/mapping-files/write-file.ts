import type { MappingFormat } from "./formats"
import type { TableSheet } from "./table-sheet"
import { writeCsv } from "./write-csv"
import { writeDocx } from "./write-docx"
import { writeMarkdown } from "./write-markdown"
import { writePdf } from "./write-pdf"
import { writeXlsx } from "./write-xlsx"

/** Writes a mapping as a file. */
export async function writeFile(sheet: TableSheet, format: MappingFormat): Promise<Buffer> {
  switch (format) {
    case "xlsx":
      return writeXlsx(sheet)
    case "csv":
      return Buffer.from(writeCsv(sheet))
    case "docx":
      return writeDocx(sheet)
    case "pdf":
      return writePdf(sheet)
    case "md":
      return Buffer.from(writeMarkdown(sheet))
    case "json":
      return Buffer.from(`${JSON.stringify(sheet.record, null, 2)}\n`)
  }
}
