import {
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx"
import type { SheetColumn, SheetRow } from "@/lib/mapping/sheet/model"
import { wordsOf } from "@/lib/mapping/sheet/texts"
import { translatorFor } from "@/lib/platform/i18n"
import { line } from "@/lib/report-files/docx/parts"
import { styles } from "@/lib/report-files/docx/styles"
import { storable } from "@/lib/report-files/docx/words"
import type { Run } from "@/lib/report-files/sheet"
import { runsOfActivities, runsOfBlocks } from "./rich-runs"
import { headsOf, type TableSheet } from "./table-sheet"

/** A4 across, in twentieths of a point; the shares of the columns. */
const size = { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE }
const margin = { top: 900, bottom: 900, left: 800, right: 800, header: 500, footer: 400 }
const wide = size.height - margin.left - margin.right
const shares: Record<SheetColumn, number> = {
  ...{ number: 4, area: 9, suggests: 18, citation: 8, activities: 19, synergies: 18 },
  ...{ scope: 6, reason: 8, responsible: 8, status: 6, confirmed: 8 },
}

/** A mapping as one table of Word, which can be changed there and brought in again. */
export async function writeDocx(sheet: TableSheet): Promise<Buffer> {
  const { locale, group, mandate, on, goal, rule, note, address, proof } = sheet
  const t = translatorFor(locale)
  const said: [string, string][] = [
    [t("mapping.sheets.document.goal"), goal],
    [t("mapping.sheets.document.rule"), rule],
    [t("mapping.sheets.document.note"), note],
  ]
  const document = new Document({
    title: storable(`${mandate.title}, ${on}`),
    subject: t("mapping.sheets.document.eyebrow"),
    creator: storable(group.name),
    lastModifiedBy: storable(group.name),
    styles: {
      ...styles,
      default: {
        ...styles.default,
        document: {
          ...styles.default?.document,
          run: { ...styles.default?.document?.run, language: { value: locale } },
        },
      },
    },
    sections: [
      {
        properties: { page: { size, margin } },
        footers: { default: footOf(sheet) },
        children: [
          line([{ text: t("mapping.sheets.document.eyebrow") }], "Eyebrow", { keepNext: true }),
          line([{ text: mandate.title }], "Title"),
          line([{ text: `${group.name} · ${mandate.symbol} · ${on}` }], "Normal"),
          ...said.flatMap(([label, words]) =>
            words ? [line([{ text: `${label}: `, bold: true }, { text: words }], "Normal")] : [],
          ),
          tableOf(sheet),
          ...annexOf(sheet),
          ...[address, proof].filter(Boolean).map((text) => line([{ text }], "Small")),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

function tableOf(sheet: TableSheet): Table {
  const { columns } = sheet
  const total = columns.reduce((sum, column) => sum + shares[column], 0)
  const widthOf = (column: SheetColumn) => Math.floor((wide * shares[column]) / total)
  const row = (cells: Run[][], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      children: columns.map(
        (column, at) =>
          new TableCell({
            margins: { top: 40, bottom: 40, left: 60, right: 60 },
            width: { size: widthOf(column), type: WidthType.DXA },
            children: [line(cells[at] ?? [], "Cell")],
          }),
      ),
    })
  const heads = headsOf(sheet).map((text) => [{ text, bold: true }])
  return new Table({
    width: { size: wide, type: WidthType.DXA },
    columnWidths: columns.map(widthOf),
    layout: TableLayoutType.FIXED,
    rows: [row(heads, true), ...sheet.rows.map((each) => row(cellsOf(each, sheet), false))],
  })
}

function cellsOf({ texts, activities, synergies }: SheetRow, { columns, locale }: TableSheet) {
  return columns.map((column): Run[] => {
    if (column === "synergies") return runsOfBlocks(synergies)
    if (column === "activities") return runsOfActivities(activities, wordsOf(locale).kind)
    return [{ text: texts[column] }]
  })
}

function annexOf({ annex, locale }: TableSheet): Paragraph[] {
  const t = translatorFor(locale)
  if (annex.length === 0) return []
  return [
    line([{ text: t("mapping.sheets.document.annex") }], "Heading2"),
    ...annex.map(({ row, edition, activity }) =>
      line(
        [
          ...runsOfActivities([activity], wordsOf(locale).kind),
          { text: ` (${t("mapping.sheets.document.annexOf", { row, edition })})` },
        ],
        "Small",
      ),
    ),
  ]
}

function footOf({ locale, group, mandate }: TableSheet): Footer {
  const t = translatorFor(locale)
  const running = t("mapping.sheets.document.running", {
    group: group.shortName,
    mandate: mandate.title,
  })
  const [before = "", between = "", after = ""] = t("files.page", { page: 1, pages: 2 }).split(
    /[12]/,
  )
  return new Footer({
    children: [
      new Paragraph({
        style: "Foot",
        children: [
          new TextRun({ text: storable(`${running} · `) }),
          new TextRun({
            children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
          }),
        ],
      }),
    ],
  })
}
