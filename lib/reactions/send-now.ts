import { setTimeout as wait } from "node:timers/promises"
import { eq } from "drizzle-orm"
import { mails } from "@/db/schema/mail"
import { database } from "@/lib/platform/database"
import { MailHeld, sendMail } from "./send-mail"

/** How often, half a second apart, it is asked whether a server that sends the mail is done: for longer than a talk lasts. */
const mostLooks = 240

/**
 * Sends a mail for somebody who waits for it. A server that runs beside may be faster: then this waits for
 * what it reaches. Resolves to null when the mail went, otherwise to why it did not.
 */
export async function sendNow(mailId: string): Promise<string | null> {
  for (let looks = 1; ; looks++) {
    try {
      await sendMail(mailId)
      return await whyNot(mailId)
    } catch (error) {
      if (!(error instanceof MailHeld) || looks === mostLooks) return String(error)
      await wait(500)
    }
  }
}

/** One that was given up throws no more: its row says why. */
async function whyNot(mailId: string): Promise<string | null> {
  const [mail] = await database()
    .select({ sentAt: mails.sentAt, failedAt: mails.failedAt, lastError: mails.lastError })
    .from(mails)
    .where(eq(mails.id, mailId))
  return mail?.sentAt && !mail.failedAt ? null : (mail?.lastError ?? "It was not sent")
}
