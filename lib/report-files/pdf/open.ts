import PDFDocument from "pdfkit"
import type { Sheet } from "../sheet"
import type { Page } from "./page"

type Said = Pick<Sheet, "language" | "of" | "eyebrow" | "keywords" | "publishedAt">

/**
 * A PDF that is tagged as PDF/UA asks, with what it says of itself, and its bytes once it is ended. The
 * same words give the same bytes.
 */
export function openPdf(
  said: Said,
  title: string,
  { width, height }: Pick<Page, "width" | "height">,
): { document: typeof PDFDocument.prototype; ended: Promise<Buffer> } {
  const document = new PDFDocument({
    size: [width, height],
    margin: 0,
    pdfVersion: "1.7",
    subset: "PDF/UA" as "PDF/A-1",
    tagged: true,
    lang: said.language,
    displayTitle: true,
    bufferPages: true,
    // No typeface of the reader's machine.
    font: null as unknown as string,
    info: {
      Title: title,
      Author: said.of,
      Subject: said.eyebrow,
      Keywords: said.keywords.join(", "),
      Creator: "Rapporteur",
      Producer: "Rapporteur",
      CreationDate: new Date(said.publishedAt),
      ModDate: new Date(said.publishedAt),
    },
  })
  const chunks: Buffer[] = []
  const ended = new Promise<Buffer>((resolve, reject) => {
    document.on("data", (chunk: Buffer) => chunks.push(chunk))
    document.on("end", () => resolve(Buffer.concat(chunks)))
    document.on("error", reject)
  })
  return { document, ended }
}

/**
 * Takes back, before a document is ended, that it keeps to PDF/UA: that asks for the form of every sign. Tags
 * and all else stay.
 */
export function dropClaim(document: typeof PDFDocument.prototype): void {
  // The library writes the claim as it ends the document, and has no setting for it.
  Object.assign(document, { endSubset: () => undefined })
}
