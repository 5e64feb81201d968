import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { type TextRef, textIdOf } from "./model"

/** The channel on which every server hears that something was said about a text: its id. */
export const commentsChannel = "comments_changed"

/** Step: tells everybody who looks at the threads of a text, when this transaction is committed. */
export async function notifyText(tx: Transaction, text: TextRef): Promise<void> {
  await tx.execute(sql`select pg_notify(${commentsChannel}, ${textIdOf(text)})`)
}

/**
 * Step: lets those who comment on one text do so one after the other, until each has committed. So
 * nobody sees a comment before an older one, and "read up to here" leaves none out.
 */
export async function holdText(tx: Transaction, text: TextRef): Promise<void> {
  const key = `comments of ${textIdOf(text)}`
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
}
