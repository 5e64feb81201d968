import { getDocumentProxy } from "unpdf"
import { type Block, NotReadable } from "./blocks"
import { dropRunning } from "./pdf-edges"
import { flowOf } from "./pdf-flow"
import { type Link, linesOf, type PdfLine, type Piece } from "./pdf-lines"
import { inReadingOrder } from "./pdf-order"

/** A report has a few pages; a file with more than this is refused, rather than read in part. */
export const MOST_PAGES = 500
/** Fewer letters than this are no text of a file, and of a page: "Page 12" is stamped on a picture too. */
const fewLetters = { file: 20, page: 8 }

/** `unread`: pages without text in a file that holds pictures, the first being 1; one may be empty. */
export type ReadPdf = { blocks: Block[]; unread: number[] }

/**
 * The text of a PDF in the order in which it is read: columns one after another, paragraphs whole over
 * lines and pages, headings by their size, what repeats on every page once. Throws `NotReadable` for a
 * file behind a password, a broken one, one of very many pages, and one that holds nothing but pictures.
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pages = await pagesOf(bytes)
  const ordered = pages.map((lines) => inReadingOrder(lines))
  const { pages: rest, heads, feet } = dropRunning(ordered)
  const isPictured = holdsPicture(bytes)
  // What stands at the edge of every page stands on those that are pictures, too.
  const letters = (isPictured ? rest : ordered).map(countLetters)
  if (letters.reduce((sum, count) => sum + count, 0) < fewLetters.file)
    throw new NotReadable("no-text-layer")
  const bare = letters.flatMap((count, at) => (count < fewLetters.page ? [at + 1] : []))
  return {
    blocks: [...heads, ...flowOf(rest), ...feet],
    // Where there is no picture, a page without text was left empty.
    unread: isPictured ? bare : [],
  }
}

/** How many letters there are to read, without what a scanner says of itself. */
const countLetters = (lines: readonly PdfLine[]) =>
  lines.reduce(
    (sum, { text }) => sum + (isStamp(text) ? 0 : (text.match(/\p{L}/gu)?.length ?? 0)),
    0,
  )

function isStamp(text: string): boolean {
  const words = text.trim().toLowerCase()
  return words.startsWith("scanned with ") || words.startsWith("scanned by ")
}

/** Whether a file holds a picture: what describes one always stands in it unpacked. */
function holdsPicture(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = file.indexOf("/Image"); at >= 0; at = file.indexOf("/Image", at + 6)) {
    const before = file.subarray(Math.max(0, at - 12), at).toString("latin1")
    if (before.trimEnd().endsWith("/Subtype")) return true
  }
  return false
}

async function pagesOf(bytes: Uint8Array): Promise<PdfLine[][]> {
  // The library takes the bytes for its own, and takes no Buffer, which is what a database gives.
  const document = await getDocumentProxy(new Uint8Array(bytes), {
    stopAtErrors: false,
    verbosity: 0,
  }).catch((error: unknown) => {
    const password = error instanceof Error && error.name === "PasswordException"
    throw new NotReadable(password ? "password" : "damaged")
  })
  try {
    if (document.numPages > MOST_PAGES) throw new NotReadable("too-many-pages")
    const pages: PdfLine[][] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const [content, annotations] = await Promise.all([
        page.getTextContent(),
        page.getAnnotations(),
      ])
      pages.push(
        linesOf(
          content.items.flatMap((item) => pieceOf(item, page.view)),
          annotations.flatMap(linkOf),
        ),
      )
      page.cleanup()
    }
    return pages
  } catch (error) {
    throw error instanceof NotReadable ? error : new NotReadable("damaged")
  } finally {
    await document.loadingTask.destroy()
  }
}

function pieceOf(item: object, [, low = 0, , high = 1]: number[]): Piece[] {
  if (!("str" in item) || !("transform" in item) || !Array.isArray(item.transform)) return []
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform.map(Number)
  const text = String(item.str).replaceAll("\0", "")
  const width = "width" in item ? Number(item.width) : 0
  const size = Math.hypot(c, d) || Math.hypot(a, b) || 1
  const rightToLeft = "dir" in item && item.dir === "rtl"
  const height = (y - low) / Math.max(1, high - low)
  return text === "" ? [] : [{ text, x, y, width, size, height, rightToLeft }]
}

function linkOf(annotation: object): Link[] {
  if (!("url" in annotation) || typeof annotation.url !== "string") return []
  if (!("rect" in annotation) || !Array.isArray(annotation.rect)) return []
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = annotation.rect.map(Number)
  const over = "overlaidText" in annotation ? String(annotation.overlaidText ?? "").trim() : ""
  return [{ href: annotation.url, left: x1, bottom: y1, right: x2, top: y2, over }]
}
