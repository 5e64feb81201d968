import { diff3Merge } from "node-diff3"
import { canonical } from "@/lib/minutes/canonical"
import { DOCUMENT_SCHEMA, type DocumentBlock, type DocumentText } from "./model"

type Region = { ok?: string[]; conflict?: { a: string[]; b: string[] } }

/** Both texts in one, and whether both changed the same place: there theirs stands first and mine behind it. */
export type Merged = { text: DocumentText; isApart: boolean }

/**
 * Three-way merge, block by block: what one side changed since `base` is taken from it. No word that
 * either side wrote is missing.
 */
export function mergeDocuments(
  base: DocumentText,
  mine: DocumentText,
  theirs: DocumentText,
): Merged {
  const [a, o, b] = [mine, base, theirs].map(({ content }) => content.map(canonical)) as [
    string[],
    string[],
    string[],
  ]
  const regions: Region[] = diff3Merge(a, o, b, { excludeFalseConflicts: true })
  const seen = new Set<string>()
  const content = regions
    .flatMap(({ ok, conflict }) => {
      if (!conflict) return ok ?? []
      const theirs = new Set(conflict.b)
      return [...conflict.b, ...conflict.a.filter((block) => !theirs.has(block))]
    })
    .map((line): DocumentBlock => JSON.parse(line))
    .map((block) => withOwnId(block, seen))
  const isApart = regions.every(({ conflict }) => conflict === undefined)
  return { text: { schema: DOCUMENT_SCHEMA, content }, isApart }
}

/** The second heading with an id gets a new one. */
function withOwnId(block: DocumentBlock, seen: Set<string>): DocumentBlock {
  if (block.type !== "heading") return block
  const { id } = block.attrs
  const isTaken = seen.has(id)
  seen.add(id)
  return isTaken ? { ...block, attrs: { ...block.attrs, id: crypto.randomUUID() } } : block
}
