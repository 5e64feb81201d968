import { foldName } from "./model"

/** A stretch of text: words that name nobody, or `@` and a name, with everybody who may be meant by it. */
export type NamedStretch<Person> = { text: string; named: readonly Person[] }

const letter = /[\p{L}\p{N}]/u
const foldedSigns = new Map<string, string>()

/** One sign as names are compared; a blank of any kind is a space. */
function foldSign(sign: string): string {
  const known = foldedSigns.get(sign)
  if (known !== undefined) return known
  const folded = /\s/.test(sign) ? " " : foldName(sign)
  if (foldedSigns.size < 10_000) foldedSigns.set(sign, folded)
  return folded
}
const signAt = (text: string, at: number): string => {
  const code = text.codePointAt(at)
  return code === undefined ? "" : String.fromCodePoint(code)
}

/** The names that begin in the same way, sign by sign, so that a long text is read in one pass. */
type Names<Person> = { next: Map<string, Names<Person>>; people: Person[] }
const noNames = <Person>(): Names<Person> => ({ next: new Map(), people: [] })

/** What was made of a list before: a text is read line by line, with the same people in each. */
const made = new WeakMap<object, Names<never>>()

function namesOf<Person extends { name: string }>(people: readonly Person[]): Names<Person> {
  const before = made.get(people) as Names<Person> | undefined
  if (before) return before
  const root = noNames<Person>()
  made.set(people, root as Names<never>)
  for (const person of people) {
    let names = root
    for (const sign of [...person.name.trim()].flatMap((one) => [...foldSign(one)])) {
      const next = names.next.get(sign) ?? noNames<Person>()
      names.next.set(sign, next)
      names = next
    }
    names.people.push(person)
  }
  return root
}

/**
 * The text parted at every `@` that a name of the list follows, the longest that fits, accents and case
 * forgiven. An `@` inside a word, as in a mail address, names nobody. Of several people of one name those
 * are meant who are written exactly so, all of them where none is.
 */
export function partAtNames<Person extends { name: string }>(
  text: string,
  people: readonly Person[],
): NamedStretch<Person>[] {
  if (text === "") return []
  if (!text.includes("@")) return [{ text, named: [] }]
  const names = namesOf(people)
  const stretches: NamedStretch<Person>[] = []
  let from = 0
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    if (letter.test(text[at - 1] ?? "")) continue
    const found = nameAt(text, at + 1, names)
    if (!found) continue
    if (at > from) stretches.push({ text: text.slice(from, at), named: [] })
    stretches.push({ text: text.slice(at, found.end), named: found.named })
    from = found.end
    at = found.end - 1
  }
  if (from < text.length) stretches.push({ text: text.slice(from), named: [] })
  return stretches
}

function nameAt<Person extends { name: string }>(
  text: string,
  from: number,
  root: Names<Person>,
): { named: Person[]; end: number } | null {
  let names: Names<Person> | undefined = root
  let found: { named: Person[]; end: number } | null = null
  for (let at = from; at < text.length; ) {
    const sign = signAt(text, at)
    for (const part of foldSign(sign)) names = names?.next.get(part)
    if (!names) break
    at += sign.length
    const isWhole = names.people.length > 0 && !letter.test(signAt(text, at))
    if (isWhole) found = { named: writtenSo(text.slice(from, at), names.people), end: at }
  }
  return found
}

/** Of namesakes those who are written exactly so; all of them where none is. */
export function writtenSo<Person extends { name: string }>(
  name: string,
  namesakes: readonly Person[],
): Person[] {
  const exact = namesakes.filter((person) => person.name === name)
  return exact.length > 0 ? exact : [...namesakes]
}
