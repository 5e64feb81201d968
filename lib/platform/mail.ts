import { randomUUID } from "node:crypto"
import type { Transaction } from "@/db/client"
import { mails } from "@/db/schema/mail"
import { env } from "./env"
import { enqueueAll } from "./jobs"

/** A mail in plain text. `subject` and headers are one line each. */
export type Letter = {
  to: string
  subject: string
  text: string
  /** Further headers by name, such as `List-Unsubscribe`. */
  headers?: Record<string, string>
  /** Where answers go, when not to the sender. */
  replyTo?: string | null
  /** An invitation as an iCalendar text with its METHOD, which goes along. */
  calendar?: string | null
  /** In angle brackets; a fresh one without. Two letters cannot bear the same. */
  messageId?: string
}

/** The host under which the portal writes: the end of every Message-ID and List-Id. */
export const mailHost = (): string => new URL(env().origin).hostname

const oneLine = (text: string) => text.replace(/[ \t\r\n\v\f]+/g, " ").trim()

/**
 * Writes a mail as part of the transaction; the worker sends it after the commit. Resolves to its id.
 * It goes at least once, with a Message-ID that stays the same over repeats.
 */
export async function writeMail(tx: Transaction, letter: Letter): Promise<string> {
  const [id] = await writeMails(tx, [letter])
  if (!id) throw new Error("A mail was not written")
  return id
}

/** As `writeMail`, many at once; resolves to their ids in the order of the letters. */
export async function writeMails(tx: Transaction, letters: readonly Letter[]): Promise<string[]> {
  if (letters.length === 0) return []
  const rows = letters.map(({ to, subject, text, headers = {}, replyTo, calendar, messageId }) => ({
    id: randomUUID(),
    to,
    subject: oneLine(subject),
    text,
    messageId: messageId ?? `<${randomUUID()}@${mailHost()}>`,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, oneLine(value)]),
    ),
    replyTo: replyTo ?? null,
    calendar: calendar ?? null,
  }))
  await tx.insert(mails).values(rows)
  const ids = rows.map(({ id }) => id)
  await enqueueAll(
    tx,
    "mail",
    ids.map((mailId) => ({ mailId })),
  )
  return ids
}
