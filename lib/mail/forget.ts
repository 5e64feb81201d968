import { and, lt, notLike, sql } from "drizzle-orm"
import { accounts } from "@/db/schema/accounts"
import { mails } from "@/db/schema/mail"
import { ofPosting } from "@/lib/notices/post-on-list"
import { daysFromNow } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"

/** Days for which a mail to somebody without an account is kept, once it went, was given up or was left. */
export const keptDays = 30

/**
 * Forgets mails, whole, to whoever has no account: guests, people who reported an error, who asked to join or
 * who lost their account. Until then one that comes back can be told from others, and tried again; what is
 * tried again is kept as long from then on. What was posted on a list stays, so that it is not posted twice. For the clock, which calls it at least daily.
 * Resolves to how many were forgotten.
 */
export async function forgetMails(): Promise<number> {
  const before = daysFromNow(-keptDays)
  const forgotten = await database()
    .delete(mails)
    .where(
      and(
        lt(mails.createdAt, before),
        sql`greatest(${mails.sentAt}, ${mails.failedAt}, ${mails.triedAgainAt}, ${mails.createdAt}) < ${before.toISOString()}::timestamptz`,
        sql`not exists (select from ${accounts} where ${accounts.email} = lower(${mails.to}))`,
        notLike(mails.messageId, `${ofPosting}%`),
      ),
    )
    .returning({ id: mails.id })
  return forgotten.length
}
