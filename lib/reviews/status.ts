/** What is open of a request: nothing was said, other words wait for a co-chair, or the words changed since. */
export type QuoteLack = "unanswered" | "to-settle" | "changed"

/** What the question "is anything open of it?" looks at. */
export type QuoteState = {
  answer: "confirmed" | "other-words" | "unnamed" | null
  settlement: "taken" | "declined" | null
  /** Whether the words that stand now are other ones than the person saw. */
  changed: boolean
}

/**
 * What is open of somebody's answer, or null. An answer counts for the words that they saw; who asked not
 * to be named is not named, whatever the words are.
 */
export function quoteLack({ answer, settlement, changed }: QuoteState): QuoteLack | null {
  if (answer === null) return "unanswered"
  if (answer === "unnamed") return null
  if (answer === "other-words" && settlement === null) return "to-settle"
  // Words that were taken over are those that the person asked for, until somebody changes them again.
  return changed ? "changed" : null
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
