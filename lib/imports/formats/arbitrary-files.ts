import { strToU8, zipSync } from "fflate"
import PDFDocument from "pdfkit"

// Files for tests, made by hand so that they can be wrong in one place.

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/** Marks that every part of Word's files begins with. */
export const part = (root: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="${W}" xmlns:r="${R}">${content}</w:${root}>`
export const run = (text: string, properties = "") =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
export const paragraph = (content: string, properties = "") =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith("<") ? content : run(content)}</w:p>`
export const entry = (list: number, depth: number, text: string) =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`)

/** A DOCX with this body and these other parts. */
export function docxOf(body: string, parts: Record<string, string | Uint8Array> = {}): Uint8Array {
  return zipOf({
    "[Content_Types].xml": '<?xml version="1.0"?><Types/>',
    "word/document.xml": part("document", `<w:body>${body}</w:body>`),
    ...parts,
  })
}

export function zipOf(files: Record<string, string | Uint8Array>): Uint8Array {
  const packed: Record<string, Uint8Array> = {}
  for (const [name, content] of Object.entries(files))
    packed[name] = typeof content === "string" ? strToU8(content) : content
  return zipSync(packed, { level: 9 })
}

/** A PDF of A4 pages that `draw` writes on. */
export async function pdfOf(
  draw: (pdf: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: "A4", ...options })
  const chunks: Buffer[] = []
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve) => pdf.on("end", resolve))
  draw(pdf)
  pdf.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}
