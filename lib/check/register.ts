import { nameKey, nameWords } from "./names"

type People = readonly { name: string; aliases: readonly string[] }[]
type Register = { whole: Map<string, Set<number>>; first: Map<string, Set<number>> }

const made = new WeakMap<People, Register>()

function registerOf(people: People): Register {
  const known = made.get(people)
  if (known) return known
  const register: Register = { whole: new Map(), first: new Map() }
  for (const [place, person] of people.entries()) {
    for (const name of [person.name, ...person.aliases]) {
      add(register.whole, nameKey(name), place)
      add(register.first, nameWords(name)[0] ?? "", place)
    }
  }
  made.set(people, register)
  return register
}

function add(map: Map<string, Set<number>>, key: string, place: number) {
  const places = map.get(key) ?? new Set()
  map.set(key, places.add(place))
}

/** The places in the register of those who bear a name or alias whole. */
export function bearersOf(name: string, people: People): ReadonlySet<number> {
  return registerOf(people).whole.get(nameKey(name)) ?? new Set()
}

/**
 * A name with every other name that the register has for those who bear it. A first name alone counts
 * where one person of the register has it.
 */
export function namesOf(name: string, people: People): string[] {
  if (people.length === 0) return [name]
  const { whole, first } = registerOf(people)
  const bearers = whole.get(nameKey(name)) ?? only(name, first)
  const others = [...bearers].slice(0, 8).flatMap((place) => {
    const person = people[place]
    return person ? [person.name, ...person.aliases.slice(0, 20)] : []
  })
  return [...new Set([name, ...others])]
}

function only(name: string, first: Register["first"]): ReadonlySet<number> {
  const words = nameWords(name)
  const bearers = words.length === 1 ? first.get(words[0] ?? "") : undefined
  return bearers?.size === 1 ? bearers : new Set()
}
