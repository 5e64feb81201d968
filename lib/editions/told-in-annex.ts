import { inArray, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { recordNames } from "@/db/schema/record"
import { routing } from "@/lib/platform/locales"
import { openText } from "@/lib/record/open-content"
import type { Mentioned } from "@/lib/record/seal"
import { isSealedText, keysIn } from "@/lib/record/words"
import type { AnnexEntry } from "./model"

/** What was published of the row in which an activity of the annex stood. */
export type ToldInAnnex = Pick<AnnexEntry, "area" | "suggests">

type Told = {
  /** By the number of the row and the id of the activity. */
  entries: ReadonlyMap<string, ToldInAnnex>
  /** Whom they name: they are to be sealed again, also where nothing else knows of them any more. */
  mentioned: Mentioned[]
}

type Stored = { key: string; edition: string } & ToldInAnnex

/**
 * Step: what the annex of the newest edition says of rows, with the names that it has now; where it does
 * not tell of one any more, what the edition says that moved it.
 */
export async function findToldInAnnex(
  reader: Reader,
  mappingId: string,
  rows: readonly number[],
): Promise<Told> {
  if (rows.length === 0) return { entries: new Map(), mentioned: [] }
  const found = await reader.execute<Stored>(sql`
    with asked as (
      select e.id, e.number, e.content from editions e
      where e.mapping_id = ${mappingId} and (
        e.number = (select max(number) from editions where mapping_id = ${mappingId})
        or e.id in (
          select a.edition_id from annex_activities a join mapping_rows r on r.id = a.row_id
          where r.mapping_id = ${mappingId} and r.number = any(${sql.param(rows)}::int[])
            and a.returned_at is null))
    )
    select distinct on (key) (entry ->> 'row') || ' ' || (entry -> 'activity' ->> 'id') as key,
      asked.id as edition, entry ->> 'area' as area, entry ->> 'suggests' as suggests
    from asked, jsonb_array_elements(asked.content -> 'annex') as entry
    where (entry ->> 'row')::int = any(${sql.param(rows)}::int[])
    order by key, asked.number desc`)
  return openTold(reader, found)
}

/** One query for names and whose they are: one that is erased in between is not told and not left unsealed. */
async function openTold(reader: Reader, found: readonly Stored[]): Promise<Told> {
  const sealed = found.filter(({ suggests }) => isSealedText(suggests))
  const { subjectId, key, name, personId } = recordNames
  const known =
    sealed.length === 0
      ? []
      : await reader
          .select({ edition: subjectId, key, name, personId })
          .from(recordNames)
          .where(inArray(subjectId, [...new Set(sealed.map(({ edition }) => edition))]))
  const names = new Map<string, Map<string, string | null>>()
  for (const one of known)
    names.set(one.edition, (names.get(one.edition) ?? new Map()).set(one.key, one.name))
  const used = new Set(
    sealed.flatMap(({ edition, suggests }) => keysIn(suggests).map((each) => `${edition} ${each}`)),
  )
  const entries = found.map(({ key, edition, area, suggests }): [string, ToldInAnnex] => [
    key,
    {
      area,
      suggests: openText(suggests, names.get(edition) ?? new Map(), routing.defaultLocale),
    },
  ])
  return {
    entries: new Map(entries),
    mentioned: known.flatMap(({ edition, key, name, personId }) =>
      name !== null && used.has(`${edition} ${key}`) ? [{ label: name, personId }] : [],
    ),
  }
}
