import { and, eq, gt, inArray, isNotNull, or, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { commentDrafts, comments } from "@/db/schema/comments"
import { minutesFromNow, now } from "@/lib/platform/clock"
import { draftsOf, forgetDraft } from "./forget-draft"
import { holdDraft } from "./hold-draft"
import type { Author } from "./model"
import { authorColumns, tidy } from "./write-comment"

/** What somebody typed and has not sent; the rest is of the form of a consultation. */
export type NewDraft = {
  key: string
  text: string
  place?: string | null
  quote?: string | null
  unnamed?: boolean
}

/**
 * Step: keeps what an author types under a key, for them alone; without words, or once they were sent,
 * nothing is kept. What came too late to be filed under the same key is never overwritten.
 */
export async function writeDraft(tx: Transaction, author: Author, draft: NewDraft): Promise<void> {
  const { key, place = null, unnamed = false } = draft
  // A sign that no database keeps; the rest stays as it was typed.
  const text = draft.text.replaceAll("\0", "")
  const quote = draft.quote?.replaceAll("\0", "") ?? null
  await holdDraft(tx, author, key)
  const isEmpty = text.trim() === "" && !quote?.trim()
  if (isEmpty || (await wasSent(tx, author, text))) return forgetDraft(tx, author, key)
  const { authorId: personId, guestId } = authorColumns(author)
  const typed = { text, place, quote, unnamed, savedAt: now() }
  await tx
    .insert(commentDrafts)
    .values({ personId, guestId, key, ...typed })
    .onConflictDoUpdate({
      target: [commentDrafts.personId, commentDrafts.guestId, commentDrafts.key],
      set: typed,
      setWhere: sql`${commentDrafts.keptBecause} is null`,
    })
}

/** Whether these words were just sent: a draft that arrives behind its own comment is none. */
async function wasSent(tx: Transaction, author: Author, text: string): Promise<boolean> {
  const { authorId, guestId } = authorColumns(author)
  const mine = or(
    authorId === null ? undefined : eq(comments.authorId, authorId),
    guestId === null ? undefined : eq(comments.guestId, guestId),
  )
  const lately = minutesFromNow(-1)
  const words = [tidy(text), text.trim()]
  const filed = and(mine, gt(comments.createdAt, lately), inArray(comments.text, words))
  const kept = and(
    draftsOf(author),
    isNotNull(commentDrafts.keptBecause),
    gt(commentDrafts.savedAt, lately),
    inArray(commentDrafts.text, words),
  )
  const [found] = await tx.execute<{ sent: boolean }>(sql`select
    exists (select from ${comments} where ${filed}) or
    exists (select from ${commentDrafts} where ${kept}) as sent`)
  return found?.sent === true
}
