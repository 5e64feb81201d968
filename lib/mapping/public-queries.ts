import { and, asc, eq, sql } from "drizzle-orm"
import { editions } from "@/db/schema/editions"
import { groups } from "@/db/schema/groups"
import { mandates, mappings } from "@/db/schema/mapping"
import { database } from "@/lib/platform/database"
import { routing } from "@/lib/platform/locales"
import { openTexts } from "@/lib/record/open-content"
import { mapWords } from "@/lib/record/strings"
import type { CoveredArea, CoveredRow } from "./coverage/coverage"
import type { CoveredState } from "./coverage/coverage-over"

/** What each edition of a group's mapping covers, the oldest first. Holds of the rows only what is counted. */
export async function listCoveredStates(group: string, mandate: string): Promise<CoveredState[]> {
  const rows = sql<CoveredRow[]>`(
    select coalesce(jsonb_agg(jsonb_build_object(
      'area', r -> 'area', 'scope', r -> 'scope', 'activities', r -> 'activities')), '[]')
    from jsonb_array_elements(${editions.content} -> 'rows') r)`
  const states = await database()
    .select({
      id: editions.id,
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
  const titlesOf = ({ areas, rows: covered }: Pick<CoveredState, "areas" | "rows">) => [
    ...areas.map(({ title }) => title),
    ...covered.flatMap(({ activities }) => activities.flatMap(({ title, body }) => [title, body])),
  ]
  const opened = await openTexts(
    database(),
    states,
    ({ id }) => ({ id, language: routing.defaultLocale }),
    titlesOf,
    ({ areas, rows: covered, ...state }, open) => ({
      ...state,
      areas: mapWords(areas, open, "edition"),
      rows: mapWords(covered, open, "edition"),
    }),
  )
  return opened.map(({ id: _, ...state }) => state)
}
