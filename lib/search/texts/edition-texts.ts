import { desc, eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { editions } from "@/db/schema/editions"
import { mappings } from "@/db/schema/mapping"
import { annexPath, mappingPath, rowAnchor } from "@/lib/editions/addresses"
import { openEdition } from "@/lib/editions/open"
import type { Activity } from "@/lib/mapping/model"
import { usualLanguage } from "@/lib/reports/usual-language"
import { type SearchText, textLanguage } from "../model"
import { passagesOf, wordsOf } from "../nodes"

/**
 * What everybody can find of a mapping: each row of its newest edition, and each activity of its annex,
 * which says that it is one (`state`). Of the table that is being edited nothing.
 */
export async function editionTexts(reader: Reader, mappingId: string): Promise<SearchText[]> {
  const [newest] = await reader
    .select({ id: editions.id, content: editions.content, groupId: mappings.groupId })
    .from(editions)
    .innerJoin(mappings, eq(mappings.id, editions.mappingId))
    .where(eq(editions.mappingId, mappingId))
    .orderBy(desc(editions.number))
    .limit(1)
  if (!newest) return []
  const { group, mandate, areas, rows, annex, frozenAt } = await openEdition(reader, newest)
  const titles = new Map(areas.map(({ slug, title }) => [slug, title]))
  const language = textLanguage(await usualLanguage(reader, newest.groupId))
  const text = (row: number, area: string, also: string[], more: Partial<SearchText>) => ({
    ...{ groupId: newest.groupId, kind: "mapping-row" as const, reach: "public" as const },
    ...{ names: [], number: null, language, day: frozenAt.slice(0, 10) },
    href: `${mappingPath(group.slug, mandate.slug)}#${rowAnchor(row)}`,
    title: `${mandate.title} #${row}: ${titles.get(area) ?? ""}`,
    area: titles.get(area) ?? null,
    also: [mandate.symbol, ...also].join("\n"),
    words: "",
    ...more,
  })
  const standing = rows.flatMap((row): SearchText[] => {
    const { number, area, suggests, citation, activities, synergies, reason } = row
    const lines = [suggests, ...activities.map(lineOf), ...synergies.map(wordsOf), reason]
    const passages = passagesOf(lines.filter(Boolean))
    const also = [citation.mandate, citation.paragraph]
    return (passages.length > 0 ? passages : [""]).map((words) =>
      text(number, area, also, { words }),
    )
  })
  const past = annex.map(
    ({ row, area, activity }): SearchText =>
      text(row, area, [], {
        ...{ words: lineOf(activity), state: "annex" },
        href: `${annexPath(group.slug, mandate.slug)}?row=${row}`,
      }),
  )
  return [...standing, ...past]
}

/** "Best practice forum on gender (2021, 2022), who carries it". */
function lineOf({ title, years, body }: Activity): string {
  const when = years.length > 0 ? `${title} (${years.join(", ")})` : title
  return [when, body].filter(Boolean).join(", ")
}
