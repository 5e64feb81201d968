import { sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { compareWords } from "./compare-words"
import { docText, type SectionDoc } from "./model"
import { segmentsOf } from "./segments"

/** How many words a revision has that the one before had not, and the other way round. */
export type WordCount = { added: number; removed: number }

/** A page of the history waits no longer than this, in milliseconds; what is left goes uncounted. */
const COUNT_MS = 700

type ChangedSection = { number: number; was: SectionDoc | null; now: SectionDoc | null }

/**
 * Counts for revisions against those before them, by number. The database hands over the sections that
 * differ and no others. A revision that time did not suffice for is left out. Does not authorize.
 */
export async function countChanges(
  reader: Reader,
  meetingId: string,
  numbers: readonly number[],
  locale: string,
): Promise<Map<number, WordCount>> {
  const counts = new Map<number, WordCount>()
  if (numbers.length === 0) return counts
  const list = sql.join(
    numbers.map((number) => sql`${number}`),
    sql`, `,
  )
  const changed = await reader.execute<ChangedSection>(sql`
    select r.number, s.was, s.now
    from minutes_revisions r
    join minutes_revisions p on p.meeting_id = r.meeting_id and p.number = r.number - 1
    left join lateral (
      select o.value as was, n.value as now
      from jsonb_each(p.text -> 'sections') o full join jsonb_each(r.text -> 'sections') n using (key)
      where o.value is distinct from n.value
    ) s on true
    where r.meeting_id = ${meetingId} and r.number in (${list})
    order by r.number desc`)
  const until = performance.now() + COUNT_MS
  const words = (text: string) => segmentsOf(text, locale).filter(({ isWord }) => isWord).length
  const unknown = new Set<number>()
  for (const { number, was, now } of changed) {
    const count = counts.get(number) ?? { added: 0, removed: 0 }
    counts.set(number, count)
    const text = (doc: SectionDoc | null) => (doc ? docText(doc) : "")
    const { parts, coarse } = compareWords(text(was), text(now), locale, until)
    if (coarse || performance.now() > until) unknown.add(number)
    for (const part of parts) if (part.kind !== "same") count[part.kind] += words(part.text)
  }
  for (const number of unknown) counts.delete(number)
  return counts
}
