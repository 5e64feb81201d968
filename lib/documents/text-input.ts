import { z } from "zod"
import { LIMITS } from "@/lib/minutes/model"

export const keepDocumentInput = z.object({ documentId: z.uuid() })

/** A whole number that a form sends as text: of a revision, from 1. */
const revision = z.coerce.number().int().min(1).max(2_000_000_000)

/** A document as plain text (`editableText`), on the revision on which it was opened. */
export const savePlainDocumentInput = z.object({
  documentId: z.uuid(),
  base: revision,
  text: z.string().max(LIMITS.characters * 2, "field.tooLong"),
  /** What was shown beside one's own text (`StaleDocument.mark`), and what to do about it. */
  over: z.string().max(40).optional(),
  answer: z.enum(["mine", "theirs", "both"]).optional(),
})

/** What stands in the way of a save: what another saved in the same place, as plain text. */
export type StaleDocument = {
  /** Another one as soon as anything else is saved. */
  mark: string
  savedAt: string
  author: string | null
  text: string
}
