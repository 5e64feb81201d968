import { and, eq, isNull, type SQL } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { commentDrafts } from "@/db/schema/comments"
import { holdDraft } from "./hold-draft"
import type { Author } from "./model"

/** The drafts of an author. */
export const draftsOf = (author: Author): SQL | undefined =>
  "personId" in author
    ? and(eq(commentDrafts.personId, author.personId), isNull(commentDrafts.guestId))
    : and(eq(commentDrafts.guestId, author.guestId), isNull(commentDrafts.personId))

/** Step: what was typed under a key is filed or kept otherwise, or was taken back. */
export async function forgetDraft(tx: Transaction, author: Author, key: string): Promise<void> {
  await holdDraft(tx, author, key)
  await tx
    .delete(commentDrafts)
    .where(and(draftsOf(author), eq(commentDrafts.key, key), isNull(commentDrafts.keptBecause)))
}
