import { byTime, type Neighbour, type NumberedEntry } from "./numbered"

/** The number that a report without one has by its place in time, and the meetings that it stands between. */
export type Counted = { number: number; before: Neighbour | null; after: Neighbour | null }

type Dated = NumberedEntry & { at: string }
type Around = { before: Neighbour | null; after: Neighbour | null }

/**
 * A number for each dated report on which none is printed, by the order of time: between two that have
 * one they count on from the earlier, before the first of all back from it. Where that leaves no room,
 * they count on from the highest of all. No number is given twice. Who has no date gets none.
 */
export function countedIn(
  entries: readonly NumberedEntry[],
  numbers: ReadonlyMap<string, number>,
): Map<string, Counted> {
  const used = new Set(numbers.values())
  const counted = new Map<string, Counted>()
  const without: [Dated, Around][] = []
  const give = (run: readonly Dated[], around: Around) => {
    const first = firstOf(run.length, around)
    const all = run.map((_, at) => first + at)
    const last = first + run.length - 1
    const hasRoom = first > 0 && (!around.after || last < around.after.number)
    if (!hasRoom || all.some((number) => used.has(number))) {
      without.push(...run.map((entry): [Dated, Around] => [entry, around]))
      return
    }
    for (const [at, { key }] of run.entries()) {
      counted.set(key, { number: first + at, ...around })
      used.add(first + at)
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

/** Where so many would begin to count. */
function firstOf(count: number, { before, after }: Around): number {
  if (before) return before.number + 1
  return after ? after.number - count : 1
}
