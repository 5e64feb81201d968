import { randomUUID } from "node:crypto"
import type { Transaction } from "@/db/client"
import { mails } from "@/db/schema/mail"
import { env } from "./env"
import { enqueue } from "./jobs"

/** A mail in plain text. `subject` may not contain a line break. */
export type Letter = { to: string; subject: string; text: string }

/**
 * Writes a mail as part of the transaction; the worker sends it after the commit. Resolves to its id.
 * It goes at least once, with a Message-ID that stays the same over repeats.
 */
export async function writeMail(tx: Transaction, letter: Letter): Promise<string> {
  const messageId = `<${randomUUID()}@${new URL(env().origin).hostname}>`
  const subject = letter.subject.replace(/\s+/g, " ").trim()
  const [row] = await tx
    .insert(mails)
    .values({ to: letter.to, subject, text: letter.text, messageId })
    .returning({ id: mails.id })
  if (!row) throw new Error("A mail was not written")
  await enqueue(tx, "mail", { mailId: row.id })
  return row.id
}
