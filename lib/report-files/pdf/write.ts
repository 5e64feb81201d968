import { setImmediate as turn } from "node:timers/promises"
import type PDFDocument from "pdfkit"
import type { Part, Sheet } from "../sheet"
import { loadFaces } from "./faces"
import { looks } from "./flow"
import { setFurniture } from "./furniture"
import { dropClaim, openPdf } from "./open"
import { ink, measure, page } from "./page"
import { setPart } from "./parts"
import { Pen } from "./pen"
import { Typesetter } from "./typesetter"

/** Milliseconds after which whatever else the process has to do gets its turn. */
const longest = 15

/**
 * A document as PDF: A4, tagged for screen readers as PDF/UA asks (headings, lists, tables, links,
 * language, title), with its typefaces inside; it claims so where they have every sign. The same document gives the same bytes.
 */
export async function writePdf(sheet: Sheet): Promise<Buffer> {
  const bytes = await loadFaces()
  const { document, ended } = openPdf(sheet, titleOf(sheet), page)
  const root = document.struct("Document", { lang: sheet.language })
  document.addStructure(root)
  const ownLanguage = sheet.ownLanguage === sheet.language ? null : sheet.ownLanguage
  const typesetter = new Typesetter(document, bytes)
  const pen = new Pen(document, typesetter, root, ownLanguage)
  setTitle(pen, sheet)
  const bookmarks = new Bookmarks(document)
  let since = performance.now()
  for (const [index, part] of sheet.parts.entries()) {
    setPart(pen, part, sheet.parts[index - 1])
    bookmarks.note(part)
    if (performance.now() - since < longest) continue
    await turn()
    since = performance.now()
  }
  root.end()
  setFurniture(pen, sheet)
  if (typesetter.lacks) dropClaim(document)
  document.end()
  return ended
}

/** "Meeting 33, Plan for 2022: Working Group on Harbours". */
function titleOf({ title, named, of }: Sheet): string {
  return `${[title, named].filter(Boolean).join(", ")}: ${of}`
}

function setTitle(pen: Pen, sheet: Sheet): void {
  const spot = { x: page.text, width: measure }
  const quiet = { ...spot, colour: ink.label }
  pen.y += 8
  pen.text(
    pen.root,
    "P",
    [{ text: sheet.eyebrow }],
    { ...looks.note, bold: true },
    {
      ...quiet,
      own: true,
    },
  )
  pen.y += 2
  pen.text(pen.root, "H1", [{ text: sheet.title }], { face: "serif", size: 27, lead: 33 }, spot)
  pen.y += 3
  const named = { face: "serif", size: 14, lead: 19 } as const
  if (sheet.named) pen.text(pen.root, "P", [{ text: sheet.named }], named, spot)
  pen.text(pen.root, "P", [{ text: sheet.of }], looks.text, { ...spot, colour: ink.second })
  if (sheet.on)
    pen.text(pen.root, "P", [{ text: sheet.on }], looks.text, { ...spot, colour: ink.second })
  pen.y += 14
}

/** The headings as bookmarks, below one another as in the text. */
class Bookmarks {
  readonly #open: { level: number; item: PDFKit.PDFOutline }[]

  constructor(document: typeof PDFDocument.prototype) {
    this.#open = [{ level: 1, item: document.outline }]
  }

  note(part: Part): void {
    if (part.kind !== "heading") return
    while ((this.#open.at(-1)?.level ?? 0) >= part.level && this.#open.length > 1) this.#open.pop()
    const words = [part.mark, part.words].filter(Boolean).join(" ")
    const item = this.#open.at(-1)?.item.addItem(words)
    if (item) this.#open.push({ level: part.level, item })
  }
}
