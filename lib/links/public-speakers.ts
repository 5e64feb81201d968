import { sql } from "drizzle-orm"
import { database } from "@/lib/platform/database"
import { routing } from "@/lib/platform/locales"
import { openTexts } from "@/lib/record/open-content"

/** A published text as it is called in public: a report, a document, or a row of the newest edition. */
export type PublicSpeaker =
  | { kind: "report"; number: number; title: string }
  | { kind: "document"; slug: string; title: string }
  | { kind: "row"; mandate: { slug: string; title: string }; number: number; suggests: string }

type Link = {
  fromMeetingId: string | null
  fromDocumentId: string | null
  fromRowId: string | null
}

/**
 * The texts that links stand in, by the ids of their meetings, documents and rows, with the names that
 * are not erased. One that is not public is left out. Four queries at most, however many there are.
 */
export async function speakersOf(links: readonly Link[]): Promise<Map<string, PublicSpeaker>> {
  const idsOf = (pick: (link: Link) => string | null) => [
    ...new Set(links.flatMap((link) => pick(link) ?? [])),
  ]
  const found = await Promise.all([
    reportsOf(idsOf(({ fromMeetingId }) => fromMeetingId)),
    documentsOf(idsOf(({ fromDocumentId }) => fromDocumentId)),
    rowsOf(idsOf(({ fromRowId }) => fromRowId)),
  ])
  const opened = await openTexts(
    database(),
    found.flat(),
    ({ versionId, language }) => ({ id: versionId, language }),
    ({ title, suggests }) => [title, suggests],
    (one, open) => ({ ...one, title: open(one.title), suggests: open(one.suggests) }),
  )
  return new Map(opened.map((one) => [one.id, speakerOf(one)]))
}

/** A text with the words by which it is known, as they are sealed; `versionId` is the record that holds them. */
type Sealed = {
  id: string
  kind: PublicSpeaker["kind"]
  versionId: string
  language: string
  number: number
  slug: string
  title: string
  suggests: string
}

function speakerOf({ kind, number, slug, title, suggests }: Sealed): PublicSpeaker {
  if (kind === "report") return { kind, number, title }
  if (kind === "document") return { kind, slug, title }
  // Cut when it is open: a mark that stands for a name must stay whole.
  return { kind, mandate: { slug, title }, number, suggests: shortened(suggests) }
}

const longest = 160
const shortened = (text: string) =>
  text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/\s+\S*$/, "")}…`

const none: Sealed[] = []

async function reportsOf(ids: readonly string[]): Promise<Sealed[]> {
  if (ids.length === 0) return none
  return database().execute<Sealed>(sql`
    select distinct on (meeting_id) meeting_id as id, 'report' as kind, id as "versionId",
      coalesce(content ->> 'language', '') as language, (content #>> '{meeting,number}')::int as number,
      '' as slug, coalesce(content #>> '{meeting,title}', '') as title, '' as suggests
    from reports where meeting_id = any(${sql.param(ids)}::uuid[])
    order by meeting_id, version desc`)
}

async function documentsOf(ids: readonly string[]): Promise<Sealed[]> {
  if (ids.length === 0) return none
  return database().execute<Sealed>(sql`
    select distinct on (d.id) d.id, 'document' as kind, v.id as "versionId", 0 as number, d.slug,
      coalesce(v.content #>> '{document,language}', '') as language,
      coalesce(v.content #>> '{document,title}', '') as title, '' as suggests
    from documents d
    join document_versions v on v.document_id = d.id
    join document_publications p on p.version_id = v.id
    where d.id = any(${sql.param(ids)}::uuid[])
    order by d.id, v.number desc`)
}

/** The rows of newest editions: each edition is taken apart once, not once for each row. */
async function rowsOf(ids: readonly string[]): Promise<Sealed[]> {
  if (ids.length === 0) return none
  const asked = sql.param(ids)
  return database().execute<Sealed>(sql`
    with newest as materialized (
      select distinct on (mapping_id) mapping_id, id, content -> 'mandate' as mandate,
        content -> 'rows' as rows
      from editions
      where mapping_id in (select mapping_id from mapping_rows where id = any(${asked}::uuid[]))
      order by mapping_id, number desc
    ), told as materialized (
      select n.mapping_id, n.id, n.mandate, (line ->> 'number')::int as number,
        line ->> 'suggests' as suggests
      from newest n, jsonb_array_elements(n.rows) line
    )
    select r.id, 'row' as kind, told.id as "versionId", ${routing.defaultLocale} as language, r.number,
      told.mandate ->> 'slug' as slug, told.mandate ->> 'title' as title, told.suggests
    from mapping_rows r join told on told.mapping_id = r.mapping_id and told.number = r.number
    where r.id = any(${asked}::uuid[])`)
}
