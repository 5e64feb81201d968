import { z } from "zod"
import { inlineNodes, plainBlock, quoteBlock } from "@/lib/minutes/input"
import { DOCUMENT_SCHEMA, type DocumentBlock, type DocumentText, documentLimits } from "./model"

const block: z.ZodType<DocumentBlock> = z.union([
  z.strictObject({
    type: z.literal("heading"),
    attrs: z.strictObject({ level: z.int().min(1).max(6) }),
    content: inlineNodes.optional(),
  }),
  plainBlock,
  quoteBlock,
])

/** A whole text, strictly: what the model does not have is refused, and nothing is dropped. */
export const documentText: z.ZodType<DocumentText> = z.strictObject({
  schema: z.literal(DOCUMENT_SCHEMA),
  content: z.array(block).max(documentLimits.blocks),
})

export const documentTitle = z
  .string()
  .trim()
  .min(1, "field.required")
  .max(documentLimits.title, "field.tooLong")
