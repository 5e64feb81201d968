import { sql } from "drizzle-orm"
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  index,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core"
import { createdAt, id, instant } from "./columns"
import { consultationGuests, consultations, consultationTexts } from "./consultations"
import { people } from "./people"
import { threads } from "./threads"

export const commentWay = pgEnum("comment_way", ["portal", "link", "mail", "sheet"])

export const moderation = pgEnum("moderation", ["waiting", "admitted", "refused"])

/**
 * One comment of a thread; the first one began it. `text` is light markup as it was typed. `seq` is the
 * order in which comments were committed to be read, and what "new since I was here" counts by.
 */
export const comments = pgTable(
  "comments",
  {
    id: id(),
    seq: bigint("seq", { mode: "number" }).generatedAlwaysAsIdentity().unique("comments_seq"),
    threadId: uuid("thread_id")
      .notNull()
      .references(() => threads.id),
    authorId: uuid("author_id").references(() => people.id),
    guestId: uuid("guest_id").references((): AnyPgColumn => consultationGuests.id),
    text: text("text").notNull(),
    // Words that the author proposes in the place of the passage, and who put them there.
    proposal: text("proposal"),
    appliedAt: instant("applied_at"),
    appliedBy: uuid("applied_by").references(() => people.id),
    way: commentWay("way").notNull().default("portal"),
    /** Made up by the form or the mail: the same one sent twice is one comment. */
    submission: uuid("submission").notNull(),
    consultationId: uuid("consultation_id").references(() => consultations.id),
    /** Came after the consultation closed, where the co-chairs allow it. */
    late: boolean("late").notNull().default(false),
    /** The author asks not to be named in what is published. */
    unnamed: boolean("unnamed").notNull().default(false),
    moderation: moderation("moderation").notNull().default("admitted"),
    moderatedBy: uuid("moderated_by").references(() => people.id),
    moderatedAt: instant("moderated_at"),
    createdAt: createdAt(),
    editedAt: instant("edited_at"),
    withdrawnAt: instant("withdrawn_at"),
    hiddenAt: instant("hidden_at"),
    hiddenBy: uuid("hidden_by").references(() => people.id),
    hiddenReason: text("hidden_reason"),
  },
  (t) => [
    unique("comments_submission_once").on(t.submission),
    check("comments_one_author", sql`num_nonnulls(${t.authorId}, ${t.guestId}) = 1`),
    check("comments_text_present", sql`length(trim(${t.text})) > 0`),
    check(
      "comments_hidden_whole",
      sql`(${t.hiddenAt} is null) = (${t.hiddenReason} is null) and (${t.hiddenReason} is null or length(trim(${t.hiddenReason})) > 0)`,
    ),
    check("comments_applied_whole", sql`(${t.appliedAt} is null) = (${t.appliedBy} is null)`),
    index("comments_thread").on(t.threadId, t.seq),
    index("comments_author").on(t.authorId, t.createdAt),
    index("comments_guest").on(t.guestId),
    index("comments_consultation").on(t.consultationId, t.seq),
  ],
)

/** A comment as it was before an edit. Written once. */
export const commentRevisions = pgTable(
  "comment_revisions",
  {
    id: id(),
    commentId: uuid("comment_id")
      .notNull()
      .references(() => comments.id),
    text: text("text").notNull(),
    proposal: text("proposal"),
    replacedAt: createdAt(),
  },
  (t) => [index("comment_revisions_of").on(t.commentId, t.replacedAt)],
)

/** That a comment was hidden and is shown again: by whom, when and why, both times. Written once. */
export const commentHides = pgTable(
  "comment_hides",
  {
    id: id(),
    commentId: uuid("comment_id")
      .notNull()
      .references(() => comments.id),
    hiddenAt: instant("hidden_at").notNull(),
    hiddenBy: uuid("hidden_by").references(() => people.id),
    hiddenReason: text("hidden_reason").notNull(),
    shownAt: instant("shown_at").notNull(),
    shownBy: uuid("shown_by").references(() => people.id),
    shownReason: text("shown_reason").notNull(),
  },
  (t) => [
    check("comment_hides_order", sql`${t.shownAt} >= ${t.hiddenAt}`),
    check("comment_hides_reason", sql`length(trim(${t.shownReason})) > 0`),
    index("comment_hides_of").on(t.commentId, t.hiddenAt),
  ],
)

/** Who is named in a comment. */
export const commentMentions = pgTable(
  "comment_mentions",
  {
    commentId: uuid("comment_id")
      .notNull()
      .references(() => comments.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
  },
  (t) => [
    primaryKey({ columns: [t.commentId, t.personId] }),
    index("comment_mentions_person").on(t.personId),
  ],
)

export const reactionKind = pgEnum("reaction_kind", ["agree", "question"])

/** Somebody agrees with a comment, or asks what it means. */
export const commentReactions = pgTable(
  "comment_reactions",
  {
    commentId: uuid("comment_id")
      .notNull()
      .references(() => comments.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    kind: reactionKind("kind").notNull(),
    at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.commentId, t.personId, t.kind] }),
    index("comment_reactions_person").on(t.personId),
  ],
)

/**
 * What somebody types and has not sent, or sent too late to be filed. `key` names the place: the
 * thread, or the text and the passage that a new one would be about.
 */
export const commentDrafts = pgTable(
  "comment_drafts",
  {
    id: id(),
    personId: uuid("person_id").references(() => people.id),
    guestId: uuid("guest_id").references((): AnyPgColumn => consultationGuests.id),
    key: text("key").notNull(),
    text: text("text").notNull(),
    proposal: text("proposal"),
    // What else a form holds: the place, words of it with some around them, and whether not to be named.
    place: text("place"),
    quote: text("quote"),
    quoteBefore: text("quote_before").notNull().default(""),
    quoteAfter: text("quote_after").notNull().default(""),
    unnamed: boolean("unnamed").notNull().default(false),
    /** Why it was not filed; null while it is only being typed. */
    keptBecause: text("kept_because"),
    /** Of one that was sent in a consultation: on which of its texts, or as an answer in which thread. */
    consultationTextId: uuid("consultation_text_id").references(
      (): AnyPgColumn => consultationTexts.id,
      { onDelete: "set null" },
    ),
    threadId: uuid("thread_id").references(() => threads.id, { onDelete: "set null" }),
    savedAt: createdAt(),
  },
  (t) => [
    unique("comment_drafts_once").on(t.personId, t.guestId, t.key).nullsNotDistinct(),
    index("comment_drafts_guest").on(t.guestId),
    check("comment_drafts_one_author", sql`num_nonnulls(${t.personId}, ${t.guestId}) = 1`),
  ],
)
