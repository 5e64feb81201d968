import { type Blockquote, type Inline, inlineText, type PlainBlock } from "@/lib/minutes/model"
import { foldName } from "@/lib/people/model"

/**
 * The form of the text. A reader that meets a higher one must refuse it, never drop what it does not
 * know. 1 had headings without ids, and neither tables nor footnotes; it is read as 2.
 */
export const DOCUMENT_SCHEMA = 2

/** Where a note belongs to the words before it. Numbered by its place; a note holds no other note. */
export type Footnote = { type: "footnote"; content?: Inline[] }
export type DocumentInline = Inline | Footnote
export type DocumentPlain = PlainBlock<DocumentInline>

/** `id` is a UUID, so that comments and links find the section when its words change. */
export type DocumentHeading = {
  type: "heading"
  attrs: { level: number; id: string }
  content?: DocumentInline[]
}
/** A `tableHeader` names what stands in its column or row. */
export type TableCell = { type: "tableCell" | "tableHeader"; content: DocumentPlain[] }
export type TableRow = { type: "tableRow"; content: TableCell[] }
/** Every row has as many cells as the others. */
export type DocumentTable = { type: "table"; content: TableRow[] }
export type DocumentBlock =
  | DocumentHeading
  | DocumentPlain
  | Blockquote<DocumentInline>
  | DocumentTable

/** The text of a document: headings from level 1, and what stands under them, in reading order. */
export type DocumentText = { schema: typeof DOCUMENT_SCHEMA; content: DocumentBlock[] }

/** A text has to stay within these, and within `LIMITS` of minutes. */
export const documentLimits = {
  title: 200,
  blocks: 40_000,
  // More than what is written at once may have: reading fills up tables.
  nodes: 60_000,
  slug: 60,
  columns: 30,
  rows: 2_000,
}

/** What is said of its versions and sendings stays within these, in characters; a file in bytes. */
export const noteLimits = {
  versionName: 120,
  note: 2_000,
  party: 200,
  fileName: 200,
  file: 10 * 1024 * 1024,
}

/** The text of a document before its first word. */
export const emptyDocument = (): DocumentText => ({ schema: DOCUMENT_SCHEMA, content: [] })

/** An id for a heading that was stored without one: always the same at the same place. */
export const headingIdAt = (place: number) =>
  `00000000-7261-8070-8000-${place.toString(16).padStart(12, "0")}`

type Part = DocumentBlock | DocumentInline | TableRow | TableCell | DocumentPlain
type WithContent = { content?: readonly Part[] }

/** The notes of a text in the order of their numbers. */
export function footnotesOf({ content }: { content: readonly DocumentBlock[] }): Footnote[] {
  const under = (part: Part): Footnote[] =>
    part.type === "footnote" ? [part] : ((part as WithContent).content ?? []).flatMap(under)
  return content.flatMap(under)
}

/** The words of a line without its notes. */
export function lineText(nodes: readonly DocumentInline[] = []): string {
  return inlineText(nodes.filter((node) => node.type !== "footnote"))
}

const isInline = (part: Part): part is DocumentInline =>
  ["text", "hardBreak", "mention", "footnote"].includes(part.type)

/** The words of a block, a paragraph or a row a line, cells parted by a tab; notes are left out. */
export function blockWords(block: Part): string {
  const content = (block as WithContent).content ?? []
  if (block.type === "paragraph" || block.type === "heading") {
    return lineText(content.filter(isInline))
  }
  return content.map(blockWords).join(block.type === "tableRow" ? "\t" : "\n")
}

/** Every word of a text in reading order, the notes behind it. */
export function documentWords(text: DocumentText): string {
  const notes = footnotesOf(text).map((note) => inlineText(note.content))
  return [...text.content.map(blockWords), ...notes].join("\n\n")
}

/**
 * What a document is called in its address: small letters, digits and single dashes, words kept whole
 * where they fit. "document" for a title that has none of these letters.
 */
export function slugOf(title: string): string {
  const words = foldName(title)
    .replace(/['’]/g, "")
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  let slug = ""
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, documentLimits.slug)
    if (longer.length > documentLimits.slug) break
    slug = longer
  }
  return slug || "document"
}

/** The slug itself, or with the first number behind it that nobody has: `charter-2`. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  for (let n = 2; ; n++) if (!taken.has(`${slug}-${n}`)) return `${slug}-${n}`
}
