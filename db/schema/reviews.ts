import { sql } from "drizzle-orm"
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { createdAt, id, instant } from "./columns"
import { consultations } from "./consultations"
import { groups } from "./groups"
import { meetings } from "./meetings"
import { people } from "./people"
import { reports } from "./reports"

/** How a review came to its end: its deadline passed, a co-chair ended it, gave it up, or published. */
export const reviewEnd = pgEnum("review_end", ["passed", "ended", "given-up", "published"])

/**
 * A review of a meeting's minutes before they are published. Its window and its comments are those of
 * a consultation of members; what belongs to publishing stands here. One at a time for each meeting.
 */
export const reviews = pgTable(
  "reviews",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id),
    meetingId: uuid("meeting_id").notNull(),
    consultationId: uuid("consultation_id")
      .notNull()
      .unique("reviews_consultation")
      .references(() => consultations.id),
    /** The revision of the minutes that stood when it was opened, and the version that it prepares. */
    revision: integer("revision").notNull(),
    version: integer("version").notNull(),
    openedBy: uuid("opened_by")
      .notNull()
      .references(() => people.id),
    openedAt: createdAt(),
    endedAt: instant("ended_at"),
    /** Null when the clock ended it. */
    endedBy: uuid("ended_by").references(() => people.id),
    end: reviewEnd("end"),
  },
  (t) => [
    foreignKey({
      name: "reviews_meeting_in_group",
      columns: [t.groupId, t.meetingId],
      foreignColumns: [meetings.groupId, meetings.id],
    }),
    uniqueIndex("reviews_one_open").on(t.meetingId).where(sql`${t.endedAt} is null`),
    index("reviews_meeting").on(t.meetingId, t.openedAt),
    check("reviews_ended_whole", sql`(${t.endedAt} is null) = (${t.end} is null)`),
    check("reviews_version_positive", sql`${t.version} > 0 and ${t.revision} > 0`),
  ],
)

/** What somebody who is quoted says of their words: they stand, other words, or without my name. */
export const quoteAnswer = pgEnum("quote_answer", ["confirmed", "other-words", "unnamed"])
export const quoteSettlement = pgEnum("quote_settlement", ["taken", "declined"])

/**
 * That somebody who is quoted in minutes was asked about their words. `statements` are the blocks as
 * they stood, `words` what the person would rather have said, by block. A signed link shows this alone.
 */
export const quoteRequests = pgTable(
  "quote_requests",
  {
    id: id(),
    reviewId: uuid("review_id")
      .notNull()
      .references(() => reviews.id),
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meetings.id),
    personId: uuid("person_id").references(() => people.id),
    name: text("name").notNull(),
    revision: integer("revision").notNull(),
    statements: jsonb("statements").notNull(),
    tokenHash: text("token_hash").notNull().unique("quote_requests_token"),
    askedAt: createdAt(),
    /** When a mail was handed to the outbox; null for somebody without a known address. */
    mailedAt: instant("mailed_at"),
    answer: quoteAnswer("answer"),
    answeredAt: instant("answered_at"),
    words: jsonb("words"),
    note: text("note").notNull().default(""),
    settlement: quoteSettlement("settlement"),
    settledAt: instant("settled_at"),
    settledBy: uuid("settled_by").references(() => people.id),
    settleReason: text("settle_reason").notNull().default(""),
  },
  (t) => [
    unique("quote_requests_once").on(t.reviewId, t.name),
    index("quote_requests_meeting").on(t.meetingId),
    check("quote_requests_name_present", sql`length(trim(${t.name})) > 0`),
    check("quote_requests_answered_whole", sql`(${t.answer} is null) = (${t.answeredAt} is null)`),
    check(
      "quote_requests_words",
      sql`(${t.answer} is not distinct from 'other-words') = (${t.words} is not null)`,
    ),
    check(
      "quote_requests_settled_whole",
      sql`num_nonnulls(${t.settlement}, ${t.settledAt}) in (0, 2) and (${t.settlement} is null or ${t.answer} is not null)`,
    ),
    check(
      "quote_requests_declined_why",
      sql`${t.settlement} is distinct from 'declined' or length(trim(${t.settleReason})) > 0`,
    ),
  ],
)

/**
 * What somebody who is quoted had answered before they were asked again, or answered anew: whole, with the
 * words that they saw and what became of it. Written once.
 */
export const earlierQuoteAnswers = pgTable(
  "earlier_quote_answers",
  {
    id: id(),
    requestId: uuid("request_id")
      .notNull()
      .references(() => quoteRequests.id),
    revision: integer("revision").notNull(),
    statements: jsonb("statements").notNull(),
    answer: quoteAnswer("answer").notNull(),
    answeredAt: instant("answered_at").notNull(),
    words: jsonb("words"),
    note: text("note").notNull().default(""),
    settlement: quoteSettlement("settlement"),
    settledAt: instant("settled_at"),
    settledBy: uuid("settled_by").references(() => people.id),
    settleReason: text("settle_reason").notNull().default(""),
    /** When it was put aside. */
    replacedAt: instant("replaced_at").notNull(),
  },
  (t) => [
    index("earlier_quote_answers_request").on(t.requestId, t.answeredAt),
    check(
      "earlier_quote_answers_words",
      sql`(${t.answer} = 'other-words') = (${t.words} is not null)`,
    ),
  ],
)

/** What a proposal would do: publish the minutes, or withdraw the report. */
export const proposedDeed = pgEnum("proposed_deed", ["publish", "withdraw"])

/**
 * One co-chair's proposal to publish exactly this, where the group asks for two. `input` is what the
 * form sent. At most one is open for a meeting.
 */
export const publicationProposals = pgTable(
  "publication_proposals",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id),
    meetingId: uuid("meeting_id").notNull(),
    deed: proposedDeed("deed").notNull().default("publish"),
    revision: integer("revision").notNull(),
    input: jsonb("input").notNull(),
    proposedBy: uuid("proposed_by")
      .notNull()
      .references(() => people.id),
    proposedAt: createdAt(),
    droppedAt: instant("dropped_at"),
    droppedBy: uuid("dropped_by").references(() => people.id),
    reportId: uuid("report_id")
      .unique("publication_proposals_report")
      .references(() => reports.id),
  },
  (t) => [
    foreignKey({
      name: "publication_proposals_meeting_in_group",
      columns: [t.groupId, t.meetingId],
      foreignColumns: [meetings.groupId, meetings.id],
    }),
    uniqueIndex("publication_proposals_one_open")
      .on(t.meetingId)
      .where(sql`${t.droppedAt} is null and ${t.reportId} is null`),
    check("publication_proposals_end", sql`${t.droppedAt} is null or ${t.reportId} is null`),
  ],
)
