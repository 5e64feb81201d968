import { sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import type { Difference } from "./model"

type Erased = {
  version: string
  key: string
  person: string | null
  /** Of whoever is nobody of the register, what their name is known by. */
  mark: string | null
  /** Seconds since 1970, as text: it is only compared. */
  at: string
  because: string
  /** The meeting, document, consultation or mapping of which the version was published. */
  origin: string
  /**
   * What it was made of, where that is in the record too: the mapping of a document's edition, and what a
   * compendium is about. What was erased there is not in it either.
   */
  sources: (string | null)[]
  where: string
}

type Told = { because: string; names: ReadonlySet<string> | null }

/**
 * Names that are gone without anybody having erased them: of each the trail tells, with its place, its ground
 * and of what it was published. A version that follows takes over what was erased of the same person, or guest, before,
 * and what was made of something else in the record what was erased there.
 */
export async function erasureDifferences(reader: Reader): Promise<Difference[]> {
  const erased = await readErased(reader)
  if (erased.length === 0) return []
  const told = await readTold(reader)
  const lawful = erased.filter((row) => told.get(row.origin)?.some((event) => tells(event, row)))
  const followed = new Set(lawful.flatMap((row) => whose(row, row.origin)))
  const known = new Set(lawful)
  const follows = (row: Erased) =>
    [row.origin, ...row.sources].some(
      (origin) => origin && whose(row, origin).some((one) => followed.has(one)),
    )
  return erased
    .filter((row) => !known.has(row) && !follows(row))
    .map(({ where, key }) => ({ where, what: `${key} was erased, and no event tells of it` }))
}

/** Whose name, of what, when and why: what a later version takes over. */
const whose = ({ person, mark, at, because }: Erased, origin: string): string[] =>
  [person, mark].flatMap((one) => (one === null ? [] : [origin, one, at, because].join("\n")))

/** Whether an event is of this name. Those of earlier releases say the ground alone. */
function tells({ because, names }: Told, row: Erased): boolean {
  if (because !== row.because) return false
  if (names === null) return true
  // The fingerprint of an earlier release goes with any name of its version.
  if (row.key === "former") return [...names].some((place) => place.startsWith(`${row.version}.`))
  return names.has(`${row.version}.${row.key}`)
}

async function readErased(reader: Reader): Promise<Erased[]> {
  const rows = await reader.execute<Erased>(sql`
    select subject_id as version, key, person_id as person,
      erased_mark as mark, extract(epoch from erased_at)::text as at, erased_because as because,
      origin, sources, "where"
    from record_names join (
      select reports.id, meeting_id as origin, array[]::text[] as sources, 'meeting ' || number || ', version ' || version as "where" from reports
      union all
      select document_versions.id, document_id,
        array(select mapping_id::text from editions where editions.id = origin_edition_id), 'document ' || slug || ', version ' || number
        from document_versions join documents on documents.id = document_id
      union all
      select compendia.id, consultation_id,
        array(select unnest(array[meeting_id, document_id, mapping_id]::text[])
          from consultation_texts texts left join documents on documents.id = document_id
            left join editions on editions.id = origin_edition_id
          where texts.consultation_id = consultations.id), 'compendium of ' || slug || ', version ' || version
        from compendia join consultations on consultations.id = consultation_id
      union all
      select editions.id, mapping_id, array[]::text[], 'mapping ' || slug || ', edition ' || editions.number
        from editions join mappings on mappings.id = mapping_id join mandates on mandates.id = mandate_id
    ) as versions on versions.id = subject_id
    where erased_at is not null order by "where", key`)
  return [...rows]
}

/** What the trail tells of erasures, by what they were of. */
async function readTold(reader: Reader): Promise<Map<string, Told[]>> {
  const rows = await reader.execute<{ origin: string; because: string; names: string[] | null }>(
    sql`select subject_id as origin, data ->> 'because' as because, data -> 'names' as names
      from events where name = 'record.nameErased'`,
  )
  const told = new Map<string, Told[]>()
  for (const { origin, because, names } of rows) {
    const event = { because, names: names && new Set(names) }
    told.set(origin, [...(told.get(origin) ?? []), event])
  }
  return told
}
