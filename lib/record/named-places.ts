import { createHash } from "node:crypto"
import { sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { folded } from "@/lib/people/fold"
import { foldName } from "@/lib/people/model"
import type { EntryKind } from "./model"

/** A name, or what somebody was called on the day, in one version; or to whom a document was sent (`party`). */
export type NamePlace = {
  kind: EntryKind
  /** The version, or the sending. */
  subjectId: string
  key: string
  name: string
  isCapacity: boolean
  group: string
  slug: string
  /** The title of a document, a consultation or a mandate; "" for a report. */
  title: string
  /** Of the meeting; null for what is no report. */
  number: number | null
  /** Null for a sending. */
  version: number | null
}

/** What is looked for: a part of a name, a person of the register, or both. */
export type NamesAsked = { text: string; personId: string | null }

/** Step: every place where a published version, or a sending, names whoever is asked for. */
export async function listNamedPlaces(
  db: Reader,
  { text, personId }: NamesAsked,
): Promise<(NamePlace & { personId: string | null })[]> {
  const pattern = patternOf(text)
  if (pattern === null && personId === null) return []
  const rows = await db.execute<Omit<NamePlace, "isCapacity"> & { personId: string | null }>(
    sql`
    with asked as (
      select ${personId}::uuid as id where ${personId}::uuid is not null
      union select person_id from record_names where person_id is not null and ${folded(sql`name`)} like ${pattern}
    ),
    versions as (
      select 'report'::ledger_kind as kind, id, group_id, '' as title, number, version from reports
      union all
      select 'document', v.id, d.group_id, d.title, null, v.number
        from document_versions v join documents d on d.id = v.document_id
      union all
      select 'compendium', c.id, s.group_id, s.title, null, c.version
        from compendia c join consultations s on s.id = c.consultation_id
      union all
      select 'edition', e.id, m.group_id, mandates.title, null, e.number
        from editions e join mappings m on m.id = e.mapping_id
        join mandates on mandates.id = m.mandate_id
    ),
    places as (
      select n.kind, n.subject_id, n.key, n.name, n.person_id, v.group_id, v.title, v.number, v.version
        from record_names n join versions v on v.id = n.subject_id and v.kind = n.kind
        where n.name is not null and n.key <> 'former'
          and (${folded(sql`n.name`)} like ${pattern} or n.person_id in (select id from asked))
      union all
      select 'document', s.id, 'party', s.party, null, d.group_id, d.title, null, null
        from document_dispatches s join documents d on d.id = s.document_id
        where ${folded(sql`s.party`)} like ${pattern} or exists (select from people
          where people.id in (select id from asked)
            and position(lower(people.name) in lower(s.party)) > 0)
    )
    select places.kind, subject_id as "subjectId", key, places.name, person_id as "personId",
      groups.short_name as group, groups.slug, title, number, version
    from places join groups on groups.id = places.group_id
    order by places.kind, groups.slug, number desc, title, version desc nulls last, places.name`,
  )
  return rows.map((row) => ({ ...row, isCapacity: row.key.startsWith("c") }))
}

/** A part of a name as SQL looks for it in folded words; null for nothing. */
export function patternOf(text: string): string | null {
  const wanted = text.trim()
  return wanted === "" ? null : `%${foldName(wanted).replace(/[\\%_]/g, "\\$&")}%`
}

/** Another one as soon as there is another place, or one is gone. */
export function markOfPlaces(places: readonly Pick<NamePlace, "subjectId" | "key">[]): string {
  const all = places.map(({ subjectId, key }) => `${subjectId}.${key}`).sort()
  return createHash("sha256").update(all.join("\n")).digest("hex")
}
