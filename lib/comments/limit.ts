import { and, count, eq, gt, ne, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { countAttempt, limitMinutes } from "@/lib/accounts/limit"
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

const limited = {
  edits: ["comment.edit", "comment.tooManyEdits"],
  reactions: ["comment.react", "comment.tooManyReactions"],
  drafts: ["comment.draft", "comment.tooManyDrafts"],
  passages: ["comment.passage", "comment.tooMany"],
} as const

/** Step: refuses with `too_many` whoever changed, marked or kept more than `commentLimits` says in a quarter of an hour. */
export async function holdRate(
  tx: Transaction,
  personId: string,
  what: keyof typeof limited,
): Promise<void> {
  const [kind, key] = limited[what]
  if (await countAttempt(tx, kind, personId, commentLimits[what])) return
  throw new Refusal("too_many", key, { most: commentLimits[what], minutes: limitMinutes })
}
