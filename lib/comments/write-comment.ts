import { randomUUID } from "node:crypto"
import { asc, eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { commentMentions, commentRevisions, comments } from "@/db/schema/comments"
import { Refusal } from "@/lib/platform/errors"
import { forgetDraft } from "./forget-draft"
import { mentionsIn } from "./markup"
import { mentionable } from "./mentions"
import { type Author, commentLimits, type NewComment } from "./model"
import { tidy } from "./tidy"

/** The columns of an author. */
export const authorColumns = (author: Author) =>
  "personId" in author
    ? { authorId: author.personId, guestId: null }
    : { authorId: null, guestId: author.guestId }

/** What a comment says, tidied and within its limits; refuses with `invalid` what is not. */
export function wordsOf(given: { text: string; proposal?: string | null | undefined }): {
  text: string
  proposal: string | null
} {
  const text = tidy(given.text)
  const proposal = tidy(given.proposal ?? "") || null
  if (text === "") throw new Refusal("invalid", "fields", {}, { text: "field.required" })
  if (text.length > commentLimits.text)
    throw new Refusal("invalid", "fields", { most: commentLimits.text }, { text: "comment.long" })
  if (proposal !== null && proposal.length > commentLimits.proposal)
    throw new Refusal(
      "invalid",
      "fields",
      { most: commentLimits.proposal },
      { proposal: "comment.long" },
    )
  return { text, proposal }
}

/**
 * The comment that was filed for a submission before, if it was. Refuses one of somebody else, and one
 * with other words: whoever changed them after a line dropped must not think that they were taken. The
 * `next` of that refusal is a submission under which they can be sent.
 */
export async function filedBefore(
  tx: Transaction,
  { submission, text }: Pick<NewComment, "submission" | "text">,
  author: Author,
): Promise<{ threadId: string; commentId: string } | null> {
  const [filed] = await tx.select().from(comments).where(eq(comments.submission, submission))
  if (!filed) return null
  const { authorId, guestId } = authorColumns(author)
  if (filed.authorId !== authorId || filed.guestId !== guestId)
    throw new Refusal("conflict", "comment.otherForm")
  const [earlier] =
    filed.editedAt === null
      ? []
      : await tx
          .select({ text: commentRevisions.text })
          .from(commentRevisions)
          .where(eq(commentRevisions.commentId, filed.id))
          .orderBy(asc(commentRevisions.replacedAt))
          .limit(1)
  if (tidy(text) !== (earlier?.text ?? filed.text))
    throw new Refusal("conflict", "comment.sentBefore", {}, {}, { next: randomUUID() })
  return { threadId: filed.threadId, commentId: filed.id }
}

/** Step: writes a comment with whom it names, and forgets the draft under `draftKey`. */
export async function writeComment(
  tx: Transaction,
  given: {
    threadId: string
    groupId: string
    author: Author
    comment: NewComment
    draftKey: string
  },
): Promise<string> {
  const { threadId, groupId, author, comment, draftKey } = given
  const words = wordsOf(comment)
  const [written] = await tx
    .insert(comments)
    .values({
      threadId,
      ...authorColumns(author),
      ...words,
      way: comment.way,
      submission: comment.submission,
      consultationId: comment.consultationId ?? null,
      late: comment.late ?? false,
      unnamed: comment.unnamed ?? false,
      moderation: comment.moderation ?? "admitted",
    })
    .returning({ id: comments.id })
  if (!written) throw new Error("A comment was not written")
  await writeMentions(tx, { commentId: written.id, groupId, text: words.text })
  await forgetDraft(tx, author, draftKey)
  return written.id
}

/** Step: notes whom a text names, beside those who were noted before. Refuses a text that names too many. */
export async function writeMentions(
  tx: Transaction,
  { commentId, groupId, text }: { commentId: string; groupId: string; text: string },
): Promise<void> {
  if (!text.includes("@")) return
  const personIds = mentionsIn(text, await mentionable(tx, groupId))
  const most = commentLimits.mentions
  if (personIds.length > most)
    throw new Refusal("invalid", "fields", { most }, { text: "comment.mentions" })
  if (personIds.length === 0) return
  await tx
    .insert(commentMentions)
    .values(personIds.map((personId) => ({ commentId, personId })))
    .onConflictDoNothing()
}
