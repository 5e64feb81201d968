import { z } from "zod"

/** Characters of a reason. */
export const LONGEST_REASON = 1_000

const reason = z
  .string({ error: "correction.reason" })
  .trim()
  .min(1, { error: "correction.reason" })
  .max(LONGEST_REASON)

/** `version` is the one that the form showed as the newest. */
export const beginCorrectionInput = z.object({
  meetingId: z.uuid(),
  version: z.coerce.number().int().min(1),
  reason,
  /** The reported error that it answers, where it is begun from one. */
  errorId: z.union([z.literal("").transform(() => undefined), z.uuid()]).optional(),
})

export const dropCorrectionInput = z.object({ meetingId: z.uuid() })

export const withdrawReportInput = z.object({
  meetingId: z.uuid(),
  version: z.coerce.number().int().min(1),
  reason,
})
