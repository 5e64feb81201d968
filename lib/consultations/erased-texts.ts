import { inArray, type SQL, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { documents, documentVersions } from "@/db/schema/documents"
import { editions } from "@/db/schema/editions"
import { meetings } from "@/db/schema/meetings"
import { recordNames } from "@/db/schema/record"
import { reports } from "@/db/schema/reports"

const erasedFrom = (versions: SQL) => sql<boolean>`exists (select from ${recordNames}
  where ${recordNames.erasedAt} is not null and ${recordNames.subjectId} in (${versions}))`

const ofMeeting = sql`select ${reports.id} from ${reports} where ${reports.meetingId} = ${meetings.id}`

/** Its own versions, and the editions of the mapping that it was made of. */
const ofDocument = sql`select ${documentVersions.id} from ${documentVersions}
    where ${documentVersions.documentId} = ${documents.id}
  union all select ${editions.id} from ${editions} where ${editions.mappingId} =
    (select origin.mapping_id from ${editions} origin where origin.id = ${documents.originEditionId})`

/**
 * Of meetings and documents, by id, those from whose published record a name was erased. The words of their
 * drafts have it still.
 */
export async function textsWithErasure(
  reader: Reader,
  textIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (textIds.length === 0) return new Set()
  const ids = [...textIds]
  const [minutes, texts] = await Promise.all([
    reader
      .select({ id: meetings.id, erased: erasedFrom(ofMeeting) })
      .from(meetings)
      .where(inArray(meetings.id, ids)),
    reader
      .select({ id: documents.id, erased: erasedFrom(ofDocument) })
      .from(documents)
      .where(inArray(documents.id, ids)),
  ])
  return new Set([...minutes, ...texts].flatMap(({ id, erased }) => (erased ? id : [])))
}
