import { z } from "zod"
import { email } from "@/lib/accounts/input"
import { longestName } from "@/lib/people/model"
import { routing } from "@/lib/platform/locales"

/** Characters of what somebody says is wrong, and of the answer. */
export const LONGEST_MESSAGE = 4_000
export const LONGEST_REPLY = 2_000

/** What the co-chairs answer to a reported error. */
export const errorAnswers = ["corrected", "no-error", "noted"] as const

/** What is kept of it: that it is corrected means, of a report taken back since, that it was withdrawn. */
export type KeptAnswer = (typeof errorAnswers)[number] | "withdrawn"

/**
 * `at` is the anchor of the paragraph in that version; the whole report without one. `website` is a field
 * that nobody sees: only a machine fills it in. `submission` makes a form that is sent twice count once.
 */
export const reportErrorInput = z.object({
  slug: z.string().min(1).max(60),
  number: z.coerce.number().int().min(1),
  version: z.coerce.number().int().min(1),
  at: z.string().max(40).default(""),
  message: z
    .string({ error: "errorReport.message" })
    .trim()
    .min(1, { error: "errorReport.message" })
    .max(LONGEST_MESSAGE),
  name: z.string().trim().max(longestName).default(""),
  email,
  locale: z.enum(routing.locales).default(routing.defaultLocale),
  submission: z.uuid(),
  website: z.string().max(2_000).default(""),
})

export const confirmErrorInput = z.object({ token: z.string().regex(/^[\w-]{20,200}$/) })

export const answerErrorInput = z
  .object({
    errorId: z.uuid(),
    answer: z.enum(errorAnswers, { error: "errorReport.answer" }),
    reply: z.string().trim().max(LONGEST_REPLY).default(""),
  })
  .refine(({ answer, reply }) => answer !== "no-error" || reply !== "", {
    path: ["reply"],
    error: "errorReport.reply",
  })
