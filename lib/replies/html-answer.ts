import { html as names, serialize, defaultTreeAdapter as tree } from "parse5"
import { type Block, plainText } from "@/lib/imports/formats/blocks"
import { readHtml } from "@/lib/imports/formats/html"
import {
  attribute,
  childrenOf,
  type Element,
  hasInside,
  parseHtml,
  textOf,
} from "@/lib/imports/formats/html-tree"
import { writeBlocks } from "@/lib/imports/formats/write"

type Parent = ReturnType<typeof parseHtml>

/** What programs put around the mail that is answered, the sentence before it, and around a signature. */
const marks = {
  old: /^(?:gmail_quote(?:_container)?|yahoo_quoted(?:_\d{1,20})?|moz-forward-container|protonmail_quote|tutanota_quote|zmail_extra|mail-editor-reference-message-container|olk_src_body_section|replysplit|isforwardcontent)$/i,
  /** It always stands before a quote. */
  cited: /^moz-cite-prefix$/i,
  sentence: /^gmail_attr$/i,
  signature:
    /^(?:gmail_signature|moz-signature|protonmail_signature_block|outlooksignature|ms-outlook-mobile-signature|applemailsignature|signature)$/i,
}
/** Signs of a signature; where there are more, somebody wrote into it. */
const longestSignature = 2_000

/**
 * What somebody wrote themselves in an answer of HTML, as light markup. What a program marks as quoted is
 * a quote there, and what it marks as a whole old mail has a line above it that says so; `ownWords` knows
 * both, and what is not marked, as in Outlook. Throws `NotReadable` where it is nested deeper than anybody's mail.
 */
export function htmlAnswer(html: string): string {
  const page = parseHtml(html)
  markQuotes(page, { quotes: false, words: false })
  return writeBlocks(readHtml(serialize(page)))
}

type Around = {
  /** The old mail around it has quotes in it, so that a sentence introduces one of them. */
  quotes: boolean
  /** It stands in what a program took for a signature and is none. */
  words: boolean
}

function markQuotes(parent: Parent, around: Around): void {
  for (const child of [...childrenOf(parent)]) {
    if ("value" in child) continue
    const isSignature = !around.words && is(child, "signature")
    if (child.tagName === "blockquote" && (isCited(child) || is(child, "old"))) flatten(child)
    else if (is(child, "cited") || (around.quotes && is(child, "sentence"))) tree.detachNode(child)
    else if (isSignature && textOf(child).length <= longestSignature) tree.detachNode(child)
    else if (!is(child, "old")) markQuotes(child, { ...around, words: around.words || isSignature })
    else if (hasInside(child, ({ tagName }) => tagName === "blockquote"))
      markQuotes(child, { ...around, quotes: true })
    else tree.insertBefore(parent, paragraph(announcement), child)
  }
}

const announcement = "-----Original Message-----"

function is(element: Element, kind: keyof typeof marks): boolean {
  const classes = (attribute(element, "class") ?? "").split(/\s+/)
  const all = [...classes, attribute(element, "id") ?? ""]
  return all.some((name) => marks[kind].test(name.replace(/^x_/, "")))
}

const isCited = (element: Element) =>
  attribute(element, "type") === "cite" || attribute(element, "cite") !== null

/** Makes all lines of a quote paragraphs of it: lists and tables in it would be written as if they were none. */
function flatten(quote: Element): void {
  const lines = readHtml(serialize(quote)).flatMap(linesOf)
  quote.childNodes = []
  // A quote of pictures alone is one too.
  for (const line of lines.length > 0 ? lines : ["…"]) tree.appendChild(quote, paragraph(line))
}

function linesOf(block: Block): string[] {
  const text =
    block.kind === "table"
      ? block.rows.map((row) => row.map(plainText).join(" | ")).join("\n")
      : block.kind === "verbatim"
        ? block.text
        : plainText(block.words)
  return text.split("\n").filter((line) => line.trim() !== "")
}

function paragraph(text: string): Element {
  const element = tree.createElement("p", names.NS.HTML, [])
  tree.appendChild(element, tree.createTextNode(text))
  return element
}
