import { and, eq, isNotNull, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { consultationTexts } from "@/db/schema/consultations"
import { namesIn } from "@/lib/minutes/names-in"
import { getCurrentText } from "@/lib/minutes/queries"
import { peopleAt } from "@/lib/record/known-names"
import type { Mentioned } from "@/lib/record/seal"

/** What a compendium quotes, as the record knows it. */
export type MadeOf = {
  /**
   * The versions of what it is about, by id: reports, documents, and editions of the mapping of which a
   * document was made. What was erased from one of them is not to come out with the compendium.
   */
  versions: string[]
  /** Whom its minutes name, and who was there: the same names are theirs in the compendium. */
  mentioned: Mentioned[]
  there: string[]
}

/** Step: of what the texts of a consultation were published, and whom they name. */
export async function madeOf(tx: Transaction, consultationId: string): Promise<MadeOf> {
  const versions = await tx.execute<{ id: string }>(sql`
    with texts as (select meeting_id, document_id from consultation_texts
      where consultation_id = ${consultationId})
    select id from reports where meeting_id in (select meeting_id from texts)
    union all
    select id from document_versions where document_id in (select document_id from texts)
    union all
    select id from editions where mapping_id in (
      select mapping_id from editions origin join documents on origin.id = origin_edition_id
      where documents.id in (select document_id from texts))`)
  const minutes = await tx
    .select({ id: consultationTexts.meetingId })
    .from(consultationTexts)
    .where(
      and(
        eq(consultationTexts.consultationId, consultationId),
        isNotNull(consultationTexts.meetingId),
      ),
    )
  const made: MadeOf = { versions: versions.map(({ id }) => id), mentioned: [], there: [] }
  for (const { id } of minutes) {
    if (id === null) continue
    const text = (await getCurrentText(tx, id))?.text
    // Whose a name is, the register says, as it does where a report is sealed.
    for (const { name } of text ? namesIn(text) : [])
      made.mentioned.push({ label: name, personId: null })
    made.there.push(...(await peopleAt(tx, id)))
  }
  return made
}
