import { sql } from "drizzle-orm"
import {
  bigint,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core"
import { bytes, createdAt, id, instant } from "./columns"
import { consultations } from "./consultations"
import { documents } from "./documents"
import { groups } from "./groups"
import { mappingRows } from "./mapping"
import { meetings } from "./meetings"
import { people } from "./people"

/** What a thread is about: a whole text, a section, an agenda item or an action of it, or a passage. */
export const threadAbout = pgEnum("thread_about", ["text", "section", "item", "action", "passage"])

export const threadState = pgEnum("thread_state", ["open", "resolved"])

export const disposition = pgEnum("disposition", [
  "accepted",
  "partly-accepted",
  "not-accepted",
  "noted",
])

/**
 * A thread of comments on a text of the group: the minutes of a meeting, a document or a row of a mapping. `place` is the
 * id of the section, agenda item or block that it is about.
 */
export const threads = pgTable(
  "threads",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id),
    meetingId: uuid("meeting_id").references(() => meetings.id),
    documentId: uuid("document_id").references(() => documents.id),
    rowId: uuid("row_id").references(() => mappingRows.id),
    about: threadAbout("about").notNull(),
    place: text("place"),
    // The ends of a passage in the shared document (Yjs relative positions); they move with its words.
    anchorStart: bytes("anchor_start"),
    anchorEnd: bytes("anchor_end"),
    // The words that it was about when it began, with some before and after them.
    quote: text("quote").notNull().default(""),
    quoteBefore: text("quote_before").notNull().default(""),
    quoteAfter: text("quote_after").notNull().default(""),
    // What a section, item or action that it is about was last called or said; a passage has its quote.
    wasAbout: text("was_about").notNull().default(""),
    // Since when the passage, section or block stands no longer in the text; null while it does.
    lostAt: instant("lost_at"),
    consultationId: uuid("consultation_id").references(() => consultations.id),
    state: threadState("state").notNull().default("open"),
    disposition: disposition("disposition"),
    reason: text("reason").notNull().default(""),
    decidedBy: uuid("decided_by").references(() => people.id),
    decidedAt: instant("decided_at"),
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    check("threads_one_text", sql`num_nonnulls(${t.meetingId}, ${t.documentId}, ${t.rowId}) = 1`),
    check("threads_place", sql`(${t.about} = 'text') = (${t.place} is null)`),
    check(
      "threads_anchor_whole",
      sql`(${t.anchorStart} is null) = (${t.anchorEnd} is null) and (${t.anchorStart} is null or ${t.about} = 'passage')`,
    ),
    check("threads_quote", sql`${t.about} <> 'passage' or length(${t.quote}) > 0`),
    check(
      "threads_resolved_whole",
      sql`(${t.state} = 'resolved') = (${t.disposition} is not null) and (${t.state} = 'resolved') = (${t.decidedAt} is not null)`,
    ),
    index("threads_meeting").on(t.meetingId, t.createdAt),
    index("threads_document").on(t.documentId, t.createdAt),
    index("threads_row").on(t.rowId, t.createdAt),
    index("threads_group").on(t.groupId, t.createdAt),
    index("threads_consultation").on(t.consultationId),
  ],
)

/** Every move of a thread between its states, with who made it and why. Written once. */
export const threadMoves = pgTable(
  "thread_moves",
  {
    id: id(),
    threadId: uuid("thread_id")
      .notNull()
      .references(() => threads.id),
    state: threadState("state").notNull(),
    disposition: disposition("disposition"),
    reason: text("reason").notNull().default(""),
    movedBy: uuid("moved_by").references(() => people.id),
    movedAt: createdAt(),
  },
  (t) => [index("thread_moves_of").on(t.threadId, t.movedAt)],
)

/** Up to which comment somebody has read a text's threads; `textId` is a meeting's or a document's id. */
export const threadReads = pgTable(
  "thread_reads",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    textId: uuid("text_id").notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    at: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.textId] })],
)

/** Somebody who wants no notices of a thread. */
export const threadMutes = pgTable(
  "thread_mutes",
  {
    threadId: uuid("thread_id")
      .notNull()
      .references(() => threads.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    at: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.threadId, t.personId] })],
)
