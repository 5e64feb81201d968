import { createHash } from "node:crypto"
import { and, count, eq, gt } from "drizzle-orm"
import { inboundMails } from "@/db/schema/consultations"
import { minutesFromNow, now } from "@/lib/platform/clock"
import { database, transaction } from "@/lib/platform/database"
import { enqueue } from "@/lib/platform/jobs"

/** A mail as it came: who sent it by its envelope ("" for a bounce), and to which of our addresses. */
export type ArrivedMail = { sender: string; recipients: readonly string[]; raw: Uint8Array }

/** Mails that one reply address takes in within an hour. Nobody writes as many; a loop does. */
export const mostMailsAnHour = 30

/**
 * Keeps a mail whole, with a job that files it, once for each address that it came to. When this
 * resolves the sender may be told that it arrived; the same mail again changes nothing.
 */
export async function takeInMail({ sender, recipients, raw }: ArrivedMail): Promise<void> {
  const path = sender.replace(/[\p{Cc}<>]/gu, "")
  const whole = Buffer.concat([Buffer.from(`Return-Path: <${path}>\r\n`), raw])
  const messageId = messageIdOf(raw)
  await transaction(async (tx) => {
    const rows = await tx
      .insert(inboundMails)
      .values(
        recipients.map((recipient) => ({
          messageId,
          recipient: recipient.toLowerCase(),
          raw: whole,
          receivedAt: now(),
        })),
      )
      .onConflictDoNothing()
      .returning({ id: inboundMails.id })
    for (const { id } of rows) await enqueue(tx, "inbound", { mailId: id })
  })
}

/** Whether an address took in as many mails within the last hour as it may. */
export async function isOverrun(recipient: string): Promise<boolean> {
  const [row] = await database()
    .select({ mails: count() })
    .from(inboundMails)
    .where(
      and(
        gt(inboundMails.receivedAt, minutesFromNow(-60)),
        eq(inboundMails.recipient, recipient.toLowerCase()),
      ),
    )
  return (row?.mails ?? 0) >= mostMailsAnHour
}

/** The Message-ID of a mail; what is the same for the same bytes where it has none. */
function messageIdOf(raw: Uint8Array): string {
  const start = Buffer.from(raw.subarray(0, 64_000)).toString("latin1").replace(/\r\n?/g, "\n")
  const head = start.split("\n\n", 1)[0] ?? ""
  const named = /^message-id:\s{0,9}(<[^<>\s]{1,900}>)/im.exec(head)?.[1]?.replaceAll("\0", "")
  return named ?? `sha256:${createHash("sha256").update(raw).digest("hex")}`
}
