/** A file is no longer than this, in bytes. */
export const LARGEST_FILE = 20 * 1024 * 1024

/** Why a file was not read. The sentence is `imports.refused.<code>` in the catalogue. */
export type FileRefusal =
  | { code: "unreadable"; name: string }
  | { code: "too-large"; megabytes: number; most: number }
  | { code: "empty" }
  /** `kind`: what the file is, "" when that is not known. */
  | { code: "binary"; kind: string }
  | { code: "encoding"; line: number }
  | { code: "no-report" }
  | { code: "too-long"; most: number }
  | { code: "password" }
  | { code: "no-text-layer" }
  | { code: "too-many-pages"; most: number }
  | { code: "damaged"; kind: string }
  /** A file within an archive that cannot be opened there. */
  | { code: "damaged-inside" }
  | { code: "too-nested" }
  /** Inflates to more than `most` megabytes. */
  | { code: "too-big-unpacked"; most: number }
  /** An archive of more than `most` files. */
  | { code: "too-many-inside"; most: number }
  | { code: "too-slow"; seconds: number }
  | { code: "too-much-memory"; most: number }
  /** The reader was short of something, or was ended; it may do better another time. */
  | { code: "reader-failed" }
  /** A fault of ours that the file meets each time it is read. */
  | { code: "fault" }

/** The refusal of a file by its size alone, so that it need not be read; null when it may be. */
export function refuseSize(bytes: number): FileRefusal | null {
  if (bytes === 0) return { code: "empty" }
  if (bytes <= LARGEST_FILE) return null
  const megabytes = Math.ceil((bytes / 1024 / 1024) * 10) / 10
  return { code: "too-large", megabytes, most: LARGEST_FILE / 1024 / 1024 }
}

/** How the characters of a text were stored; "mixed" is UTF-8 with pieces of windows-1252 in it. */
export type Encoding = "utf-8" | "utf-16" | "windows-1252" | "mixed" | "declared"
export type Decoded = { text: string; encoding: Encoding } | { refused: FileRefusal }

/**
 * The text of bytes in UTF-8, in UTF-16 with its mark, or, where they are neither and read as words of
 * it, in windows-1252, which old programs wrote; or why there is none.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const decoded = textOf(bytes)
  if (decoded === null) return { refused: { code: "encoding", line: firstBrokenLine(bytes) } }
  if (isNoText(decoded.text)) return { refused: { code: "binary", kind: "" } }
  if (!/[\p{L}\p{N}]/u.test(decoded.text)) return { refused: { code: "empty" } }
  return decoded
}

function textOf(bytes: Uint8Array): { text: string; encoding: Encoding } | null {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)
  const utf16 = mark === 0xfffe ? "utf-16le" : mark === 0xfeff ? "utf-16be" : null
  const text = strictly(bytes, utf16 ?? "utf-8")
  if (text !== null) return { text, encoding: utf16 ? "utf-16" : "utf-8" }
  return utf16 ? null : fromOldPrograms(bytes)
}

/** What windows-1252 has from 0x80 on, where Latin-1 has nothing that anybody sees. */
const SIGNS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"

/** The quotes and dashes of windows-1252 in a text that was decoded as Latin-1, as Node 20 does for both. */
export function withSigns(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (char) => SIGNS[char.charCodeAt(0) - 0x80] ?? char)
}

function strictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * What is UTF-8 in a text stays so, every other byte is a character of windows-1252. Null unless nearly
 * all of those stand where a letter or a sign of that kind would.
 */
function fromOldPrograms(bytes: Uint8Array): { text: string; encoding: Encoding } | null {
  const parts: string[] = []
  let strays = 0
  let odd = 0
  let valid = 0
  let from = 0
  const rest = () => {
    if (from < i) parts.push(strictly(bytes.subarray(from, i), "utf-8") ?? "")
  }
  let i = 0
  while (i < bytes.length) {
    const length = sequenceAt(bytes, i)
    if (length > 0) {
      if (length > 1) valid += 1
      i += length
      continue
    }
    rest()
    const char = withSigns(String.fromCharCode(bytes[i] ?? 0))
    strays += 1
    if (!isPlausible(char, bytes[i - 1], bytes[i + 1])) odd += 1
    parts.push(char)
    i += 1
    from = i
  }
  rest()
  // Other languages have letters everywhere; words of windows-1252 are mostly plain ones.
  if (odd > strays / 10 || strays > bytes.length / 4) return null
  return { text: parts.join(""), encoding: valid > 0 ? "mixed" : "windows-1252" }
}

/** How many bytes the character of UTF-8 at a place has; 0 when there is none. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0
  if (length === 0 || first > 0xf4 || at + length > bytes.length) return 0
  const second = bytes[at + 1] ?? 0
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
  if (second < lowest || second > highest) return 0
  for (let k = 2; k < length; k++) if (((bytes[at + k] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

/** Whether a stray byte reads well: a letter among letters or alone, a quote, a dash, a sign. */
function isPlausible(char: string, before = 32, after = 32): boolean {
  if (/[\u0080-\u009f]/.test(char)) return false
  if (!/\p{L}/u.test(char)) return true
  const isLetter = (byte: number) => (byte | 32) >= 97 && (byte | 32) <= 122
  const isBreak = (byte: number) => byte <= 32
  return (
    isLetter(before) ||
    isLetter(after) ||
    before >= 0xc0 ||
    after >= 0xc0 ||
    (isBreak(before) && isBreak(after))
  )
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
  let from = 0
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(10, from)
    const line8 = bytes.subarray(from, end < 0 ? bytes.length : end)
    if (end < 0 || strictly(line8, "utf-8") === null) return line
    from = end + 1
  }
}
