import { setTimeout as wait } from "node:timers/promises"
import { and, eq, isNull, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { mailTries } from "@/db/queues"
import { mails } from "@/db/schema/mail"
import { now } from "@/lib/platform/clock"
import { database, transaction } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { log, withoutSecrets } from "@/lib/platform/log"
import { handOver, isRefusedForGood } from "./hand-over"

/** Somebody else holds the mail: it is being sent at this moment. */
export class MailHeld extends Error {
  override name = "MailHeld"
}

type Failure = { error: unknown }

/** Mails that the mail server took, each with when, until that is committed: they are not sent again. */
const taken = new Map<string, Date>()

/** How often a mail that went is marked, a second apart, before its job has to come back for it. */
const mostMarks = 600

/**
 * Sends one mail and commits that it went; throws when the mail server does not take it, or `MailHeld` when
 * another server is sending it, so that the job is tried again. A mail that the server refuses for good, or that
 * was tried often enough, is given up and waits for the secretariat. It can go twice, always with one
 * Message-ID: where this process ends during the talk and the mail server takes it all the same, also by a
 * stop, which waits for less than a talk may last; and where the line to the database is lost during the
 * talk, for another server may hold the row then. Without a mail server (embedded only) it stays in the outbox.
 */
export async function sendMail(mailId: string): Promise<void> {
  const { smtpUrl } = env()
  if (!smtpUrl) return
  const failure = taken.has(mailId) ? null : await trySending(mailId, smtpUrl)
  const at = taken.get(mailId)
  if (at) await markTaken(mailId, at)
  if (failure) throw failure.error
}

/** What is under way while a mail is sent: the talk with the mail server, and whether its row is still held. */
type Sending = { talk?: Promise<void>; isLost: boolean }

async function trySending(mailId: string, smtpUrl: string): Promise<Failure | null> {
  const sending: Sending = { isLost: false }
  try {
    const failure = await transaction((tx) => sendHeld(tx, mailId, smtpUrl, sending))
    taken.delete(mailId)
    return failure
  } catch (error) {
    // The driver tells at once that its line is gone; the mail server may take the mail all the same.
    sending.isLost = true
    await sending.talk?.then(() => taken.set(mailId, now())).catch(() => undefined)
    if (!taken.has(mailId)) throw error
    log().warn({ mailId, error }, "a mail went, and the database was not there to note it")
    return null
  }
}

/** Sends a mail while its row is held, so that nobody sends it too. Resolves to why it is to be tried again. */
async function sendHeld(
  tx: Transaction,
  mailId: string,
  smtpUrl: string,
  sending: Sending,
): Promise<Failure | null> {
  // A machine that is gone without a word holds it no longer than this.
  await tx.execute(sql`set local idle_in_transaction_session_timeout = '5min'`)
  const [mail] = await tx
    .select()
    .from(mails)
    .where(eq(mails.id, mailId))
    .for("no key update", { skipLocked: true })
  if (!mail) {
    const isHeld = (await tx.$count(mails, eq(mails.id, mailId))) > 0
    if (isHeld) throw new MailHeld(`The mail ${mailId} is being sent at this moment`)
    return null
  }
  if (mail.sentAt || mail.failedAt) return null
  sending.talk = handOver(mail, smtpUrl)
  const error = await sending.talk.then(
    () => null,
    (failed: unknown) => failed,
  )
  // Whatever is written to a line that is gone ends the process, also the end of the transaction.
  if (sending.isLost) return new Promise(() => undefined)
  if (error) return keepFailure(tx, mail, error)
  const at = now()
  taken.set(mailId, at)
  await mark(tx, mailId, at)
  return null
}

const mark = (writer: Pick<Transaction, "update">, mailId: string, at: Date) =>
  writer
    .update(mails)
    .set({ sentAt: at, lastError: null })
    .where(and(eq(mails.id, mailId), isNull(mails.sentAt)))

/** Notes that a mail went which the database could not note when it did, as soon as it can. */
async function markTaken(mailId: string, at: Date): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await mark(database(), mailId, at)
      taken.delete(mailId)
      return
    } catch (error) {
      if (tries === mostMarks) throw error
      await wait(1000)
    }
  }
}

/** Counts the try. Resolves to the error while there are tries left. */
async function keepFailure(
  tx: Transaction,
  mail: { id: string; attempts: number },
  error: unknown,
): Promise<Failure | null> {
  const said = withoutSecrets(error instanceof Error ? error.message : String(error))
  const isOver = isRefusedForGood(error) || mail.attempts + 1 >= mailTries
  const what = isOver ? "a mail was given up" : "a mail did not go; it will be tried again"
  log().warn({ mailId: mail.id, said }, what)
  await tx
    .update(mails)
    .set({
      attempts: sql`${mails.attempts} + 1`,
      lastError: said.slice(0, 500),
      ...(isOver && { failedAt: now() }),
    })
    .where(eq(mails.id, mail.id))
  return isOver ? null : { error }
}
