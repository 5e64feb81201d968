import { sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import type { Difference } from "./model"

/** Compares stored files with the hash that was taken when they were stored. */
export async function fileDifferences(
  reader: Reader,
): Promise<{ files: number; differences: Difference[] }> {
  const rows = await reader.execute<{ what: string; same: boolean }>(sql`
    select 'report.' || format || ' of meeting ' || number || ', version ' || version as what,
      encode(sha256(file), 'hex') = report_files.sha256 as same
      from report_files join reports on reports.id = report_id
    union all
    select 'mapping.' || format || ' of ' || mandates.slug || ', edition ' || editions.number,
      encode(sha256(file), 'hex') = edition_files.sha256
      from edition_files join editions on editions.id = edition_id
      join mappings on mappings.id = mapping_id join mandates on mandates.id = mandate_id
    union all
    select 'file ' || name || ' of a document', encode(sha256(file), 'hex') = sha256 from document_files`)
  const differences = rows
    .filter(({ same }) => !same)
    .map(({ what }) => ({ where: what, what: "its bytes are not those that were stored" }))
  return { files: rows.length, differences }
}

/** Versions that the trail of events tells of, and that are gone. */
export async function lostDifferences(reader: Reader): Promise<Difference[]> {
  const rows = await reader.execute<{ where: string; at: string }>(sql`
    with told as (
      select events.*, groups.slug, coalesce(data ->> 'version', data ->> 'edition')::int as version
        from events join groups on groups.id = events.group_id
        where events.name in ('report.published', 'report.corrected', 'report.withdrawn',
          'archive.published', 'document.published', 'compendium.published', 'edition.frozen'))
    select slug || case
          when name = 'archive.published' then ', ' || (data ->> 'reports') || ' reports of the past'
          when name = 'document.published' then ', document ' || (data ->> 'title') || ', version ' || version
          when name = 'compendium.published' then ', compendium of ' || (data ->> 'title') || ', version ' || version
          when name = 'edition.frozen' then ', mapping of ' || (data ->> 'mandate') || ', edition ' || version
          else ', meeting ' || (data ->> 'number') || ', version ' || version end as where,
        to_char(at at time zone 'UTC', 'YYYY-MM-DD') as at
      from told
      where case
        when name = 'archive.published'
          then (select count(*) from reports
            where archive_publication_id::text = subject_id) < (data ->> 'reports')::int
        when name = 'document.published'
          then not exists (select from document_versions
            join document_publications on version_id = document_versions.id
            where document_id::text = subject_id and number = told.version)
        when name = 'compendium.published'
          then not exists (select from compendia
            where consultation_id::text = subject_id and version = told.version)
        when name = 'edition.frozen'
          then not exists (select from editions
            where mapping_id::text = subject_id and number = told.version)
        else not exists (select from reports
          where meeting_id::text = subject_id and version = told.version) end
      order by told.id`)
  return rows.map(({ where, at }) => ({
    where,
    what: `the trail says that it was published on ${at}, and it is gone`,
  }))
}
