import { setImmediate as turn } from "node:timers/promises"
import type { SheetColumn, SheetRow } from "@/lib/mapping/sheet/model"
import { wordsOf } from "@/lib/mapping/sheet/texts"
import { translatorFor } from "@/lib/platform/i18n"
import { loadFaces } from "@/lib/report-files/pdf/faces"
import { looks } from "@/lib/report-files/pdf/flow"
import { setFurniture } from "@/lib/report-files/pdf/furniture"
import type { Line, Look } from "@/lib/report-files/pdf/lines"
import { dropClaim, openPdf } from "@/lib/report-files/pdf/open"
import { across, ink } from "@/lib/report-files/pdf/page"
import { type Element, Pen } from "@/lib/report-files/pdf/pen"
import { Typesetter } from "@/lib/report-files/pdf/typesetter"
import type { Run } from "@/lib/report-files/sheet"
import { runsOfActivities, runsOfBlocks } from "./rich-runs"
import { headOf, type TableSheet } from "./table-sheet"

/** Milliseconds after which whatever else the process has to do gets its turn. */
const longest = 15
const wide = across.end - across.gutter
const gap = 10
const cellLook: Look = { face: "serif", size: 8, lead: 11 }
const headLook: Look = { ...looks.label, bold: true }

/** The columns of a table, and their shares of its width; the area stands above it as a heading. */
const columns = [
  ...([
    ["number", 4],
    ["suggests", 23],
    ["citation", 9],
    ["activities", 25],
    ["synergies", 23],
  ] as const),
  ["scope", 16],
] as const satisfies readonly (readonly [SheetColumn, number])[]

/**
 * A mapping as PDF: A4 across, a table for each area, tagged for screen readers as PDF/UA asks (headings,
 * tables with their heads, links, language, title). The same table gives the same bytes.
 */
export async function writePdf(sheet: TableSheet): Promise<Buffer> {
  const { locale, group, mandate, on } = sheet
  const t = translatorFor(locale)
  const bytes = await loadFaces()
  const said = {
    language: locale,
    of: group.name,
    eyebrow: t("mapping.sheets.document.eyebrow"),
    keywords: [group.shortName, mandate.symbol],
    publishedAt: sheet.at,
  }
  const { document, ended } = openPdf(said, `${mandate.title}, ${on}: ${group.name}`, across)
  const root = document.struct("Document", { lang: locale })
  document.addStructure(root)
  const typesetter = new Typesetter(document, bytes)
  const pen = new Pen(document, typesetter, root, null, across)
  setFront(pen, sheet)
  let since = performance.now()
  for (const area of sheet.areas) {
    const rows = sheet.rows.filter((row) => row.area === area.slug)
    setHeading(pen, area.title)
    document.outline.addItem(area.title)
    if (rows.length === 0) {
      setText(pen, "P", [{ text: t("mapping.sheets.document.none") }], looks.note)
      continue
    }
    const table = pen.element(root, "Table")
    const head = headOfTable(pen, sheet)
    setCells(pen, table, head.cells, { kind: "TH", look: headLook })
    for (const row of rows) {
      setCells(pen, table, cellsOf(row, sheet), { kind: "TD", look: cellLook, head })
      if (performance.now() - since < longest) continue
      await turn()
      since = performance.now()
    }
    table.end()
    pen.y += 10
  }
  setAnnex(pen, sheet)
  root.end()
  setFurniture(pen, {
    ...sheet,
    running: t("mapping.sheets.document.running", {
      group: group.shortName,
      mandate: mandate.title,
    }),
    page: (page, pages) => t("files.page", { page, pages }),
  })
  if (typesetter.lacks) dropClaim(document)
  document.end()
  return ended
}

function setText(pen: Pen, kind: string, runs: Run[], look: Look): void {
  pen.text(pen.root, kind, runs, look, { x: across.gutter, width: wide })
}

function setFront(pen: Pen, { locale, group, mandate, on, goal, rule, note }: TableSheet): void {
  const t = translatorFor(locale)
  setText(pen, "P", [{ text: t("mapping.sheets.document.eyebrow") }], { ...looks.note, bold: true })
  setText(pen, "H1", [{ text: mandate.title }], { face: "serif", size: 24, lead: 30 })
  setText(pen, "P", [{ text: `${group.name} · ${mandate.symbol} · ${on}` }], looks.small)
  pen.y += 8
  for (const [name, words] of [
    ["goal", goal],
    ["rule", rule],
    ["note", note],
  ] as const) {
    if (!words) continue
    const label = { text: `${t(`mapping.sheets.document.${name}`)}: `, bold: true }
    setText(pen, "P", [label, { text: words }], looks.small)
    pen.y += 3
  }
}

function setHeading(pen: Pen, words: string): void {
  pen.room(110)
  pen.y += 10
  setText(pen, "H2", [{ text: words }], { face: "serif", size: 13, lead: 18, bold: true })
  pen.y += 3
}

