import { and, asc, isNull, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { commentDrafts } from "@/db/schema/comments"
import { draftsOf } from "@/lib/comments/forget-draft"
import type { Author } from "@/lib/comments/model"
import { type AnswerDraft, draftKey, draftPrefix } from "./model"

/** What somebody typed in a consultation and has not sent. */
export type ReadDrafts = {
  /** By the id of the text in the consultation, for its form. */
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
  const forms = new Map(
    of.taken ? of.textIds.map((textId) => [draftKey(of.consultationId, textId), textId]) : [],
  )
  const read: ReadDrafts = { drafts: {}, unsent: [] }
  for (const { id, key, text, place, quote, unnamed, savedAt } of rows) {
    const draft = { text, place, quote, unnamed }
    const textId = forms.get(key)
    if (textId) read.drafts[textId] = draft
    else read.unsent.push({ ...draft, id, savedAt })
  }
  return read
}
