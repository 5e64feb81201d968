import { type Decoded, decodeText, type FileRefusal, refuseSize, withSigns } from "../decode"
import { BrokenArchive, TooMuchInside } from "./archive"
import { NotReadable } from "./blocks"
import { LARGEST_INSIDE, readDocx } from "./docx"
import { readHtml } from "./html"
import { withoutHtml } from "./html-within"
import { type Format, kindOf } from "./kind"
import { type Attached, readMail } from "./mail"
import { MOST_PAGES, readPdf } from "./pdf"
import { writeBlocks } from "./write"

/**
 * The text of a file as the reader reads it. `encoding` is null where the format says how it is stored;
 * `unread` are pages of a PDF that hold no text, the first being 1; `attached` what came with a mail.
 */
export type Converted =
  | {
      format: Format
      text: string
      encoding: string | null
      unread: number[]
      attached: Attached[]
    }
  | { refused: FileRefusal }

/** Makes text of a file, by what it is and whatever it is called, or says why there is none. */
export async function convert(bytes: Uint8Array, name: string): Promise<Converted> {
  const size = refuseSize(bytes.length)
  if (size) return { refused: size }
  const format = kindOf(bytes, name)
  if (typeof format !== "string") return format
  try {
    const converted = await textOf(bytes, format)
    if ("refused" in converted) return converted
    if (!/[\p{L}\p{N}]/u.test(converted.text)) return { refused: { code: "empty" } }
    // Half characters and NUL cannot be stored, and nobody reads them.
    const text = converted.text.replaceAll("\0", "").toWellFormed()
    const { encoding, unread = [], attached = [] } = converted
    return { format, text, encoding, unread, attached }
  } catch (error) {
    return { refused: refusalOf(error, format) }
  }
}

type Text =
  | { text: string; encoding: string | null; unread?: number[]; attached?: Attached[] }
  | { refused: FileRefusal }

async function textOf(bytes: Uint8Array, format: Format): Promise<Text> {
  switch (format) {
    case "docx":
      return { text: writeBlocks(await readDocx(bytes)), encoding: null }
    case "pdf": {
      const { blocks, unread } = await readPdf(bytes)
      return { text: writeBlocks(blocks), encoding: null, unread }
    }
    case "mail":
      return { ...(await readMail(bytes)), encoding: null }
    case "html": {
      const page = decodeHtml(bytes)
      if ("refused" in page) return page
      return { text: writeBlocks(readHtml(page.text)), encoding: page.encoding }
    }
    case "markdown": {
      const decoded = decodeText(bytes)
      const shown = "refused" in decoded ? null : withoutHtml(decoded.text)
      return shown === null ? decoded : { ...decoded, text: shown }
    }
    default:
      return decodeText(bytes)
  }
}

/** A page says itself how it is stored, unless it begins with a mark or is UTF-8 anyway. */
function decodeHtml(bytes: Uint8Array): Decoded {
  const start = Buffer.from(bytes.subarray(0, 4000)).toString("latin1")
  const declared = /<meta[^>]{0,200}charset\s{0,20}=\s{0,20}["']?\s{0,20}([\w:-]{2,30})/i.exec(
    start,
  )?.[1]
  const label = declared ?? /^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]{2,30})/.exec(start)?.[1]
  if (label && !/^utf-?(?:8|16)/i.test(label)) {
    try {
      return { text: withSigns(new TextDecoder(label).decode(bytes)), encoding: "declared" }
    } catch {
      // What it names is no encoding; it is looked at like any other text.
    }
  }
  return decodeText(bytes)
}

function refusalOf(error: unknown, format: Format): FileRefusal {
  const kind = format === "mail" ? "EML" : format.toUpperCase()
  if (error instanceof TooMuchInside)
    return { code: "too-big-unpacked", most: LARGEST_INSIDE / 1024 / 1024 }
  if (error instanceof BrokenArchive) return { code: "damaged", kind }
  if (!(error instanceof NotReadable)) throw error
  if (error.why === "too-many-pages") return { code: error.why, most: MOST_PAGES }
  return error.why === "damaged" ? { code: "damaged", kind } : { code: error.why }
}
