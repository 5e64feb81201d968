import { and, eq, isNull } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { memberships } from "@/db/schema/members"
import { people } from "@/db/schema/people"
import { foldName } from "@/lib/people/model"

export type Mentionable = { id: string; name: string }

/** Whom a comment can name: the members of the group at this moment, by name. Does not authorize. */
export async function mentionable(reader: Reader, groupId: string): Promise<Mentionable[]> {
  return reader
    .select({ id: people.id, name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.groupId, groupId), isNull(memberships.until)))
    .orderBy(people.name)
}

/** A stretch of text: words, or `@` and the name of somebody; of several people of one name it names none. */
export type Stretch = { text: string; person: Mentionable | "several" | null }

const letter = /[\p{L}\p{N}]/u

/**
 * The text parted at every `@` that a name of the list follows, the longest that fits, accents and case
 * forgiven. An `@` inside a word, as in a mail address, names nobody; a name that several have names
 * whoever is written exactly so, if that is one.
 */
export function stretchesOf(text: string, people: readonly Mentionable[]): Stretch[] {
  const byLength = people
    .map((person) => ({ person, folded: foldName(person.name) }))
    .sort((a, b) => b.folded.length - a.folded.length)
  const stretches: Stretch[] = []
  let from = 0
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    if (letter.test(text[at - 1] ?? "")) continue
    const found = nameAt(text, at + 1, byLength)
    if (!found) continue
    if (at > from) stretches.push({ text: text.slice(from, at), person: null })
    stretches.push({ text: text.slice(at, found.end), person: found.person })
    from = found.end
    at = found.end - 1
  }
  if (from < text.length) stretches.push({ text: text.slice(from), person: null })
  return stretches
}

function nameAt(
  text: string,
  from: number,
  people: readonly { person: Mentionable; folded: string }[],
): { person: Mentionable | "several"; end: number } | null {
  for (const { person, folded } of people) {
    const end = from + person.name.length
    if (letter.test(text[end] ?? "")) continue
    if (folded === "" || foldName(text.slice(from, end)) !== folded) continue
    const namesakes = people.filter((other) => other.folded === folded)
    if (namesakes.length === 1) return { person, end }
    const exact = namesakes.filter((other) => text.startsWith(other.person.name, from))
    const [one] = exact
    return one && exact.length === 1
      ? { person: one.person, end: from + one.person.name.length }
      : { person: "several", end }
  }
  return null
}
