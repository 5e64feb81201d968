import type { Query, Term } from "./query"
import type { Beginning } from "./vocabulary"
import { isSign, pairsOf } from "./words"

/** What is known of the words of a query. */
export type Known = {
  /** The stems of a word in every language; none in one where it says nothing ("the"). */
  stems: ReadonlyMap<string, readonly string[]>
  /** Words that say nothing by themselves. */
  small: ReadonlySet<string>
  /** Words that occur and are like one that was asked for. */
  slips?: ReadonlyMap<string, readonly string[]> | undefined
  /** Of which words the beginning of another counts too; each where it is not said. */
  begins?: "last" | "none"
  /** The words that begin as one that was asked for: they stand for what begins so, where it is said. */
  whole?: ReadonlyMap<string, Beginning> | undefined
}

/** Marks in the terms of a text: `C` the names beside it, `D` every word as it stands. */
const asItStands = ":CD"
const shortestPrefix = 3

// Folded words hold letters and digits alone, and stems are made of them; this keeps it so.
const quote = (word: string) => `'${word.replace(/['\\]/g, "")}'`
const anyOf = (choices: readonly string[]) =>
  choices.length === 1 ? (choices[0] ?? "") : `(${choices.join(" | ")})`

/** Whether what begins with a word counts too: not for numbers, nor for the signs of some scripts. */
const mayBegin = (word: string) =>
  word.length >= shortestPrefix && !/^\p{N}+$/u.test(word) && !isSign(word)

/** Every way in which a word may stand: its stems, what begins with it, what is like it. */
function waysOf(word: string, { stems, slips, begins: which, whole }: Known): string[] {
  const begins = which !== "none" && mayBegin(word)
  const named = begins ? whole?.get(word)?.words : undefined
  return [
    ...new Set([
      `${quote(word)}${begins && !named ? ":*" : ""}`,
      ...(named ?? []).map(quote),
      ...(stems.get(word) ?? []).map(quote),
      ...(slips?.get(word) ?? []).map(quote),
    ]),
  ]
}

function termQuery(term: Term, known: Known): string {
  if (isPhrase(term)) return `(${term.words.map((w) => quote(w) + asItStands).join(" <-> ")})`
  // What a sign joins need not stand side by side: Postgres cannot foresee how rare that is.
  const all = term.words.map((word) => anyOf(waysOf(word, known))).join(" & ")
  if (term.words.length === 1) return all
  return term.joined ? anyOf([`(${all})`, ...waysOf(term.joined, known)]) : `(${all})`
}

/** Whether the words must follow each other: in quotes, or signs of a script without spaces. */
export const isPhrase = ({ quoted, words }: Term) =>
  quoted || (words.length > 1 && words.every(isSign))

/** Every two words that must follow each other, as `pairsOf` numbers them. */
export const wantedPairs = ({ wanted }: Query): number[] => [
  ...new Set(wanted.filter(isPhrase).flatMap(({ words }) => pairsOf(words))),
]

const isSmall = (term: Term, { small }: Known) =>
  !isPhrase(term) && term.words.every((word) => small.has(word))

/** What is known for one of several terms: only the last may be a beginning, where that is so. */
const knownOf = (term: Term, asked: readonly Term[], known: Known): Known =>
  known.begins === "last" && term !== asked.at(-1) ? { ...known, begins: "none" } : known

/** The terms that count: those that say nothing are left out unless there are no others. */
function askedOf({ wanted }: Query, known: Known): readonly Term[] {
  const telling = wanted.filter((term) => !isSmall(term, known))
  return telling.length > 0 ? telling : wanted
}

/** The words of which the beginning of another counts too, with what is known of them. */
export function beginningsOf(query: Query, known: Known): string[] {
  const asked = askedOf(query, known)
  return asked
    .filter((term) => !isPhrase(term) && knownOf(term, asked, known).begins !== "none")
    .flatMap(({ words, joined }) => (joined ? [...words, joined] : words))
    .filter(mayBegin)
}

/** What is asked in the language of Postgres; null when nothing is wanted. */
export function tsqueryOf(query: Query, known: Known): string | null {
  const { wanted, excluded } = query
  if (wanted.length === 0) return null
  const asked = askedOf(query, known)
  const all = asked.map((term) => termQuery(term, knownOf(term, asked, known)))
  const without = excluded.map(
    (term) => `!${termQuery(term, { ...known, slips: undefined, begins: "none" })}`,
  )
  return [...all, ...without].join(" & ")
}

/** What is to be marked one word at a time: everything wanted that is not in quotes. Null for nothing. */
export function markQuery({ wanted }: Query, known: Known): string | null {
  const asked = wanted.filter((term) => !isSmall(term, known))
  const ways = asked
    .filter((term) => !isPhrase(term))
    .flatMap((term) =>
      (term.joined ? [...term.words, term.joined] : term.words).flatMap((word) =>
        waysOf(word, knownOf(term, asked, known)),
      ),
    )
  return ways.length > 0 ? [...new Set(ways)].join(" | ") : null
}

/**
 * The beginnings of words of a name, in whatever order: what `personQuery` asks, without it. `whole` are
 * the words that begin so: Postgres finds those quicker than beginnings, and they count where they are all.
 */
export function namesQuery(
  words: readonly string[],
  whole: ReadonlyMap<string, Beginning>,
): string | null {
  if (words.length === 0) return null
  const waysFor = (word: string) => {
    const known = whole.get(word)
    return known?.isAll ? known.words.map((each) => `${quote(each)}:C`) : [`${quote(word)}:*C`]
  }
  return words.map((word) => anyOf(waysFor(word))).join(" & ")
}

/**
 * A person among the names beside a text, by the beginning of each word: in the order of the name or
 * turned round, with one word between two.
 */
export function personQuery(words: readonly string[]): string | null {
  const begins = words.map((word) => `${quote(word)}:*C`)
  const [first = "", second] = begins
  if (words.length === 0) return null
  if (begins.length !== 2) return `(${begins.join(" & ")})`
  return anyOf([`${first} <-> ${second}`, `${first} <2> ${second}`, `${second} <-> ${first}`])
}
