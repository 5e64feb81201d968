import PostalMime, { type Address, type Email } from "postal-mime"
import { withSigns } from "../decode"
import { type Block, NotReadable, plainText } from "./blocks"
import { readHtml } from "./html"
import { writeBlocks } from "./write"

/** Parts in parts deeper than this were not made by a mail program. */
const DEEPEST = 30

/**
 * A mail as text: its subject, its body in the form that says more, and behind that who sent it when, and
 * what was attached. Attachments are named, not opened. What stands in quotes and signatures stays.
 */
export async function readMail(bytes: Uint8Array): Promise<string> {
  const mail = await parsed(bytes)
  const subject = (mail.subject ?? "").replace(/\s+/g, " ").trim()
  const body = bodyOf(mail).trim()
  const named = subject && !body.slice(0, 400).includes(subject) ? `${subject}\n\n` : ""
  const end = backOf(mail)
  return withSigns(`${named}${body}\n${end ? `\n${end}\n` : ""}`)
}

async function parsed(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: DEEPEST, maxRfc822NestingDepth: 5 })
  } catch (error) {
    const deep = error instanceof Error && /nesting/i.test(error.message)
    throw new NotReadable(deep ? "too-nested" : "damaged")
  }
}

/** The HTML of a mail shows lists, tables and links; its plain text may be all there is, or say more. */
function bodyOf({ html = "", text = "" }: Email): string {
  const plain = text.replace(/\r\n?/g, "\n")
  if (html.trim() === "") return plain
  const blocks = readHtml(html)
  const shown = blocks.map(textOfBlock).join(" ")
  const count = (words: string) => words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  return count(shown) >= count(plain) * 0.8 ? writeBlocks(blocks) : plain
}

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
