import { and, asc, desc, eq, ilike, inArray, isNotNull, or } from "drizzle-orm"
import { groups } from "@/db/schema/groups"
import { recordNames } from "@/db/schema/record"
import { reports } from "@/db/schema/reports"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"

/** How many places of names a page shows. */
export const placesShown = 200

/** A name, or what somebody was called on the day, in one published version. */
export type NamePlace = {
  reportId: string
  key: string
  name: string
  isCapacity: boolean
  group: string
  slug: string
  number: number
  version: number
}

/**
 * Where published reports name somebody: every name that holds `text`, and everything else that stands there
 * of the same people, by meeting. For whoever may erase them. `total` counts all.
 */
export async function findNames(
  actor: Actor,
  { text, personId }: { text: string; personId: string | null },
): Promise<{ places: NamePlace[]; total: number }> {
  authorize(actor, "record.erase")
  const wanted = text.trim()
  if (wanted === "" && personId === null) return { places: [], total: 0 }
  const pattern = `%${wanted.replace(/[\\%_]/g, "\\$&")}%`
  const holding = wanted === "" ? undefined : ilike(recordNames.name, pattern)
  const db = database()
  const people = await db
    .selectDistinct({ id: recordNames.personId })
    .from(recordNames)
    .where(and(isNotNull(recordNames.personId), holding))
  const ids = [
    ...(personId ? [personId] : []),
    ...(wanted === "" ? [] : people.flatMap(({ id }) => id ?? [])),
  ]
  const rows = await db
    .select({
      ...{ reportId: recordNames.subjectId, key: recordNames.key, name: recordNames.name },
      personId: recordNames.personId,
      ...{ group: groups.shortName, slug: groups.slug },
      ...{ number: reports.number, version: reports.version },
    })
    .from(recordNames)
    .innerJoin(reports, eq(reports.id, recordNames.subjectId))
    .innerJoin(groups, eq(groups.id, reports.groupId))
    .where(
      and(
        isNotNull(recordNames.name),
        or(holding, ids.length > 0 ? inArray(recordNames.personId, ids) : undefined),
      ),
    )
    .orderBy(asc(groups.slug), desc(reports.number), desc(reports.version), asc(recordNames.name))
  const found = rows.flatMap((row) =>
    row.name === null || row.key === "former"
      ? []
      : [{ ...row, name: row.name, isCapacity: row.key.startsWith("c") }],
  )
  const places = besideTheirNames(found).map(({ personId: _, ...place }) => place)
  return { places: places.slice(0, placesShown), total: places.length }
}

/** What somebody was called follows their name, report by report. */
function besideTheirNames<Place extends NamePlace & { personId: string | null }>(
  places: readonly Place[],
): Place[] {
  const first = new Map<string, string>()
  const owner = ({ reportId, personId, name }: Place) => `${reportId} ${personId ?? name}`
  for (const place of places)
    if (!place.isCapacity && !first.has(owner(place))) first.set(owner(place), place.name)
  const reports = [...new Set(places.map(({ reportId }) => reportId))]
  const key = (place: Place) =>
    `${first.get(owner(place)) ?? place.name}\u0000${owner(place)}\u0000${place.isCapacity ? 1 : 0}`
  return reports.flatMap((id) =>
    places
      .filter(({ reportId }) => reportId === id)
      .sort((one, other) => key(one).localeCompare(key(other), "en")),
  )
}
