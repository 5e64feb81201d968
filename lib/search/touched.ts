import { eq, or, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { memberships } from "@/db/schema/members"
import { reports } from "@/db/schema/reports"
import { threads } from "@/db/schema/threads"
import { readSource, type Source, sourceOf } from "./sources"

/** The comments on a meeting's minutes, on a document or on a row of a mapping. */
export async function commentsOn(reader: Reader, textId: string): Promise<Source[]> {
  const rows = await reader
    .select({ id: comments.id })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .where(
      or(eq(threads.meetingId, textId), eq(threads.documentId, textId), eq(threads.rowId, textId)),
    )
  return rows.map(({ id }) => sourceOf("comment", id))
}

/** What a guest of a consultation said. */
export async function commentsOfGuest(reader: Reader, guestId: string): Promise<Source[]> {
  const rows = await reader
    .select({ id: comments.id })
    .from(comments)
    .where(eq(comments.guestId, guestId))
  return rows.map(({ id }) => sourceOf("comment", id))
}

/** The meetings whose reports were published from the archive together. */
export async function meetingsPublished(
  reader: Reader,
  archivePublicationId: string,
): Promise<Source[]> {
  const rows = await reader
    .select({ id: reports.meetingId })
    .from(reports)
    .where(eq(reports.archivePublicationId, archivePublicationId))
  return rows.map(({ id }) => sourceOf("meeting", id))
}

/** Everybody who is or was a member of a group. */
export async function membersOf(reader: Reader, groupId: string): Promise<Source[]> {
  const rows = await reader
    .selectDistinct({ id: memberships.personId })
    .from(memberships)
    .where(eq(memberships.groupId, groupId))
  return rows.map(({ id }) => sourceOf("person", id))
}

/** The records that show somebody's name as it is in the register: comments, meetings, documents. */
export async function recordsNaming(reader: Reader, personId: string): Promise<Source[]> {
  const rows = await reader.execute<{ source: string }>(sql`
    select 'comment:' || id as source from comments where author_id = ${personId}
    union select 'meeting:' || meeting_id from attendance where person_id = ${personId}
    union select 'meeting:' || meeting_id from meeting_offices where person_id = ${personId}
    union select 'meeting:' || id from meetings where note_taker_id = ${personId}
    union select 'document:' || id from documents where responsible_id = ${personId}
    union select 'row:' || id from mapping_rows where responsible_id = ${personId}`)
  return rows.flatMap(({ source }) => {
    const known = readSource(source)
    return known ? [sourceOf(known.kind, known.id)] : []
  })
}
