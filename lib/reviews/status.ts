import type { QuoteMark } from "./model"

/** What the mark of somebody's answer is read from. */
export type QuoteState = {
  answer: "confirmed" | "other-words" | "unnamed" | null
  settlement: "taken" | "declined" | null
  /** Whether the words that stand now are other ones than the answer is about. */
  changed: boolean
}

/**
 * Where somebody's answer stands. It counts for the words that they saw, and for those that were taken
 * over; who asked not to be named is not named, whatever the words are.
 */
export function markOfAnswer({ answer, settlement, changed }: QuoteState): QuoteMark {
  if (answer === null) return "waiting"
  if (answer === "unnamed") return "unnamed"
  if (answer === "other-words" && settlement === null) return "other-words"
  if (changed) return "changed"
  return settlement ?? "confirmed"
}

/** What the question "may the person still answer?" looks at. */
export type LinkState = {
  /** The version that the review prepares, and how many are published. */
  version: number
  published: number
  /** Whether a later review asked the people of the same meeting again. */
  superseded: boolean
}

/**
 * What keeps somebody from answering by their link (a key under `errors`), or null: they may, and may say
 * something else, until the version is published, whether the review is over or not.
 */
export function answerLack({ version, published, superseded }: LinkState): string | null {
  if (published >= version) return "review.isPublished"
  return superseded ? "review.askedAgain" : null
}
