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
      ...{ reportId: recordNames.reportId, key: recordNames.key, name: recordNames.name },
      ...{ group: groups.shortName, slug: groups.slug },
      ...{ number: reports.number, version: reports.version },
    })
    .from(recordNames)
    .innerJoin(reports, eq(reports.id, recordNames.reportId))
    .innerJoin(groups, eq(groups.id, reports.groupId))
    .where(
      and(
        isNotNull(recordNames.name),
        or(holding, ids.length > 0 ? inArray(recordNames.personId, ids) : undefined),
      ),
    )
    .orderBy(asc(groups.slug), desc(reports.number), desc(reports.version), asc(recordNames.name))
  const places = rows.flatMap((row) =>
    row.name === null || row.key === "former"
      ? []
      : [{ ...row, name: row.name, isCapacity: row.key.startsWith("c") }],
  )
  return { places: places.slice(0, placesShown), total: places.length }
}
