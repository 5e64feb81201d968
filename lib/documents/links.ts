import { isLinkTarget, LIMITS } from "@/lib/minutes/model"
import type { DocumentText } from "./model"

/** Something of the group that a link in a text leads to; `missing` is a document that nobody has put there. */
export type Reference =
  | { to: "meeting"; meetingId: string }
  | { to: "decision"; meetingId: string; blockId: string }
  | { to: "document"; documentId: string }
  | { to: "missing"; label: string }

const scheme = "record:"
const id = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
const forms = {
  meeting: new RegExp(`^meeting/(${id})$`),
  decision: new RegExp(`^decision/(${id})/(${id})$`),
  document: new RegExp(`^document/(${id})$`),
  missing: /^missing\/(.+)$/,
}
/** How long the name of a missing document may be, in characters. */
export const missingLabel = 200

/** How a reference stands behind a link: by ids, so that it holds when a number or a title changes. */
export function hrefOf(reference: Reference): string {
  switch (reference.to) {
    case "meeting":
      return `${scheme}meeting/${reference.meetingId}`
    case "decision":
      return `${scheme}decision/${reference.meetingId}/${reference.blockId}`
    case "document":
      return `${scheme}document/${reference.documentId}`
    case "missing":
      return `${scheme}missing/${encodeURIComponent(reference.label)}`
  }
}

function parsed(path: string): Reference | null {
  const [, meeting] = forms.meeting.exec(path) ?? []
  if (meeting) return { to: "meeting", meetingId: meeting }
  const [, of, block] = forms.decision.exec(path) ?? []
  if (of && block) return { to: "decision", meetingId: of, blockId: block }
  const [, document] = forms.document.exec(path) ?? []
  if (document) return { to: "document", documentId: document }
  const [, words] = forms.missing.exec(path) ?? []
  return words ? { to: "missing", label: decodeURIComponent(words) } : null
}

/** What a link of a text leads to within the group; null for an address elsewhere, and for any other form. */
export function referenceIn(href: string): Reference | null {
  if (!href.startsWith(scheme)) return null
  try {
    const reference = parsed(href.slice(scheme.length))
    const isLabel = reference?.to !== "missing" || isMissingLabel(reference.label)
    // One thing has one form, so that two links to it are the same.
    return reference && isLabel && hrefOf(reference) === href ? reference : null
  } catch {
    return null
  }
}

/** Whether words can name a missing document: of one line, trimmed, not too long. */
export function isMissingLabel(label: string): boolean {
  const isPlain = label.isWellFormed() && !/\p{Cc}/u.test(label)
  return label.length <= missingLabel && label !== "" && label === label.trim() && isPlain
}

/** Whether an address may stand behind a link of a document: of the group, or http, https or mailto. */
export function isDocumentLink(href: string): boolean {
  return href.length <= LIMITS.href && (referenceIn(href) !== null || isLinkTarget(href))
}

/** A link of a text: where it points, and the words that stand on it, as often as it stands there. */
export type DocumentLink = { href: string; words: string }

/** The links of a text in reading order; pieces of one link side by side are one. */
export function documentLinks({ content }: DocumentText): DocumentLink[] {
  return linksUnder(content)
}

function linksUnder(nodes: readonly unknown[]): DocumentLink[] {
  const links: DocumentLink[] = []
  let open: DocumentLink | null = null
  for (const node of nodes) {
    const { text, marks, content } = (node ?? {}) as {
      text?: string
      marks?: { type: string; attrs?: { href?: string } }[]
      content?: unknown[]
    }
    const href = marks?.find(({ type }) => type === "link")?.attrs?.href
    if (href && open?.href === href) open.words += text ?? ""
    else {
      open = href ? { href, words: text ?? "" } : null
      if (open) links.push(open)
    }
    if (content) links.push(...linksUnder(content))
  }
  return links
}
