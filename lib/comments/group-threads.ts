import { and, desc, eq, exists, or, type SQL, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { commentMentions, comments } from "@/db/schema/comments"
import { consultationGuests } from "@/db/schema/consultations"
import { documents } from "@/db/schema/documents"
import { mandates, mappingRows, mappings } from "@/db/schema/mapping"
import { meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { threads } from "@/db/schema/threads"
import { type Actor, personOf } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { authorize, can } from "@/lib/policy/can"
import { plainWords } from "./markup"
import type { Disposition, ThreadRowState } from "./model"
import { isVisible } from "./viewer"

/** Threads on one page of the list. */
export const groupThreadsPage = 30

export type ThreadLine = {
  id: string
  /** What it is on: a meeting's minutes, a document, or a row of the mapping of a mandate. */
  text: {
    meetingId: string | null
    number: number | null
    document: string | null
    row: { number: number; mandate: string } | null
    title: string
  }
  state: ThreadRowState
  disposition: Disposition | null
  /** Who began it and how; "" for words that are withdrawn or hidden. */
  by: string
  words: string
  comments: number
  lastAt: Date
}

/** How many characters of the first comment a line of the list shows. */
const shown = 140

/**
 * The threads of a group, those with the newest comment first, `groupThreadsPage` at a time; `mine` those
 * in which the reader wrote or is named. `more` when there are others behind them.
 */
export async function listGroupThreads(
  actor: Actor,
  groupId: string,
  wanted: { state: "all" | ThreadRowState; mine: boolean; page: number },
): Promise<{ lines: ThreadLine[]; more: boolean }> {
  authorize(actor, "comment.read", { groupId })
  const personId = personOf(actor)
  const author = personId === null ? null : { personId }
  const visible = isVisible({ author, moderates: can(actor, "comment.hide", { groupId }) })
  const first = alias(comments, "first_comment")
  const rows = await database()
    .select({
      id: threads.id,
      meetingId: threads.meetingId,
      number: meetings.number,
      document: documents.slug,
      rowNumber: mappingRows.number,
      mandate: mandates.slug,
      title: sql<string>`coalesce(${documents.title}, ${mandates.title}, ${meetings.title}, '')`,
      state: threads.state,
      disposition: threads.disposition,
      by: sql<string>`coalesce(${people.name}, ${consultationGuests.name}, '')`,
      words: sql<string>`case when ${first.withdrawnAt} is null and ${first.hiddenAt} is null then left(${first.text}, ${4 * shown}) else '' end`,
      comments: sql<number>`said.n`,
      lastAt: sql<Date>`said.at`.mapWith(comments.createdAt),
    })
    .from(threads)
    .innerJoin(
      sql`lateral (select count(*)::int n, max(${comments.createdAt}) at, min(${comments.seq}) first from ${comments} where ${comments.threadId} = ${threads.id} and ${visible}) said`,
      sql`said.n > 0`,
    )
    .innerJoin(first, eq(first.seq, sql`said.first`))
    .leftJoin(people, eq(people.id, first.authorId))
    .leftJoin(consultationGuests, eq(consultationGuests.id, first.guestId))
    .leftJoin(meetings, eq(meetings.id, threads.meetingId))
    .leftJoin(documents, eq(documents.id, threads.documentId))
    .leftJoin(mappingRows, eq(mappingRows.id, threads.rowId))
    .leftJoin(mappings, eq(mappings.id, mappingRows.mappingId))
    .leftJoin(mandates, eq(mandates.id, mappings.mandateId))
    .where(
      and(
        eq(threads.groupId, groupId),
        wanted.state === "all" ? undefined : eq(threads.state, wanted.state),
        wanted.mine ? takesPart(personId) : undefined,
      ),
    )
    .orderBy(sql`said.at desc`, desc(threads.id))
    .limit(groupThreadsPage + 1)
    .offset((wanted.page - 1) * groupThreadsPage)
  const lines = rows.slice(0, groupThreadsPage).map((row): ThreadLine => {
    const { meetingId, number, document, title, rowNumber, mandate, ...rest } = row
    const ofMapping = rowNumber === null || mandate === null ? null : { number: rowNumber, mandate }
    const text = { meetingId, number, document, title, row: ofMapping }
    const words = plainWords(row.words)
    return { ...rest, text, words: words.length > shown ? `${words.slice(0, shown)}…` : words }
  })
  return { lines, more: rows.length > groupThreadsPage }
}

function takesPart(personId: string | null): SQL {
  const own = alias(comments, "own")
  return exists(
    database()
      .select({ one: sql`1` })
      .from(own)
      .leftJoin(commentMentions, eq(commentMentions.commentId, own.id))
      .where(
        and(
          eq(own.threadId, threads.id),
          or(
            sql`${own.authorId} = ${personId}::uuid`,
            sql`${commentMentions.personId} = ${personId}::uuid`,
          ),
        ),
      ),
  )
}
