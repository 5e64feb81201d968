import { and, eq, gt, inArray, isNotNull, or, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { commentDrafts, comments } from "@/db/schema/comments"
import { minutesFromNow, now } from "@/lib/platform/clock"
import { draftsOf, forgetDraft } from "./forget-draft"
import { holdDraft } from "./hold-draft"
import type { Author } from "./model"
import { tidy } from "./tidy"
import { authorColumns } from "./write-comment"

/** What somebody typed and has not sent; the rest is of the form of a consultation. */
export type NewDraft = {
  key: string
  text: string
  proposal?: string | undefined
  place?: string | null | undefined
  /** Words that it is about, and what stands around them where they were selected. */
  quote?: string | null
  before?: string
  after?: string
  unnamed?: boolean | undefined
}

/**
 * Step: keeps what an author types under a key, for them alone; without words, or once they were sent,
 * nothing is kept. What came too late to be filed under the same key is never overwritten. Resolves to
 * whether these words are kept.
 */
export async function writeDraft(
  tx: Transaction,
  author: Author,
  draft: NewDraft,
): Promise<boolean> {
  const { key, place = null, unnamed = false } = draft
  const text = keepable(draft.text)
  const quote = draft.quote == null ? null : keepable(draft.quote)
  const proposal = draft.proposal?.trim() ? keepable(draft.proposal) : null
  const [before, after] = [keepable(draft.before ?? ""), keepable(draft.after ?? "")]
  await holdDraft(tx, author, key)
  const isEmpty = text.trim() === "" && proposal === null && !quote?.trim()
  if (isEmpty || (await wasSent(tx, author, { text, proposal }))) {
    await forgetDraft(tx, author, key)
    return false
  }
  const { authorId: personId, guestId } = authorColumns(author)
  const around = { quoteBefore: before, quoteAfter: after }
  const typed = { text, proposal, place, quote, ...around, unnamed, savedAt: now() }
  const kept = await tx
    .insert(commentDrafts)
    .values({ personId, guestId, key, ...typed })
    .onConflictDoUpdate({
      target: [commentDrafts.personId, commentDrafts.guestId, commentDrafts.key],
      set: typed,
      setWhere: sql`${commentDrafts.keptBecause} is null`,
    })
    .returning({ id: commentDrafts.id })
  return kept.length > 0
}

/** Without the sign that no database keeps; the rest stays as it was typed. */
const keepable = (typed: string) => typed.replaceAll("\0", "")

/** Whether these words were just sent: a draft that arrives behind its own comment is none. */
async function wasSent(
  tx: Transaction,
  author: Author,
  { text, proposal }: { text: string; proposal: string | null },
): Promise<boolean> {
  const { authorId, guestId } = authorColumns(author)
  const mine = or(
    authorId === null ? undefined : eq(comments.authorId, authorId),
    guestId === null ? undefined : eq(comments.guestId, guestId),
  )
  const lately = minutesFromNow(-1)
  const words = [tidy(text), text.trim()]
  const proposed = tidy(proposal ?? "")
  const sameProposal = sql`coalesce(${comments.proposal}, '') = ${proposed}`
  const filed = and(
    mine,
    gt(comments.createdAt, lately),
    inArray(comments.text, words),
    sameProposal,
  )
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
