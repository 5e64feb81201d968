import { and, asc, eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { events } from "@/db/schema/activity"
import { groups } from "@/db/schema/groups"
import { mandates, mappingChanges, mappingRows, mappings } from "@/db/schema/mapping"
import { people } from "@/db/schema/people"
import { giveNotices } from "@/lib/notices/give"
import { transaction } from "@/lib/platform/database"
import { rowHref } from "./hrefs"
import { namedIn } from "./named-in"

/**
 * Whoever is named by `@` in the comments and synergies of a row since an event, and was not before, is
 * told; not by their own hand. What an undo or a restore brings back was told when it was written.
 */
export async function tellOfRowMentions(eventId: number): Promise<void> {
  await transaction(async (tx) => {
    for (const { row, change, before, after, way, by, mandate, group } of await changesOf(
      tx,
      eventId,
    )) {
      if (way === "undo" || way === "restore") continue
      const known = namedIn(before)
      const named = [...namedIn(after)].filter((id) => !known.has(id) && id !== by.id)
      // Nearly always there is none.
      if (named.length === 0) continue
      await giveNotices(tx, {
        kind: "mentioned",
        groupId: group.id,
        personIds: named,
        key: `row.${row.id}.${change}`,
        href: rowHref(group.slug, mandate.slug, row.number),
        data: {
          ...{ by: by.name ?? "", where: "row" },
          ...{ title: mandate.title, number: null, row: row.number },
        },
        conversation: `row.${row.id}`,
      })
    }
  })
}

/** What was written into synergies in the transaction of an event: both bear the same instant. */
async function changesOf(tx: Transaction, eventId: number) {
  return tx
    .select({
      row: { id: mappingRows.id, number: mappingRows.number },
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
        eq(mappingChanges.field, "synergies"),
      ),
    )
    .innerJoin(mappingRows, eq(mappingRows.id, mappingChanges.rowId))
    .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
    .innerJoin(groups, eq(groups.id, mappings.groupId))
    .leftJoin(people, eq(people.id, mappingChanges.authorId))
    .where(eq(events.id, eventId))
    .orderBy(asc(mappingChanges.change))
}
