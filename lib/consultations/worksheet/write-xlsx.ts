import type { Blob } from "node:buffer"
import type Stream from "node:stream"
import writeExcelFile, { type Cell, type Feature, type SheetData } from "write-excel-file/node"
import { dispositions } from "@/lib/comments/model"
import { translatorFor } from "@/lib/platform/i18n"
import type { Locale } from "@/lib/platform/locales"
import type { WorksheetRow } from "./model"
import { writeKey } from "./row-key"

/** The columns of the file and how wide they are, in characters. */
export const columns = {
  number: 7,
  text: 22,
  section: 22,
  quote: 32,
  comment: 60,
  proposal: 32,
  author: 24,
  stakeholderGroup: 20,
  unnamed: 12,
  at: 18,
  late: 8,
  disposition: 18,
  reason: 60,
  key: 14,
} as const
export type Column = keyof typeof columns

/** Characters that a cell of a spreadsheet may hold. */
const longest = 32_000

/**
 * A worksheet as a file of Excel. Every cell is text and formatted as text, so that nothing that somebody
 * typed becomes a formula, not even when the cell is edited or the file is saved as another kind.
 */
export async function writeXlsx(
  rows: readonly WorksheetRow[],
  locale: Locale,
): Promise<Uint8Array> {
  const t = translatorFor(locale)
  const names = Object.keys(columns) as Column[]
  const head = names.map((name) => ({
    value: t(`worksheet.column.${name}`),
    fontWeight: "bold" as const,
    backgroundColor: "#e8edf2",
    wrap: true,
  }))
  const lines = rows.map((row) => {
    const said: Record<Column, string> = {
      number: row.number,
      text: row.text,
      section: row.section,
      quote: row.quote,
      comment: row.hidden ? t("worksheet.hidden", row.hidden) : row.words,
      proposal: row.proposal ?? "",
      author: [row.author.name, row.author.organisation].filter(Boolean).join(", "),
      stakeholderGroup: row.author.stakeholderGroup
        ? t(`people.stakeholders.${row.author.stakeholderGroup}`)
        : "",
      unnamed: row.unnamed ? t("worksheet.yes") : "",
      at: `${row.at.toISOString().slice(0, 16).replace("T", " ")} UTC`,
      late: row.late ? t("worksheet.yes") : "",
      disposition:
        row.leads && row.disposition ? t(`worksheet.disposition.${row.disposition}`) : "",
      reason: row.leads ? row.reason : "",
      // Only the row that leads its thread is decided; the others are there to be read.
      key: row.leads ? writeKey(row) : "",
    }
    return names.map((name) => textCell(said[name]))
  })
  const choices = dispositions.map((each) => t(`worksheet.disposition.${each}`))
  const data: SheetData = [head, ...lines]
  const file = writeExcelFile(
    data,
    {
      sheet: t("worksheet.sheet"),
      columns: names.map((name) => ({ width: columns[name] })),
      stickyRowsCount: 1,
    },
    { features: [choosing(choices, names.indexOf("disposition"), rows.length)] },
  )
  return file.toBuffer()
}

/** Excel reads `_x0041_` in a text as a sign; a text that says so itself has its first sign written so. */
const escaped = (text: string) =>
  text.slice(0, longest).replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x")

const textCell = (value: string): Cell =>
  value === ""
    ? { value: "", format: "@", type: String }
    : { value: escaped(value), type: String, format: "@", wrap: true, alignVertical: "top" }

/** Offers the four dispositions in their column. */
function choosing(
  choices: readonly string[],
  column: number,
  rows: number,
): Feature<Stream | Buffer | Blob> {
  const letter = String.fromCharCode(65 + column)
  const list = choices
    .join(",")
    .replaceAll("&", "&amp;")
    .replaceAll('"', '""')
    .replaceAll("<", "&lt;")
  const xml =
    `<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1"` +
    ` sqref="${letter}2:${letter}${rows + 1}"><formula1>"${list}"</formula1></dataValidation></dataValidations>`
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (sheet: string) =>
            rows === 0 ? sheet : sheet.replace("</sheetData>", `</sheetData>${xml}`),
        },
      },
    },
  }
}
