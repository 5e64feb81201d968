import { z } from "zod"

/** How long the name of a revision may be, in characters. */
export const NAME_LIMIT = 120

/** A name for a revision that stands; an empty one takes the name away. */
export const nameRevisionInput = z.object({
  meetingId: z.uuid(),
  number: z.coerce.number().int().min(1).max(2_000_000_000),
  name: z
    .string()
    .trim()
    .max(NAME_LIMIT)
    .refine((name) => name.isWellFormed() && !/\p{Cc}/u.test(name), { error: "field.format" })
    .default(""),
})
