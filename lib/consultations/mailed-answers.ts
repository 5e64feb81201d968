import { and, desc, eq } from "drizzle-orm"
import type { Reader, Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"

const mailedBy = (guestId: string) => and(eq(comments.guestId, guestId), eq(comments.way, "mail"))

/**
 * Whether a guest asked not to be named with what they answered by mail, where no form can ask them; null
 * while they mailed nothing. What they mail next goes the same way.
 */
export async function isUnnamedByMail(reader: Reader, guestId: string): Promise<boolean | null> {
  const [last] = await reader
    .select({ unnamed: comments.unnamed })
    .from(comments)
    .where(mailedBy(guestId))
    .orderBy(desc(comments.seq))
    .limit(1)
  return last?.unnamed ?? null
}

/** Step: names a guest beside all that they mailed, or not. What they sent by their link stays as it is. */
export async function nameByMail(
  tx: Transaction,
  guestId: string,
  unnamed: boolean,
): Promise<void> {
  await tx.update(comments).set({ unnamed }).where(mailedBy(guestId))
}
