import type { Blob } from "node:buffer"
import type Stream from "node:stream"
import writeExcelFile, { type Cell, type Feature } from "write-excel-file/node"
import { rowStatuses, scopes } from "@/lib/mapping/model"
import { writeActivities } from "@/lib/mapping/sheet/activity-lines"
import { cut, type SheetColumn } from "@/lib/mapping/sheet/model"
import { wordsOf } from "@/lib/mapping/sheet/texts"
import { translatorFor } from "@/lib/platform/i18n"
import { headOf, headsOf, type TableSheet } from "./table-sheet"

/** How wide the columns are, in characters. */
const widths: Record<SheetColumn, number> = {
  number: 7,
  area: 22,
  suggests: 50,
  citation: 20,
  activities: 50,
  synergies: 50,
  scope: 12,
  reason: 30,
  responsible: 20,
  status: 12,
  confirmed: 14,
}

/**
 * A mapping as a spreadsheet. Every cell but the number of its row is text and formatted as text, so that
 * nothing that somebody typed becomes a formula, not even when the cell is edited or saved as another kind.
 */
export async function writeXlsx(sheet: TableSheet): Promise<Buffer> {
  const { locale, columns, rows } = sheet
  const t = translatorFor(locale)
  const head = headsOf(sheet).map(headCell)
  const lines = rows.map(({ texts }) =>
    columns.map(
      (column): Cell =>
        column === "number"
          ? { value: Number(texts.number), type: Number, alignVertical: "top" }
          : textCell(texts[column]),
    ),
  )
  const { scope, status } = wordsOf(locale)
  const choices: [SheetColumn, string[]][] = [
    ["area", sheet.areas.map(({ title }) => storable(title))],
    ["scope", scopes.map((each) => scope[each])],
    ["status", rowStatuses.map((each) => status[each])],
  ]
  const table = {
    data: [head, ...lines],
    sheet: t("mapping.sheets.document.sheet"),
    columns: columns.map((column) => ({ width: widths[column] })),
    ...{ stickyRowsCount: 1, stickyColumnsCount: 2, orientation: "landscape" as const },
  }
  // The table stands first: that is the sheet that is read when it comes back.
  const file = writeExcelFile([table, about(sheet), ...annexOf(sheet)], {
    features: [choosing(choices, columns, rows.length)],
  })
  return Buffer.from(await file.toBuffer())
}

const headCell = (value: string) => ({
  value,
  fontWeight: "bold" as const,
  backgroundColor: "#e8edf2",
  wrap: true,
})

/** What the table is, and how it is known: a spreadsheet goes from hand to hand without its page. */
function about({ locale, group, mandate, on, goal, rule, note, address, proof }: TableSheet) {
  const t = translatorFor(locale)
  const said: [string, string][] = [
    [t("mapping.sheets.document.mandate"), mandate.title],
    ["", mandate.symbol],
    ["", mandate.link],
    [t("mapping.sheets.document.group"), group.name],
    [t("mapping.sheets.document.state"), on],
    ...(["goal", "rule", "note"] as const).map((name): [string, string] => [
      t(`mapping.sheets.document.${name}`),
      { goal, rule, note }[name],
    ]),
    [t("mapping.sheets.document.address"), address],
    ["", proof],
  ]
  return {
    data: said
      .filter(([, words]) => words !== "")
      .map(([label, words]) => [headCell(label), textCell(words)]),
    sheet: t("mapping.sheets.document.about"),
    columns: [{ width: 24 }, { width: 100 }],
  }
}

/** The activities of past years, with the row that each stood in; no sheet where there is none. */
function annexOf({ locale, annex, areas }: TableSheet) {
  if (annex.length === 0) return []
  const t = translatorFor(locale)
  const { kind } = wordsOf(locale)
  const titles = new Map(areas.map(({ slug, title }) => [slug, title]))
  const heads = [
    t("mapping.field.number"),
    ...[headOf("area", locale), headOf("suggests", locale), headOf("activities", locale)],
    t("mapping.sheets.document.moved"),
  ]
  const lines = annex.map(({ row, area, suggests, activity, edition }): Cell[] => [
    { value: row, type: Number, alignVertical: "top" },
    ...[titles.get(area) ?? "", suggests, writeActivities([activity], kind)].map(textCell),
    { value: edition, type: Number, alignVertical: "top" },
  ])
  return [
    {
      data: [heads.map(headCell), ...lines],
      sheet: t("mapping.sheets.document.annexSheet"),
      columns: [7, 22, 50, 60, 12].map((width) => ({ width })),
      ...{ stickyRowsCount: 1, orientation: "landscape" as const },
    },
  ]
}

/** Excel reads `_x0041_` in a text as a sign; a text that says so itself has its first sign written so. */
const escaped = (text: string) => text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x")

/** Signs that no XML may hold are left out. */
const storable = (text: string) =>
  text.replace(/[\p{Cc}\ufffe\uffff]/gu, (sign) => (/[\t\n]/.test(sign) ? sign : "")).toWellFormed()

function textCell(text: string): Cell {
  const value = escaped(cut(storable(text)))
  if (value === "") return { value: "", format: "@", type: String }
  return { value, type: String, format: "@", wrap: true, alignVertical: "top" }
}

/** Offers what may stand in some columns; anything else may be typed too. A list of it has 255 signs at most. */
function choosing(
  choices: readonly [SheetColumn, string[]][],
  columns: readonly SheetColumn[],
  rows: number,
): Feature<Stream | Buffer | Blob> {
  const fitting = choices.filter(
    ([, words]) => words.join(",").length <= 255 && words.every((word) => !word.includes(",")),
  )
  const rules = fitting.map(([column, words]) => {
    const letter = String.fromCharCode(65 + columns.indexOf(column))
    const list = words.join(",").replaceAll("&", "&amp;").replaceAll('"', '""')
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${letter}2:${letter}${rows + 1}"><formula1>"${list.replaceAll("<", "&lt;")}"</formula1></dataValidation>`
  })
  const xml = `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (sheet: string, _: unknown, { sheetIndex }: { sheetIndex: number }) =>
            sheetIndex > 0 || rows === 0 || rules.length === 0
              ? sheet
              : sheet.replace("</sheetData>", () => `</sheetData>${xml}`),
        },
      },
    },
  }
}
