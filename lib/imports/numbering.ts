import { type Counted, countedIn, type Fitting } from "./number-count"
import { restartedIn } from "./number-restart"
import { byTime, type Neighbour, type NumberedEntry } from "./numbered"

/** Why a number was taken. `twice` is the other number, and on how many reports it is printed. */
export type NumberReason =
  | {
      kind: "fits"
      before: Neighbour | null
      after: Neighbour | null
      twice: { number: number; times: number } | null
    }
  | { kind: "restarts"; as: string }
  | { kind: "out-of-order"; before: Neighbour | null; after: Neighbour | null }
  | { kind: "taken"; number: number }
  /** None is printed, and by the order of time it would be this one; nobody has taken it yet. */
  | { kind: "counted"; number: number; before: Neighbour | null; after: Neighbour | null }
  /** None is printed, and by the order of time it may be any of these. */
  | { kind: "several"; from: number; to: number; before: Neighbour | null; after: Neighbour | null }

export type SettledNumber = { key: string; number: number | null; reason: NumberReason | null }

const secondChoice = 1
const printedTwice = 0.6
const tooFast = 1.5
const leftOut = 10
const week = 7 * 86_400_000

type Held = NumberedEntry & { at: string; ms: number; choices: { number: number; cost: number }[] }

/**
 * One number for each report, no number twice: of what is printed, that which keeps the order in time
 * and stands on no other report, where the jump from the meeting before is one that the weeks allow.
 * Fixed numbers stay. Where numbers begin anew each year, the later ones count on from the highest.
 * A report for which no printed number is left gets none, and the reason says so; for one that prints
 * none at all the reason proposes one.
 */
export function settleNumbers(entries: readonly NumberedEntry[]): SettledNumber[] {
  const restarted = restartedIn(entries)
  const counted = entries.filter(({ key }) => !restarted.has(key))
  const times = timesPrinted(counted)
  const fixed = new Set(counted.flatMap((entry) => entry.fixed ?? []))
  const held = counted.flatMap((entry): Held[] => heldAt(entry, fixed, times))
  const chosen = inOrder(held)
  for (const { key, fixed: number } of counted) if (number !== null) chosen.set(key, number)
  const used = new Set(chosen.values())
  // What stands out of order keeps its number as long as nobody else has it.
  for (const { key, printed } of [...counted].sort(byTime)) {
    const free = chosen.has(key) ? undefined : printed.find((number) => !used.has(number))
    if (free === undefined) continue
    chosen.set(key, free)
    used.add(free)
  }
  const numbers = withRestarted(entries, restarted, chosen)
  const counting = countedIn(entries, numbers)
  return entries.map((entry) => {
    const proposed = counting.get(entry.key)
    return {
      key: entry.key,
      number: numbers.get(entry.key) ?? null,
      reason: restarted.has(entry.key)
        ? { kind: "restarts", as: entry.as }
        : proposed
          ? proposalOf(proposed)
          : reasonFor(entry, numbers, entries, times),
    }
  })
}

const proposalOf = (proposed: Counted | Fitting): NumberReason =>
  "number" in proposed ? { kind: "counted", ...proposed } : { kind: "several", ...proposed }

/** On how many reports each number is printed. */
function timesPrinted(entries: readonly NumberedEntry[]): Map<number, number> {
  const times = new Map<number, number>()
  for (const { printed, fixed } of entries) {
    for (const number of new Set([...printed, ...(fixed === null ? [] : [fixed])]))
      times.set(number, (times.get(number) ?? 0) + 1)
  }
  return times
}

function heldAt(
  entry: NumberedEntry,
  fixed: ReadonlySet<number>,
  times: ReadonlyMap<number, number>,
): Held[] {
  if (entry.at === null) return []
  const numbers = entry.fixed === null ? entry.printed.filter((n) => !fixed.has(n)) : [entry.fixed]
  const choices = [...new Set(numbers)].map((number, at) => ({
    number,
    cost: (at > 0 ? secondChoice : 0) + ((times.get(number) ?? 0) > 1 ? printedTwice : 0),
  }))
  return [{ ...entry, at: entry.at, ms: Date.parse(entry.at), choices }]
}

