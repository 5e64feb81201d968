import { and, asc, eq, isNull, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { annexActivities } from "@/db/schema/editions"
import { groups } from "@/db/schema/groups"
import { mandates, mappingAreas, mappingChanges, mappingRows, mappings } from "@/db/schema/mapping"
import { people } from "@/db/schema/people"
import { cellsOf } from "@/lib/mapping/cells/row-cells"
import type { Activity } from "@/lib/mapping/model"
import { usualLanguage } from "@/lib/reports/usual-language"
import { type SearchText, textLanguage } from "../model"
import { mentionsIn, notesIn, passagesOf, wordsOf } from "../nodes"

/**
 * A row of a mapping as it stands on the desk, for the members of its group: also one that was retired,
 * with why. Its activities in the annex are passages of their own. Both say so (`state`).
 */
export async function rowTexts(reader: Reader, rowId: string): Promise<SearchText[]> {
  const [found] = await reader
    .select({
      row: mappingRows,
      groupId: mappings.groupId,
      group: groups.slug,
      mandate: { slug: mandates.slug, title: mandates.title, symbol: mandates.symbol },
      area: { title: mappingAreas.title, aliases: mappingAreas.aliases },
      responsible: people.name,
      changedAt: sql<Date>`coalesce((select max(c.at) from ${mappingChanges} c
        where c.row_id = ${mappingRows.id}), ${mappingRows.createdAt})`.mapWith(
        mappingRows.createdAt,
      ),
    })
    .from(mappingRows)
    .innerJoin(mappings, eq(mappings.id, mappingRows.mappingId))
    .innerJoin(groups, eq(groups.id, mappings.groupId))
    .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
    .innerJoin(mappingAreas, eq(mappingAreas.id, mappingRows.areaId))
    .leftJoin(people, eq(people.id, mappingRows.responsibleId))
    .where(eq(mappingRows.id, rowId))
  if (!found) return []
  const { row, mandate, area, responsible } = found
  const annexed = await reader
    .select({ activity: annexActivities.activity, movedAt: annexActivities.movedAt })
    .from(annexActivities)
    .where(and(eq(annexActivities.rowId, rowId), isNull(annexActivities.returnedAt)))
    .orderBy(asc(annexActivities.movedAt), asc(annexActivities.id))
  const { suggests, activities, synergies, citation, scope } = cellsOf(row)
  const lines = [
    ...[suggests, ...activities.map(lineOf)],
    ...synergies.flatMap((block) => [wordsOf(block), ...notesIn(block)]),
    ...[scope.reason, row.retiredReason],
  ]
  const common = {
    ...{ groupId: found.groupId, kind: "mapping-row" as const, reach: "members" as const },
    href: `/desk/${found.group}/mapping/${mandate.slug}/rows/${row.number}`,
    title: `${mandate.title} #${row.number}: ${area.title}`,
    also: [mandate.symbol, citation.mandate, citation.paragraph, ...area.aliases].join("\n"),
    ...{ number: null, area: area.title },
    language: textLanguage(await usualLanguage(reader, found.groupId)),
  }
  const named = [...(responsible ? [responsible] : []), ...synergies.flatMap(mentionsIn)]
  const passages = passagesOf(lines.filter(Boolean))
  // A row without a word of its own is found by its area.
  const working = (passages.length > 0 ? passages : [""]).map(
    (words): SearchText => ({
      ...{ ...common, words, names: named, day: dayOf(found.changedAt) },
      ...(row.retiredAt && { state: "retired" }),
    }),
  )
  const past = annexed.map(
    ({ activity, movedAt }): SearchText => ({
      ...{ ...common, words: lineOf(activity as Activity), names: [], day: dayOf(movedAt) },
      ...{ href: `${common.href}#annex`, state: "annex" },
    }),
  )
  return [...working, ...past]
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

/** "Best practice forum on gender (2021, 2022), who carries it, link". */
function lineOf({ title, years, body, link }: Activity): string {
  const when = years.length > 0 ? `${title} (${years.join(", ")})` : title
  return [when, body, link].filter(Boolean).join(", ")
}
