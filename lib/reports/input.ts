import { z } from "zod"

/** `revision` is the revision of the minutes that the form showed: that one is published, or none. */
export const publishMinutesInput = z.object({
  meetingId: z.uuid(),
  revision: z.coerce.number().int().min(1),
  language: z.enum(["en", "fr"]).default("en"),
})
