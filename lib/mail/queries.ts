import { and, desc, gt, isNotNull, isNull, lt, not, or, sql } from "drizzle-orm"
import { mails } from "@/db/schema/mail"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { lostBefore, troubleOf } from "./status"

/** A mail that did not go, without its text: that is for whoever it was written to. */
export type TroubledMail = {
  id: string
  to: string
  subject: string
  createdAt: Date
  attempts: number
  lastError: string | null
  trouble: "failed" | "trying" | "lost"
}

/** How many are shown; the count says how many there are. */
const mostShown = 200

/**
 * The mails that did not go, the newest first; `waiting` is how many wait for their first try, which none
 * of these do. For the secretariat.
 */
export async function listTroubledMails(
  actor: Actor,
): Promise<{ mails: TroubledMail[]; more: boolean; waiting: number }> {
  authorize(actor, "mail.failures")
  const at = now()
  const before = lostBefore(at)
  const isLost = or(
    and(isNotNull(mails.triedAgainAt), lt(mails.triedAgainAt, before)),
    and(isNull(mails.triedAgainAt), lt(mails.createdAt, before)),
  )
  // As `troubleOf` says it; asked of Postgres, so that many that wait do not stand before these.
  const isTroubled = or(
    isNotNull(mails.failedAt),
    and(isNull(mails.sentAt), or(gt(mails.attempts, 0), isLost)),
  )
  // The index of what was not sent knows it by these words.
  const unsent = or(isNull(mails.sentAt), isNotNull(mails.failedAt))
  const [rows, waiting] = await Promise.all([
    database()
      .select({
        id: mails.id,
        to: mails.to,
        subject: mails.subject,
        createdAt: mails.createdAt,
        attempts: mails.attempts,
        lastError: mails.lastError,
        sentAt: mails.sentAt,
        failedAt: mails.failedAt,
        triedAgainAt: mails.triedAgainAt,
      })
      .from(mails)
      .where(and(unsent, isTroubled))
      .orderBy(desc(mails.createdAt))
      .limit(mostShown + 1),
    database().$count(mails, and(unsent, not(isTroubled ?? sql`false`))),
  ])
  return {
    mails: rows.slice(0, mostShown).flatMap(({ sentAt, failedAt, triedAgainAt, ...mail }) => {
      const trouble = troubleOf({ ...mail, sentAt, failedAt, triedAgainAt }, at)
      return trouble ? [{ ...mail, trouble }] : []
    }),
    more: rows.length > mostShown,
    waiting,
  }
}
