import { z } from "zod"

/**
 * A statement as it stood when its speaker was asked: the block's id, where it stands ("2a News", "" before
 * and after the agenda), under which name and capacity, and its words as plain text.
 */
export const quotedStatement = z.strictObject({
  id: z.string().min(1),
  place: z.string(),
  name: z.string(),
  capacity: z.string(),
  words: z.string(),
})
export const quotedStatements = z.array(quotedStatement)
export type QuotedStatement = z.infer<typeof quotedStatement>

/** What somebody would rather have said, by the id of the statement. */
export const otherWords = z.record(z.string(), z.string())
export type OtherWords = z.infer<typeof otherWords>

export const quoteAnswers = ["confirmed", "other-words", "unnamed"] as const
export type QuoteAnswer = (typeof quoteAnswers)[number]

/**
 * Where somebody's answer stands: nobody asked them yet, they have not answered, they confirmed, other words
 * wait for a co-chair, were taken over or declined, they are not to be named, or their words changed since.
 */
export const quoteMarks = [
  "not-asked",
  "waiting",
  "confirmed",
  "other-words",
  "taken",
  "declined",
  "unnamed",
  "changed",
] as const
export type QuoteMark = (typeof quoteMarks)[number]

/** Marks that leave something open: publishing warns of them. */
export const openMarks: readonly QuoteMark[] = ["not-asked", "waiting", "other-words", "changed"]
