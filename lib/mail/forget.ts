import { and, lt, sql } from "drizzle-orm"
import { accounts } from "@/db/schema/accounts"
import { groups } from "@/db/schema/groups"
import { mails } from "@/db/schema/mail"
import { daysFromNow } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"

/** Days for which a mail to somebody without an account is kept, once it went, was given up or was left. */
export const keptDays = 30

/**
 * Forgets mails, whole, to whoever has no account: guests, people who reported an error, who asked to join or
 * who lost their account. Until then one that comes back can be told from others, and tried again. What went
 * to a group's list stays, so that the same is not posted twice. For the clock, which calls it at least daily.
 * Resolves to how many were forgotten.
 */
export async function forgetMails(): Promise<number> {
  const before = daysFromNow(-keptDays)
  const forgotten = await database()
    .delete(mails)
    .where(
      and(
        lt(mails.createdAt, before),
        sql`greatest(${mails.sentAt}, ${mails.failedAt}, ${mails.createdAt}) < ${before.toISOString()}::timestamptz`,
        sql`not exists (select from ${accounts} where ${accounts.email} = lower(${mails.to}))`,
        sql`not exists (select from ${groups} where lower(${groups.mailingList}) = lower(${mails.to}))`,
      ),
    )
    .returning({ id: mails.id })
  return forgotten.length
}
