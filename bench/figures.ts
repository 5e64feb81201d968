/** What a bench measured. Ratios compare with something bare on the same machine, so that they hold elsewhere. */
export type Figures = {
  figures: Record<string, { value: number; unit: string }>
  ratios: Record<string, number>
  /** The most that a figure or a ratio of that name may be; a bench that misses one fails. */
  aims?: Record<string, number>
  /** What stands above the figures for people to read, and in their place in JSON. */
  tables?: { text: string; data: unknown }
}

/** The middle value; of an even number the lower of the two. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]
  if (middle === undefined) throw new Error("There is nothing to take the median of.")
  return middle
}

/** The value that `share` of 100 values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const found = sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)]
  if (found === undefined) throw new Error("There is nothing to take a share of.")
  return found
}
