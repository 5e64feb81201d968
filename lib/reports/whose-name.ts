import { type FoundName, nameFinder, wordsOfName } from "./find-names"
import type { ReportPerson } from "./model"
import { isTitle } from "./titles"

/**
 * Somebody who asked not to be named: every name that they are known by, and what stands in its place,
 * in the language of the report ("a participant from the technical community"). `others` are names of
 * other people who are known beside them, so that none of them is taken for this one.
 */
export type Unnamed = { names: readonly string[]; phrase: string; others?: readonly string[] }

/** Who of a report and of what is known beside it is not to be named, and who is somebody else. */
export function whoseNames(known: readonly ReportPerson[], people: readonly Unnamed[]): WhoseName {
  const others = [...known.map(({ name }) => name), ...people.flatMap(({ others = [] }) => others)]
  return new WhoseName(
    people.map(({ names }) => names),
    others,
  )
}

/** Words that go between the parts of a name, and begin small. */
const particles = new Set(
  "de da do dos das di del della du la le van von der den af bin ibn al el".split(" "),
)

/** Of a name field that might be somebody else's: whether it was left out, to be sure. */
export type Doubt = { hidden: boolean }

/**
 * Tells people who are not to be named from others whose names are like theirs: "Ana Maria Costa" is not
 * Maria Costa. `others` are the names of everybody else who is known; what cannot be told apart ("Mr Smith")
 * is taken for whoever is not to be named.
 */
export class WhoseName {
  readonly #people: ReturnType<typeof nameFinder>
  readonly #theirs: ReturnType<typeof nameFinder>
  readonly #others: ReturnType<typeof nameFinder>

  constructor(people: readonly (readonly string[])[], others: readonly string[]) {
    this.#people = nameFinder(people)
    const distinct = [...new Set(others)]
    const written = people.map((names, person) => [
      ...names,
      // With an initial in the middle, or a second family name, it stands so in running text too.
      ...distinct.filter((name) => this.ofField(name) === person && !this.#isWhole(name)),
    ])
    this.#theirs = nameFinder(written)
    const parts = [...new Set(people.flat().flatMap(wordsOfName))]
    this.#others = nameFinder(
      distinct
        .filter((name) => this.ofField(name) === null)
        .filter((name) =>
          wordsOfName(name).some((word) => parts.some((part) => word.includes(part))),
        )
        .map((name) => [name]),
    )
  }

  /** Whose name a field holds: a place in `people`, or null. Titles, initials and words that are no name are no part of it. */
  ofField(field: string): number | null {
    return this.#holder(field) ?? this.#holder(withoutInitials(field))
  }

  /** Where they stand in a running text, and not somebody whose longer name holds theirs. */
  inText(text: string): FoundName[] {
    const found = this.#theirs(text)
    if (found.length === 0) return found
    const others = this.#others(text)
    return found.filter(
      ({ start, end }) =>
        !others.some((other) => isWithin({ start, end }, other) && lengthOf(other) > end - start),
    )
  }

  /** Of those, where it may as well be another: "Mr Smith", where James Smith is known. */
  unsureInText(text: string): FoundName[] {
    const others = this.#others(text)
    return this.inText(text).filter((one) => others.some((other) => isWithin(one, other)))
  }

  /** Whether a field could be somebody else's than it is taken for; null where there is no question. */
  doubtOfField(field: string): Doubt | null {
    if (this.ofField(field) === null)
      return this.#people(field).length > 0 ? { hidden: false } : null
    return this.#isWhole(field) && this.unsureInText(field).length === 0 ? null : { hidden: true }
  }

  #holder(field: string): number | null {
    const found = this.#people(field).find(
      ({ start, end }) => !goesOn(field.slice(0, start), field.slice(end)),
    )
    return found?.person ?? null
  }

  /** Whether a field holds their name and nothing but titles beside it. */
  #isWhole(field: string): boolean {
    return this.#people(field).some(({ start, end }) =>
      `${field.slice(0, start)} ${field.slice(end)}`
        .split(/[^\p{L}\p{M}\p{N}-]+/u)
        .every((word) => word === "" || isTitle(word)),
    )
  }
}

const isWithin = (one: { start: number; end: number }, other: { start: number; end: number }) =>
  other.start <= one.start && one.end <= other.end
const lengthOf = ({ start, end }: { start: number; end: number }) => end - start

/** "Ilse M. Brandvold" as "Ilse Brandvold". */
function withoutInitials(name: string): string {
  const words = name.split(/\s+/)
  return words
    .filter((word, at) => at === 0 || at === words.length - 1 || !/^\p{L}\.?$/u.test(word))
    .join(" ")
}

/** Whether a name goes on right before or behind the place where another was found in it. */
function goesOn(before: string, after: string): boolean {
  const last = /\s$/u.test(before) ? before.trim().split(/\s+/u).at(-1) : ""
  const next = /^\s/u.test(after) ? after.trim().split(/[\s,;]/u)[0] : ""
  return [last, next].some((word = "") => {
    if (!/^[\p{L}\p{M}'’-]{2,}$/u.test(word) || isTitle(word)) return false
    return particles.has(word) || !/^\p{Ll}/u.test(word)
  })
}
