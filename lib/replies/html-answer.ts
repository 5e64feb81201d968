import { serialize } from "parse5"
import { readHtml } from "@/lib/imports/formats/html"
import { attribute, childrenOf, type Element, parseHtml } from "@/lib/imports/formats/html-tree"
import { writeBlocks } from "@/lib/imports/formats/write"

type Parent = ReturnType<typeof parseHtml>

/** What programs put around the mail that is answered, and around a signature. */
const names =
  /^(?:gmail_quote(?:_container)?|gmail_signature|gmail_attr|gmail_extra|yahoo_quoted|moz-cite-prefix|moz-signature|moz-forward-container|protonmail_quote|protonmail_signature_block|tutanota_quote|zmail_extra|outlooksignature|signature)$/i
const ids =
  /^(?:mail-editor-reference-message-container|olk_src_body_section|signature|ms-outlook-mobile-signature|applemailsignature|replysplit|isforwardcontent|yahoo_quoted_\d{1,20})$/i

/**
 * What somebody wrote themselves in an answer of HTML, as light markup. Quotes that a program marks are
 * taken out here; what it does not mark, as Outlook, is left to `ownWords`. Throws `NotReadable` where it is nested
 * deeper than anybody's mail.
 */
export function htmlAnswer(html: string): string {
  const page = parseHtml(html)
  cutQuotes(page)
  return writeBlocks(readHtml(serialize(page)))
}

function cutQuotes(parent: Parent): void {
  for (const child of [...childrenOf(parent)]) {
    if ("value" in child) continue
    if (isOldMail(child)) parent.childNodes.splice(parent.childNodes.indexOf(child), 1)
    else cutQuotes(child)
  }
}

function isOldMail(element: Element): boolean {
  const classes = (attribute(element, "class") ?? "").split(/\s+/)
  if (classes.some((name) => names.test(name.replace(/^x_/, "")))) return true
  if (ids.test((attribute(element, "id") ?? "").replace(/^x_/, ""))) return true
  const cited = attribute(element, "type") === "cite" || attribute(element, "cite") !== null
  return element.tagName === "blockquote" && cited
}
