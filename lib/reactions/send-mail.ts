import { eq, sql } from "drizzle-orm"
import { createTransport, type Transporter } from "nodemailer"
import { mailTries } from "@/db/queues"
import { mails } from "@/db/schema/mail"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { log, withoutSecrets } from "@/lib/platform/log"
import { returnAddress } from "@/lib/replies/return-address"

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
 * job is tried again. A mail that the server refuses for good, or that was tried often enough, is
 * given up and waits for the secretariat. Without a mail server (embedded only) it stays in the outbox.
 */
export async function sendMail(mailId: string): Promise<void> {
  const { smtpUrl, mailFrom } = env()
  if (!smtpUrl) return
  const [mail] = await database().select().from(mails).where(eq(mails.id, mailId))
  if (!mail || mail.sentAt || mail.failedAt) return
  // Where mail is taken in, what cannot be delivered comes back there and says which mail it was.
  const sender = returnAddress(mail.id)
  try {
    await smtp(smtpUrl).sendMail({
      from: mailFrom,
      ...(sender && { envelope: { from: sender, to: [mail.to] } }),
      to: { name: "", address: mail.to },
      ...(mail.replyTo && { replyTo: mail.replyTo }),
      subject: mail.subject,
      text: mail.text,
      messageId: mail.messageId,
      headers: {
        "Auto-Submitted": "auto-generated",
        ...(mail.headers as Record<string, string>),
      },
      ...(mail.calendar && { icalEvent: invitation(mail.calendar) }),
    })
  } catch (error) {
    await keepFailure(mail, error)
    return
  }
  await database().update(mails).set({ sentAt: now(), lastError: null }).where(eq(mails.id, mailId))
}

function invitation(content: string) {
  const [, method = "REQUEST"] = /^METHOD:([A-Z]+)/m.exec(content) ?? []
  return { method, content, filename: "call.ics" }
}

/** Counts the try; throws the error again while there are tries left. */
async function keepFailure(mail: { id: string; attempts: number }, error: unknown): Promise<void> {
  const said = withoutSecrets(error instanceof Error ? error.message : String(error))
  const isOver = isRefusedForGood(error) || mail.attempts + 1 >= mailTries
  const what = isOver ? "a mail was given up" : "a mail did not go; it will be tried again"
  log().warn({ mailId: mail.id, said }, what)
  await database()
    .update(mails)
    .set({
      attempts: sql`${mails.attempts} + 1`,
      lastError: said.slice(0, 500),
      ...(isOver && { failedAt: now() }),
    })
    .where(eq(mails.id, mail.id))
  if (!isOver) throw error
}

/**
 * Whether the server said no to this recipient or this text, and will say it again (RFC 5321, 4.2.1:
 * a reply of 5yz). That it does not let us in at all is ours to put right, and no fault of the mail.
 */
function isRefusedForGood(error: unknown): boolean {
  const {
    code,
    responseCode = 0,
    command,
  } = error as {
    code?: string
    responseCode?: number
    command?: string
  }
  if (command === "MAIL FROM") return false
  return (code === "EENVELOPE" || code === "EMESSAGE") && responseCode >= 500
}

/** Lets go of the connections to the mail server. */
export function closeMail(): void {
  transport?.close()
  transport = undefined
}
