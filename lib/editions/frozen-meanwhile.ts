import { and, asc, count, eq, gt } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { editions } from "@/db/schema/editions"
import { mappingAreas, mappingChanges, mappingRows } from "@/db/schema/mapping"
import { people } from "@/db/schema/people"
import type { CellField, Deed } from "@/lib/mapping/model"

/** What a co-chair is told whose form came after another's. `at` is ISO 8601. */
export type FrozenMeanwhile = { kind: "frozen"; number: number; by: string; at: string }

/** What changed since a form was shown: its first lines, and how many there are. */
export type ChangedMeanwhile = {
  kind: "changed"
  count: number
  lines: {
    row: number | null
    area: string | null
    field: CellField | Deed
    by: string | null
    at: string
  }[]
}

/** How many changes a refusal names. */
const linesShown = 30

/** Step: who froze an edition, and when; null when there is none of that number. */
export async function findFrozen(
  reader: Reader,
  mappingId: string,
  number: number,
): Promise<FrozenMeanwhile | null> {
  const [found] = await reader
    .select({ by: people.name, at: editions.frozenAt })
    .from(editions)
    .innerJoin(people, eq(people.id, editions.frozenBy))
    .where(and(eq(editions.mappingId, mappingId), eq(editions.number, number)))
  return found ? { kind: "frozen", number, by: found.by, at: found.at.toISOString() } : null
}

/** Step: what happened to a mapping after a change of that number, in order. */
export async function listChangedSince(
  reader: Reader,
  mappingId: string,
  change: number,
): Promise<ChangedMeanwhile> {
  const since = and(eq(mappingChanges.mappingId, mappingId), gt(mappingChanges.change, change))
  const [counted] = await reader.select({ count: count() }).from(mappingChanges).where(since)
  const lines = await reader
    .select({
      row: mappingRows.number,
      area: mappingAreas.title,
      field: mappingChanges.field,
      by: people.name,
      at: mappingChanges.at,
    })
    .from(mappingChanges)
    .leftJoin(mappingRows, eq(mappingRows.id, mappingChanges.rowId))
    .leftJoin(mappingAreas, eq(mappingAreas.id, mappingChanges.areaId))
    .leftJoin(people, eq(people.id, mappingChanges.authorId))
    .where(since)
    .orderBy(asc(mappingChanges.change))
    .limit(linesShown)
  return {
    kind: "changed",
    count: counted?.count ?? 0,
    lines: lines.map(({ field, at, ...line }) => ({
      ...line,
      field: field as CellField | Deed,
      at: at.toISOString(),
    })),
  }
}
