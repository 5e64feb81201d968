import { sql } from "drizzle-orm"
import { folded } from "@/lib/people/fold"
import { foldName } from "@/lib/people/model"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import type { EntryKind } from "./model"

/** A published version whose form has no keys for names, so that none can be erased there. */
export type UnsealedPlace = Pick<NamePlace, "kind" | "subjectId" | "group" | "title"> & {
  version: number
}

/** How many places of names a page shows. */
export const placesShown = 200

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

/**
 * Where versions of every kind name somebody: every name that holds `text`, in any case and with or without
 * accents, and everything else that stands there of the same people, version by version. For whoever may erase
 * them. `total` counts all; `unsealed` are the versions of earlier releases that hold `text` in words that
 * cannot be erased.
 */
export async function findNames(
  actor: Actor,
  { text, personId }: { text: string; personId: string | null },
): Promise<{ places: NamePlace[]; total: number; unsealed: UnsealedPlace[] }> {
  authorize(actor, "record.erase")
  const wanted = text.trim()
  if (wanted === "" && personId === null) return { places: [], total: 0, unsealed: [] }
  const pattern = wanted === "" ? null : `%${foldName(wanted).replace(/[\\%_]/g, "\\$&")}%`
  const rows = await database().execute<
    Omit<NamePlace, "isCapacity"> & { personId: string | null }
  >(
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
  const found = rows.map((row) => ({ ...row, isCapacity: row.key.startsWith("c") }))
  const places = besideTheirNames(found).map(({ personId: _, ...place }) => place)
  return {
    places: places.slice(0, placesShown),
    total: places.length,
    unsealed: pattern === null ? [] : await findUnsealed(pattern),
  }
}

/** Versions whose form has no keys for names: documents, compendia and editions of earlier releases. */
async function findUnsealed(pattern: string): Promise<UnsealedPlace[]> {
  const rows = await database().execute<UnsealedPlace>(sql`
    select kind, versions.id as "subjectId", groups.short_name as group, title, version from (
      select 'document' as kind, v.id, d.group_id, d.title, v.number as version, v.content
        from document_versions v join documents d on d.id = v.document_id
      union all
      select 'compendium', c.id, s.group_id, s.title, c.version, c.content
        from compendia c join consultations s on s.id = c.consultation_id
      union all
      select 'edition', e.id, m.group_id, mandates.title, e.number, e.content
        from editions e join mappings m on m.id = e.mapping_id
        join mandates on mandates.id = m.mandate_id
    ) as versions join groups on groups.id = group_id
    where not content ? 'form' and ${folded(sql`content::text`)} like ${pattern}
    order by kind, groups.slug, title, version desc`)
  return [...rows]
}

/** What somebody was called follows their name, version by version. */
function besideTheirNames<Place extends NamePlace & { personId: string | null }>(
  places: readonly Place[],
): Place[] {
  const first = new Map<string, string>()
  const owner = ({ subjectId, personId, name }: Place) => `${subjectId} ${personId ?? name}`
  for (const place of places)
    if (!place.isCapacity && !first.has(owner(place))) first.set(owner(place), place.name)
  const versions = new Map<string, Place[]>()
  for (const place of places) {
    const known = versions.get(place.subjectId)
    if (known) known.push(place)
    else versions.set(place.subjectId, [place])
  }
  const key = (place: Place) =>
    `${first.get(owner(place)) ?? place.name}\u0000${owner(place)}\u0000${place.isCapacity ? 1 : 0}`
  return [...versions.values()].flatMap((of) =>
    of.sort((one, other) => key(one).localeCompare(key(other), "en")),
  )
}
