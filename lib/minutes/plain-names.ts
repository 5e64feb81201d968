import { foldName } from "@/lib/people/model"
import { partAtNames, writtenSo } from "@/lib/people/names-in-text"
import type { Inline, Named } from "./model"
import { type Place, type Places, placesIn } from "./plain-places"

/** Somebody whom a text may name; capacity and presence are of the meeting, where it is one of a meeting. */
export type KnownPerson = { id: string; name: string; capacity?: string; present?: boolean }

/** A name in a list of speakers or owners, and the capacity that stands behind it. */
type Role = { name: string; capacity: string }

/** How the names of a chunk are read. */
export type Naming = {
  /** Words with whom they name by `@`. */
  line: (text: string) => Inline[]
  speaker: (name: string, capacity: string) => Named
  owners: (names: readonly string[]) => Named[]
}

const isSame = (one: string, other: string) => foldName(one) === foldName(other)
const count = (counts: Map<string, number>, key: string) => {
  const before = counts.get(key) ?? 0
  counts.set(key, before + 1)
  return before
}

/** What stands in brackets right behind a name. */
function behind(text = ""): string {
  const rest = text.trimStart()
  return rest.startsWith("(") ? rest.slice(1, Math.max(1, rest.indexOf(")"))) : ""
}

/**
 * Of several the one of this capacity, else the only one at the meeting; of those whom the text named
 * before, who need not have been there, the capacity alone says which.
 */
function theOne(
  among: readonly KnownPerson[],
  { capacity, wasNamed }: { capacity: string; wasNamed: boolean },
): KnownPerson | undefined {
  const fitting = among.filter((person) => person.capacity && isSame(person.capacity, capacity))
  const present = wasNamed ? [] : among.filter((person) => person.present)
  return [fitting, present].find(({ length }) => length === 1)?.[0]
}

/**
 * Reads who is meant by the names of rewritten chunks, in whose place the blocks `replaced` stood. A name
 * that stood there names whom it named, and stays words where it named nobody; where it named several and
 * stands there more or less often now, only the capacity in brackets behind it says whom. A new one is
 * whoever alone is called so; of several whoever is written exactly so, has that capacity, or is the only
 * one at the meeting. Else `unclear` is told, and it names nobody.
 */
export function namingIn(
  replaced: unknown,
  people: readonly KnownPerson[],
  unclear: (name: string) => void,
): (chunk: string, own: unknown) => Naming {
  const all = placesIn(replaced, people)
  const stood = [...all.said, ...all.roles]
  const more = stood.flatMap(({ id, name }) => (id === null ? [] : [{ id, name }]))
  const added = more.filter(
    ({ id, name }) => !people.some((person) => person.id === id && person.name === name),
  )
  const listed = added.length > 0 ? [...people, ...added] : people

  function who(
    { name, capacity }: Role,
    own: readonly Place[],
    at: number,
    often: number,
  ): { id: string; name: string } | null {
    const mine = own.filter((place) => place.name === name)
    if (mine.length === often) {
      const id = mine[at]?.id ?? null
      return id === null ? null : { id, name }
    }
    const others = mine.length > 0 ? mine : stood.filter((place) => place.name === name)
    const meant = [...new Set(others.map(({ id }) => id))]
    const before = meant.flatMap((id) => listed.find((person) => person.id === id) ?? [])
    const called = writtenSo(
      name,
      people.filter((person) => isSame(person.name, name)),
    )
    const wasNamed = before.length > 0
    // Where the name stood as words too, whoever is called so may be meant.
    const more = wasNamed && !meant.includes(null) ? [] : called
    const among = [...before, ...more.filter(({ id }) => !meant.includes(id))]
    const one = among.length > 1 ? theOne(among, { capacity, wasNamed }) : among[0]
    if (!one && among.length > 1) unclear(name)
    return one ? { id: one.id, name: wasNamed ? name : one.name } : null
  }

  return (chunk, ownBlock) => {
    const own: Places = placesIn(ownBlock, people)
    const often = new Map<string, number>()
    const read = new Map<string, number>()
    for (const { text, named } of partAtNames(chunk, listed))
      if (named.length > 0) count(often, text)
    const named = (role: Role, at: number, times: number): Named => {
      const person = who(role, own.roles, at, times)
      return { personId: person?.id ?? null, name: person?.name ?? role.name }
    }
    return {
      line(text) {
        const content: Inline[] = []
        const stretches = partAtNames(text, listed)
        for (const [place, { text: words, named }] of stretches.entries()) {
          const role = { name: words.slice(1), capacity: behind(stretches[place + 1]?.text) }
          const person =
            named.length > 0 ? who(role, own.said, count(read, words), often.get(words) ?? 0) : null
          const last = content.at(-1)
          if (person)
            content.push({ type: "mention", attrs: { personId: person.id, label: person.name } })
          else if (last?.type === "text") last.text += words
          else content.push({ type: "text", text: words })
        }
        return content
      },
      speaker: (name, capacity) => named({ name, capacity }, 0, 1),
      owners(names) {
        const roles = names.map((name) =>
          own.roles.some((place) => place.name === name)
            ? { name, capacity: "" }
            : withCapacity(name, people),
        )
        const seen = new Map<string, number>()
        return roles.map((role) =>
          named(
            role,
            count(seen, role.name),
            roles.filter(({ name }) => name === role.name).length,
          ),
        )
      },
    }
  }
}

/** "Name (capacity)" where somebody is called so in this capacity; else the whole is the name. */
function withCapacity(text: string, people: readonly KnownPerson[]): Role {
  const opens = text.lastIndexOf("(")
  if (opens < 0 || !text.endsWith(")")) return { name: text, capacity: "" }
  const role = { name: text.slice(0, opens).trim(), capacity: text.slice(opens + 1, -1) }
  const isKnown = people.some(
    ({ name, capacity = "" }) => isSame(name, role.name) && isSame(capacity, role.capacity),
  )
  return isKnown ? role : { name: text, capacity: "" }
}
