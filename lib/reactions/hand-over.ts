import { createTransport, type Transporter } from "nodemailer"
import type { mails } from "@/db/schema/mail"
import { env } from "@/lib/platform/env"
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

/** Gives a mail to the mail server; resolves when it said that it has taken it, and throws what it said otherwise. */
export async function handOver(mail: typeof mails.$inferSelect, smtpUrl: string): Promise<void> {
  // Where mail is taken in, what cannot be delivered comes back there and says which mail it was.
  const sender = returnAddress(mail.id)
  await smtp(smtpUrl).sendMail({
    from: env().mailFrom,
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
}

function invitation(content: string) {
  const [, method = "REQUEST"] = /^METHOD:([A-Z]+)/m.exec(content) ?? []
  return { method, content, filename: "call.ics" }
}

/**
 * Whether the server said no to this recipient or this text, and will say it again (RFC 5321, 4.2.1:
 * a reply of 5yz). That it does not let us in at all is ours to put right, and no fault of the mail.
 */
export function isRefusedForGood(error: unknown): boolean {
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
