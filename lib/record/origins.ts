import { sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import type { EntryKind } from "./model"

/** Of what versions were published: a meeting, a document, a consultation or a mapping, and how many of them. */
export type Origin = {
  kind: EntryKind
  id: string
  groupId: string
  slug: string
  versions: number
  /** Their ids. */
  versionIds: string[]
}

/** The origins of these versions, and those of documents that are named themselves, in one order for everybody. */
export async function originsOf(
  reader: Reader,
  { versions, documentIds }: { versions: readonly string[]; documentIds: readonly string[] },
): Promise<Origin[]> {
  const ids = sql.param([...versions])
  const rows = await reader.execute<Origin>(sql`
    select kind, of.id, of.group_id as "groupId", groups.slug, count(version)::int as versions,
      array_agg(version::text order by version) as "versionIds"
    from (
      select 'report' as kind, meeting_id as id, group_id, reports.id as version
        from reports where reports.id = any(${ids}::uuid[])
      union all
      select 'document', documents.id, documents.group_id, document_versions.id
        from document_versions join documents on documents.id = document_id
        where document_versions.id = any(${ids}::uuid[])
      union all
      select 'document', documents.id, documents.group_id, documents.id
        from documents where documents.id = any(${sql.param([...documentIds])}::uuid[])
      union all
      select 'compendium', consultations.id, consultations.group_id, compendia.id
        from compendia join consultations on consultations.id = consultation_id
        where compendia.id = any(${ids}::uuid[])
      union all
      select 'edition', mappings.id, mappings.group_id, editions.id
        from editions join mappings on mappings.id = mapping_id
        where editions.id = any(${ids}::uuid[])
    ) as of (kind, id, group_id, version)
    join groups on groups.id = of.group_id
    group by kind, of.id, of.group_id, groups.slug order by kind, of.id`)
  return rows.map((row) => ({ ...row }))
}
