import { and, count, eq, gt, ne, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { minutesFromNow } from "@/lib/platform/clock"
import { Refusal } from "@/lib/platform/errors"
import { commentLimits } from "./model"

/**
 * Step: refuses with `too_many` whoever sent more than `commentLimits.per` comments in the last
 * `commentLimits.perMinutes`. One person is counted one after the other; the same form sent again is
 * not counted.
 */
export async function holdToLimit(
  tx: Transaction,
  personId: string,
  submission: string,
): Promise<void> {
  const key = `comments by ${personId}`
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
  const { per, perMinutes } = commentLimits
  const [sent] = await tx
    .select({ others: count() })
    .from(comments)
    .where(
      and(
        eq(comments.authorId, personId),
        gt(comments.createdAt, minutesFromNow(-perMinutes)),
        ne(comments.submission, submission),
      ),
    )
  if ((sent?.others ?? 0) < per) return
  const filed = await tx.$count(comments, eq(comments.submission, submission))
  if (filed === 0)
    throw new Refusal("too_many", "comment.tooMany", { most: per, minutes: perMinutes })
}
