import { createHash } from "node:crypto"
import { and, eq, gt } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { inboundMails } from "@/db/schema/consultations"
import { readSignedAddress } from "@/lib/consultations/reply-address"
import { minutesFromNow, now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { enqueue } from "@/lib/platform/jobs"
import { readFrom } from "./read-reply"
import { findEmail } from "./sender"

/** A mail as it came: who sent it by its envelope ("" for a bounce), and to which of our addresses. */
export type ArrivedMail = { sender: string; recipients: readonly string[]; raw: Uint8Array }

/**
 * Mails that one reply address takes in within an hour from its owner, and as many from all others: nobody
 * writes as many; a loop does.
 */
export const mostMailsAnHour = 30

/**
 * Keeps a mail whole, with a job that files it, once for each address that it came to; the same mail again
 * changes nothing. Resolves to whether the sender may be told that it arrived: not where one of the
 * addresses took in as many as it may.
 */
export async function takeInMail({ sender, recipients, raw }: ArrivedMail): Promise<boolean> {
  const path = sender.replace(/[\p{Cc}<>]/gu, "")
  const whole = Buffer.concat([Buffer.from(`Return-Path: <${path}>\r\n`), raw])
  const head = headOf(raw)
  const messageId = messageIdOf(head, raw)
  const from = await readFrom(Buffer.from(head, "latin1"))
  return transaction(async (tx) => {
    let all = true
    for (const given of recipients) {
      const recipient = given.toLowerCase()
      const byOwner = from !== "" && from === (await ownerOf(tx, recipient))
      if (await isOverrun(tx, recipient, byOwner)) {
        all = false
        continue
      }
      const rows = await tx
        .insert(inboundMails)
        .values({ messageId, recipient, byOwner, raw: whole, receivedAt: now() })
        .onConflictDoNothing()
        .returning({ id: inboundMails.id })
      for (const { id } of rows) await enqueue(tx, "inbound", { mailId: id })
    }
    return all
  })
}

/** The address of whom one of ours was made for; null for one to which mails of ours come back. */
async function ownerOf(tx: Transaction, recipient: string): Promise<string | null> {
  const { inbound, authSecret } = env()
  const to = readSignedAddress({ domain: inbound?.domain ?? "", secret: authSecret }, recipient)
  return to && findEmail(tx, to.author)
}

/** Whether an address took in as many mails within the last hour as it may, of its owner or of others. */
async function isOverrun(tx: Transaction, recipient: string, byOwner: boolean): Promise<boolean> {
  const ofThese = and(
    gt(inboundMails.receivedAt, minutesFromNow(-60)),
    eq(inboundMails.recipient, recipient),
    eq(inboundMails.byOwner, byOwner),
  )
  return (await tx.$count(inboundMails, ofThese)) >= mostMailsAnHour
}

/** Whether an address takes nothing in just now, whoever sends it. */
export async function isFull(address: string): Promise<boolean> {
  const recipient = address.toLowerCase()
  return transaction(
    async (tx) => (await isOverrun(tx, recipient, true)) && (await isOverrun(tx, recipient, false)),
  )
}

/** The head of a mail, with a line feed after each line. */
function headOf(raw: Uint8Array): string {
  const start = Buffer.from(raw.subarray(0, 64_000)).toString("latin1").replace(/\r\n?/g, "\n")
  return start.split("\n\n", 1)[0] ?? ""
}

/** The Message-ID of a mail; what is the same for the same bytes where it has none. */
function messageIdOf(head: string, raw: Uint8Array): string {
  const named = /^message-id:\s{0,9}(<[^<>\s]{1,900}>)/im.exec(head)?.[1]?.replaceAll("\0", "")
  return named ?? `sha256:${createHash("sha256").update(raw).digest("hex")}`
}