const shares = columns.reduce((sum, [, share]) => sum + share, 0)
const room = wide - gap * (columns.length - 1)
/** Where each column begins, and how wide it is. */
const places = columns.map(([, share], at) => {
  const before = columns.slice(0, at).reduce((sum, [, each]) => sum + each, 0)
  return { x: across.gutter + (before / shares) * room + at * gap, width: (share / shares) * room }
})

/** What stands above the columns, and how high that is with the line below it. */
type Head = { cells: Run[][]; height: number }

function headOfTable(pen: Pen, { locale }: TableSheet): Head {
  const cells = columns.map(([column]): Run[] => [{ text: headOf(column, locale) }])
  const most = cells.map((runs, at) => pen.lines(runs, headLook, places[at]?.width ?? 0).length)
  return { cells, height: Math.max(...most) * headLook.lead + 5.75 }
}

/** Goes on with a table on a new page. Its head is read aloud once, and there it stands for the eyes. */
function nextPage(pen: Pen, head: Head | undefined): void {
  pen.newPage()
  if (!head) return
  const { y } = pen
  for (const [at, runs] of head.cells.entries()) {
    const place = places[at] ?? { x: across.gutter, width: wide }
    pen.furniture(runs, headLook, { ...place, y, colour: ink.label })
  }
  pen.y = y + head.height - 3.75
  pen.rule(across.gutter, 0.75, ink.label)
  pen.y = y + head.height
}

/** Sets a row. One that fits no page goes on from page to page, its cells beside one another. */
function setCells(
  pen: Pen,
  parent: Element,
  cells: Run[][],
  { kind, look, head }: { kind: "TH" | "TD"; look: Look; head?: Head },
): void {
  const row = pen.element(parent, "TR")
  const set = cells.map((runs, at) => pen.lines(runs, look, places[at]?.width ?? 0))
  const most = Math.max(1, ...set.map((lines) => lines.length))
  const above = head?.height ?? 0
  const fitting = Math.floor((across.bottom - across.top - above - 6) / look.lead)
  const isFull = pen.y + Math.min(most, fitting) * look.lead + 6 > across.bottom
  if (isFull && pen.y > across.top + above) nextPage(pen, head)
  const elements = set.map((_, at) =>
    pen.element(row, kind, kind === "TH" ? { scope: "Column" } : at === 0 ? { scope: "Row" } : {}),
  )
  for (let from = 0; from < most; from += fitting) {
    if (from > 0) nextPage(pen, head)
    const { y } = pen
    for (const [at, element] of elements.entries()) {
      pen.y = y
      const lines: Line[] = set[at]?.slice(from, from + fitting) ?? []
      const place = places[at] ?? { x: across.gutter, width: wide }
      const colour = kind === "TH" ? ink.label : ink.text
      pen.setInto(element, kind, lines, look, { ...place, colour })
    }
    pen.y = y + Math.min(most - from, fitting) * look.lead
  }
  for (const element of elements) element.end()
  row.end()
  pen.y += 2
  pen.rule(across.gutter, kind === "TH" ? 0.75 : 0.5, kind === "TH" ? ink.label : ink.rule)
  pen.y += 3
}

function cellsOf({ texts, activities, synergies }: SheetRow, sheet: TableSheet): Run[][] {
  const { locale } = sheet
  const words = wordsOf(locale)
  const about = (["reason", "status", "responsible", "confirmed"] as const).filter(
    (column) => sheet.columns.includes(column) && texts[column],
  )
  const scope: Run[] = [
    { text: texts.scope, bold: true },
    ...about.map((column) => ({ text: `\n${headOf(column, locale)}: ${texts[column]}` })),
  ]
  return columns.map(([column]): Run[] => {
    if (column === "activities") return runsOfActivities(activities, words.kind)
    if (column === "synergies") return runsOfBlocks(synergies)
    return column === "scope" ? scope : [{ text: texts[column] }]
  })
}

function setAnnex(pen: Pen, { annex, locale }: TableSheet): void {
  const t = translatorFor(locale)
  if (annex.length === 0) return
  setHeading(pen, t("mapping.sheets.document.annex"))
  const list = pen.element(pen.root, "L")
  for (const { row, edition, activity } of annex) {
    const entry = pen.element(list, "LI")
    const body = pen.element(entry, "LBody")
    const runs = [
      ...runsOfActivities([activity], wordsOf(locale).kind),
      { text: ` (${t("mapping.sheets.document.annexOf", { row, edition })})` },
    ]
    const spot = { x: across.gutter, width: wide }
    pen.setInto(body, "LBody", pen.lines(runs, cellLook, wide), cellLook, spot)
    body.end()
    entry.end()
    pen.y += 2
  }
  list.end()
}
