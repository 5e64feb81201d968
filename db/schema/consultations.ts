import { sql } from "drizzle-orm"
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { bytes, createdAt, id, instant } from "./columns"
import { documents } from "./documents"
import { groups } from "./groups"
import { meetings } from "./meetings"
import { people, stakeholderGroup } from "./people"

/** Who may comment: members always; invited people as well; or anyone, whose comments wait for a co-chair. */
export const consultationAudience = pgEnum("consultation_audience", [
  "members",
  "invited",
  "anyone",
])

/**
 * A dated window in which texts are open for comments. `opensAt` and `closesAt` are what was said;
 * `openedAt` and `closedAt` are when the portal did it.
 */
export const consultations = pgTable(
  "consultations",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id),
    slug: text("slug").notNull(),
    title: text("title").notNull(),
    /** What is asked, in light markup. */
    question: text("question").notNull(),
    audience: consultationAudience("audience").notNull(),
    opensAt: instant("opens_at").notNull(),
    closesAt: instant("closes_at").notNull(),
    /** Until when comments are still taken after closing, marked as late; null when they are not. */
    lateUntil: instant("late_until"),
    openedAt: instant("opened_at"),
    remindedAt: instant("reminded_at"),
    closedAt: instant("closed_at"),
    cancelledAt: instant("cancelled_at"),
    cancelReason: text("cancel_reason"),
    askedBy: uuid("asked_by")
      .notNull()
      .references(() => people.id),
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    unique("consultations_slug").on(t.groupId, t.slug),
    index("consultations_group").on(t.groupId, t.closesAt),
    check("consultations_slug_form", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check("consultations_title_present", sql`length(trim(${t.title})) > 0`),
    check("consultations_question_present", sql`length(trim(${t.question})) > 0`),
    check("consultations_order", sql`${t.closesAt} > ${t.opensAt}`),
    check("consultations_late", sql`${t.lateUntil} is null or ${t.lateUntil} > ${t.closesAt}`),
    check(
      "consultations_cancelled_whole",
      sql`(${t.cancelledAt} is null) = (${t.cancelReason} is null)`,
    ),
  ],
)

/** A text that is open for comments, with the revision that stood when the window opened. */
export const consultationTexts = pgTable(
  "consultation_texts",
  {
    id: id(),
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => consultations.id),
    position: integer("position").notNull(),
    meetingId: uuid("meeting_id").references(() => meetings.id),
    documentId: uuid("document_id").references(() => documents.id),
    revision: integer("revision"),
  },
  (t) => [
    check("consultation_texts_one", sql`num_nonnulls(${t.meetingId}, ${t.documentId}) = 1`),
    unique("consultation_texts_once")
      .on(t.consultationId, t.meetingId, t.documentId)
      .nullsNotDistinct(),
    index("consultation_texts_meeting").on(t.meetingId),
    index("consultation_texts_document").on(t.documentId),
  ],
)

/** Somebody without an account who may comment in one consultation, by a signed link. */
export const consultationGuests = pgTable(
  "consultation_guests",
  {
    id: id(),
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => consultations.id),
    email: text("email").notNull(),
    name: text("name").notNull().default(""),
    organisation: text("organisation").notNull().default(""),
    stakeholderGroup: stakeholderGroup("stakeholder_group"),
    locale: text("locale").notNull().default("en"),
    tokenHash: text("token_hash").notNull().unique("consultation_guests_token"),
    /** Who invited them; null for somebody who came by themselves. */
    invitedBy: uuid("invited_by").references(() => people.id),
    createdAt: createdAt(),
    /** When they followed a link that was mailed to the address. */
    confirmedAt: instant("confirmed_at"),
    /** No more mail to this address. */
    silencedAt: instant("silenced_at"),
    /** When a co-chair took the invitation back: the link opens nothing, and no mail goes there. */
    takenBackAt: instant("taken_back_at"),
    takenBackBy: uuid("taken_back_by").references(() => people.id),
  },
  (t) => [
    unique("consultation_guests_once").on(t.consultationId, t.email),
    check(
      "consultation_guests_taken_back_whole",
      sql`(${t.takenBackAt} is null) = (${t.takenBackBy} is null)`,
    ),
    check(
      "consultation_guests_email_lower",
      sql`${t.email} = lower(${t.email}) and position('@' in ${t.email}) > 1`,
    ),
  ],
)

