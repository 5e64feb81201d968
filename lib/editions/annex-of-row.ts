import { and, asc, desc, eq, isNull, sql } from "drizzle-orm"
import { annexActivities, editions } from "@/db/schema/editions"
import { mappings } from "@/db/schema/mapping"
import type { Activity } from "@/lib/mapping/model"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"

/** An activity that an edition moved out of a row, and the number of that edition. */
export type AnnexedActivity = { id: string; activity: Activity; edition: number }

/** The activities of a row of a group's mapping that stand in the annex now, the newest edition first. */
export async function listAnnexOfRow(
  actor: Actor,
  groupId: string,
  rowId: string,
): Promise<AnnexedActivity[]> {
  authorize(actor, "mapping.read", { groupId })
  return database()
    .select({
      id: annexActivities.id,
      activity: sql<Activity>`${annexActivities.activity}`,
      edition: editions.number,
    })
    .from(annexActivities)
    .innerJoin(editions, eq(editions.id, annexActivities.editionId))
    .innerJoin(mappings, eq(mappings.id, editions.mappingId))
    .where(
      and(
        eq(annexActivities.rowId, rowId),
        eq(mappings.groupId, groupId),
        isNull(annexActivities.returnedAt),
      ),
    )
    .orderBy(desc(editions.number), asc(annexActivities.id))
}
