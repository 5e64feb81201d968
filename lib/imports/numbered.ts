/** A report or meeting as the order of numbers sees it. */
export type NumberedEntry = {
  key: string
  /** When it was held, ISO; null when nobody knows. */
  at: string | null
  /** The numbers that are printed on it, the likeliest first. */
  printed: readonly number[]
  /** The likeliest as it stands there: "XXII", "3/2022". */
  as: string
  /** A number that stays: that of a meeting, or one that a person gave. */
  fixed: number | null
}

/** A meeting near to another in time that has a number. */
export type Neighbour = { number: number; day: string }

/** The oldest first; who has no date comes last. */
export const byTime = (a: NumberedEntry, b: NumberedEntry) =>
  (a.at ?? "~").localeCompare(b.at ?? "~") || a.key.localeCompare(b.key)
