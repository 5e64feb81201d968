import PostalMime, { type Address, type Email } from "postal-mime"
import { LARGEST_FILE, withSigns } from "../decode"
import { type Block, NotReadable, plainText } from "./blocks"
import { readHtml } from "./html"
import { writeBlocks } from "./write"
import { safeName } from "./zip"

/** Parts in parts deeper than this were not made by a mail program. */
const DEEPEST = 30

/** A document that came with a mail, to be read as a file of its own. */
export type Attached = { name: string; bytes: Uint8Array }
export type ReadMail = { text: string; attached: Attached[] }

/** So many documents of one mail are handed on. */
const mostAttached = 50
const readEndings = [".docx", ".pdf", ".txt", ".text", ".md", ".markdown", ".html", ".htm"]

/**
 * A mail as text: its subject, its body in the form that says more, and behind that who sent it when, and
 * what was attached. Attached documents are handed on, unopened; what else is attached is named alone.
 * What stands in quotes and signatures stays.
 */
export async function readMail(bytes: Uint8Array): Promise<ReadMail> {
  const mail = await parsed(bytes)
  const subject = (mail.subject ?? "").replace(/\s+/g, " ").trim()
  const body = bodyOf(mail).trim()
  const named = subject && !body.slice(0, 400).includes(subject) ? `${subject}\n\n` : ""
  const end = backOf(mail)
  const text = withSigns(`${named}${body}\n${end ? `\n${end}\n` : ""}`)
  return { text, attached: attachedTo(mail) }
}

function attachedTo({ attachments }: Email): Attached[] {
  return attachments
    .flatMap(({ related, filename, content }): Attached[] => {
      const name = safeName(filename ?? "")
      const isRead = readEndings.some((ending) => name.toLowerCase().endsWith(ending))
      if (related || !isRead) return []
      const bytes = typeof content === "string" ? Buffer.from(content) : content
      const size = bytes.byteLength
      return size > 0 && size <= LARGEST_FILE ? [{ name, bytes: new Uint8Array(bytes) }] : []
    })
    .slice(0, mostAttached)
}

async function parsed(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(withoutLooseEnds(bytes), {
      maxNestingDepth: DEEPEST,
      maxRfc822NestingDepth: 5,
    })
  } catch (error) {
    const deep = error instanceof Error && /nesting/i.test(error.message)
    throw new NotReadable(deep ? "too-nested" : "damaged")
  }
}

/**
 * In mails with `format=flowed` a space at the end of a line says that the next goes on with it. In front of an
 * empty line somebody typed it by chance, and the paragraphs would become one.
 */
function withoutLooseEnds(bytes: Uint8Array): Uint8Array {
  const raw = Buffer.from(bytes).toString("latin1")
  if (!/format="?flowed/i.test(raw)) return bytes
  return Buffer.from(raw.replace(/(?<=[^\s-]) {1,3}(?=\r?\n\r?\n)/g, ""), "latin1")
}

/**
 * The HTML of a mail shows lists, tables and links; its plain text may be all there is, or say more. Lines
 * of it that have words of their own stand behind the HTML.
 */
function bodyOf({ html = "", text = "" }: Email): string {
  const plain = text.replace(/\r\n?/g, "\n")
  if (html.trim() === "") return plain
  // Paragraphs and nothing else: lines that follow each other in the plain text have run together in them.
  if (!SHOWS.test(html) && wordsOf(plain).length >= wordsOf(html).length * 0.6) return plain
  const blocks = readHtml(html)
  const shown = blocks.map(textOfBlock).join(" ")
  if (wordsOf(shown).length < wordsOf(plain).length * 0.8) return plain
  const written = writeBlocks(blocks)
  const known = new Set(wordsOf(written))
  const rest = plain.split("\n").filter((line) => wordsOf(line).some((word) => !known.has(word)))
  return rest.length > 0 ? `${written.trimEnd()}\n\n${rest.join("\n")}` : written
}

/** What a plain text cannot show as well. */
const SHOWS = /<(?:a|b|br|dt|div|em|h[1-6]|hr|i|li|pre|strong|table|u)[\s/>]/i

/** Words without what only tells where they lead, which the two forms of a mail write in their own ways. */
const wordsOf = (text: string): string[] =>
  text
    .replace(/https?:\/\/\S+/g, " ")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

function textOfBlock(block: Block): string {
  if (block.kind === "verbatim") return block.text
  if (block.kind === "table") return block.rows.flat().map(plainText).join(" ")
  return plainText(block.words)
}

/** What a mail program shows above a mail. It says when the mail was sent, not when anybody met. */
function backOf({ from, to, cc, date, attachments }: Email): string {
  const lines = [
    from && `From: ${written([from])}`,
    date && `Sent: ${date}`,
    to && to.length > 0 && `To: ${written(to)}`,
    cc && cc.length > 0 && `Cc: ${written(cc)}`,
    ...attachments
      .filter(({ related, filename }) => !related && filename)
      .map(({ filename }) => `Attached: ${filename}`),
  ]
  return lines
    .filter((line) => typeof line === "string" && line !== "")
    .map((line) => `> ${line}  `)
    .join("\n")
}

function written(addresses: readonly Address[]): string {
  return addresses
    .flatMap((each) => (each.group ? each.group : [each]))
    .map(({ name, address }) => (name ? `${name} <${address ?? ""}>` : (address ?? "")))
    .join(", ")
}
