import type { Blockquote, Inline, PlainBlock } from "@/lib/minutes/model"
import { foldName } from "@/lib/people/model"

/** The form of the text. A reader that meets a higher one must refuse it, never drop what it does not know. */
export const DOCUMENT_SCHEMA = 1

export type DocumentHeading = {
  type: "heading"
  attrs: { level: number }
  content?: Inline[]
}
export type DocumentBlock = DocumentHeading | PlainBlock | Blockquote

/** The text of a document: headings from level 1, and what stands under them, in reading order. */
export type DocumentText = { schema: typeof DOCUMENT_SCHEMA; content: DocumentBlock[] }

/** A text has to stay within these. */
export const documentLimits = { title: 200, blocks: 20_000, characters: 600_000, slug: 60 }

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
