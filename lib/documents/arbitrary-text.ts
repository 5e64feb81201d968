import fc from "fast-check"
import { arbitraryInline, arbitraryPlain } from "@/lib/minutes/arbitrary-text"
import {
  DOCUMENT_SCHEMA,
  type DocumentBlock,
  type DocumentInline,
  type DocumentText,
  type TableCell,
} from "./model"

// Texts for property tests: every node of the model, notes in every place, tables with lists in them.

const inline: fc.Arbitrary<DocumentInline> = fc.oneof(
  { weight: 4, arbitrary: arbitraryInline },
  {
    weight: 1,
    arbitrary: fc
      .array(arbitraryInline, { maxLength: 2 })
      .map((content): DocumentInline => ({ type: "footnote", ...(content.length && { content }) })),
  },
)
const plain = arbitraryPlain(inline)
const content = fc.array(plain, { minLength: 1, maxLength: 2 })

const cell: fc.Arbitrary<TableCell> = fc.record({
  type: fc.constantFrom("tableCell", "tableHeader"),
  content,
})
const table = fc
  .integer({ min: 1, max: 3 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(
    (rows): DocumentBlock => ({
      type: "table",
      content: rows.map((cells) => ({ type: "tableRow", content: cells })),
    }),
  )

const block: fc.Arbitrary<DocumentBlock> = fc.oneof(
  plain,
  content.map((content): DocumentBlock => ({ type: "blockquote", content })),
  table,
  fc.tuple(fc.uuid(), fc.integer({ min: 1, max: 6 }), fc.array(inline, { maxLength: 3 })).map(
    ([id, level, line]): DocumentBlock => ({
      type: "heading",
      attrs: { level, id },
      ...(line.length && { content: line }),
    }),
  ),
)

/** A valid text of a document. */
export const arbitraryDocument: fc.Arbitrary<DocumentText> = fc
  .array(block, { maxLength: 5 })
  .map((content) => ({ schema: DOCUMENT_SCHEMA, content }))

/** A line of words. */
export const line = (text: string): DocumentBlock => ({
  type: "paragraph",
  content: [{ type: "text", text }],
})

/** A text of these blocks. */
export const textOf = (...content: DocumentBlock[]): DocumentText => ({
  schema: DOCUMENT_SCHEMA,
  content,
})
