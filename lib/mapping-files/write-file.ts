import type { MappingFormat } from "./formats"
import type { TableSheet } from "./table-sheet"

/** Writes a mapping as a file. Of the writers the one that is asked for is loaded, for some are large. */
export async function writeFile(sheet: TableSheet, format: MappingFormat): Promise<Buffer> {
  switch (format) {
    case "xlsx":
      return (await import("./write-xlsx")).writeXlsx(sheet)
    case "csv":
      return Buffer.from((await import("./write-csv")).writeCsv(sheet))
    case "docx":
      return (await import("./write-docx")).writeDocx(sheet)
    case "pdf":
      return (await import("./write-pdf")).writePdf(sheet)
    case "md":
      return Buffer.from((await import("./write-markdown")).writeMarkdown(sheet))
    case "json":
      return Buffer.from(`${JSON.stringify(sheet.record, null, 2)}\n`)
  }
}
