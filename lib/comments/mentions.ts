import { and, eq, isNull } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { memberships } from "@/db/schema/members"
import { people } from "@/db/schema/people"
import { partAtNames } from "@/lib/people/names-in-text"

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

/**
 * The text parted at the names in it (`partAtNames`). A name that several have names whoever is written
 * exactly so, if that is one.
 */
export function stretchesOf(text: string, people: readonly Mentionable[]): Stretch[] {
  return partAtNames(text, people).map(({ text, named: [one = null, ...more] }) => ({
    text,
    person: more.length > 0 ? "several" : one,
  }))
}
