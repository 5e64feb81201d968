import { z } from "zod"
import { isZone } from "@/lib/meetings/zones"
import { routing } from "@/lib/platform/locales"

/** Characters that the fields of a review may hold. */
export const reviewLimits = { question: 10_000, reason: 1_000, note: 2_000, words: 20_000 } as const

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "meeting.day")
const time = z.string().regex(/^\d{2}:\d{2}(:\d{2})?$/, "meeting.time")
const optional = (most: number) => z.string().trim().max(most, "field.tooLong").default("")
const required = (most: number) =>
  z.string().trim().min(1, "field.required").max(most, "field.tooLong")

/** `closesDay` and `closesTime` are times of `zone`; `locale` is the language in which the review is named. */
export const openReviewInput = z.object({
  meetingId: z.uuid(),
  zone: z.string().refine(isZone, "meeting.zone"),
  closesDay: day,
  closesTime: time,
  question: required(reviewLimits.question),
  locale: z.enum(routing.locales).default(routing.defaultLocale),
})

export const endReviewInput = z.object({ meetingId: z.uuid() })

export const giveUpReviewInput = z.object({
  meetingId: z.uuid(),
  reason: required(reviewLimits.reason),
})

/** Asks those again whose words changed, and those who were not asked. */
export const askQuotedInput = z.object({ meetingId: z.uuid() })

const token = z.string().regex(/^[\w.-]{20,400}$/)

/**
 * `seen` is the mark of the words that the page showed. `words` are other words, one text for each of the
 * statements in their order; they count with that answer alone.
 */
export const answerQuoteInput = z.object({
  token,
  seen: z.string().max(100),
  answer: z.enum(["confirmed", "other-words", "unnamed"]),
  words: z.array(z.string().max(reviewLimits.words, "field.tooLong")).max(500).default([]),
  note: optional(reviewLimits.note),
})

export const settleQuoteInput = z
  .object({
    requestId: z.uuid(),
    /** The mark of the answer that the page showed. */
    seen: z.string().max(100),
    settlement: z.enum(["taken", "declined"]),
    reason: optional(reviewLimits.reason),
  })
  .refine((input) => input.settlement === "taken" || input.reason !== "", {
    error: "field.required",
    path: ["reason"],
  })
