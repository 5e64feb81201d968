import { and, asc, eq, isNull, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { commentDrafts, comments } from "@/db/schema/comments"
import { threads } from "@/db/schema/threads"
import { draftsOf } from "@/lib/comments/forget-draft"
import type { Author } from "@/lib/comments/model"
import { editLack } from "@/lib/comments/status"
import { type AnswerDraft, draftKey, draftPrefix } from "./model"

/** What somebody typed in a consultation and has not sent. */
export type ReadDrafts = {
  /** For its form, by the id of the text in the consultation, or of the comment that is given other words. */
  drafts: Record<string, AnswerDraft>
  /** What no form takes up: all of it once no comments are taken. */
  unsent: (AnswerDraft & { id: string; savedAt: Date })[]
}

/** What the author alone sees of what they typed and have not sent. Does not authorize. */
export async function readDrafts(
  reader: Reader,
  author: Author,
  of: { consultationId: string; textIds: readonly string[]; taken: boolean },
): Promise<ReadDrafts> {
  const rows = await reader
    .select()
    .from(commentDrafts)
    .where(
      and(
        draftsOf(author),
        isNull(commentDrafts.keptBecause),
        sql`starts_with(${commentDrafts.key}, ${draftPrefix(of.consultationId)})`,
      ),
    )
    .orderBy(asc(commentDrafts.savedAt))
  const ids = of.taken
    ? [...of.textIds, ...(await editable(reader, author, of.consultationId))]
    : []
  const forms = new Map(ids.map((each) => [draftKey(of.consultationId, each), each]))
  const read: ReadDrafts = { drafts: {}, unsent: [] }
  for (const { id, key, text, place, quote, unnamed, savedAt } of rows) {
    const draft = { text, place, quote, unnamed }
    const ofId = forms.get(key)
    if (ofId) read.drafts[ofId] = draft
    else read.unsent.push({ ...draft, id, savedAt })
  }
  return read
}

/** The comments of a guest that they can give other words in a form; members do so in the threads. */
async function editable(reader: Reader, author: Author, consultationId: string): Promise<string[]> {
  if (!("guestId" in author)) return []
  const rows = await reader
    .select({ comment: comments, thread: threads })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .where(and(eq(comments.guestId, author.guestId), eq(comments.consultationId, consultationId)))
  return rows.flatMap(({ comment, thread }) =>
    editLack({ ...comment, hidden: comment.hiddenAt }, thread) === null ? comment.id : [],
  )
}
