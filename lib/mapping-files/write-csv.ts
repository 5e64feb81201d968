import { stringify } from "csv-stringify/sync"
import { guarded } from "@/lib/mapping/cells/formula-guard"
import { cut } from "@/lib/mapping/sheet/model"
import { headsOf, type TableSheet } from "./table-sheet"

/**
 * A mapping as CSV: UTF-8 with a byte order mark, every cell in quotes. What a spreadsheet would compute
 * has an apostrophe before it, which the reader of tables takes away again.
 */
export function writeCsv(sheet: TableSheet): string {
  const { columns, rows } = sheet
  const lines = rows.map(({ texts }) => columns.map((column) => guarded(cut(texts[column]))))
  return stringify([headsOf(sheet), ...lines], {
    bom: true,
    quoted: true,
    record_delimiter: "windows",
  })
}
