import { eq, isNull, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { minutesBlocks } from "@/db/schema/live-minutes"
import { attendance, meetingOffices } from "@/db/schema/meetings"
import { people, personAliases } from "@/db/schema/people"
import { foldName } from "@/lib/people/model"
import type { KnownNames } from "./seal"

/**
 * Step: every name of the register of two words or more, and the short ones of whoever `named` names; whose
 * a name is, where one person bears it, or one of those who were `there`.
 */
export async function knownNames(
  reader: Reader,
  there: ReadonlySet<string>,
  named: readonly string[],
): Promise<KnownNames> {
  const rows = await reader
    .select({ personId: people.id, name: people.name })
    .from(people)
    .where(isNull(people.mergedInto))
    .unionAll(
      reader
        .select({ personId: personAliases.personId, name: personAliases.alias })
        .from(personAliases),
    )
  const bearers = new Map<string, Set<string>>()
  for (const { personId, name } of rows) {
    const folded = foldName(name)
    bearers.set(folded, (bearers.get(folded) ?? new Set()).add(personId))
  }
  const resolved = new Map<string, string | null>()
  const personOf = (name: string): string | null => {
    const known = resolved.get(name)
    if (known !== undefined) return known
    const all = [...(bearers.get(foldName(name)) ?? [])]
    const here = all.filter((id) => there.has(id))
    const one = all.length === 1 ? all[0] : here.length === 1 ? here[0] : undefined
    resolved.set(name, one ?? null)
    return one ?? null
  }
  const present = new Set(named.flatMap((name) => personOf(name) ?? []))
  const registered = rows
    .filter(({ personId, name }) => /\S\s+\S/.test(name) || present.has(personId))
    .map(({ name }) => name)
  // Whoever is named may be called otherwise in the register, and stands in running text all the same.
  return { names: [...new Set([...named, ...registered])], personOf }
}

/** Step: who was at a meeting, in office there or quoted in its minutes, by id. */
export async function peopleAt(reader: Reader, meetingId: string): Promise<Set<string>> {
  const rows = await reader
    .select({ personId: sql<string | null>`${attendance.personId}` })
    .from(attendance)
    .where(eq(attendance.meetingId, meetingId))
    .unionAll(
      reader
        .select({ personId: sql<string | null>`${meetingOffices.personId}` })
        .from(meetingOffices)
        .where(eq(meetingOffices.meetingId, meetingId)),
    )
    .unionAll(
      reader
        .select({ personId: sql<string | null>`${minutesBlocks.personId}` })
        .from(minutesBlocks)
        .where(eq(minutesBlocks.meetingId, meetingId)),
    )
  return new Set(rows.flatMap(({ personId }) => personId ?? []))
}
