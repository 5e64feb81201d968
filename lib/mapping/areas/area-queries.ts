import { asc, count, eq } from "drizzle-orm"
import { mandates, mappingAreas, mappingRows, mappings } from "@/db/schema/mapping"
import { getDeskGroup } from "@/lib/groups/queries"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { isSymbol, knownBySymbol, knownMandates } from "../known-mandates"
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

/** A mandate as a form offers it: by its id, or by the slug of one that is known and nobody mapped yet. */
export type OpenMandate = Pick<Mandate, "id" | "title" | "symbol"> & {
  /** The areas that are known of it, in their order; with them a mapping begins. */
  areas: string[]
}

/** The mandates that the group does not map yet, for whoever may begin a mapping. */
export async function listOpenMandates(actor: Actor, groupSlug: string): Promise<OpenMandate[]> {
  const group = await getDeskGroup(actor, groupSlug)
  authorize(actor, "mapping.begin", { groupId: group.id })
  const [all, own] = await Promise.all([
    database().select().from(mandates).orderBy(asc(mandates.title)),
    database()
      .select({ id: mappings.mandateId })
      .from(mappings)
      .where(eq(mappings.groupId, group.id)),
  ])
  const mapped = new Set(own.map(({ id }) => id))
  const unused = knownMandates.filter(
    ({ symbol }) => !all.some((one) => isSymbol(one.symbol, symbol)),
  )
  return [
    ...unused.map(({ slug, title, symbol }) => ({ id: slug, title, symbol })),
    ...all.filter(({ id }) => !mapped.has(id)),
  ].map(({ id, title, symbol }) => {
    const areas = knownBySymbol(symbol)?.areas.filter(({ crossCutting }) => !crossCutting) ?? []
    return { id, title, symbol, areas: areas.map((area) => area.title) }
  })
}