type Step = { key: string; ms: number; number: number; cost: number; before: Step | null }

/** The cheapest way through time in which every number is higher than the one before. */
function inOrder(held: readonly Held[]): Map<string, number> {
  const steps: Step[] = []
  let skipped = 0
  const sorted = [...held].sort((a, b) => a.ms - b.ms || a.key.localeCompare(b.key))
  const places: number[] = []
  for (const [place, { key, ms, choices }] of sorted.entries()) {
    const reached = choices.map(({ number, cost }): Step => {
      let best: Step = { key, ms, number, cost: cost + skipped, before: null }
      for (const [at, step] of steps.entries()) {
        if (step.number >= number) continue
        const weeks = (ms - step.ms) / week
        const between = (place - (places[at] ?? 0) - 1) * leftOut
        const jump = number - step.number > weeks + 2 ? tooFast : 0
        const total = step.cost + between + jump + cost
        if (total < best.cost) best = { key, ms, number, cost: total, before: step }
      }
      return best
    })
    steps.push(...reached)
    places.push(...reached.map(() => place))
    skipped += leftOut
  }
  const end = steps.reduce<{ step: Step | null; cost: number }>(
    (best, step, at) => {
      const cost = step.cost + (sorted.length - (places[at] ?? 0) - 1) * leftOut
      return cost < best.cost ? { step, cost } : best
    },
    { step: null, cost: Number.POSITIVE_INFINITY },
  )
  const chosen = new Map<string, number>()
  for (let { step } = end; step; step = step.before) chosen.set(step.key, step.number)
  return chosen
}

/** Reports whose numbers began anew, in order of time: the next free number, or one above the highest. */
function withRestarted(
  entries: readonly NumberedEntry[],
  restarted: ReadonlySet<string>,
  chosen: ReadonlyMap<string, number>,
): Map<string, number> {
  const numbers = new Map(chosen)
  let highest = Math.max(0, ...numbers.values())
  const later = entries.filter(({ key }) => restarted.has(key))
  for (const { key } of later.sort(byTime)) {
    highest += 1
    numbers.set(key, highest)
  }
  return numbers
}

function reasonFor(
  { key, at, printed, fixed }: NumberedEntry,
  numbers: ReadonlyMap<string, number>,
  entries: readonly NumberedEntry[],
  times: ReadonlyMap<number, number>,
): NumberReason | null {
  if (fixed !== null || printed.length === 0) return null
  const number = numbers.get(key)
  if (number === undefined) return { kind: "taken", number: printed[0] ?? 0 }
  const { before, after } = neighbours(key, at, numbers, entries)
  const isOrdered = (!before || before.number < number) && (!after || after.number > number)
  if (!isOrdered) return { kind: "out-of-order", before, after }
  const others = printed.filter((other) => other !== number)
  if (others.length === 0) return null
  const other = others.find((each) => (times.get(each) ?? 0) > 1)
  const twice = other === undefined ? null : { number: other, times: times.get(other) ?? 0 }
  return { kind: "fits", before, after, twice }
}

const isLater = (a: Neighbour, b: Neighbour) =>
  a.day > b.day || (a.day === b.day && a.number > b.number)

/** The nearest meetings before and after that have a number. */
function neighbours(
  key: string,
  at: string | null,
  numbers: ReadonlyMap<string, number>,
  entries: readonly NumberedEntry[],
): { before: Neighbour | null; after: Neighbour | null } {
  let before: Neighbour | null = null
  let after: Neighbour | null = null
  if (at === null) return { before, after }
  for (const other of entries) {
    const number = numbers.get(other.key)
    if (other.key === key || other.at === null || number === undefined) continue
    const day = other.at.slice(0, 10)
    const here = { number, day }
    if (other.at < at && (!before || isLater(here, before))) before = here
    if (other.at > at && (!after || isLater(after, here))) after = here
  }
  return { before, after }
}
