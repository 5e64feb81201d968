/**
 * The day that a spreadsheet counts as so many days, `YYYY-MM-DD`; null where it counts none that can be
 * meant. Day 60 of its calendar is 29 February 1900, which never was: from there on it is one ahead.
 */
export function dayOfNumber(count: number, from1904 = false): string | null {
  const days = Math.floor(from1904 ? count + 1462 : count)
  if (!Number.isFinite(days) || days < 61 || days > 80_000) return null
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10)
}
