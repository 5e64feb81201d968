import { diffArrays } from "diff"
import { diff3Merge } from "node-diff3"
import { canonical } from "./canonical"
import {
  type Block,
  emptyDoc,
  isEmptyDoc,
  isRecordBlock,
  type MinutesText,
  type SectionDoc,
  type SectionId,
  sectionOf,
  TEXT_SCHEMA,
} from "./model"

type Region = { ok?: string[]; conflict?: { a: string[]; b: string[] } }

/**
 * Three-way merge of lists. What one side changed is taken from it; where both changed the same
 * place, everything of both stays, theirs first.
 */
function mergeLists(mine: string[], base: string[], theirs: string[]): string[] {
  const regions: Region[] = diff3Merge(mine, base, theirs, { excludeFalseConflicts: true })
  return regions.flatMap(({ ok, conflict }) =>
    conflict ? diffArrays(conflict.b, conflict.a).flatMap((part) => part.value) : (ok ?? []),
  )
}

function mergeDocs(mine: SectionDoc, base: SectionDoc, theirs: SectionDoc): Block[] {
  const lines = (doc: SectionDoc) => (isEmptyDoc(doc) ? [] : doc.content.map(canonical))
  return mergeLists(lines(mine), lines(base), lines(theirs)).map((line): Block => JSON.parse(line))
}

/** The second block with an id gets a new one, so that ids stay unique in the whole text. */
function withUniqueIds(block: Block, seen: Set<string>): Block {
  if (!isRecordBlock(block)) return block
  const id = seen.has(block.attrs.id) ? crypto.randomUUID() : block.attrs.id
  seen.add(id)
  return Object.assign({}, block, { attrs: { ...block.attrs, id } })
}

/**
 * Both texts in one: a block that one side changed or removed is taken from that side; where both
 * touched the same place, theirs stands first and mine after it. No word that either side wrote
 * since `base` is missing.
 */
export function mergeTexts(base: MinutesText, mine: MinutesText, theirs: MinutesText): MinutesText {
  const merged = new Set(mergeLists(mine.order, base.order, theirs.order))
  const order: SectionId[] = [...merged]
  const seen = new Set<string>()
  const sections: Record<SectionId, SectionDoc> = {}
  for (const id of new Set([...order, ...theirs.order, ...mine.order])) {
    const kept = sectionOf(theirs, id)
    const blocks = mergeDocs(sectionOf(mine, id), sectionOf(base, id), kept)
    if (blocks.length === 0 && !merged.has(id)) continue
    if (!merged.has(id)) order.push(id)
    const content = blocks.map((block) => withUniqueIds(block, seen))
    // Blank lines that nobody touched stay as they are: a save that changes nothing is no revision.
    const none = isEmptyDoc(kept) ? kept : emptyDoc()
    sections[id] = content.length > 0 ? { type: "doc", content } : none
  }
  return { schema: TEXT_SCHEMA, order, sections }
}
