import { z } from "zod"

/** That a meeting spoke of a row, which is named by its number in the mapping. */
export const discussRowInput = z.object({
  mappingId: z.uuid("field.choice"),
  row: z.coerce
    .number("mapping.rowNumber")
    .int("mapping.rowNumber")
    .positive("mapping.rowNumber")
    .max(999_999, "mapping.rowNumber"),
  meetingId: z.uuid("field.choice"),
  agendaItemId: z
    .union([z.literal(""), z.uuid("field.choice")])
    .default("")
    .transform((id) => id || null),
})

export const undiscussRowInput = z.object({ discussionId: z.uuid() })
