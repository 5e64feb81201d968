import { and, asc, eq, sql } from "drizzle-orm"
import { editions } from "@/db/schema/editions"
import { groups } from "@/db/schema/groups"
import { mandates, mappings } from "@/db/schema/mapping"
import { database } from "@/lib/platform/database"
import type { CoveredArea, CoveredRow } from "./coverage/coverage"
import type { CoveredState } from "./coverage/coverage-over"

/** What each edition of a group's mapping covers, the oldest first. Holds of the rows only what is counted. */
export async function listCoveredStates(group: string, mandate: string): Promise<CoveredState[]> {
  const rows = sql<CoveredRow[]>`(
    select coalesce(jsonb_agg(jsonb_build_object(
      'area', r -> 'area', 'scope', r -> 'scope', 'activities', r -> 'activities')), '[]')
    from jsonb_array_elements(${editions.content} -> 'rows') r)`
  return database()
    .select({
      number: editions.number,
      frozenAt: editions.frozenAt,
      areas: sql<CoveredArea[]>`${editions.content} -> 'areas'`,
      rows,
      annex: sql<number>`jsonb_array_length(${editions.content} -> 'annex')`,
    })
    .from(editions)
    .innerJoin(mappings, eq(mappings.id, editions.mappingId))
    .innerJoin(groups, eq(groups.id, mappings.groupId))
    .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
    .where(and(eq(groups.slug, group), eq(mandates.slug, mandate)))
    .orderBy(asc(editions.number))
}
