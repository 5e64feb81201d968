import { z } from "zod"
import { inlines, plainBlocks } from "@/lib/minutes/input"
import { describeMisfit, misfitIn } from "@/lib/minutes/misfit"
import { isDocumentLink } from "./links"
import {
  DOCUMENT_SCHEMA,
  type DocumentBlock,
  type DocumentInline,
  type DocumentText,
  documentLimits,
  headingIdAt,
} from "./model"

const nodes = [
  ...["heading", "paragraph", "bulletList", "orderedList", "listItem", "blockquote"],
  ...["table", "tableRow", "tableCell", "tableHeader", "text", "hardBreak", "mention", "footnote"],
]
const known = {
  nodes: new Set(nodes),
  marks: new Set(["bold", "italic", "link"]),
  mostNodes: documentLimits.nodes,
}

const said = inlines(isDocumentLink)
const inline: z.ZodType<DocumentInline> = z.union([
  said,
  z.strictObject({ type: z.literal("footnote"), content: z.array(said).min(1).optional() }),
])
const { plainBlock, content, quoteBlock } = plainBlocks(inline)

const row = z.strictObject({
  type: z.literal("tableRow"),
  content: z
    .array(z.strictObject({ type: z.literal(["tableCell", "tableHeader"]), content }))
    .min(1)
    .max(documentLimits.columns),
})
const table = z
  .strictObject({
    type: z.literal("table"),
    content: z.array(row).min(1).max(documentLimits.rows),
  })
  .refine(({ content: [first, ...rest] }) => rest.every((one) => sameWidth(one, first)), {
    error: "The rows of a table do not have the same number of cells",
  })

const sameWidth = (one: z.infer<typeof row>, other: z.infer<typeof row> | undefined) =>
  one.content.length === other?.content.length

const level = z.int().min(1).max(6)
const line = z.array(inline).min(1).optional()
const block: z.ZodType<DocumentBlock> = z.union([
  z.strictObject({
    type: z.literal("heading"),
    attrs: z.strictObject({ level, id: z.uuid().lowercase() }),
    content: line,
  }),
  plainBlock,
  quoteBlock,
  table,
])

const present = z
  .strictObject({
    schema: z.literal(DOCUMENT_SCHEMA),
    content: z.array(block).max(documentLimits.blocks),
  })
  .superRefine((text, context) => {
    const ids = new Set<string>()
    for (const part of text.content) {
      if (part.type !== "heading") continue
      if (ids.has(part.attrs.id)) {
        context.addIssue({ code: "custom", message: `Two headings have the id ${part.attrs.id}` })
      }
      ids.add(part.attrs.id)
    }
  })

const oldHeading = z.strictObject({
  type: z.literal("heading"),
  attrs: z.strictObject({ level }),
  content: z.array(said).min(1).optional(),
})
const old = plainBlocks(said)
const first = z
  .strictObject({
    schema: z.literal(1),
    content: z
      .array(z.union([oldHeading, old.plainBlock, old.quoteBlock]))
      .max(documentLimits.blocks),
  })
  .transform(
    (text): DocumentText => ({
      schema: DOCUMENT_SCHEMA,
      content: text.content.map((part, place) =>
        part.type === "heading"
          ? { ...part, attrs: { ...part.attrs, id: headingIdAt(place) } }
          : part,
      ),
    }),
  )

/**
 * A whole text, strictly: what the model does not have is refused by name, and nothing is dropped. One
 * of the first form comes out in the present one. Bounded in size and depth.
 */
export const documentText: z.ZodType<DocumentText> = z
  .unknown()
  .superRefine((value, context) => {
    const { schema, content: parts } = (value ?? {}) as { schema?: unknown; content?: unknown }
    if (typeof schema === "number" && schema > DOCUMENT_SCHEMA) {
      const message = `The text has schema ${schema}; this version reads ${DOCUMENT_SCHEMA}`
      context.addIssue({ code: "custom", message })
      return
    }
    const blocks = Array.isArray(parts) ? parts : []
    const misfit = misfitIn(
      blocks.map((part) => ["", part] as const),
      known,
    )
    if (misfit) context.addIssue({ code: "custom", message: describeMisfit(misfit) })
  })
  .pipe(z.union([present, first]))

export const documentTitle = z
  .string()
  .trim()
  .min(1, "field.required")
  .max(documentLimits.title, "field.tooLong")
