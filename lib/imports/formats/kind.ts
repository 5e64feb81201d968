import type { FileRefusal } from "../decode"
import { isZip, listEntries } from "./archive"

/** What a file is. A text and Markdown are read alike. */
export type Format = "text" | "markdown" | "html" | "docx" | "pdf" | "mail" | "json"

/** How files begin that are not read, and what they are called. */
const SIGNATURES: readonly [string, readonly number[]][] = [
  ["PNG", [0x89, 0x50, 0x4e, 0x47]],
  ["JPEG", [0xff, 0xd8, 0xff]],
  ["GIF", [0x47, 0x49, 0x46, 0x38]],
  ["TIFF", [0x49, 0x49, 0x2a, 0x00]],
  ["TIFF", [0x4d, 0x4d, 0x00, 0x2a]],
  ["WebP", [0x52, 0x49, 0x46, 0x46]],
  ["GZIP", [0x1f, 0x8b]],
  ["RAR", [0x52, 0x61, 0x72, 0x21]],
  ["7Z", [0x37, 0x7a, 0xbc, 0xaf]],
  ["RTF", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]

/** What a file is by its bytes; its name only tells kinds of text apart. Refuses what is not read. */
export function kindOf(bytes: Uint8Array, name: string): Format | { refused: FileRefusal } {
  const starts = (start: readonly number[]) => start.every((byte, index) => bytes[index] === byte)
  const refuse = (kind: string) => ({ refused: { code: "binary", kind } as const })
  if (isZip(bytes)) return kindOfZip(bytes)
  if (starts(OLE)) return kindOfOle(bytes)
  // Some programs write a few bytes in front.
  if (latin(bytes, 1024).includes("%PDF-")) return "pdf"
  const signature = SIGNATURES.find(([, start]) => starts(start))
  if (signature) return refuse(signature[0])
  if (/^(?:ftyp|.{0,2}ID3)/s.test(latin(bytes.subarray(4), 12))) return refuse("")
  return kindOfText(latin(bytes, 20_000), name)
}

/** The kinds of documents that are stored as an archive, by a file that each of them has. */
const INSIDE: readonly [RegExp, string][] = [
  [/^xl\/workbook\./, "XLSX"],
  [/^ppt\/presentation\./, "PPTX"],
  [/^META-INF\/container\.xml$/, "EPUB"],
  [/^content\.xml$/, "ODT"],
]

function kindOfZip(bytes: Uint8Array): Format | { refused: FileRefusal } {
  try {
    const names = listEntries(bytes).map((entry) => entry.name)
    if (names.some((each) => /^word\/document\d*\.xml$/.test(each))) return "docx"
    const kind = INSIDE.find(([inside]) => names.some((each) => inside.test(each)))?.[1] ?? "ZIP"
    return { refused: { code: "binary", kind } }
  } catch {
    return { refused: { code: "damaged", kind: "ZIP" } }
  }
}

/** Old Office files, and new ones behind a password, are of one kind; streams in them have names. */
function kindOfOle(bytes: Uint8Array): { refused: FileRefusal } {
  const holds = (stream: string) => Buffer.from(bytes).includes(Buffer.from(stream, "utf16le"))
  if (holds("EncryptedPackage")) return { refused: { code: "password" } }
  const kind = holds("Workbook") ? "XLS" : holds("PowerPoint Document") ? "PPT" : "DOC"
  return { refused: { code: "binary", kind } }
}

function kindOfText(start: string, name: string): Format {
  if (isMail(start, name)) return "mail"
  const text = start
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "")
    .replaceAll("\0", "")
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ""
  if (
    /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)?<(?:!doctype\s+html|html|head|body|title|meta)\b/i.test(
      text,
    )
  )
    return "html"
  const tags = text.match(
    /<\/?(?:p|div|h[1-6]|li|ul|ol|table|tr|td|br|span|a|b|strong|em)\b[^<>]*>/gi,
  )
  if (/^\s*<\w/.test(text) && (tags?.length ?? 0) > 3) return "html"
  if (/^x?html?$/.test(ending) && (tags?.length ?? 0) > 0) return "html"
  const marked = /^#{1,6} \S/m.test(text) || /\[[^\][\n]+\]\([^()\s]+\)/.test(text)
  if (ending === "md" || ending === "markdown") return "markdown"
  return marked && ending !== "txt" ? "markdown" : "text"
}

/** The lines that only the transport of a mail writes, and those that anybody may write. */
const TRANSPORT =
  /^(?:mime-version|message-id|received|return-path|delivered-to|dkim-signature|x-[\w-]+|content-type|content-transfer-encoding):/i
const LETTER = /^(?:from|to|cc|subject|date|reply-to|sender):/i

/** A mail begins with nothing but header lines, some of which only mail programs write. */
function isMail(start: string, name: string): boolean {
  const lines = start.replace(/^From .*\r?\n/, "").split(/\r?\n/)
  let transport = 0
  let letter = 0
  for (const line of lines) {
    if (line === "") break
    if (/^[ \t]/.test(line)) continue
    if (!/^[A-Za-z][\w-]*:/.test(line)) return false
    if (TRANSPORT.test(line)) transport += 1
    if (LETTER.test(line)) letter += 1
  }
  return (transport > 0 || /\.eml$/i.test(name)) && transport + letter >= 3 && letter > 0
}

function latin(bytes: Uint8Array, most: number): string {
  return Buffer.from(bytes.subarray(0, most)).toString("latin1")
}