/** The published list of comments with what became of each. Written once. */
export const compendia = pgTable(
  "compendia",
  {
    id: id(),
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => consultations.id),
    version: integer("version").notNull(),
    content: jsonb("content").notNull(),
    sha256: text("sha256").notNull(),
    publishedBy: uuid("published_by")
      .notNull()
      .references(() => people.id),
    publishedAt: instant("published_at").notNull(),
  },
  (t) => [
    unique("compendia_once").on(t.consultationId, t.version),
    check("compendia_version", sql`${t.version} > 0`),
    check("compendia_sha256", sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
  ],
)

export const inboundOutcome = pgEnum("inbound_outcome", ["waiting", "filed", "kept", "refused"])

/**
 * A mail that the portal took in, whole until it is filed. One Message-ID is taken in once for each
 * address that it was sent to. `reason` says why it was refused or only kept.
 */
export const inboundMails = pgTable(
  "inbound_mails",
  {
    id: id(),
    messageId: text("message_id").notNull(),
    recipient: text("recipient").notNull(),
    /** Whether its head names as its sender whom the address was made for; those of strangers count apart. */
    byOwner: boolean("by_owner").notNull().default(false),
    raw: bytes("raw"),
    outcome: inboundOutcome("outcome").notNull().default("waiting"),
    reason: text("reason").notNull().default(""),
    commentId: uuid("comment_id"),
    receivedAt: createdAt(),
    settledAt: instant("settled_at"),
    /** Tries to file it that began and did not end: a mail that ends a server must not do so at every start. */
    tries: integer("tries").notNull().default(0),
  },
  (t) => [
    uniqueIndex("inbound_mails_once").on(t.messageId, t.recipient),
    index("inbound_mails_received").on(t.receivedAt),
    index("inbound_mails_not_filed").on(t.receivedAt).where(sql`${t.outcome} <> 'filed'`),
    check(
      "inbound_mails_settled",
      sql`(${t.outcome} = 'waiting') = (${t.settledAt} is null) and (${t.outcome} <> 'waiting' or ${t.raw} is not null)`,
    ),
  ],
)

/** A worksheet that came back, as it came: who brought it in, and what it changed. */
export const worksheets = pgTable(
  "worksheets",
  {
    id: id(),
    consultationId: uuid("consultation_id").notNull(),
    name: text("name").notNull(),
    file: bytes("file").notNull(),
    broughtInBy: uuid("brought_in_by")
      .notNull()
      .references(() => people.id),
    broughtInAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "worksheets_of",
      columns: [t.consultationId],
      foreignColumns: [consultations.id],
    }),
    index("worksheets_consultation").on(t.consultationId),
  ],
)

/**
 * What a consultation's people were told, once each: at the opening, before the end, of another end (by
 * that end), that it is called off, what was answered to them, hidden of it and what became of it, and with
 * the result.
 */
export const consultationCalls = pgTable(
  "consultation_calls",
  {
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => consultations.id),
    kind: text("kind").notNull(),
    /** A person's or a guest's id. */
    recipientId: uuid("recipient_id").notNull(),
    at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.consultationId, t.kind, t.recipientId] }),
    check(
      "consultation_calls_kind",
      sql`${t.kind} in ('opening', 'reminder', 'cancelled', 'result') or ${t.kind} ~ '^(end [0-9]{4}-|reply |settled |hidden )'`,
    ),
  ],
)
