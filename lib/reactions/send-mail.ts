import { eq, sql } from "drizzle-orm"
import { createTransport, type Transporter } from "nodemailer"
import { mails } from "@/db/schema/mail"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { log } from "@/lib/platform/log"

let transport: Transporter | undefined

function smtp(url: string): Transporter {
  transport ??= createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 15_000,
    socketTimeout: 30_000,
  })
  return transport
}

/**
 * Sends one mail and commits that it went; throws when the mail server does not take it, so that the
 * job is tried again. Without a mail server (embedded only) the mail stays in the outbox.
 */
export async function sendMail(mailId: string): Promise<void> {
  const { smtpUrl, mailFrom } = env()
  if (!smtpUrl) return
  const [mail] = await database().select().from(mails).where(eq(mails.id, mailId))
  if (!mail || mail.sentAt) return
  try {
    await smtp(smtpUrl).sendMail({
      from: mailFrom,
      to: { name: "", address: mail.to },
      subject: mail.subject,
      text: mail.text,
      messageId: mail.messageId,
      headers: { "Auto-Submitted": "auto-generated" },
    })
    await database()
      .update(mails)
      .set({ sentAt: now(), lastError: null })
      .where(eq(mails.id, mailId))
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    log().warn({ mailId, said }, "the mail server did not take a mail; it will be tried again")
    await database()
      .update(mails)
      .set({ attempts: sql`${mails.attempts} + 1`, lastError: said.slice(0, 500) })
      .where(eq(mails.id, mailId))
    throw error
  }
}

/** Lets go of the connections to the mail server. */
export function closeMail(): void {
  transport?.close()
  transport = undefined
}
