import { romanValue } from "../text/ordinals"

/** So far into a title its number may stand. */
const REACH = 28
/** So many titles that count on in one manner do not do so by accident. */
const LEAST = 3
const COUNTER = /\d{1,4}|(?<![\p{L}\d])[IVX]{1,5}(?![\p{L}\d])/gu
/** What parts a number from its title. */
const PARTED = /^(?:\s?[.:)\]|–—-]{1,2}(?:\s{1,6}|$)|\s{1,6})/
/** What may stand in front of the number: a word or two, or a sign or code. */
const FRONT = /^(?:[\p{L}\d]{1,12}[./-]?\s?){0,3}[[(#§]?$/u

/** What is counted for itself, and is called so wherever it is spoken of: "Motion 2: New lamps". */
const OWN =
  /^(?:motion|resolution|decision|proposal|action|task|question|phase|goal|pillar|objective|stage|option|case|day|session|part|annex|draft|version)\b/iu

type Counted = { title: string; value: number; end: number }

/**
 * How many characters in front of each title only count it: "S-1 ", "S-2 " …; "112/1 | ", "112/2 | " …;
 * "Agenda item no. 1: " …, whatever a body calls its items. A title is counted where those of at least three
 * have the same in front of a number that goes on by one.
 */
export function alikeFronts(titles: readonly string[]): ReadonlyMap<string, number> {
  const kinds = new Map<string, Counted[]>()
  for (const title of titles)
    for (const { kind, value, end } of countersIn(title)) {
      const before = kinds.get(kind) ?? []
      const last = before.at(-1)
      if (last?.title === title) continue
      if (!last || value === last.value + 1) kinds.set(kind, [...before, { title, value, end }])
    }
  const [best = []] = [...kinds.values()].sort((a, b) => b.length - a.length)
  if (best.length < LEAST || best.length * 2 < titles.length) return new Map()
  return new Map(best.map(({ title, end }) => [title, end]))
}

/** The numbers in front of a title, each with what stands around it. */
function countersIn(title: string): (Omit<Counted, "title"> & { kind: string })[] {
  return [...title.slice(0, REACH).matchAll(COUNTER)].flatMap(({ 0: counter, index }) => {
    const front = title.slice(0, index)
    const rest = title.slice(index + counter.length)
    const parted = PARTED.exec(rest.slice(0, 10))?.[0]
    const value = /\d/.test(counter) ? Number(counter) : romanValue(counter)
    if (parted === undefined || value === null || !FRONT.test(front)) return []
    if (OWN.test(front)) return []
    const words = rest.slice(parted.length)
    if (!/^\p{L}|^["“«(]/u.test(words) || !/\p{L}{2}/u.test(words)) return []
    const form = /\d/.test(counter) ? "1" : "I"
    const kind = `${front.toLowerCase()}${form}${parted.trim()}`
    return [{ kind, value, end: index + counter.length + parted.length }]
  })
}
