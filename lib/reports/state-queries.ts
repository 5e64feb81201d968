import { sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import type { ReportFacts } from "./status"

/** In which a group usually publishes: what is below reports may ask it, too. */
export { nextLanguage } from "./usual-language"

const nothing: ReportFacts = {
  versions: 0,
  withdrawn: false,
  openReview: false,
  openCorrection: false,
}

/** What the state of a meeting's report is read from; see `stateOf`. Does not authorize. */
export async function findReportFacts(reader: Reader, meetingId: string): Promise<ReportFacts> {
  return (await findFactsOf(reader, [meetingId])).get(meetingId) ?? nothing
}

/** The same of several meetings with one query; every id has its facts. */
export async function findFactsOf(
  reader: Reader,
  meetingIds: readonly string[],
): Promise<ReadonlyMap<string, ReportFacts>> {
  const ids = [...new Set(meetingIds)]
  if (ids.length === 0) return new Map()
  const wanted = sql.join(
    ids.map((id) => sql`(${id}::uuid)`),
    sql`, `,
  )
  const rows = await reader.execute<{
    id: string
    versions: number
    withdrawn: boolean
    review: boolean
    correction: boolean
  }>(sql`
    select m.id,
      coalesce(newest.version, 0) as versions,
      coalesce(newest.withdrawn, false) as withdrawn,
      exists (select from reviews r where r.meeting_id = m.id and r.ended_at is null) as review,
      exists (select from corrections c where c.meeting_id = m.id
        and c.dropped_at is null and c.report_id is null) as correction
    from (values ${wanted}) m(id)
    left join lateral (
      select r.version, jsonb_typeof(r.content -> 'withdrawal') = 'object' as withdrawn
      from reports r where r.meeting_id = m.id order by r.version desc limit 1
    ) newest on true`)
  return new Map(
    rows.map(({ id, versions, withdrawn, review, correction }) => [
      id,
      { versions, withdrawn: withdrawn === true, openReview: review, openCorrection: correction },
    ]),
  )
}
