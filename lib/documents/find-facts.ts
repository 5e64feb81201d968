import { and, eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { documents } from "@/db/schema/documents"
import { minutesBlocks } from "@/db/schema/live-minutes"
import { meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { notFound } from "@/lib/platform/errors"
import type { DocumentFacts } from "./facts"

/** What is said of a document beside its text. Does not authorize. */
export async function findFacts(reader: Reader, documentId: string): Promise<DocumentFacts> {
  const [row] = await reader
    .select({
      title: documents.title,
      kind: documents.kind,
      language: documents.language,
      responsibleId: documents.responsibleId,
      responsible: people.name,
      meetingId: documents.originMeetingId,
      blockId: documents.originBlockId,
      number: meetings.number,
      words: minutesBlocks.words,
      revision: documents.factsRevision,
    })
    .from(documents)
    .leftJoin(people, eq(people.id, documents.responsibleId))
    .leftJoin(meetings, eq(meetings.id, documents.originMeetingId))
    .leftJoin(
      minutesBlocks,
      and(
        eq(minutesBlocks.meetingId, documents.originMeetingId),
        eq(minutesBlocks.id, documents.originBlockId),
      ),
    )
    .where(eq(documents.id, documentId))
  if (!row) throw notFound()
  const { title, kind, language, responsibleId, responsible, revision } = row
  const { meetingId, blockId, number, words } = row
  return {
    ...{ title, kind, language, revision },
    responsible: responsibleId ? { id: responsibleId, name: responsible ?? "" } : null,
    origin: meetingId ? { meetingId, blockId, number, words } : null,
  }
}
