/** The first of some instants; null when there is none. */
export function earliest(instants: readonly (Date | null)[]): Date | null {
  const known = instants.filter((each) => each !== null)
  return known.length > 0 ? new Date(Math.min(...known.map(Number))) : null
}

/** The next midnight in UTC, when a page that counts days has to count again. */
export function nextMidnight(at: Date): Date {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + 1))
}
