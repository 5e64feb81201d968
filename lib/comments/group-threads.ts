import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm"
import { alias, union } from "drizzle-orm/pg-core"
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
  // The threads of the page are chosen before anything is read of them.
  const said = database()
    .select({
      threadId: comments.threadId,
      n: sql<number>`count(*)::int`.as("n"),
      at: sql<Date>`max(${comments.createdAt})`.mapWith(comments.createdAt).as("at"),
      first: sql<number>`min(${comments.seq})`.as("first"),
    })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .where(
      and(
        eq(threads.groupId, groupId),
        visible,
        wanted.state === "all" ? undefined : eq(threads.state, wanted.state),
        wanted.mine ? takesPart(personId) : undefined,
      ),
    )
    .groupBy(comments.threadId)
    .orderBy(desc(sql`max(${comments.createdAt})`), desc(comments.threadId))
    .limit(groupThreadsPage + 1)
    .offset((wanted.page - 1) * groupThreadsPage)
    .as("said")
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
      ...{ comments: said.n, lastAt: said.at },
    })
    .from(said)
    .innerJoin(threads, eq(threads.id, said.threadId))
    .innerJoin(first, eq(first.seq, said.first))
    .leftJoin(people, eq(people.id, first.authorId))
    .leftJoin(consultationGuests, eq(consultationGuests.id, first.guestId))
    .leftJoin(meetings, eq(meetings.id, threads.meetingId))
    .leftJoin(documents, eq(documents.id, threads.documentId))
    .leftJoin(mappingRows, eq(mappingRows.id, threads.rowId))
    .leftJoin(mappings, eq(mappings.id, mappingRows.mappingId))
    .leftJoin(mandates, eq(mandates.id, mappings.mandateId))
    .orderBy(desc(said.at), desc(said.threadId))
  const lines = rows.slice(0, groupThreadsPage).map((row): ThreadLine => {
    const { meetingId, number, document, title, rowNumber, mandate, ...rest } = row
    const ofMapping = rowNumber === null || mandate === null ? null : { number: rowNumber, mandate }
    const text = { meetingId, number, document, title, row: ofMapping }
    const words = plainWords(row.words)
    return { ...rest, text, words: words.length > shown ? `${words.slice(0, shown)}…` : words }
  })
  return { lines, more: rows.length > groupThreadsPage }
}

/** A thread in which somebody wrote, or is named. */
function takesPart(personId: string | null): SQL {
  const own = alias(comments, "own")
  const named = alias(comments, "named")
  const wrote = database()
    .select({ id: own.threadId })
    .from(own)
    .where(sql`${own.authorId} = ${personId}::uuid`)
  const isNamed = database()
    .select({ id: named.threadId })
    .from(commentMentions)
    .innerJoin(named, eq(named.id, commentMentions.commentId))
    .where(sql`${commentMentions.personId} = ${personId}::uuid`)
  return inArray(threads.id, union(wrote, isNamed))
}
