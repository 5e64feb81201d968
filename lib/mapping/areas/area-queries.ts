import { asc, count, eq, notExists, sql } from "drizzle-orm"
import { mandates, mappingAreas, mappingRows, mappings } from "@/db/schema/mapping"
import { getDeskGroup } from "@/lib/groups/queries"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import type { Area } from "../model"
import type { DeskMapping, Mandate } from "../queries"

/** An area with how many rows it holds, and how many of them are retired. */
export type CountedArea = Area & { rows: number; retired: number }

/** The areas of a mapping in their order. Asks nobody: whoever has a `DeskMapping` may read them. */
export async function listAreas(mapping: Pick<DeskMapping, "id">): Promise<CountedArea[]> {
  const found = await database()
    .select({
      area: mappingAreas,
      rows: count(mappingRows.id),
      retired: count(mappingRows.retiredAt),
    })
    .from(mappingAreas)
    .leftJoin(mappingRows, eq(mappingRows.areaId, mappingAreas.id))
    .where(eq(mappingAreas.mappingId, mapping.id))
    .groupBy(mappingAreas.id)
    .orderBy(asc(mappingAreas.position), asc(mappingAreas.slug))
  return found.map(({ area: { mappingId: _, ...area }, ...counts }) => ({ ...area, ...counts }))
}

/** The mandates that the portal knows and the group does not map yet, for whoever may begin a mapping. */
export async function listOpenMandates(actor: Actor, groupSlug: string): Promise<Mandate[]> {
  const group = await getDeskGroup(actor, groupSlug)
  authorize(actor, "mapping.begin", { groupId: group.id })
  return database()
    .select()
    .from(mandates)
    .where(
      notExists(
        database()
          .select({ one: sql`1` })
          .from(mappings)
          .where(sql`${mappings.mandateId} = ${mandates.id} and ${mappings.groupId} = ${group.id}`),
      ),
    )
    .orderBy(asc(mandates.title))
}
