/** A file is no longer than this, in bytes. */
export const LARGEST_FILE = 5 * 1024 * 1024

/** Why a file was not read. The sentence is `imports.refused.<code>` in the catalogue. */
export type FileRefusal =
  | { code: "unreadable"; name: string }
  | { code: "too-large"; megabytes: number; most: number }
  | { code: "empty" }
  | { code: "binary"; kind: string }
  | { code: "encoding"; line: number }
  | { code: "no-report" }
  | { code: "too-long"; most: number }

export type Decoded = { text: string } | { refused: FileRefusal }

/** How files begin that are no text, and what they are called. */
const SIGNATURES: readonly [string, readonly number[]][] = [
  ["PDF", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["ZIP", [0x50, 0x4b, 0x03, 0x04]],
  ["ZIP", [0x50, 0x4b, 0x05, 0x06]],
  ["DOC", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]],
  ["PNG", [0x89, 0x50, 0x4e, 0x47]],
  ["JPEG", [0xff, 0xd8, 0xff]],
  ["GIF", [0x47, 0x49, 0x46, 0x38]],
  ["GZIP", [0x1f, 0x8b]],
]
const BY_NAME: Record<string, string> = {
  docx: "DOCX",
  xlsx: "XLSX",
  pptx: "PPTX",
  odt: "ODT",
  epub: "EPUB",
}

/** The refusal of a file by its size alone, so that it need not be read; null when it may be. */
export function refuseSize(bytes: number): FileRefusal | null {
  if (bytes === 0) return { code: "empty" }
  if (bytes <= LARGEST_FILE) return null
  const megabytes = Math.ceil((bytes / 1024 / 1024) * 10) / 10
  return { code: "too-large", megabytes, most: LARGEST_FILE / 1024 / 1024 }
}

/** The text of a file in UTF-8, or in UTF-16 with its mark, without that mark; or why there is none. */
export function decodeFile(bytes: Uint8Array, name: string): Decoded {
  const size = refuseSize(bytes.length)
  if (size) return { refused: size }
  const kind = kindOf(bytes, name)
  if (kind) return { refused: { code: "binary", kind } }
  const text = textOf(bytes)
  if (text === null) return { refused: { code: "encoding", line: firstBrokenLine(bytes) } }
  if (isNoText(text)) return { refused: { code: "binary", kind: "" } }
  if (!/[\p{L}\p{N}]/u.test(text)) return { refused: { code: "empty" } }
  return { text }
}

function kindOf(bytes: Uint8Array, name: string): string | null {
  const found = SIGNATURES.find(([, start]) => start.every((byte, index) => bytes[index] === byte))
  if (!found) return null
  const ending = /\.([a-z]{3,4})$/i.exec(name)?.[1]?.toLowerCase() ?? ""
  return found[0] === "ZIP" ? (BY_NAME[ending] ?? "ZIP") : found[0]
}

function textOf(bytes: Uint8Array): string | null {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)
  const encoding = mark === 0xfffe ? "utf-16le" : mark === 0xfeff ? "utf-16be" : "utf-8"
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** NUL never stands in a text, and other control characters hardly ever. */
function isNoText(text: string): boolean {
  if (text.includes("\0")) return true
  let controls = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 32 && (code < 9 || code > 13) && code !== 27) controls += 1
  }
  return controls > 8 && controls > text.length / 100
}

/** A line feed is never part of a longer character, so every line can be tried by itself. */
function firstBrokenLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true })
  let from = 0
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(10, from)
    try {
      decoder.decode(bytes.subarray(from, end < 0 ? bytes.length : end))
    } catch {
      return line
    }
    if (end < 0) return line
    from = end + 1
  }
}
