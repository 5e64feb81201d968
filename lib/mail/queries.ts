import { desc, isNotNull, isNull, or } from "drizzle-orm"
import { mails } from "@/db/schema/mail"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { troubleOf } from "./status"

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

/** The mails that did not go, the newest first. For the secretariat. */
export async function listTroubledMails(
  actor: Actor,
): Promise<{ mails: TroubledMail[]; more: boolean }> {
  authorize(actor, "mail.failures")
  const rows = await database()
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
    .where(or(isNull(mails.sentAt), isNotNull(mails.failedAt)))
    .orderBy(desc(mails.createdAt))
    .limit(mostShown + 1)
  const at = now()
  return {
    mails: rows.slice(0, mostShown).flatMap(({ sentAt, failedAt, triedAgainAt, ...mail }) => {
      const trouble = troubleOf({ ...mail, sentAt, failedAt, triedAgainAt }, at)
      return trouble ? [{ ...mail, trouble }] : []
    }),
    more: rows.length > mostShown,
  }
}
