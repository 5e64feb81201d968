import { stringify } from "csv-stringify/sync"
import { guarded } from "@/lib/mapping/cells/formula-guard"
import { cut } from "@/lib/mapping/sheet/model"
import { headOf, type TableSheet } from "./table-sheet"

/**
 * A mapping as CSV: UTF-8 with a byte order mark, every cell in quotes. What a spreadsheet would compute
 * has an apostrophe before it, which the reader of tables takes away again.
 */
export function writeCsv({ locale, columns, rows }: TableSheet): string {
  const heads = columns.map((column) => headOf(column, locale))
  const lines = rows.map(({ texts }) => columns.map((column) => guarded(cut(texts[column]))))
  return stringify([heads, ...lines], { bom: true, quoted: true, record_delimiter: "windows" })
}
