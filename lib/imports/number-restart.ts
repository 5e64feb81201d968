import type { NumberedEntry } from "./numbered"

/** "3/2022", "2022/3", "2022-03": a number that says its own year. */
const WITH_YEAR = /^(?:\d{1,3}\s?[/-]\s?(?:19|20)\d\d|(?:19|20)\d\d\s?[/-]\s?\d{1,3})$/

/**
 * The reports on which numbers have begun anew with their year: those whose year follows a higher one
 * and counts up again from the beginning. The first year of all keeps its numbers. A fixed number
 * never begins anew, and a lone low number may be a slip, unless it is a 1. An earlier year that is
 * brought in later finds all of its numbers taken by others, and has begun anew as well.
 */
export function restartedIn(entries: readonly NumberedEntry[]): Set<string> {
  const dated = entries
    .flatMap((entry) => (entry.at === null ? [] : [{ ...entry, at: entry.at }]))
    .sort((a, b) => a.at.localeCompare(b.at) || a.key.localeCompare(b.key))
  const years = new Map<string, typeof dated>()
  for (const entry of dated) {
    const year = entry.at.slice(0, 4)
    years.set(year, [...(years.get(year) ?? []), entry])
  }
  const restarted = new Set<string>()
  let highest = 0
  for (const [, year] of [...years].sort(([a], [b]) => a.localeCompare(b))) {
    const open = year.filter(({ fixed, printed }) => fixed === null && printed.length > 0)
    const follows = highest > 0 && beginsAnew(open, highest)
    if (open.length > 0 && (follows || isTakenByOthers(open, dated)))
      for (const { key } of open) restarted.add(key)
    else highest = Math.max(highest, ...year.flatMap((entry) => entry.fixed ?? entry.printed))
    highest = Math.max(highest, ...year.flatMap(({ fixed }) => fixed ?? []))
  }
  return restarted
}

/** Whether other years already hold every number of these, which count up from the beginning. */
function isTakenByOthers(open: readonly NumberedEntry[], dated: readonly NumberedEntry[]): boolean {
  const year = open[0]?.at?.slice(0, 4)
  const taken = new Set(
    dated.flatMap(({ at, fixed }) => (at?.slice(0, 4) === year ? [] : (fixed ?? []))),
  )
  if (!open.every(({ printed }) => printed.every((number) => taken.has(number)))) return false
  return taken.size > 0 && beginsAnew(open, Math.max(...taken))
}

function beginsAnew(open: readonly NumberedEntry[], highest: number): boolean {
  const firsts = open.map(({ printed }) => printed[0] ?? 0)
  const isBelow = open.every(({ printed }) => printed.every((number) => number <= highest))
  if (!isBelow) return false
  if (open.every(({ as }) => WITH_YEAR.test(as.trim()))) return true
  const rises = firsts.every((number, at) => at === 0 || number > (firsts[at - 1] ?? 0))
  const [first = 0] = firsts
  return rises && (first === 1 || (open.length > 1 && first <= 3))
}
