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
