import {
  DOCUMENT_SCHEMA,
  type DocumentBlock,
  type DocumentText,
  headingIdAt,
} from "@/lib/documents/model"
import { isRecordBlock } from "@/lib/minutes/model"
import { docOfBlocks, inlineOfBlock } from "./draft-text"
import type { ReadDocument } from "./read/document"

type Blocks = ReadDocument["blocks"]

const noOutcomes = { decisions: [], actions: [] }

/** The text of a document, made of the blocks that were read in a file: all their words, in order. */
export function documentOf({ blocks }: Pick<ReadDocument, "blocks">): DocumentText {
  const content: DocumentBlock[] = []
  let run: Blocks = []
  const flush = () => {
    if (run.length > 0) content.push(...plainOf(run))
    run = []
  }
  for (const block of blocks) {
    if (block.level === 0) run.push(block)
    else {
      flush()
      const words = inlineOfBlock(block)
      const level = Math.min(block.level, 6)
      const attrs = { level, id: headingIdAt(content.length) }
      content.push({ type: "heading", attrs, ...(words.length && { content: words }) })
    }
  }
  flush()
  return { schema: DOCUMENT_SCHEMA, content }
}

function plainOf(blocks: Blocks): DocumentBlock[] {
  return docOfBlocks(blocks, noOutcomes).content.flatMap((block) =>
    isRecordBlock(block) ? block.content : [block],
  )
}
