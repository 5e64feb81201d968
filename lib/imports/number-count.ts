import { byTime, type Neighbour, type NumberedEntry } from "./numbered"

/** The number that a report without one has by its place in time, and the meetings that it stands between. */
export type Counted = { number: number } & Around
/** The numbers that would fit where there are more of them than reports without one. */
export type Fitting = { from: number; to: number } & Around

type Dated = NumberedEntry & { at: string }
type Around = { before: Neighbour | null; after: Neighbour | null }

/**
 * A number for each dated report on which none is printed, by the order of time: between two that have
 * one where they fill the gap, behind the last on from it, before the first of all back from it. Where a gap
 * has room for more, it is said from which number to which. Where there is no room, they count on from the
 * highest of all. No number is given twice. Who has no date gets none.
 */
export function countedIn(
  entries: readonly NumberedEntry[],
  numbers: ReadonlyMap<string, number>,
): Map<string, Counted | Fitting> {
  const used = new Set(numbers.values())
  const counted = new Map<string, Counted | Fitting>()
  const without: [Dated, Around][] = []
  const give = (run: readonly Dated[], around: Around) => {
    const free = freeFor(run.length, around, used)
    for (const [at, entry] of run.entries()) {
      const [from, to] = [free[at], free[at + free.length - run.length]]
      if (from === undefined || to === undefined) without.push([entry, around])
      else if (from < to) counted.set(entry.key, { from, to, ...around })
      else {
        counted.set(entry.key, { number: from, ...around })
        used.add(from)
      }
    }
  }
  let run: Dated[] = []
  let before: Neighbour | null = null
  for (const entry of inTime(entries)) {
    const number = numbers.get(entry.key)
    if (number !== undefined) {
      const after = { number, day: entry.at.slice(0, 10) }
      give(run, { before, after })
      run = []
      before = after
    } else if (entry.fixed === null && entry.printed.length === 0) run.push(entry)
  }
  give(run, { before, after: null })
  let highest = [...used].reduce((most, number) => Math.max(most, number), 0)
  for (const [{ key }, around] of without) counted.set(key, { number: ++highest, ...around })
  return counted
}

const inTime = (entries: readonly NumberedEntry[]): Dated[] =>
  entries.flatMap((entry) => (entry.at === null ? [] : [{ ...entry, at: entry.at }])).sort(byTime)

/** The numbers that so many may have, in their order; none where they have no room. */
function freeFor(
  count: number,
  { before, after }: Around,
  used: ReadonlySet<number>,
): readonly number[] {
  const first = before ? before.number + 1 : after ? after.number - count : 1
  const end = before && after ? after.number : first + count
  const all = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at)
  const free = all.filter((number) => number > 0 && !used.has(number))
  return free.length < count ? [] : free
}
