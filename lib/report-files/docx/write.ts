import { Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from "docx"
import { strToU8, unzipSync, zipSync } from "fflate"
import type { Sheet } from "../sheet"
import { Lists } from "./lists"
import { ownPart } from "./own-part"
import { childrenOf, line } from "./parts"
import { styles } from "./styles"
import { storable } from "./words"

/** A4 and its margins, in twentieths of a point. */
const size = { width: 11906, height: 16838 }
const margin = { top: 1360, bottom: 1360, left: 1420, right: 1420, header: 700, footer: 600 }

/**
 * A document as DOCX: real styles, headings, lists and tables. `download` comes along inside, so that
 * the file brings back the same minutes for as long as nobody has changed it.
 */
export async function writeDocx(sheet: Sheet, download: unknown): Promise<Buffer> {
  const lists = new Lists()
  const body = sheet.parts.flatMap((part) => childrenOf(part, lists))
  const document = new Document({
    title: storable([sheet.title, sheet.named].filter(Boolean).join(", ")),
    subject: storable(sheet.eyebrow),
    creator: storable(sheet.of),
    keywords: storable(sheet.keywords.join(", ")),
    lastModifiedBy: storable(sheet.of),
    styles: {
      ...styles,
      default: {
        ...styles.default,
        document: {
          ...styles.default?.document,
          run: { ...styles.default?.document?.run, language: { value: sheet.language } },
        },
      },
    },
    numbering: lists.options(),
    sections: [
      {
        properties: { page: { size, margin }, titlePage: true },
        headers: {
          default: new Header({ children: [line([{ text: sheet.running }], "Foot")] }),
          first: new Header({ children: [new Paragraph({})] }),
        },
        footers: { default: foot(sheet), first: foot(sheet) },
        children: [
          line([{ text: sheet.eyebrow }], "Eyebrow", { keepNext: true }),
          line([{ text: sheet.title }], "Title"),
          ...(sheet.named ? [line([{ text: sheet.named }], "Lead")] : []),
          line([{ text: sheet.of }], "Normal"),
          ...(sheet.on ? [line([{ text: sheet.on }], "Normal")] : []),
          ...body,
        ],
      },
    ],
  })
  // Folders have no entry of their own: only parts have a kind.
  const packed = unzipSync(await Packer.toBuffer(document), {
    filter: ({ name }) => !name.endsWith("/"),
  })
  const at = new Date(sheet.publishedAt)
  const core = packed["docProps/core.xml"]
  if (core) packed["docProps/core.xml"] = strToU8(dated(new TextDecoder().decode(core), at))
  const main = packed["word/document.xml"]
  if (download && main) packed[ownPart.name] = strToU8(ownPart.write(download, main))
  return Buffer.from(zipSync(packed, { level: 6, mtime: zipTime(at) }))
}

function foot(sheet: Sheet): Footer {
  const [before = "", between = "", after = ""] = sheet.page(1, 2).split(/[12]/)
  return new Footer({
    children: [
      line([{ text: sheet.address }], "Foot"),
      line([{ text: sheet.proof }], "Foot"),
      new Paragraph({
        style: "Foot",
        children: [
          new TextRun({
            children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
          }),
        ],
      }),
    ],
  })
}

/** The file says when its version was published, not when it was made. */
function dated(core: string, at: Date): string {
  return core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${at.toISOString()}`)
}

/** An archive counts its years from 1980. */
function zipTime(at: Date): Date {
  return at.getUTCFullYear() < 1981 ? new Date("1981-01-01T00:00:00Z") : at
}
