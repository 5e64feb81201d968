import { countWords, squeezed } from "@/lib/check/words"
import type { ExpectedItem, Values } from "./case"
import { withoutDay, withoutOwners } from "./day-behind"

export const fields = [
  "printed",
  "number",
  "start",
  "hosts",
  "moderators",
  "labels",
  "titles",
  "coverage",
  "participants",
  "regrets",
  "speakers",
  "decisions",
  "actions",
  "owners",
  "due",
  "next",
  "links",
] as const
export type Field = (typeof fields)[number]

/** How often a value was read rightly, how often none was missing, and which were not. */
export type Score = {
  hits: number
  expected: number
  read: number
  missed: string[]
  extra: string[]
}
export type Scores = Record<Field, Score>

/** Compares what was read in one report with what a careful person reads in it. */
export function scoreCase(expected: Values, read: Values): Scores {
  const items = pairItems(flat(expected.agenda), flat(read.agenda))
  const actions = pairActions(expected, read)
  return {
    printed: byKey(expected.printed, read.printed),
    number: byKey(some(expected.number), some(read.number)),
    start: byTest(some(expected.start), some(read.start), (a, b) => a === b),
    hosts: byKey(expected.hosts, read.hosts),
    moderators: byKey(expected.moderators, read.moderators),
    labels: pairsScore(items, ({ label }) => label),
    titles: pairsScore(
      items,
      ({ title }) => squeezed(title),
      ({ title }) => title,
    ),
    coverage: pairsScore(
      items,
      ({ coverage }) => coverage,
      (i) => `${i.label} ${i.coverage}`,
    ),
    participants: byKey(expected.participants, read.participants),
    regrets: byKey(expected.regrets, read.regrets),
    speakers: byKey(expected.speakers, read.speakers),
    decisions: byTest(expected.decisions, read.decisions, sameWords),
    actions: found(actions, textOf),
    owners: sum(actions.map(([a, b]) => byKey(a?.owners ?? [], b?.owners ?? []))),
    due: sum(actions.map(([a, b]) => byKey(some(a?.due), some(b?.due)))),
    next: byTest(some(expected.next), some(read.next), sameMoment),
    links: byTest(expected.links, read.links, (a, b) => a === b),
  }
}

/** The scores of several reports as one: every value counts alike, whichever report it stands in. */
export function addScores(all: readonly Scores[]): Scores {
  const entries = fields.map((field) => [field, sum(all.map((each) => each[field]))])
  return Object.fromEntries(entries)
}

/** Precision, recall and their mean, each 1 where there was nothing to read and nothing was read. */
export function rates({ hits, expected, read }: Score) {
  const precision = read === 0 ? (expected === 0 ? 1 : 0) : hits / read
  const recall = expected === 0 ? (read === 0 ? 1 : 0) : hits / expected
  const f1 = hits === 0 ? Math.min(precision, recall) : (2 * hits) / (expected + read)
  return { precision, recall, f1 }
}

function sum(scores: readonly Score[]): Score {
  return {
    hits: total(scores, "hits"),
    expected: total(scores, "expected"),
    read: total(scores, "read"),
    missed: scores.flatMap(({ missed }) => missed),
    extra: scores.flatMap(({ extra }) => extra),
  }
}

function total(scores: readonly Score[], what: "hits" | "expected" | "read"): number {
  return scores.reduce((count, score) => count + score[what], 0)
}

function some<T extends string | number>(value: T | null | undefined): string[] {
  return value === null || value === undefined ? [] : [String(value)]
}

function byKey(expected: readonly string[], read: readonly string[]): Score {
  return byTest(expected, read, (a, b) => squeezed(a) === squeezed(b))
}

/** Every value once: first those that are equal, then those that pass for it. */
function byTest(
  expected: readonly string[],
  read: readonly string[],
  fits: (expected: string, read: string) => boolean,
): Score {
  return found(pair(expected, read, [(a, b) => a === b, fits]), (value) => value)
}

