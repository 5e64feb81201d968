import { sql } from "drizzle-orm"
import { index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core"
import { createdAt, id, instant } from "./columns"

/** A mail that is to be sent, or was. `messageId` is fixed when it is written, so a repeat can be recognised. */
export const mails = pgTable(
  "mails",
  {
    id: id(),
    to: text("to_address").notNull(),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    messageId: text("message_id").notNull().unique(),
    /** Further headers, such as `In-Reply-To` and `List-Unsubscribe`. */
    headers: jsonb("headers").notNull().default({}),
    /** Where answers go, when not to the sender. */
    replyTo: text("reply_to"),
    /** An invitation as an iCalendar text, which goes along as a file. */
    calendar: text("calendar"),
    createdAt: createdAt(),
    sentAt: instant("sent_at"),
    /** When it was put into the queue once more, after it was given up or lost its place. */
    triedAgainAt: instant("tried_again_at"),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error"),
    /** When it was given up: its tries were used, or the address sent it back. */
    failedAt: instant("failed_at"),
  },
  (t) => [
    index("mails_created").on(t.createdAt),
    index("mails_unsent")
      .on(t.createdAt)
      .where(sql`${t.sentAt} is null or ${t.failedAt} is not null`),
  ],
)
