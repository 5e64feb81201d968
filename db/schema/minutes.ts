import { sql } from "drizzle-orm"
import {
  check,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core"
import { instant } from "./columns"
import { meetings } from "./meetings"
import { people } from "./people"

/** The pointer to the current revision of a meeting's minutes; the row that a save locks. */
export const minutes = pgTable("minutes", {
  meetingId: uuid("meeting_id")
    .primaryKey()
    .references(() => meetings.id),
  revision: integer("revision").notNull(),
})

/** Every saved revision, whole, with its author. Never changed, never deleted. */
export const minutesRevisions = pgTable(
  "minutes_revisions",
  {
    meetingId: uuid("meeting_id").notNull(),
    number: integer("number").notNull(),
    text: jsonb("text").notNull(),
    authorId: uuid("author_id").references(() => people.id),
    note: text("note").notNull().default(""),
    // How much of the shared document it holds; null when it was written beside one, or before.
    upto: integer("upto"),
    // Who wrote which characters (`Authorship`); null when all of it counts as the author's.
    authorship: jsonb("authorship"),
    savedAt: instant("saved_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.meetingId, t.number] }),
    foreignKey({
      name: "minutes_revisions_of",
      columns: [t.meetingId],
      foreignColumns: [minutes.meetingId],
    }),
    check("minutes_revisions_number", sql`${t.number} > 0`),
  ],
)
