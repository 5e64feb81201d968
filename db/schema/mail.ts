import { index, integer, pgTable, text } from "drizzle-orm/pg-core"
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
    createdAt: createdAt(),
    sentAt: instant("sent_at"),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error"),
  },
  (t) => [index("mails_created").on(t.createdAt)],
)
