import { z } from "zod"

/** Characters of what a group says of an edition. */
export const LONGEST_NOTE = 4_000

/**
 * `change` and `mark` are of the table that the form showed, `edition` the number that it was to have:
 * exactly that table is frozen, or none.
 */
export const freezeEditionInput = z.object({
  mappingId: z.uuid(),
  edition: z.coerce.number().int().min(1),
  change: z.coerce.number().int().min(0),
  mark: z.string().regex(/^[0-9a-f]{64}$/),
  note: z
    .string()
    .trim()
    .max(LONGEST_NOTE, "field.tooLong")
    .refine((text) => text.isWellFormed() && !text.includes("\0"), "mapping.unstorable")
    .default(""),
})

/** `edition` is the number of the one that the page showed as the newest. */
export const announceEditionInput = z.object({
  mappingId: z.uuid(),
  edition: z.coerce.number().int().min(1),
})

export const returnActivityInput = z.object({ annexId: z.uuid() })
