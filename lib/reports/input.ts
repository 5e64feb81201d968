import { z } from "zod"

/** Characters of a reason, and of what somebody notes who looks at it later. */
export const LONGEST_REASON = 2_000

/**
 * `revision` is the revision of the minutes that the form showed: that one is published, or none. So are
 * `version`, and with `beside` the facts, agenda and attendance, where the form says them.
 * Without `language` it is that of the version before, or the group's usual one.
 * `overrides` are the reasons to publish in spite of errors, each by the key of its finding.
 */
export const publishMinutesInput = z.object({
  meetingId: z.uuid(),
  revision: z.coerce.number().int().min(1),
  version: z.coerce.number().int().min(1).optional(),
  beside: z.string().max(40).optional(),
  language: z.enum(["en", "fr"]).optional(),
  overrides: z
    .array(
      z.object({
        key: z.string().max(600),
        reason: z.string().trim().max(LONGEST_REASON),
      }),
    )
    .max(500)
    .default([]),
})

/** Somebody has looked at an override again. */
export const reviewOverrideInput = z.object({
  overrideId: z.uuid(),
  note: z.string().trim().max(LONGEST_REASON).default(""),
})

export const announceReportInput = z.object({ meetingId: z.uuid() })

export const dropProposalInput = z.object({ meetingId: z.uuid() })
