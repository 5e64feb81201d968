import { z } from "zod"

/** One finding of the minutes of a meeting, by its key. */
export const oneFindingInput = z.object({
  meetingId: z.uuid(),
  key: z.string().min(1).max(600),
})
