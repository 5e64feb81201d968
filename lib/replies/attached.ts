import { type Attachment, decodeWords } from "postal-mime"

/** Bytes of an attached mail in which its subject is looked for. */
const longestHead = 20_000
/** Lines of the head of a part; a longer one was not made by a mail program. */
const mostHeadLines = 100

/**
 * A mail with its further texts that bear a file name marked as files. The parser takes every text that is
 * not marked so for words of the mail, also somebody else's notes that a program shows below them. The first
 * text stays what its author wrote, whatever it is called.
 */
export function withNamedTextsAsFiles(raw: Uint8Array): Uint8Array {
  const source = Buffer.from(raw).toString("latin1")
  const boundaries = new Set(
    [...source.matchAll(/boundary=(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/gi)].map(
      ([, quoted, bare]) => quoted ?? bare ?? "",
    ),
  )
  if (boundaries.size === 0) return raw
  const isBoundary = (line: string) =>
    line.startsWith("--") && boundaries.has(line.slice(2).trimEnd())
  const lines = source.split("\n")
  let texts = 0
  for (const [at, line] of lines.entries()) {
    if (!isBoundary(line)) continue
    const below = lines.slice(at + 1, at + 1 + mostHeadLines)
    // A head ends at the next boundary too, so that no line is looked at for several of them.
    const end = below.findIndex((each) => isBlank(each) || isBoundary(each))
    const head = below.slice(0, Math.max(0, end))
    if (isText(head) && ++texts > 1 && isNamed(head)) markAsFile(lines, at + 1, head)
  }
  return Buffer.from(lines.join("\n"), "latin1")
}

const isBlank = (line: string) => line.trim() === ""

/** A part without a type is plain text (RFC 2045, 5.2). */
function isText(head: readonly string[]): boolean {
  const type = unfolded(head).find((line) => /^content-type:/i.test(line))
  return type === undefined || /^content-type:\s{0,9}text\/(?:plain|html)\b/i.test(type)
}

const isNamed = (head: readonly string[]) =>
  unfolded(head).some((line) =>
    /^content-(?:type|disposition):.{0,999}\b(?:file)?name[*\d]{0,9}=/i.test(line),
  )

const unfolded = (head: readonly string[]) =>
  head
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n[ \t]/g, " ")
    .split("\n")

function markAsFile(lines: string[], from: number, head: readonly string[]): void {
  const at = head.findIndex((line) => /^content-disposition:/i.test(line))
  if (at < 0) {
    lines[from] = `Content-Disposition: attachment\r\n${head[0] ?? ""}`
    return
  }
  // What it is may stand on the next line.
  const value = /:\s{0,9}\w/.test(head[at] ?? "") ? at : at + 1
  lines[from + value] = (head[value] ?? "").replace(/\binline\b/i, "attachment")
}

/** What a file is called; an attached mail without a name by its subject, and "?" what says nothing. */
export function nameOf(file: Attachment): string {
  const name = file.filename ?? (file.mimeType === "message/rfc822" ? subjectOf(file) : "")
  return (
    name
      .replace(/\p{Cc}/gu, " ")
      .trim()
      .slice(0, 100) || "?"
  )
}

function subjectOf({ content }: Attachment): string {
  if (typeof content === "string") return ""
  const start = Buffer.from(new Uint8Array(content).subarray(0, longestHead)).toString("latin1")
  const head = start.split(/\r?\n\r?\n/, 1)[0] ?? ""
  const subject = unfolded(head.split("\n")).find((line) => /^subject:/i.test(line))
  return decodeWords(subject?.slice("subject:".length).trim() ?? "")
}
