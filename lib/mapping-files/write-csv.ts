import { stringify } from "csv-stringify/sync"
import { cut } from "@/lib/mapping/sheet/model"
import { headsOf, type TableSheet } from "./table-sheet"

/**
 * A mapping as CSV: UTF-8 with a byte order mark, every cell in quotes. What a spreadsheet would compute
 * has an apostrophe before it (https://owasp.org/www-community/attacks/CSV_Injection), which the reader
 * of tables takes away again; so has whatever begins with such an apostrophe itself.
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

/** `=`, `+`, `-`, `@`, a stroke, and their wide forms, behind whatever a program may skip. */
const COMPUTED = /^[\s']*[=+\-@|\uff1d\uff0b\uff0d\uff20]/

const guarded = (text: string) => (COMPUTED.test(text) ? `'${text}` : text)