/** What has a partner is right, whatever it says. */
function found<T>(pairs: readonly Pair<T>[], say: (value: T) => string): Score {
  return {
    hits: pairs.filter(([a, b]) => a !== null && b !== null).length,
    expected: pairs.filter(([a]) => a !== null).length,
    read: pairs.filter(([, b]) => b !== null).length,
    missed: pairs.flatMap(([a, b]) => (a !== null && b === null ? [say(a)] : [])),
    extra: pairs.flatMap(([a, b]) => (a === null && b !== null ? [say(b)] : [])),
  }
}

type Pair<T> = [T, T] | [T, null] | [null, T]

/** Brings together what belongs together, by the first test that finds a partner; the rest stays alone. */
function pair<T>(
  expected: readonly T[],
  read: readonly T[],
  tests: readonly ((expected: T, read: T) => boolean)[],
): Pair<T>[] {
  const partners = new Map<number, number>()
  const taken = new Set<number>()
  for (const test of tests) {
    for (const [index, one] of expected.entries()) {
      if (partners.has(index)) continue
      const found = read.findIndex((other, at) => !taken.has(at) && test(one, other))
      if (found < 0) continue
      partners.set(index, found)
      taken.add(found)
    }
  }
  return [
    ...expected.map((one, index): Pair<T> => {
      const partner = partners.get(index)
      const other = partner === undefined ? undefined : read[partner]
      return other === undefined ? [one, null] : [one, other]
    }),
    ...read.flatMap((other, at): Pair<T>[] => (taken.has(at) ? [] : [[null, other]])),
  ]
}

/** One contains the other, and the shorter is all of it or has at least five words. */
function sameWords(expected: string, read: string): boolean {
  const [a, b] = [squeezed(expected), squeezed(read)]
  if (a === b) return true
  const shorter = a.length < b.length ? expected : read
  return countWords(shorter) >= 5 && (a.includes(b) || b.includes(a))
}

/** A moment as exact as the report gives it: a day without an hour is met by any hour of that day. */
function sameMoment(expected: string, read: string): boolean {
  return read.startsWith(expected)
}

type Action = Values["actions"][number]
const textOf = (action: Action) => action.text
/** What is to be done: careful people disagree whether the day behind it, or "Ana:" in front, belongs to its words. */
const taskOf = ({ text, due, owners }: Action) => {
  const task = due === null ? text : withoutDay(text)
  return owners.length === 0 ? task : withoutOwners(task)
}

function pairActions(expected: Values, read: Values): Pair<Action>[] {
  return pair(expected.actions, read.actions, [
    (a, b) => a.text === b.text || taskOf(a) === taskOf(b),
    (a, b) => sameWords(a.text, b.text) || sameWords(taskOf(a), taskOf(b)),
  ])
}

type Placed = { label: string; title: string; coverage: string }

/** Items with their places in the tree: 1, 2, 2a, 2a.1. */
function flat(items: readonly ExpectedItem[], above = "", depth = 0): Placed[] {
  return items.flatMap((item, index) => {
    const letter = String.fromCharCode(97 + Math.min(index, 25))
    const label =
      depth === 0 ? `${index + 1}` : depth === 1 ? above + letter : `${above}.${index + 1}`
    return [
      { label, title: item.title, coverage: item.coverage },
      ...flat(item.children, label, depth + 1),
    ]
  })
}

function pairItems(expected: readonly Placed[], read: readonly Placed[]): Pair<Placed>[] {
  const title = (a: Placed, b: Placed) => squeezed(a.title) === squeezed(b.title)
  const place = (a: Placed, b: Placed) => a.label === b.label
  return pair(expected, read, [(a, b) => title(a, b) && place(a, b), title, place])
}

function pairsScore(
  pairs: readonly Pair<Placed>[],
  key: (item: Placed) => string,
  say: (item: Placed) => string = key,
): Score {
  const wrong = pairs.filter(([a, b]) => !a || !b || key(a) !== key(b))
  return {
    hits: pairs.length - wrong.length,
    expected: pairs.filter(([a]) => a).length,
    read: pairs.filter(([, b]) => b).length,
    missed: wrong.flatMap(([a]) => (a ? [say(a)] : [])),
    extra: wrong.flatMap(([, b]) => (b ? [say(b)] : [])),
  }
}
