import { and, asc, eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { events } from "@/db/schema/activity"
import { groups } from "@/db/schema/groups"
import { mandates, mappingChanges, mappingRows, mappings } from "@/db/schema/mapping"
import { people } from "@/db/schema/people"
import type { CellField } from "@/lib/mapping/model"

/** What was written into a cell of rows in the transaction of an event: both bear the same instant. */
export async function rowChangesOf(tx: Transaction, eventId: number, field: CellField) {
  return tx
    .select({
      row: {
        id: mappingRows.id,
        number: mappingRows.number,
        responsibleId: mappingRows.responsibleId,
      },
      change: mappingChanges.change,
      before: mappingChanges.before,
      after: mappingChanges.after,
      way: mappingChanges.way,
      by: { id: mappingChanges.authorId, name: people.name },
      mandate: { slug: mandates.slug, title: mandates.title },
      group: { id: groups.id, slug: groups.slug },
    })
    .from(events)
    .innerJoin(
      mappings,
      and(eq(events.subjectType, "mapping"), sql`${mappings.id}::text = ${events.subjectId}`),
    )
    .innerJoin(
      mappingChanges,
      and(
        eq(mappingChanges.mappingId, mappings.id),
        eq(mappingChanges.at, events.at),
        eq(mappingChanges.field, field),
      ),
    )
    .innerJoin(mappingRows, eq(mappingRows.id, mappingChanges.rowId))
    .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
    .innerJoin(groups, eq(groups.id, mappings.groupId))
    .leftJoin(people, eq(people.id, mappingChanges.authorId))
    .where(eq(events.id, eventId))
    .orderBy(asc(mappingChanges.change))
}
